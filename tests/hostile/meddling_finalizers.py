# Finalizers that change what the running instruction works on: the local being assigned, globals,
# attributes, containers, classes, the function itself, the generator.
import gc
import sys


class At:
    """Calls what it was given when it ends."""

    def __init__(self, action):
        self.action = action

    def __del__(self):
        self.action()

    def result(self, *others):
        return "result"

    def __iter__(self):
        return iter((1, 2))

    __add__ = __radd__ = __sub__ = __getitem__ = __call__ = __lt__ = __eq__ = result
    __hash__ = None


def show(value):
    return type(value).__name__ if isinstance(value, At) else value


# --- the local that is being assigned ---
def rebound_by_cell():
    def action():
        nonlocal x
        print("  the cell holds", show(x))
        x = "from the end"
    x = At(action)
    x = "assigned"
    return x


def deleted_by_cell():
    def action():
        nonlocal x
        print("  the cell holds", show(x))
        del x
    x = At(action)
    x = "assigned"
    try:
        return x
    except NameError as error:
        return str(error)


def rebound_when_deleted():
    def action():
        nonlocal x
        x = "from the end"
    x = At(action)
    del x
    return x


def rebound_twice():
    def action():
        nonlocal x
        x = At(second)

    def second():
        nonlocal x
        x = "from the second end"
    x = At(action)
    x = 1
    x = 2
    return x


def augmented_by_cell():
    def action():
        nonlocal x
        x = 1000
    x = 5000
    y = At(action)
    x += [y, 3][1] if del_(y) else 0
    y = None
    x += 1
    return x


def del_(y):
    return True


def looping_by_cell():
    def action():
        nonlocal item
        item = "from the end"
    seen = []
    for item in [At(action), 1, At(action), 2]:
        seen.append(show(item))
    return seen, item


def unpacked_by_cell():
    def action():
        nonlocal y
        y = "from the end"
    x, y = At(action), 2
    x, y = 3, 4
    return x, y


def seen_in_locals():
    def action():
        frame = sys._getframe(2)
        print("  locals:", sorted((name, show(value)) for name, value in frame.f_locals.items() if name != "action"))
    x = At(action)
    y = 1000
    x = y + 1
    y = x + 1
    return x, y


def number_over_object():
    kept = []

    def action():
        frame = sys._getframe(2)
        kept.append(frame.f_locals.get("y"))
    y = 5000
    x = At(action)
    x = y
    y += 1
    x += 1
    y += 1
    return kept, x, y


# --- globals ---
def deletes_global():
    global target
    target = At(lambda: globals().pop("target", None))
    target = "assigned"
    return globals().get("target", "gone")


def rebinds_global():
    global target

    def action():
        global target
        target = "from the end"
    target = At(action)
    target = "assigned"
    return target


def fills_globals():
    global target

    def action():
        for number in range(500):
            globals()["filled%d" % number] = number
    target = At(action)
    target = target + 1
    found = target, filled499
    for number in range(500):
        del globals()["filled%d" % number]
    return found


def deletes_function():
    global callee

    def callee(x):
        return "called with", show(x)

    def action():
        global callee
        del callee
    x = At(action)
    found = callee(x)
    x = None
    try:
        return found, callee(1)
    except NameError as error:
        return found, str(error)


def shadows_builtin():
    def action():
        global len
        len = lambda x: "shadow"
    x = At(action)
    before = len("abc")
    x = len("abcd")
    y = len("abcde")
    del globals()["len"]
    return before, x, y


# --- attributes and classes ---
class Holder:
    shared = "of the class"

    def method(self, *arguments):
        return "method"


def rebinds_attribute():
    o = Holder()

    def action():
        o.x = "from the end"
    for _ in range(60):
        o.x = 1
    o.x = At(action)
    o.x = "assigned"
    return o.x


def deletes_attribute():
    o = Holder()

    def action():
        del o.x
    for _ in range(60):
        o.x = 1
    o.x = At(action)
    o.x = "assigned"
    return hasattr(o, "x")


def clears_dict():
    o = Holder()
    o.x, o.y = At(lambda: o.__dict__.clear()), 2
    o.x = "assigned"
    return o.__dict__


def changes_class():
    o = Holder()

    class Other:
        x = property(lambda self: "property", lambda self, value: print("  set to", value))
    o.x = At(lambda: setattr(o, "__class__", Other))
    o.x = 1
    o.x = 2
    return o.x, o.__dict__


def deletes_method():
    class Local:
        def method(self, argument):
            return "method"

    def action():
        del Local.method
    o = Local()
    results = []
    for argument in (1, 2, At(action), 3):
        try:
            results.append(o.method(argument))
        except AttributeError as error:
            results.append(str(error))
        argument = None
    return results


def deletes_class():
    class Local:
        def method(self):
            nonlocal Local, o
            o = None
            Local = None
            gc.collect()
            return "still running", self.__class__.__name__
    o = Local()
    return o.method()


# --- containers ---
def clears_list():
    items = []
    items[:] = [At(items.clear), 1, 2]
    items[0] = "assigned"
    return items


def shrinks_in_loop():
    items = [1, 2, 3, 4]
    seen = []
    for item in items:
        seen.append(item)
        end = At(lambda: items.pop())
        end = None
    return seen, items


def clears_dict_stored():
    table = {}
    table[1] = At(table.clear)
    table[2] = 2
    table[1] = "assigned"
    return table


def grows_dict_stored():
    table = {}
    table[1] = At(lambda: table.update({n: n for n in range(100, 200)}))
    table[1] = "assigned"
    return len(table), table[1], table[150]


def drops_list_operand():
    items = [[1, 2, 3]]
    end = At(items.clear)
    return items[0][[end, 1][1]], items


def extends_while_copied():
    items = [1, 2]
    copy = [*items, At(lambda: items.append("late")) and 3, *items]
    return copy, items


def dict_in_iteration():
    table = {1: 1, 2: 2}
    try:
        for key in table:
            end = At(lambda: table.__setitem__(3, 3))
            end = None
    except RuntimeError as error:
        return str(error), table


# --- calls and frames ---
def code_replaced():
    def target(x):
        x = None
        return "old code"

    def action():
        target.__code__ = (lambda x: "new code").__code__
    return target(At(action)), target(1)


def defaults_replaced():
    def target(x, y="old"):
        x = None
        return y

    def action():
        target.__defaults__ = ("new",)
    return target(At(action)), target(1)


def closes_generator():
    def steps():
        try:
            yield 1
            yield 2
        finally:
            print("  closed")
    running = steps()
    seen = []
    for item in running:
        seen.append(item)
        end = At(running.close)
        end = None
    return seen


def closes_itself():
    def steps():
        def action():
            try:
                running.close()
            except ValueError as error:
                print(" ", error)
        x = At(action)
        x = None
        yield 1
        yield 2
    running = steps()
    return list(running)


def advances_itself():
    def steps():
        def action():
            try:
                next(running)
            except ValueError as error:
                print(" ", error)
        x = At(action)
        x = None
        yield "fine"
    running = steps()
    return list(running)


def collects():
    class Cycle:
        pass
    made = []

    def action():
        gc.collect()
        made.append([n * 1000 for n in range(50)])
    x = 5000
    for number in range(1000, 1005):
        c = Cycle()
        c.c, c.at = c, At(action)
        c = None
        end = At(action)
        end = x + number
        made.append(end)
    return [n for n in made if isinstance(n, int)], x, number


def resurrected():
    kept = []

    class Back:
        def __del__(self):
            kept.append(self)
    x = Back()
    x = 1
    y = kept.pop()
    y = 2
    return len(kept), x, y


def traced_line():
    class Line:
        def __del__(self):
            frame = sys._getframe(1)
            print("  in", frame.f_code.co_name, "has x:", "x" in frame.f_locals)
    x = Line()
    x = Line()
    del x
    return "done"


for name, function in list(globals().items()):
    if type(function) is type(show) and function not in (show, del_):
        print(name)
        for _ in range(4):
            print("  ->", function())

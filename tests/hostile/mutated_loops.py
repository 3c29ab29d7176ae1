# Loops, displays, calls and comparisons over containers that change while they run, at places that were
# specialised for containers that do not.
def over(items, action, limit=12):
    seen = []
    for item in items:
        seen.append(item)
        if len(seen) == limit:
            break
        action(items, seen)
    return seen


def comprehended(items, action):
    seen = []
    return [seen.append(item) or action(items, seen) or item for item in items]


def nested(items, action):
    seen = []
    for item in items:
        for inner in items:
            seen.append((item, inner))
            if len(seen) > 12:
                return seen
        action(items, seen)
    return seen


def in_generator(items, action):
    def run():
        for item in items:
            yield item
    seen = []
    for item in run():
        seen.append(item)
        if len(seen) > 12:
            break
        action(items, seen)
    return seen


def unpacking(items, action):
    seen = []
    for number, item in enumerate(items):
        seen.append((number, item))
        if len(seen) > 12:
            break
        action(items, seen)
    return seen


def zipped(items, action):
    seen = []
    for pair in zip(items, items):
        seen.append(pair)
        if len(seen) > 12:
            break
        action(items, seen)
    return seen


LIST_ACTIONS = {
    "nothing": lambda items, seen: None,
    "append": lambda items, seen: items.append(len(seen) * 1000) if len(items) < 8 else None,
    "insert": lambda items, seen: items.insert(0, -len(seen)) if len(items) < 8 else None,
    "pop": lambda items, seen: items.pop() and None if items else None,
    "pop first": lambda items, seen: items.pop(0) and None if items else None,
    "clear": lambda items, seen: items.clear(),
    "reverse": lambda items, seen: items.reverse(),
    "sort": lambda items, seen: items.sort(reverse=True),
    "replace": lambda items, seen: items.__setitem__(slice(None), [n + 1 for n in items]),
    "extend self": lambda items, seen: items.extend(items) if len(items) < 8 else None,
    "delete slice": lambda items, seen: items.__delitem__(slice(0, 2)),
    "store": lambda items, seen: items.__setitem__(-1, seen[-1]) if items else None,
}
DICT_ACTIONS = {
    "nothing": lambda table, seen: None,
    "add": lambda table, seen: table.__setitem__(len(table) * 100, 1),
    "same key": lambda table, seen: table.__setitem__(1, len(seen)),
    "delete": lambda table, seen: table.pop(2, None) and None,
    "delete and add": lambda table, seen: (table.pop(len(seen), None), table.__setitem__(len(seen) + 50, 1)) and None,
    "clear": lambda table, seen: table.clear(),
    "update": lambda table, seen: table.update({n: n for n in range(60)}),
    "popitem": lambda table, seen: table.popitem() and None,
}


def attempt(function, make, action):
    items = make()
    try:
        text = repr(function(items, action))
    except (RuntimeError, IndexError, KeyError, ValueError, TypeError) as error:
        text = "%s: %s" % (type(error).__name__, error)
    return text, len(items)


for function in over, comprehended, nested, in_generator, unpacking, zipped:
    for name, action in LIST_ACTIONS.items():
        if function is comprehended and name in ("append", "insert", "extend self"):
            continue
        for _ in range(3):
            function([1, 2], LIST_ACTIONS["nothing"])
            function((1, 2), LIST_ACTIONS["nothing"])
            answers = {attempt(function, lambda: [1, 2, 3, 4], action)}
        print(function.__name__, "list", name, answers)
    for name, action in DICT_ACTIONS.items():
        for _ in range(3):
            function([1, 2], LIST_ACTIONS["nothing"])
            answers = {attempt(function, lambda: {1: 1, 2: 2, 3: 3}, action)}
        print(function.__name__, "dict", name, answers)


def views():
    for view in dict.keys, dict.values, dict.items:
        for action in DICT_ACTIONS.values():
            table = {1: 1, 2: 2, 3: 3}
            seen = []
            try:
                for item in view(table):
                    seen.append(item)
                    action(table, seen)
                    if len(seen) > 8:
                        break
            except RuntimeError as error:
                seen.append(str(error))
            yield seen, len(table)


print(list(views()))


def sets():
    for action in (lambda s: s.add(100), lambda s: s.discard(2), lambda s: s.clear(), lambda s: s.update(range(50))):
        items = {1, 2, 3}
        seen = []
        try:
            for item in items:
                seen.append(item)
                action(items)
        except RuntimeError as error:
            seen.append(str(error))
        yield seen, len(items)


print(list(sets()))


class Changing:
    """Its comparisons, hash and index change the container that asks."""
    container = None

    def __init__(self, action):
        self.action = action

    def __eq__(self, other):
        self.action(self.container)
        return False

    def __lt__(self, other):
        self.action(self.container)
        return True

    def __hash__(self):
        return 1

    def __index__(self):
        self.action(self.container)
        return 1


def asked(question, container, action):
    key = Changing(action)
    Changing.container = container
    try:
        text = repr(question(container, key))
        text = text if "0x" not in text else "an object"
    except Exception as error:
        text = "%s: %s" % (type(error).__name__, error if "0x" not in str(error) else "")
    return text, len(container)


for name, question in (("in", lambda c, k: k in c), ("index", lambda c, k: c.index(k)), ("count", lambda c, k: c.count(k)),
                       ("remove", lambda c, k: c.remove(k)), ("item", lambda c, k: c[k]), ("slice", lambda c, k: c[k:]),
                       ("store", lambda c, k: c.__setitem__(k, 9)), ("delete", lambda c, k: c.__delitem__(k)),
                       ("==", lambda c, k: c == [1, k, 3]), ("<", lambda c, k: c < [k, k]), ("*", lambda c, k: c * k),
                       ("insert", lambda c, k: c.insert(k, 5)), ("pop", lambda c, k: c.pop(k)),
                       ("max", lambda c, k: max(c + [k])), ("store slice", lambda c, k: c.__setitem__(slice(k, 3), [7, 7]))):
    for action in (lambda c: None, lambda c: c.clear(), lambda c: c.append(1) if len(c) < 8 else None, lambda c: c.pop() if c else None):
        print(name, [asked(question, [1, 2, 3], action) for _ in range(2)])
for name, question in (("in", lambda c, k: k in c), ("get", lambda c, k: c.get(k)), ("item", lambda c, k: c[k]),
                       ("store", lambda c, k: c.__setitem__(k, 9)), ("pop", lambda c, k: c.pop(k, 0)),
                       ("setdefault", lambda c, k: c.setdefault(k, 0))):
    for action in (lambda c: None, lambda c: c.clear(), lambda c: c.update({n: n for n in range(40)})):
        print(name, [asked(question, {1: 1, 2: 2}, action) for _ in range(2)])

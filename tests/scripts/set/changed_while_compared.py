# __eq__ and __del__ of keys that change the sets which an operation walks.


class Key:
    def __init__(self, value, action=None):
        self.value = value
        self.action = action

    def __hash__(self):
        return self.value

    def __eq__(self, other):
        if not isinstance(other, Key):
            return NotImplemented
        log.append((self.value, other.value))
        for key in (self, other):
            if key.action:
                action, key.action = key.action, None
                action()
        return self.value == other.value

    def __repr__(self):
        return "K%d" % self.value

    def __del__(self):
        if self.action == "tell":
            print("dies", self.value)
            target.add(7777)
            target.discard(70)


log = []
target = None


def attempt(name, function):
    log.clear()
    try:
        result = function()
    except Exception as error:
        print(name, type(error).__name__, error)
        return
    if isinstance(result, set):
        result = sorted(repr(x) for x in result)
    print(name, result, log)


def build(action):
    first = set(range(100, 160))
    first.add(Key(7))
    second = set(range(300, 350))
    second.add(Key(7, action))
    second |= set(range(20, 64))
    return first, second


for name in ("__or__", "__ior__", "__xor__", "__ixor__", "__and__", "__iand__", "__sub__", "__isub__"):
    for how in ("clear_first", "clear_second", "add_first", "add_second", "discard_second", "grow_second"):
        def action():
            if how == "clear_first":
                first.clear()
            elif how == "clear_second":
                second.clear()
            elif how == "add_first":
                first.add(21)
                first.add(8000)
            elif how == "add_second":
                second.add(9)
                second.add(100)
            elif how == "discard_second":
                second.discard(22)
                second.discard(300)
                second.add(14)
            else:
                second.update(range(5000, 5400))
        first, second = build(action)
        attempt(name + " " + how, lambda: getattr(first, name)(second))
        print(len(first), len(second))

for name in ("__isub__", "__ixor__"):
    first = {Key(5, "tell")} | set(range(200, 300))
    second = {5} | set(range(60, 130)) | {Key(5)}
    target = second
    attempt(name, lambda: len(getattr(first, name)(second)))
    print(len(first), len(second), 7777 in first, 7777 in second)
    target = set()

# Tuples of equal hash and unequal length or type.
print({(1, 2), (1.0, 2)}, len({(1, 2), (1.0, 2), (True, 2)}), {(1, "a", 2.5), (1, "a", 2.5)})
nan = float("nan")
print(len({(nan, 1), (nan, 1)}), len({(float("nan"), 1), (float("nan"), 1)}))


class Part:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return 3

    def __eq__(self, other):
        log.append("part")
        return self.value == other.value


log.clear()
print(len({(1, Part(1)), (1, Part(1)), (1, Part(2))}), log)

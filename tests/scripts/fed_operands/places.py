# Results that go straight into loads, stores, subscripts, tests and calls of methods.
from _fed import *

DROPPED = []


class Node:
    kind = "class"

    def __init__(self, value, next=None):
        self.value = value
        self.next = next

    def get(self):
        return self.value

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.value)


class Other(Node):
    __slots__ = ()

    def get(self):
        return "other"


class Property:
    @property
    def next(self):
        return self

    value = 9
    __repr__ = Node.__repr__

    def get(self):
        return "property"


class Final:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        DROPPED.append(self.name)


def node(value):
    return (Node(0, value),)


NODES = [Node(1), Other(2), Property(), Node(3, Node(4)), None, 5, "text", [1], Node, sys, LOUD]
for title, body in [("attribute", "return a.next.value"), ("method", "return a.next.get()"),
                    ("type method", "return a.next.value.real"), ("none", "if a.next is None: return 'none'"),
                    ("not none", "if a.next is not None: return 'some'"), ("class", "return a.next.kind"),
                    ("store", "a.next.value = 7\nreturn a.next.value"), ("returned", "return a.next"),
                    ("module", "return a.next.maxsize"), ("add", "a.next.value += 1000\nreturn a.next.value"),
                    ("equal", "if a.next.value == 'text': return 'same'"), ("item", "return a.next[0]"),
                    ("key", "return a.next['a']"), ("append", "a.next.append(3)\nreturn a.next"),
                    ("store item", "a.next[0] = 8\nreturn a.next"),
                    ("store key", "a.next['k'] = 8\nreturn a.next['k'] + 1"), ("add item", "a.next[0] += 5\nreturn a.next")]:
    drive(title, "a", body, [Node(1)], NODES, lambda value: node(value))
    drive(title + " of list", "a", body, [[1000, 2]], NODES + [[], [LOUD], [2**70], {"a": 1, 0: 2}, (1, 2), "ab", b"ab"],
          lambda value: node(value[:] if type(value) is list else value))

CONTAINERS = [[1, 2000, 3], (4, 5000, 6), "xyz", b"uvw", bytearray(b"rst"), {0: "a", 1: "b", 2**70: "c"}, range(3), LOUD, 7,
              "\u20ac\u20ac\u20ac", [], [LOUD] * 3]
for first in [1, 2, 3], (1, 2, 3), "abc", b"abc", bytearray(b"abc"), {0: 1, 1: 2, 2: 3}:
    for title, body in [("index", "return s[i + j]"), ("index back", "return s[i - j - 1]"),
                        ("index of item", "return s[q[0]]"), ("item of item", "return [s][i][j]"),
                        ("compare", "if s[i + j] == 2: return 'two'"), ("compare text", "if s[i] == 'a': return 'a'"),
                        ("sum", "return s[i] + s[j] + s[i + j]"), ("length", "return len(s) - i"),
                        ("length first", "if len(s) > j: return 'long'"), ("times", "return s[i] * i")]:
        drive("%s %s" % (title, type(first).__name__), "s, i, j, q", body, [(first, 0, 1)],
              [(c, i, j) for c in CONTAINERS for i, j in [(0, 1), (1, 9), (-1, 0), (1.0, 0), (2**63, 0), (True, 0)]],
              lambda value: (value[0], value[1], value[2], [value[1]]))
for title, body in [("value", "s[0] = i + j\nreturn s"), ("at", "s[i + j] = t\nreturn s"), ("plus", "s[i] += j\nreturn s"),
                    ("attribute", "o.x = i + j\nreturn o.x"), ("attribute plus", "o.x += j\nreturn o.x"),
                    ("temporary", "[s][0][1] = i * 1000\nreturn s"), ("item", "s[0] = s[1] * j\nreturn s")]:
    drive("store " + title, "s, i, j, t, o", body, [([500, 600, 700], 0, 1), ([2.5, 3.5, 4.5], 1, 2)],
          [(c, i, j) for c in CONTAINERS for i, j in [(0, 1), (1, 1000), (1, 1.5), (-1, 2**63), (0, "x"), (2, LOUD)]],
          lambda value: (value[0][:] if type(value[0]) is list else value[0], value[1], value[2], "t", Box(value[0])))


def kept():
    """Numbers that somebody else holds do not change when a new one is stored where they were."""
    row, box = [1000, 2.5], Box(3000)
    history = []
    for step in range(400, 480):
        history.append((row[0], row[1], box.x))
        row[0] = row[0] + step
        row[1] = row[1] * 1.5 + step
        box.x = box.x - step
        box.x += step * 1000
        alias = row[0]
        row[0] += 1
        history.append(alias)
    return history[-3:], len(set(map(id, history)))


print(kept())


def finalizers():
    """What dies when it is overwritten through what was handed over runs as it always does."""
    def make():
        inner = Node(Final("first"))
        return Node(Final("outer"), inner)
    for _ in range(50):
        a = make()
        a.next.value = Final("second")
        a.next.value = 5
        a.next = None
        b = [[Final("item")]]
        b[0][0] = len(b) + 1
        DROPPED.append(b[0][0] * 2)
    print(DROPPED[:8], len(DROPPED), DROPPED == DROPPED[:8] * 0 + DROPPED)


finalizers()


class Shrinks:
    """Its comparison empties the dictionary that is being asked."""
    def __init__(self, table):
        self.table = table

    def __hash__(self):
        return hash("key")

    def __eq__(self, other):
        self.table.next = None
        return False


def dies_meanwhile():
    holder = Node(0)
    results = []
    for _ in range(60):
        holder.next = {"key": 1000}
        results.append(holder.next["key"])
    for _ in range(3):
        holder.next = {Shrinks(holder): 1, "key": 2000}
        try:
            results.append(holder.next["key"])
        except Exception as error:
            results.append(type(error).__name__)
    return results[-4:]


print(dies_meanwhile())

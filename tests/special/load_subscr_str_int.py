# The character of a str by an int: other containers, other keys, keys that are not there.
import sys

from _containers import *


def get(o, key):
    return o[key]


def to_local(o, key):
    found = o[key]
    return found


def constant(o, key):
    return o[1]


def negative(o, key):
    return o[-1]


def over_container(o, key):
    o = o[key]
    return o


def computed(o, key):
    return o[key + 0]


drive_loads([get, to_local, constant, negative, over_container, computed], lambda: "abc", 1)

text = "abcdefgh"
print([get(text, number) for number in range(-8, 8)])
print([get(text, number) is text[number] for number in range(8)])
wide = "a\u20acb\U0001f600c\xe4"
print([get(wide, number) for number in range(-6, 6)])
print(get("\xe4\xff", 1), get("\xe4\xff", 0) is get("\xe4", 0))

# differs: the files of Snapshot.dump are a format of our own, and load says what is wrong with one
import tracemalloc
from posix import unlink
from tracemalloc import Snapshot

with open("/proc/self/stat") as file:
    NAME = "/tmp/files_that_are_not_whole_%s" % file.read().split()[0]


def attempt(data):
    with open(NAME, "wb") as file:
        file.write(data)
    try:
        return "loaded %d" % len(Snapshot.load(NAME).traces)
    except ValueError as error:
        return str(error).replace(NAME, "FILE")


tracemalloc.start(5)
data = [[bytearray(i)] for i in range(50)]
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()
snapshot.note = {"key": [1, 2.5, "text"]}
snapshot.dump(NAME)
with open(NAME, "rb") as file:
    whole = file.read()
head, payload = whole.split(b"\n", 1)
fields = head.split(b" ")
print(attempt(whole) == "loaded %d" % len(snapshot.traces), head.split(b" ")[:4])
reasons = set()
for end in range(0, len(whole), 29):
    reasons.add(attempt(whole[:end]).split(": ")[1])
print(sorted(reasons))
reasons = set()
for place in range(len(head) + 1, len(whole), 41):
    for bit in (1, 16, 128):
        reasons.add(attempt(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1:]))
print(sorted(reasons))
print(attempt(whole + b"\n"))
print(attempt(b"\x80\x04\x95\x10\x00\x00\x00\x00\x00\x00\x00\x8c\x0btracemalloc\x94"))
print(attempt(b"#!/usr/bin/python3\nprint(1)\n"))
print(attempt(b" ".join(fields[:3] + [b"2"] + fields[4:]) + b"\n" + payload))
print(attempt(b" ".join(fields[:3] + [b"x"] + fields[4:]) + b"\n" + payload))
print(attempt(b" ".join(fields[:5]) + b"\n" + payload))


def signed(text):
    """A file with a right checksum and whatever text."""
    text = text.encode()
    return b"Adder tracemalloc snapshot 1 %d %d\n" % (len(text), tracemalloc._checksum(text)) + text


print(attempt(signed("[\n0\n0\n0\n0\n1\ntraceback_limit\ni1")))
for text in ("", "[", "?\n0\n0\n0\n0\n0", "[\n0\n0\n0\n0\n0", "[\n-1\nx", "[\n1\na\n1\n0 5\n1\n1 0\n1\n0 1 -1\n0",
             "[\n1\na\n1\n0 5\n1\n1 7\n1\n0 1 0\n0", "[\n999999999999", "[\n0\n0\n0\n0\n1\ntraceback_limit\n?",
             "[\n0\n0\n0\n0\n1\ntraceback_limit\n[99\ni1", "[\n0\n0\n0\n0\n1\ntraceback_limit\nS1\n[0",
             "[\n0\n0\n0\n0\n1\ntraceback_limit\n" + "[1\n" * 100_000 + "N", "[\n0\n0\n0\n0\n1\ntraceback_limit\ni1\nmore"):
    print(repr(text[:60]), attempt(signed(text)).split(": ", 1)[1])


class Sub(Snapshot):
    pass


cycle = []
cycle.append(cycle)
for value in (object(), len, [snapshot], type, cycle, {"a": cycle}, True):
    snapshot.note = value
    try:
        snapshot.dump(NAME)
        print("saved")
    except TypeError as error:
        print(error)
before = attempt(whole)
for wrong in (Sub([], 1), Snapshot([(1, 2)], 1), Snapshot([(0, 1, (("a.py", "x"),), 1)], 1),
              Snapshot([(0, 1, ((5, 1),), 1)], 1), Snapshot(5, 1)):
    try:
        wrong.dump(NAME)
    except TypeError as error:
        print(error)
print(len(Snapshot.load(NAME).traces) == len(snapshot.traces))  # what fails writes nothing
unlink(NAME)

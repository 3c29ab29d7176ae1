# differs: Adder only: module mem
# Who keeps nearly empty arenas, and where it was made.
import gc, mem, tracemalloc

ARENA = 1 << 20


class Node:
    __slots__ = ('a', 'b')


def fill():
    kept, rest = [], []
    for i in range(200000):
        if i % 5000 == 0:
            kept.append(Node()) # the line that pins
        else:
            rest.append(Node())
    return kept


tracemalloc.start()
kept = fill()
gc.collect()
text = mem.report('pins')
pins = mem.pins()
print(len(pins) > 3)
for arena in pins:
    assert arena['releases'] == ARENA and 0 < arena['used'] <= ARENA // 4
    assert sum(h['count'] for h in arena['holders']) == arena['count']
    assert sum(h['bytes'] for h in arena['holders']) == arena['used']
    assert [h['bytes'] for h in arena['holders']] == sorted((h['bytes'] for h in arena['holders']), reverse=True)
alone = [arena for arena in pins if {(h['what'], h['lineno']) for h in arena['holders']} == {('Node', 16)}]
print(len(alone) > 3, {h['filename'].endswith('pins.py') for a in alone for h in a['holders']})
line = next(line for line in text.splitlines() if 'Node at ' in line)
print('pins.py:16' in line, '%d bytes go back' % (len(alone) * ARENA) in line)
tracemalloc.stop()
pins = mem.pins()
print({(h['what'], h['lineno']) for arena in pins for h in arena['holders'] if h['what'] == 'Node'})
kept = None
gc.collect()
print(sum(1 for arena in mem.pins() for h in arena['holders'] if h['what'] == 'Node'))


# buffers are named by the object they belong to
class Holder:
    pass


def fill_buffers():
    kept, rest = [], []
    for i in range(40000):
        (kept if i % 4000 == 0 else rest).append([None] * 20)
    return kept


kept = fill_buffers()
gc.collect()
print('buffer of list' in {h['what'] for arena in mem.pins() for h in arena['holders']})
print(len(mem.pins(threshold=0)))
for wrong in (-1, 2, 'x', float('nan')):
    try:
        mem.pins(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

"""Runs an operation until the memory limit is reached, checks what the MemoryError says and what is left."""
import sys

LIMIT = 'limit 16.0 MB)'


def told(e, function):
    """Whether the text names size, use and limit, and a place inside the function or what it called."""
    head, _, rest = str(e).partition(' bytes at ')
    place, _, use = rest.partition(' (')
    file, _, line = place.rpartition(':')
    mb, _, limit = use.partition(' MB in use, ')
    return (head.startswith('cannot allocate ') and int(head[16:]) > 0 and int(line) > 0 and file != '' and
            float(mb) > 0 and limit == LIMIT and e.args == (str(e),) and repr(e) == 'MemoryError(%r)' % str(e))


def busy(n):
    """What a handler may want to do: calls, containers, text, a generator, an exception of its own."""
    words = ['%d-%s' % (i, 'x' * i) for i in range(n)]
    table = {word: len(word) for word in words}
    try:
        raise ValueError(words[0])
    except ValueError as e:
        table[str(e)] = sum(i for i in range(n))
    return sorted(table.values())[-1] + len(f'{table}')


EXPECTED = busy(10)


def survive(name, grow, check=None, fill=2):
    """grow(i, store) is called for i = 0, 1, ... until memory is out; check(store, i): its state is right.
    fill: MB that are taken before, and free again for the check; not for the handler."""
    store, i = [], 0
    held = [bytes(1 << 20) for j in range(fill)]
    try:
        while True:
            grow(i, store)
            i += 1
    except MemoryError as e:
        problems = []
        if not told(e, grow):
            problems.append('text: %r' % e)
        tb, depth = e.__traceback__, 0
        while tb:
            depth, tb = depth + 1, tb.tb_next
        if depth < 1:
            problems.append('no traceback')
        if busy(10) != EXPECTED:
            problems.append('the handler is wrong')
    held = None
    if check is not None and not (check(store, i) or check(store, i + 1)):  # counting may have failed
        problems.append('state is wrong after %d' % i)
    store = held = None
    if len([0] * 400000) != 400000 or busy(10) != EXPECTED:
        problems.append('cannot go on')
    print(name, problems or "ok", flush=True)

# differs: the text of a MemoryError is our own
# options: --memory-limit 16M
held = []
def fill(depth):
    if depth: fill(depth - 1)
    while True:
        held.append({'key': len(held), 'text': 'x' * 100})
try:
    fill(3)
except MemoryError as e:
    raise RuntimeError('still full', len(held) > 1000) from e

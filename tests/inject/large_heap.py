# points: arena large
import gc
class Node:
    def __init__(self, n): self.n, self.links = n, []
total = 0
for turn in range(4):
    nodes = [Node(i) for i in range(8000)]
    for i in range(8000): nodes[i].links.append(nodes[i - 1])
    table = {i: 'value %d' % i for i in range(9000)}
    table.update((str(i), [i]) for i in range(9000))
    numbers = set(map(float, range(9000)))
    text = ''.join('%d é' % i for i in range(9000))
    buffers = [bytes([i % 256]) * (i * 7 % 400) for i in range(9000)]
    power = 3 ** 30000
    total += sum(node.links[0].n for node in nodes) + len(table) + len(numbers) + len(text) + len(buffers[999])
    nodes = table = None
    print(turn, total, power % 1000007, sorted(numbers)[-1], len(sorted(map(str, numbers), reverse=True)))
gc.collect()
code = compile('\n'.join('x%d = [%d, "s%d", %d.5]' % (i, i, i, i) for i in range(1500)), 'long.py', 'exec')
space = {}
exec(code, space)
print(len(space), space['x1499'], len(code.co_names))

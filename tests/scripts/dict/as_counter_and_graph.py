text = 'the cat and the dog and the bird'
count = {}
for w in text.split(): count[w] = count.get(w, 0) + 1
print(count, sorted(count.items(), key=lambda kv: (-kv[1], kv[0])), max(count, key=count.get))
graph = {'a': ['b', 'c'], 'b': ['d'], 'c': ['d'], 'd': []}
def bfs(g, s):
    seen, queue = {s: None}, [s]
    while queue:
        n = queue.pop(0)
        for m in g[n]:
            if m not in seen: seen[m] = n; queue.append(m)
    return seen
print(bfs(graph, 'a'))
def topo(g, done=None, n=None):
    done = {} if done is None else done
    for n in g:
        def visit(n):
            if n in done: return
            for m in g[n]: visit(m)
            done[n] = True
        visit(n)
    return list(done)[::-1]
print(topo(graph))
inverted = {}
for k, vs in graph.items():
    for v in vs: inverted.setdefault(v, []).append(k)
print(inverted, {**inverted, 'a': []}, {k: sorted(v, reverse=True) for k, v in inverted.items()})
memo = {0: 0, 1: 1}
def fib(n):
    if n not in memo: memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(90), len(memo)); tree = lambda: {}
t = tree(); t.setdefault('x', tree())['y'] = 1; print(t, t['x'].get('z', 'none'))

Point = type('Point', (tuple,), {'__new__': lambda cls, x, y: tuple.__new__(cls, (x, y)), 'x': property(lambda s: s[0]), 'y': property(lambda s: s[1]), '__repr__': lambda s: f'Point(x={s.x}, y={s.y})'})
p = Point(1, 2); x, y = p
print(p, p.x + p.y, x, y, p == (1, 2), hash(p) == hash((1, 2)), {p: 1}[1, 2], p + (3,), [*p], p[0], isinstance(p, tuple), p < Point(1, 3))
recs = [('bob', 25), ('al', 30), ('cy', 25)]
print(sorted(recs), sorted(recs, key=lambda r: (r[1], r[0])), max(recs), dict(recs), [n for n, a in recs if a == 25], list(zip(*recs)))
t = (1, [2, 3], {'k': (4,)}); t[1].append(5); t[2]['k'] += (6,); print(t)
print((1, 2) + (3,) * 2, (0,) * 0, 3 * ((),), (1, (2, (3, (4,))))[1][1][1][0], tuple(tuple(r) for r in ['ab', 'cd']), ((1, 2), 3) < ((1, 3), 0), () < ((),), (float('nan'),) == (float('nan'),))
def multi(): return 1, 'two', [3]
a, *_ = multi(); print(a, _, multi()[1], len(multi()), (lambda *a: a)(*multi()), multi().count(1))

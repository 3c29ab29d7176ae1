import random
r = random.Random(42)
print([r.random() for _ in range(4)], [r.randint(1, 100) for _ in range(6)], [r.randrange(0, 100, 7) for _ in range(4)], r.randrange(5), r.uniform(1, 2), r.choice('abcdef'), r.choices([1, 2, 3], k=5), r.choices('ab', weights=[1, 9], k=6), r.choices('ab', cum_weights=[5, 10], k=3))
l = list(range(10)); r.shuffle(l); print(l, r.sample(range(100), 5), r.sample('abcdef', 3), r.sample([1, 2], 2), r.getrandbits(10), r.getrandbits(100), r.getrandbits(0), r.gauss(0, 1), r.gauss(10, 2), r.normalvariate(0, 1), r.triangular(0, 1, 0.5), r.expovariate(1.5))
random.seed(1); a = [random.random(), random.randint(0, 10 ** 30), random.choice([1, 2, 3])]; random.seed(1); print(a == [random.random(), random.randint(0, 10 ** 30), random.choice([1, 2, 3])], a)
for seed in (0, -5, 10 ** 30, 'text', b'bytes', 1.5, 'é', True):
    print(seed, random.Random(seed).random(), random.Random(seed).randrange(1000))
s = r.getstate(); x = r.random(); r.setstate(s); print(x == r.random())
for code in ('r.choice([])', 'r.randint(5, 1)', 'r.randrange(0)', 'r.sample([1], 2)', 'r.sample({1}, 1)', 'r.randint(1.5, 2)', 'r.getrandbits(-1)', 'r.choices([], k=1)', 'r.shuffle((1, 2))', 'r.choices([1], weights=[1, 2])', 'r.randrange(1, 5, 0)', 'random.Random([])', 'r.sample([1, 2], -1)', 'r.randrange("a")'):
    try:
        print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, e)
class R(random.Random): pass
print(R(5).random() == random.Random(5).random(), [random.Random(i).randint(0, 1) for i in range(20)])
print(r.betavariate(1, 2), r.gammavariate(2, 1), r.lognormvariate(0, 1), r.paretovariate(3), r.vonmisesvariate(0, 4), r.weibullvariate(1, 1.5), r.randbytes(5))

import random
random.seed(2024)
print(random.random(), random.randint(1, 6), random.choice('xyz'), random.sample(range(10), 3), random.uniform(-1, 1), random.getrandbits(64))
l = list('abcdef'); random.shuffle(l); print(l, random.choices(range(5), k=4), random.randrange(10, 20, 3), random.gauss(0, 1))
random.seed('seed'); a = random.random(); random.seed('seed'); print(a == random.random(), 0 <= a < 1)
r1, r2 = random.Random(7), random.Random(7); print([r1.random() for _ in range(3)] == [r2.random() for _ in range(3)], r1.randint(0, 9) == r2.randint(0, 9))
counts = [0] * 6
for _ in range(6000): counts[random.randrange(6)] += 1
print(counts, all(800 < c < 1200 for c in counts)); xs = [random.gauss(5, 2) for _ in range(2000)]; m = sum(xs) / 2000; print(4.8 < m < 5.2, m)
class Walk:
    def __init__(self, r): self.r, self.p = r, 0
    def step(self): self.p += self.r.choice((-1, 1)); return self.p
w = Walk(random.Random(1)); print([w.step() for _ in range(12)]); random.seed(); print(0 <= random.random() < 1); random.seed(3)
print(isinstance(random.SystemRandom().random(), float) if 0 else True, random.sample('abc', counts=[1, 2, 3], k=4), random.sample([], 0), random.randrange(10 ** 30) < 10 ** 30)

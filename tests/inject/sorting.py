class K:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return 'K%d' % self.n
x = 7
numbers = []
for i in range(150):
    x = x * 1103515245 + 12345 & 0x7FFFFFFF
    numbers.append(x % 1000)
print(sorted(numbers))
print(sorted(numbers, reverse=True)[:5], sorted(numbers, key=lambda n: -n)[:5])
print(sorted(map(str, numbers))[:5], sorted(n / 7 for n in numbers)[:3])
ks = [K(n) for n in numbers[:40]]
ks.sort()
print(ks)
pairs = [(n % 7, str(n)) for n in numbers[:50]]
pairs.sort()
print(pairs[:6], min(pairs), max(numbers, key=lambda n: n % 100))
numbers[:100] = sorted(numbers[:100])
numbers.sort(key=float)
print(numbers[0], numbers[-1])

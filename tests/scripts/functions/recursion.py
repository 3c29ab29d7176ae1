def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(20), fact(50))
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print([fib(i) for i in range(15)])
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(100), odd(51))
def ackermann(m, n):
    if m == 0: return n + 1
    if n == 0: return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))
print(ackermann(2, 3))
def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)
print(list(hanoi(3, 'a', 'b', 'c')))
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
print(deep(500))
def forever(): return forever()
try:
    forever()
except RecursionError as e:
    print(type(e).__name__, e)

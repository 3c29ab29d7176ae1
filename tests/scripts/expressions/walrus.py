if (n := 10) > 5:
    print(n)
print([y := 1, y ** 2, y + 3])
while (n := n - 3) > 0:
    print('loop', n)
print(n)
data = [1, 2, 3, 4]
print([z for x in data if (z := x * x) > 4], z)
def f(a, b): return a, b
print(f(a := 1, b=(q := 2)), a, q)
print((t := 1, 2), t)
x = (u := 3) + (u := u * 2)
print(x, u)
print(any((w := v) > 2 for v in data), w)
d = {(k := 'key'): (val := 5)}
print(d, k, val)
print(f'{(m := 7)} {m:=5}')
s = 'hello'[(i := 1):(j := 3)]
print(s, i, j)
p = 1
print(p + (p := 5) + p)

x = 5
x += 2; print(x)
x -= 3; print(x)
x *= 10; print(x)
x //= 3; print(x)
x **= 2; print(x)
x %= 50; print(x)
x <<= 3; print(x)
x >>= 1; print(x)
x |= 1; print(x)
x &= 0xf; print(x)
x ^= 0xff; print(x)
x /= 4; print(x)
items = [1]
alias = items
items += 'ab'
print(alias, alias is items)
items *= 2
print(alias)
t = (1,)
u = t
t += (2,)
print(t, u)
calls = []
def index():
    calls.append('i')
    return 0
nums = [1, 2]
nums[index()] += 10
print(nums, calls)
class A: n = 1
a = A()
a.n += 5
print(a.n, A.n)
s = 'ab'
s += 'cd'
print(s)
tup = ([],)
try:
    tup[0] += [1]
except TypeError as e:
    print(e, tup)

x = int('256'); y = int('256'); print(x is y)
x = int('257'); y = int('257'); print(x is y, x == y)
print(int('-5') is int('-5'), int('-6') is int('-6'))
def f(a): return a
n = 250
print([(n + i) is (n + i) for i in range(10)], [(i - 3 - 3) is (i - 6) for i in range(3)])
a = 0
for i in range(300): a += 1
b = 300
print(a == b, len({id(int(str(i))) for i in range(256)}), int(True) is int('1'))
print(int(5.0) is int('5'), len([1] * 5) is int('5'), hash(3) is int('3'), ord('a') is int('97'), round(2.4) is int('2'))

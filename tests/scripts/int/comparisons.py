nums = [0, 1, -1, 2 ** 31, -2 ** 31, 2 ** 63 - 1, 2 ** 63, -2 ** 63, -2 ** 63 - 1, 10 ** 30, -10 ** 30]
for a in nums:
    print(a, [(a < b) - (a > b) for b in nums], [a <= b for b in nums].count(True), a == -(-a), a != a + 1)
floats = [0.0, 0.5, -0.5, 9.3e18, 1e30, float('inf'), float('-inf'), float('nan')]
for a in nums[:8]:
    print([(a < f, a == f, a > f) for f in floats].count((True, False, False)), [a >= f for f in floats], [f <= a for f in floats])
print(1 < True, 1 == True, 0 == False, sorted(nums, reverse=True)[:3], max(nums), min(nums))
print(2 ** 63 == 2.0 ** 63, 2 ** 63 - 1 == 2.0 ** 63, 2 ** 63 - 1 < 2.0 ** 63, 10 ** 22 == 1e22, 10 ** 23 == 1e23)
for op in ('1 < "a"', '1 <= None', '[] > 1', '1 == "1"', '1 != None'):
    try:
        print(op, eval(op))
    except TypeError as e:
        print(e)

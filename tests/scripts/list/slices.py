a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[::3], a[::-1], a[8:2:-2], a[5:5], a[20:], a[:-20], a[-20:3], a[None:None:None], a[3:1], a[slice(1, 3)])
a[2:5] = ['x']; print(a)
a[1:1] = [10, 11]; print(a)
a[::2] = [0] * len(a[::2]); print(a)
a[-2:] = []; print(a)
a[:] = 'abc'; print(a)
a[5:] = [1]; print(a); a[1:100] = (); print(a)
a = list(range(10)); del a[::3]; print(a); del a[-1]; print(a); del a[1:3]; print(a); del a[::-2]; print(a); del a[:]; print(a)
a = list(range(6)); a[::-1] = range(6); print(a); a[4:1:-1] = 'xyz'; print(a); a[3:1] = ['in']; print(a)
a[1:3] = a; print(a); a[:] = a; print(a); a[0:0] = (i for i in 'gen'); print(a)
for f in ('a[::2] = [1]', 'a[::-1] = [1]', 'a[1:2] = 5', 'a[::0]', 'a[::0] = []', 'del a[::0]', 'a["x"] = 1', 'a[100] = 1', 'del a[100]', 'a[1:2:3] = 5', 'a[1.5:2]', 'a[:"b"]', 'a[-100] = 0'):
    try:
        exec(f)
    except Exception as e:
        print(type(e).__name__, e)

import sys
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
sys.setrecursionlimit(100)
base = 0
def reach(n):
    try: return depth(n)
    except RecursionError: return None
low = max(n for n in range(50, 100) if reach(n) is not None)
print(low in range(90, 100), reach(low) == low, reach(low + 1))
sys.setrecursionlimit(1000); print(reach(950), reach(1000))

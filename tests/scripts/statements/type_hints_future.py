from __future__ import annotations
def f(x: undefined_type, *a: also.undefined) -> nothing: return x
print(f.__annotations__, f(1))
class C:
    a: no_such[thing] = 1
    b: 'quoted'
print(C.__annotations__)
x: list[int] = []
print(__annotations__)

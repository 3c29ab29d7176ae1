x: int = 5
y: str
print(__annotations__, x)
try:
    y
except NameError as e:
    print(e)
class C:
    a: int
    b: 'text' = 2
    (c): float = 3
print(C.__annotations__, C.b, C.c)
def f(a: int, b: 'B' = 1, *args: tuple, k: list = None, **kw: dict) -> None:
    local: undefined_name_is_fine = 4
    return local
print(f.__annotations__)
print(f(1))
class Obj: pass
o = Obj()
o.attr: int = 9
print(o.attr, 'attr' in __annotations__)
d = {}
d['k']: int = 3
print(d)

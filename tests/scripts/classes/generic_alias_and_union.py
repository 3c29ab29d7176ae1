print(list[int], dict[str, int], tuple[int, ...], int | str, int | None, list[int] == list[int], type[int])
print(list[int]([1]), isinstance(1, int | str), (int | str).__args__, list[int].__origin__, list[int].__args__)
for f in (lambda: isinstance([], list[int]), lambda: int | 5, lambda: list[int](5), lambda: 5 | int):
    try: print(f())
    except TypeError as e: print(e)
class C:
    def __class_getitem__(cls, k): return cls.__name__, k
print(C[int], C[1, 2])
try: int[5]
except TypeError as e: print(e)
def f(x: int | None = None) -> list[str]: return x
print(f.__annotations__)

# The built-in containers had no __class_getitem__, and types no | operator.
print(list[int], dict[str, int], tuple[int, ...], set[int], frozenset[str], enumerate[int], type[int])
print(int | str, None | int, int | None, list[int] | None, int | int, isinstance(1, int | str))
print(list.__class_getitem__(int), type.__or__(int, str))
try:
    int | 5
except TypeError as e: print(e)
for source in ('isinstance(1, int | list[int])', 'isinstance("a", int | list[int])', 'isinstance(1, list[int] | int)',
               'issubclass(int, int | list[int])', '(int | str)[int]', 'list[int][str]'):
    try:
        print(eval(source))
    except TypeError as e: print(e)

import sys
limit = sys.get_int_max_str_digits()
print(limit, int('9' * limit) > 0, len(str(10 ** (limit - 1))))
for f in (lambda: int('9' * (limit + 1)), lambda: str(10 ** limit), lambda: repr(-10 ** limit), lambda: '%d' % 10 ** 1, lambda: f'{10 ** limit}'):
    try: print(len(str(f())))
    except ValueError as e: print(e)
sys.set_int_max_str_digits(640); print(len(str(10 ** 639)))
try: str(10 ** 640)
except ValueError as e: print(e)

# __import__ with a level used the caller's globals where none were given
for globals in (None, 5, {}, {'__package__': 5}, {'__package__': ''}, {'__name__': 5}, {'__name__': 'x'},
                {'__name__': 'x', '__package__': None}):
    for level in 1, 5:
        try:
            __import__('y', globals, level=level)
        except Exception as error:
            print(globals, level, type(error).__name__, error)
try:
    __import__('y', level=1)
except KeyError as error:
    print(error)

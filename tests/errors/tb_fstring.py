x = 5
s = f'value {x!r} and {x.missing} end'

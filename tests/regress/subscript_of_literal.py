# No SyntaxWarning for the subscript of a literal that must fail, nor for a call of None.
def f(x):
    [1, 2] [3, 4]
    'a'['b']
    f'{x}'[x.y]
    (1, 2)[None]
    5[0]
    {1}[0]
    None()
    [1]['a'] = 5
    'a'[1], 'a'[x], 'a'[1:2], {}['a']

def t(code):
    try:
        print(eval(code))
    except Exception as e:
        print(type(e).__name__, e)
def f(*a, **k): return a, k
def g(a, b=2): return a, b
t('f(*5)')
t('f(**5)')
t('f(*None)')
t('f(**[1])')
t("f(**{1: 2})")
t("g(**{1: 2})")
t("f(a=1, **{'a': 2})")
t("f(**{'a': 1}, **{'a': 2})")
t("g(1, **{'a': 2})")
t("g(*[1, 2, 3])")
t("f(*'ab', *[1], c=3, **{'d': 4})")
t("f(*range(3), **{})")
t("g(b=1)")
t("g(1, 2, **{'b': 3})")
t("len(*[[1, 2]])")
t("len(*5)")
t("print(**{'nope': 1})")
t("f(*(i for i in 'xy'))")
t("f(**{'': 1, 'a b': 2})")

grüße = 'é中😀'
def f(ñ): return ñ + 1
x = 'ü中文' ; f(grüße)

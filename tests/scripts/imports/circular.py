import _circ_a
print(_circ_a.a, _circ_a._circ_b.b, _circ_a.get())
try:
    import _circ_c
except ImportError as e:
    text = str(e)
    print(type(e).__name__, text[:text.find(' (/')])
try:
    import _circ_e
except AttributeError as e:
    print(type(e).__name__, e)

import _circ_f
e = 1

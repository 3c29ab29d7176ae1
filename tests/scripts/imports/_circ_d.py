from _circ_c import c
d = 1

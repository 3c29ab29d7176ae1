from _circ_d import d
c = 1

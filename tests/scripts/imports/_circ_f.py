import _circ_e
_circ_e.e

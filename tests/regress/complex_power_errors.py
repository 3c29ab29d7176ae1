# Complex powers whose reciprocal underflows raised another text; phases with an imaginary exponent differed in the last digit.
for base, exponent in [(1e-295 + 1e-292j, -6), (0j, -1), (0j, 1j), (1e200 + 1e200j, 3)]:
    try:
        print(base ** exponent)
    except ArithmeticError as error:
        print(type(error).__name__, error)
print((3.3128577871465406e+19 - 541j) ** (-2 - 2969.5j))

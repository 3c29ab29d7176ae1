# Whole powers of complex numbers at the edge of the range rounded or overflowed differently.
print(complex(5e-324, -8093.5) ** 5)
try:
    print(complex(1.7976931348623157e308, -6.208459259155934e-180) ** 5)
except OverflowError as error:
    print(error)

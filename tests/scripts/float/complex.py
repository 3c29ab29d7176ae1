print(1 + 2j, -1j, 1j * 1j, (1 + 2j) * (3 - 4j), (1 + 2j) / (3 - 4j), (1 + 2j) ** 2, abs(3 + 4j), (1 + 2j).conjugate(), (1 + 2j).real, (1 + 2j).imag)
print(complex(1, 2), complex('1+2j'), complex('j'), complex('-1.5e3-2j'), complex(' (1+1j) '), complex(1.5), complex(), complex(1j, 1j), complex('inf'), complex('nan+infj'))
print(1j == 1, 1 + 0j == 1, 2j != 1, bool(0j), bool(1j), hash(1j), hash(1 + 0j) == hash(1), repr(-0.0 + 1j), repr(complex(0, -0.0)), complex(-0.0, 0))
print(f'{1 + 2j}', f'{1 + 2j:.2f}', f'{1 + 2j:>15}', '%s' % (1 + 2j), 1j ** 2, 2 ** 1j, (1 + 1j) ** -1, (1 + 1j) ** 0, 1.5 + 1j, 2 - 1j)
for code in ('1j < 2', 'int(1j)', 'float(1j)', '1j // 1', '1j % 2', 'complex("x")', 'complex("1 + 2j")', 'complex(1, "2")', 'complex("1", 2)', '1j / 0', 'divmod(1j, 1)', 'complex([])', '0j ** -1', 'round(1j)', 'f"{1j:d}"', 'f"{1j:05}"', '1j.real = 1' if 0 else '(1j).x'):
    try:
        print(eval(code))
    except Exception as e:
        print(type(e).__name__, e)

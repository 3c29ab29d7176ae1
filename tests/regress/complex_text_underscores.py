# complex() of a text with Unicode blanks or digits, of a long one, or with misplaced underscores.
for text in ["1_j", "1__0j", "1_0+2_0j", "\u2003\u0661+2j\u2003", "9" * 300 + "j", " " * 300 + "1j"]:
    try:
        print(complex(text))
    except ValueError as error:
        print(error)

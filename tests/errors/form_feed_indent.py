for text in ("if 1:\n  \f\tx = 1\n\tx = 2\n", "if 1:\n\tx = 1\n \f\tx = 2\n", "if 1:\n\t\f x = 1\n x = 2\n",
             "if 1:\n  \f x = 1\n x = 2\n", "\fx = 1\n \fx = 2\n"):
    try:
        exec(text)
        print("fine", x)
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno)

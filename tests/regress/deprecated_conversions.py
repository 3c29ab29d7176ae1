# Conversions that return a subclass warn, once for each line, and __warningregistry__ remembers it.
class Answers:
    def __index__(self):
        return True

    def __int__(self):
        return True

    def __float__(self):
        return Float(1)

    def __complex__(self):
        return Complex(1)


class Float(float):
    pass


class Complex(complex):
    pass


class Truncates:
    def __init__(self, answer):
        self.answer = answer

    def __trunc__(self):
        if self.answer is None:
            raise ValueError("no answer")
        return self.answer


for _ in range(2):
    print([1, 2][Answers()], range(Answers()), hex(Answers()))
    print(int(Answers()))
    print(float(Answers()))
    print(complex(Answers()))
    print(int(Truncates(5)))
    print(int(Truncates(Answers())))
    for answer in None, "text", 1.5:
        try:
            print(int(Truncates(answer)))
        except (TypeError, ValueError) as error:
            print(error)
    print([key if key == "version" else (key[1], key[2]) for key in __warningregistry__])
    if _ == 1:
        __warningregistry__.clear()


def again():
    global __warningregistry__
    del __warningregistry__
    for _ in range(2):
        print(int(Answers()))
    __warningregistry__ = None
    for _ in range(2):
        print(int(Answers()))
    __warningregistry__ = 5
    try:
        int(Answers())
    except TypeError as error:
        print(error)
    del __warningregistry__


again()
space = {"Answers": Answers}
exec("print(int(Answers()))", space)
print(space["__warningregistry__"])
space = {"Answers": Answers, "__name__": "__main__"}
exec("\nprint(int(Answers()))", space)
print(len(space["__warningregistry__"]))

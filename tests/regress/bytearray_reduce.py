# copy.copy() of an instance of a subclass of bytearray lost its attributes; protocols had no say.
import copy


class Bytes(bytearray):
    pass


made = Bytes(b"ab\xff")
made.attribute = [1]
copied, deep = copy.copy(made), copy.deepcopy(made)
print(type(copied), copied, copied.attribute is made.attribute, deep, deep.attribute, deep.attribute is made.attribute)
for value in made, Bytes(), bytearray(b"x\xe9"), bytearray():
    print(value.__reduce__(), value.__reduce_ex__())
    for protocol in -1, 0, 1, 2, 3, 4, 5:
        print(protocol, value.__reduce_ex__(protocol))
for arguments in ("a",), (1.5,), (None,), (1, 2), (2**40,):
    try:
        bytearray().__reduce_ex__(*arguments)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
print(bytearray.__reduce_ex__.__doc__)


class Stateful(bytearray):
    def __getstate__(self):
        return "own state"


class Failing(bytearray):
    def __getstate__(self):
        raise ArithmeticError("no state")


print(Stateful(b"a").__reduce_ex__(4))
try:
    Failing(b"a").__reduce__()
except ArithmeticError as error:
    print(error)

# A class whose __new__ was assigned and deleted again keeps looking it up: object.__new__ then refuses arguments.
class Made:
    def __init__(self, a):
        self.a = a


print(Made(1).a)
Made.__new__ = lambda cls, a: object.__new__(cls)
print(Made(2).a)
del Made.__new__
try:
    print(Made(3).a)
except TypeError as error:
    print(error)

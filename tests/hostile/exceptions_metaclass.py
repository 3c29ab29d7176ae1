# differs: CPython asks the metaclass again when it stores the exception that is raised
class Meta(type):
    def __instancecheck__(cls, x): 1 / 0
    def __subclasscheck__(cls, x): 1 / 0

class Odd(Exception, metaclass=Meta): pass

for x in Odd, Odd():
    try:
        raise x
    except Exception as error:
        print(type(error).__name__)
try:
    raise ValueError
except Odd:
    print('caught')
except ValueError:
    print('passed')

VALUE = [1, 2]
def function(): return {'a': [VALUE] * 3}
class Class:
    def method(self): return function()

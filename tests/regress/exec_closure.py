# exec() refused every code object with free variables, also with its closure.
def outer():
    one, two = 1, 2
    def inner():
        global result
        result = one + two
    return inner
function = outer()
exec(function.__code__, closure=function.__closure__)
print(result)
for source, closure in ((function.__code__, None), (function.__code__, ()), (function.__code__, [1, 2]),
                        (function.__code__, (1, 2)), ('1', ()), ((lambda: 1).__code__, function.__closure__)):
    try: exec(source, closure=closure)
    except TypeError as e: print(e)
try: eval(function.__code__)
except TypeError as e: print(e)

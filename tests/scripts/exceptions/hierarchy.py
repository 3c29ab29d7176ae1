for name in ('BaseException Exception ArithmeticError ZeroDivisionError OverflowError FloatingPointError '
             'LookupError IndexError KeyError AttributeError NameError UnboundLocalError TypeError ValueError '
             'UnicodeError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError RuntimeError RecursionError '
             'NotImplementedError StopIteration StopAsyncIteration GeneratorExit KeyboardInterrupt SystemExit '
             'AssertionError ImportError ModuleNotFoundError OSError FileNotFoundError FileExistsError '
             'PermissionError IsADirectoryError NotADirectoryError TimeoutError InterruptedError BlockingIOError '
             'ConnectionError BrokenPipeError EOFError MemoryError BufferError ReferenceError SyntaxError '
             'IndentationError TabError SystemError Warning DeprecationWarning UserWarning SyntaxWarning '
             'RuntimeWarning FutureWarning ImportWarning UnicodeWarning BytesWarning ResourceWarning '
             'PendingDeprecationWarning EncodingWarning').split():
    cls = eval(name)
    print(name, '<', ' < '.join(c.__name__ for c in cls.__mro__[1:-1]))
print(IOError is OSError, EnvironmentError is OSError)

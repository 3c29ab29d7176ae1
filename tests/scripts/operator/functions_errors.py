# Wrong numbers and kinds of arguments; the names that functions have.
import operator

for text in ["operator.itemgetter()", "operator.itemgetter(1)()", "operator.itemgetter(1)(1,2)",
             "operator.itemgetter(1)(a=1)", "operator.itemgetter(1,a=2)", "operator.attrgetter()",
             "operator.attrgetter(1)", "operator.attrgetter('a')()", "operator.methodcaller()",
             "operator.methodcaller(1)", "operator.methodcaller('a')()", "operator.add(1)", "operator.neg()",
             "operator.length_hint(1,'a')", "operator.length_hint()", "operator.length_hint([1])",
             "operator.length_hint(5, 7)", "operator.length_hint(iter([1, 2]))", "operator.length_hint(1, 2.0)",
             "operator.setitem(1,2,3)", "operator.setitem([1], 0)", "operator.delitem(1,2)", "operator.call()",
             "operator.call(len, 'abc')", "operator.call(dict, a=1)", "operator.is_not(1)",
             "operator.attrgetter('a', b=1)", "operator.methodcaller('a')(1, b=2)", "operator.index(1.5)",
             "operator.truth()", "operator.not_(1,2)", "operator.add(1, 2, c=3)", "operator.__add__(1, 2)",
             "operator.attrgetter('a.')(1)", "operator.methodcaller(a=1)", "type(operator.itemgetter(1))",
             "operator.add", "operator.__add__", "operator.add.__module__", "operator.add.__doc__",
             "operator.add.__text_signature__", "operator.itemgetter.__doc__", "sorted(operator.__all__)",
             "operator.attrgetter.__doc__", "operator.methodcaller.__doc__", "operator.__doc__",
             "operator.itemgetter.__new__(operator.itemgetter, 1)", "operator.attrgetter([])"]:
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
try:
    class C(operator.itemgetter):
        pass
except TypeError as error:
    print(error)

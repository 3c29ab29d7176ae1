# A jump on the comparison `!=` of two strs, in registers or one of them a constant: other operands.
from _operands import *


def branch(a, b):
    if a != b:
        return "yes"
    return "no"


def with_constant(a, b):
    if a != "ab":
        return "yes"
    return "no"


def constant_first(a, b):
    if "ab" != a:
        return "yes"
    return "no"


def loop(a, b):
    count = 0
    while a != b:
        count += 1
        if count == 3:
            break
    return count


def of_results(a, b):
    if a + "" != b + "":
        return "yes"
    return "no"


def classify(words):
    """One place for words, interned or not, of all widths, and for what is no str."""
    found = []
    for word in words:
        if word != "total":
            found.append(word)
    return found


drive([branch, with_constant, constant_first, loop, of_results], ("ab", "cd"))
drive([branch, with_constant, constant_first, loop, of_results], ("ab", "".join("ab")))
for place in branch, with_constant, constant_first, loop:
    ends(place, "ab")
halves = ["to", "tal"]
print(classify(["total", "".join(halves), "Total", "tota\u0142", b"total", PlainStr("total"), 7, None, "total"[:5]]))
print(classify(["total"] * 3 + [AnsweringStr("total"), Answering(), "total", Refusing(), "totals"]))

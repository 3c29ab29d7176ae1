from tracemalloc import BaseFilter, DomainFilter, Filter, Snapshot

A2, A5, B1, B4 = ("a.py", 2), ("a.py", 5), ("b.py", 1), ("b.py", 4)
snapshot = Snapshot([(0, 10, (A2, B4), 3), (1, 2, (A5, B4), 3), (2, 66, (B1,), 1), (3, 7, (("<unknown>", 0),), 1)], 2)


def show(*filters):
    print([(trace.domain, str(trace.traceback)) for trace in snapshot.filter_traces(filters).traces])


show(Filter(True, "b.py"))
show(Filter(False, "b.py"))
show(Filter(True, "a.py", 5))
show(Filter(False, "a.py", 5))
show(Filter(True, "b.py", all_frames=True))
show(Filter(False, "b.py", all_frames=True))
show(Filter(True, "b.py", 4, True))
show(Filter(True, "a.py"), Filter(True, "b.py"))
show(Filter(True, "a.py"), Filter(False, "a.py", 2))
show(Filter(True, "*"), Filter(False, "<unknown>"))
show(Filter(True, "a.py", domain=1))
show(Filter(False, "a.py", domain=1))
show(DomainFilter(True, 2))
show(DomainFilter(False, 2))
show(DomainFilter(True, 0), DomainFilter(True, 3))
show(DomainFilter(False, 0), Filter(True, "?.py"))
show(Filter(True, "a.pyc"))
copy = snapshot.filter_traces([])
print(copy is snapshot, copy.traces == snapshot.traces, copy.traces is snapshot.traces, copy.traceback_limit)
copy.traces._traces.append((0, 1, (A2,), 1))
print(len(copy.traces), len(snapshot.traces))
for wrong in (Filter(True, "a.py"), 5, None):
    try:
        snapshot.filter_traces(wrong)
    except TypeError as error:
        print(error)
try:
    Filter(True, 5)
except TypeError as error:
    print(error)
try:
    BaseFilter(True)._match(None)
except NotImplementedError as error:
    print("NotImplementedError")
each = Filter(True, "x.pyc", 3, True, 4)
print(each.inclusive, each.filename_pattern, each.lineno, each.all_frames, each.domain, DomainFilter(False, 7).domain)
for target, name in ((each, "filename_pattern"), (DomainFilter(True, 1), "domain")):
    try:
        setattr(target, name, 1)
    except AttributeError as error:
        print(error)

patterns = ["", "*", "**", "?", "a*", "*a", "*a*b*", "[ab]c", "[!ab]c", "[a-c]?", "[a-]", "[]a]", "[!]a]", "[", "[a", "a[",
            "a.b", "*.py", "x/*.py", "*/y.py", "[^a]", "\\a", "a\\", "[z-a]", "[a-a]b", "*[0-9]*", "a?c", "A*"]
names = ["", "a", "b", "ab", "ac", "abc", "bc", "cc", "-", "]", "[", "[a", "a[", "a.b", "axb", "m.py", "x/m.py", "x/y.py",
         "^", "\\a", "a\\", "z", "a1", "Abc", "a\nb"]
for pattern in patterns:
    print(repr(pattern), [name for name in names if Filter(True, pattern)._match_frame(name, 1)])

import sys
events = []
def tracer(frame, event, arg):
    events.append((event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer
def f(n):
    x = n + 1
    if x > 1:
        x = 0
    return x
def g():
    try:
        1 / 0
    except ZeroDivisionError:
        pass
sys.settrace(tracer)
f(1)
g()
sys.settrace(None)
for e in events: print(e)
print(sys.gettrace())
events.clear()
sys.setprofile(lambda frame, event, arg: events.append((event, frame.f_code.co_name)))
f(0); len([1])
sys.setprofile(None)
print(events)

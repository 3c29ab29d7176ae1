# The frame of a generator that ended kept the frame that had resumed it, and all that lived there.
import sys, gc
def g(fail):
    frames.append(sys._getframe())
    print(frames[-1].f_back.f_code.co_name)
    yield 1
    print(frames[-1].f_back.f_code.co_name)
    if fail: raise ValueError("g")
def outer(fail):
    yield from g(fail)
frames = []
def use(fail, make):
    it = make(fail)
    next(it)
    print(frames[-1].f_back)
    try: next(it)
    except (ValueError, StopIteration) as e:
        t = e.__traceback__
        while t:
            print(t.tb_frame.f_code.co_name, t.tb_frame.f_back and t.tb_frame.f_back.f_code.co_name); t = t.tb_next
    print(frames[-1].f_back)
def loop(fail, make):
    try:
        for x in make(fail): pass
    except ValueError as e:
        t = e.__traceback__
        while t:
            print(t.tb_frame.f_code.co_name, t.tb_frame.f_back and t.tb_frame.f_back.f_code.co_name); t = t.tb_next
    print(frames[-1].f_back)
for make in g, outer:
    for fail in 0, 1:
        use(fail, make); loop(fail, make)
        try: print(list(make(fail)))
        except ValueError as e: print(e.__traceback__.tb_next.tb_frame.f_back)
        print(frames[-1].f_back)
        it = make(fail); next(it); it.close(); print(frames[-1].f_back)
        it = make(fail); next(it)
        try: it.throw(KeyError)
        except KeyError as e: print(e.__traceback__.tb_next.tb_frame.f_back, frames[-1].f_back)
class Held:
    def __init__(self, source): self.items = list(source)
    def __del__(self): print("held ends")
def cyclic():
    try: 1 // 0
    except ZeroDivisionError as e: last = e
    yield 5
def inner(): 
    try: 1 // 0
    except ZeroDivisionError as e: last = e
def calling():
    inner()
    yield 6
print(Held(cyclic()).items)
print(Held(calling()).items)
print(Held(x for x in calling()).items)
gc.collect()

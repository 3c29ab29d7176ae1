# A generator's frame object kept a pointer to the generator after the generator was gone.
def plain():
    try:
        yield 1
    except ValueError:
        yield 2
    raise KeyError


def outer():
    yield from plain()


it = outer()
next(it)
frame = it.gi_frame
print(frame.f_code.co_name, it.throw(ValueError))
kept = None
try:
    next(it)
except KeyError as e:
    kept = e.__traceback__
del it
held = [str(i) * 3 for i in range(50)]
print(frame.f_locals, kept.tb_next.tb_frame is frame, kept.tb_next.tb_next.tb_frame.f_code.co_name)
del frame, kept
print(len(held))

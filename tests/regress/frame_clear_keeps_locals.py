# frame.clear() of a suspended generator's frame released the locals; CPython only closes the generator
import sys


class Noisy:
    def __del__(self):
        print('released')


def body():
    noisy = Noisy()
    try:
        yield
    finally:
        print('finally')


generator = body()
next(generator)
frame = generator.gi_frame
frame.clear()
print(list(frame.f_locals), generator.gi_frame)
print(next(generator, 'over'))
frame.clear()
print('again', list(frame.f_locals))

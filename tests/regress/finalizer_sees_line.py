# A finalizer that an assignment starts saw the line of the statement before it.
import sys


class Ending:
    value = 5

    def __init__(self):
        self.slot = 6

    def method(self):
        pass

    def __del__(self):
        frame = sys._getframe(1)
        print("ends on line", frame.f_lineno - frame.f_code.co_firstlineno)


def assignments(number, items, pair, table, holder):
    x = Ending()
    x = None
    x = Ending()
    x = number
    x = Ending()
    x = number + 1
    x = Ending()
    x = number * 1.5
    x = Ending()
    x = -number
    x = Ending()
    x = number < 5
    x = Ending()
    x = items[0]
    x = Ending()
    x = pair[0]
    x = Ending()
    x = table[0]
    x = Ending()
    x = "text"[0]
    x = Ending()
    x = holder.slot
    x = Ending()
    x = holder.value
    x = Ending()
    x = sys.maxsize
    x = Ending()
    x = Ending.value
    x = Ending()
    x = len
    x = Ending()
    x = len(items)
    x = Ending()
    x, y = pair
    x = y = Ending()
    y = 1
    x = 2
    x = Ending()
    x, y = y, x
    y = 3
    x = Ending()
    for x in items:
        x = Ending()
    x = None
    x = Ending()
    x = [number]
    x = Ending()
    x = not number
    x = Ending()
    x = number is None
    x = Ending()
    x = lambda: 0
    x = Ending()
    x = f"{number}"


for _ in range(4):
    assignments(1000, [1, 2], (1, 2), {0: 1}, Ending())

# The attribute of an instance of a list's subclass that dies with the load: the instance dies before the old value.
class L(list):
    def __init__(self, a):
        self.a = a

    def __del__(self):
        log.append("L")


class W:
    def __del__(self):
        log.append("W")


log = []


def load(n):
    for i in range(n):
        x = W()
        x = L(1).a
        log.append("-")


load(200)
print(log[:6], log[-6:], len(log))

# differs: the text of a MemoryError is our own
# options: --memory-limit 16M
import atexit
class D:
    def __init__(self, name): self.name = name
    def __del__(self):
        print('del', self.name)
        bytes(1 << 40)
@atexit.register
def at_exit():
    print('atexit')
    bytes(1 << 40)
kept = D('kept')
held = [None]
def fill():
    chain = None
    try:
        while True: chain = [chain]
    except MemoryError:
        held[0] = chain
    return bytes(1 << 20)
fill()

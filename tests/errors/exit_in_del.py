import sys
class D:
    def __del__(self): sys.exit(5)
D()
print('still here')

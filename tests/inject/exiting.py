import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = D('module level')
b = [D('in list')]
def f():
    with open('exiting.py') as file:
        sys.exit('message ' * 2)
try:
    f()
finally:
    print('finally')

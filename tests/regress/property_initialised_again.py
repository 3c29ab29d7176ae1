# property.__init__ and the like called again: inline caches still held the first function, which was dead.
class C:
    @property
    def p(self): return 'p1'
    @staticmethod
    def s(): return 's1'
    @classmethod
    def c(cls): return 'c1'
def run():
    o = C()
    return [o.p for i in range(3)], [C.s() for i in range(3)], [C.c() for i in range(3)]
def run1(o): return o.p, C.s(), C.c(), o.s(), o.c()
o = C()
for i in range(60): r = run1(o)
print(r)
C.__dict__['p'].__init__(lambda self: 'p2')
C.__dict__['s'].__init__(lambda : 's2')
C.__dict__['c'].__init__(lambda cls: 'c2')
for i in range(3): print(run1(o))

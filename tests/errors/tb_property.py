class A:
    @property
    def p(self):
        return self.q.r
    @property
    def q(self): return None
A().p

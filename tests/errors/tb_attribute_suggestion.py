class Thing:
    def __init__(self): self.colour = 1
    def method(self): pass
t = Thing()
t.color

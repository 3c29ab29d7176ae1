import gc
class D:
    dead = 0
    def __init__(self): self.me = self
    def __del__(self): D.dead += 1
gc.collect()
for _ in range(5000): D()
print(D.dead > 3000)
gc.collect(); print(D.dead)
gc.disable(); D.dead = 0
for _ in range(3000): D()
print(D.dead); gc.enable(); gc.collect(); print(D.dead)

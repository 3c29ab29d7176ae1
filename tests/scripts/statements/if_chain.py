def kind(n):
    if n < 0:
        return 'negative'
    elif n == 0:
        return 'zero'
    elif n < 10:
        return 'digit'
    else:
        return 'big'

for n in (-1, 0, 5, 10):
    print(n, kind(n))
if []: print('wrong')
elif 'x': print('truthy str')
print('a' if 0 else 'b', 'c' if 1 else 'd')
if not None and not 0.0 and not '' and not () and not {}:
    print('all falsy')

class Truth:
    def __init__(self, value): self.value = value
    def __bool__(self):
        print('bool called')
        return self.value

if Truth(True) and Truth(False) or Truth(True):
    print('done')

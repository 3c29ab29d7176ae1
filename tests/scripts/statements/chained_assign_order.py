log = []
def note(name, value=None):
    log.append(name)
    return value
class Recorder:
    def __setitem__(self, key, value): log.append(('set', key, value))
    def __setattr__(self, key, value): log.append(('attr', key, value))
r = Recorder()
r[note('k1', 1)] = r[note('k2', 2)] = note('value', 'v')
print(log); log.clear()
r.a = r.b = 3
print(log); log.clear()
d = {note('key'): note('val')}
print(log); log.clear()
note('f', print)(note('x', 1), note('y', 2), sep=note('sep', '-'))
print(log); log.clear()
note('a', 1) + note('b', 2) * note('c', 3)
print(log); log.clear()
r[note('i', 0)], r[note('j', 1)] = note('p', 'P'), note('q', 'Q')
print(log)

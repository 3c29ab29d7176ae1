# differs: Adder only: module mem
# The map of the arenas says what the account says.
import mem

x = [object() for i in range(100000)]
y = ['%d' % i for i in range(50000)]
del x[::3]
arenas = mem.arenas()
print(all(len(arena['pools']) == 64 for arena in arenas))
print({pool['kind'] for arena in arenas for pool in arena['pools']} == {None, 'raw', 'atom', 'tracked'})
print({pool['state'] for arena in arenas for pool in arena['pools']} <= {'empty', 'used', 'full', 'idle'})
print(all(arena['used'] == sum(pool['used'] * pool['size'] for pool in arena['pools']) for arena in arenas))
print(all(arena['used'] + arena['free'] == (1 << 20) - 4160 for arena in arenas))
ages = sorted(arena['age'] for arena in arenas)
print(ages[0], len(set(ages)) == len(ages))
count = len(mem.arenas()) # `arenas` itself took some
text = mem.report('arenas').splitlines()
print(abs(len(text) - 1 - count) < 5, all(len(line.split()[1]) == 64 for line in text[1:]))
print(mem.report() == mem.report('stats') or mem.report().split()[0] == 'heap')
for wrong in ('x', 1):
    try:
        mem.report(wrong)
    except (ValueError, TypeError) as error:
        print(error)

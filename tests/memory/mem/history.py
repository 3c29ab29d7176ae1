# differs: Adder only: module mem
# not in: stress
# Why each collection ran, and why it was not an older one.
import gc, mem

gc.disable()
gc.collect()
last = mem.collections()[-1]
print(last['generation'], last['cause'], last['why_not_older'])
number = last['number']
gc.collect(1)
gc.collect(0)
a = []
a.append(a)
del a
gc.collect()
for record in mem.collections()[-3:]:
    print(record['number'] - number, record['generation'], record['cause'], record['unreachable'],
          record['counts'][1:], record['seconds'] >= 0)
print(mem.collections()[-1]['candidates'] >= mem.collections()[-1]['unreachable'])
number = mem.collections()[-1]['number']
gc.set_threshold(100, 2, 2)
gc.enable()
kept = [[] for _ in range(1000)]
gc.disable()
for record in mem.collections():
    if record['number'] > number and record['number'] <= number + 8:
        why = record['why_not_older']
        if why and 'waiting' in why:
            why = why.split(':')[0] + ': waiting'
        print(record['number'] - number, record['generation'], record['cause'], record['counts'][1:],
              record['thresholds'], why)
for i in range(200):
    gc.collect(0)
records = mem.collections()
print(len(records), [r['number'] for r in records] == list(range(records[0]['number'], records[-1]['number'] + 1)))

# not in: stress
# When automatic collections run: as soon as the count exceeds threshold0; the older generation when its
# counter exceeds its own threshold; the oldest only if enough survivors wait.
import gc
gens = []
def callback(phase, info):
    if phase == 'start': gens.append(info['generation'])
def run(thresholds, number, collect=True):
    keep = [None] * number
    gc.set_threshold(0)
    if collect: gc.collect()
    gens.clear(); gc.callbacks.append(callback)
    gc.set_threshold(*thresholds)
    for i in range(number): keep[i] = []
    gc.set_threshold(0); gc.callbacks.clear()
    return ''.join(map(str, gens))
gc.enable()
old = [[] for _ in range(16000)]
print(len(run((100, 1000, 1000), 1050)), len(run((700, 1000, 1000), 7100)))
print(run((100, 2, 2), 1320))
print(run((50, 3, 3), 2000))
print(run((10, 1, 1), 600))
result = run((700, 10, 10), 200000); print(result.count('0'), result.count('1'), result.count('2'), result.index('1'))
result = run((700, 10, 10), 200000, False); print(result.count('0') > 250, result.count('1') > 20)
print(run((0,), 5000) == '', gc.get_threshold())

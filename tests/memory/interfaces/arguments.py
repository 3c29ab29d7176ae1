# Every function of gc, weakref, atexit and of sys's memory side, called with too few, too many and wrong
# arguments: what comes back, or the error and its text, and how many of the calls ended that way.
import gc, sys, weakref, atexit, _weakref
class I:
    def __init__(self, v): self.v = v
    def __index__(self):
        if isinstance(self.v, Exception): raise self.v
        return self.v
    def __repr__(self): return 'I(%r)' % (self.v,)
class SI(int): pass
class SS(str): pass
class C: pass
c = C()
vals = [None, 0, 1, 2, -1, True, 3.5, 'a', b'x', [], (), {}, c, C, 2**31, -2**31-1, 2**63, -2**63-1, 2**100, -2**100, I(1), I(-5), I(2**40), I(KeyError('k')), I('bad'), SI(2), SS('q'), len, 1j]
results = {}
mods = {'gc': ['enable','disable','isenabled','set_debug','get_debug','get_count','set_threshold','get_threshold','collect','get_objects','get_stats','is_tracked','is_finalized','get_referrers','get_referents','freeze','unfreeze','get_freeze_count'],
 'sys': ['getrefcount','getsizeof','getallocatedblocks','intern','getrecursionlimit','setrecursionlimit','unraisablehook','_getframe','is_finalizing','exc_info', '_debugmallocstats'],
 'weakref': ['getweakrefcount','getweakrefs','ref','proxy','WeakMethod','WeakSet','finalize','WeakValueDictionary','WeakKeyDictionary','KeyedRef'],
 '_weakref': ['_remove_dead_weakref'],
 'atexit': ['register','unregister','_clear','_ncallbacks','_run_exitfuncs']}
def show(x):
    t = type(x).__name__
    if t in ('int', 'bool', 'NoneType', 'str', 'float'): return t if t == 'int' else repr(x)
    return t
def call(name, f, a, k={}):
    lim = sys.getrecursionlimit(); thr = gc.get_threshold(); dbg = gc.get_debug()
    try: r = show(f(*a, **k))
    except BaseException as e:
        r = '%s: %s' % (type(e).__name__, e)
        if e.__cause__ or e.__context__: r += ' <- %r' % (e.__cause__ or e.__context__)
    gc.set_debug(0); gc.unfreeze(); ex = ''
    if gc.get_threshold() != thr: ex = str(gc.get_threshold())
    gc.set_threshold(*thr); 
    if sys.getrecursionlimit() != lim: ex += str(sys.getrecursionlimit()); sys.setrecursionlimit(lim)
    atexit._clear()
    if 'cannot set the recursion limit' in r: r = r.split(' at the rec')[0]
    if name not in results: results[name] = {}
    if 'at 0x' in r: r = r.split(' at 0x')[0]
    results[name][r + ' ' + ex] = results[name].get(r + ' ' + ex, 0) + 1
for m, names in mods.items():
    mod = sys.modules[m]
    for n in names:
        f = getattr(mod, n)
        nm = m + '.' + n
        if nm == 'sys._debugmallocstats': call(nm, f, (1,)); continue
        if nm == 'gc.set_debug': vv = [v for v in vals if v not in (1,True,2)]
        else: vv = vals
        if nm == 'sys.unraisablehook': vv = [None, 1, 'a', c]
        call(nm, f, ())
        for v in vv:
            call(nm, f, (v,))
        for a in ((1, 2), (c, None), (c, 5), (c, len), (1, 2, 3), (1,2,3,4), (1,2,3,4,5)): 
            if nm != 'sys.unraisablehook': call(nm, f, a)
        call(nm, f, (), {'nope': 1})
        call(nm, f, (1,), {'nope': 1})
        call(nm, f, (c,), {'nope': 1, 'b': 2})
        for k in ({'generation': 1}, {'object': c}, {'default': 5}, {'object': c, 'default': 5}, {'callback': None}, {'other': ()}, {'data': ()}, {'func': len}, {'limit': 100}, {'obj': c}, {'string': 'x'}, {'self': 1}, {'dict': {}}, {'meth': c}):
            call(nm, f, (), k)
            if nm != 'sys.unraisablehook': call(nm, f, (c,), k)
        for v in vals:
            if 'gener' in str(f.__text_signature__ if hasattr(f, '__text_signature__') else ''): call(nm, f, (), {'generation': v})
for v in vals:
    call('set_threshold2', gc.set_threshold, (7, v))
    call('set_threshold3', gc.set_threshold, (7, 8, v))
    call('getsizeof', sys.getsizeof, (c, v))
    call('ref', weakref.ref, (c, v))
    call('proxy', weakref.proxy, (c, v))
    call('finalize', weakref.finalize, (c, v))
    call('register', atexit.register, (v, 1))
    call('KeyedRef', weakref.KeyedRef, (c, v, 1))
    call('WeakMethod', weakref.WeakMethod, (v, None))
    call('_rdw', _weakref._remove_dead_weakref, ({}, v))
    call('_rdw', _weakref._remove_dead_weakref, ({1: 2}, 1))
for name, found in results.items():
    print(name)
    for text, count in found.items(): print('   ', count, text)

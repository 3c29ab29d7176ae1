# What gc.collect() returns: all unreachable objects, with what hangs on them.
import gc
gc.disable(); gc.collect()
class S: __slots__ = 'me', 'other'
def one_list(): l = []; l.append(l)
def two_instances(): a, b = C(), C(); a.o, b.o = b, a
def leaf(): a = C(); a.me = a; a.leaf = [1]
def dict_read(): a = C(); a.me = a; a.__dict__
def dict_not_read(): a = C(); a.me = a
def many_attributes():
    a = C()
    for i in range(20): setattr(a, 'n%d' % i, i)
    a.me = a
def grown():
    a = C(); a.x = 1; a.y = 2; a.z = 3; a.w = 4; a.v = 5; a.me = a
def slots(): s = S(); s.me = s
class N: pass
def chain():
    first = node = N()
    for _ in range(99): node.next = N(); node = node.next
    node.next = first
def hangers(): l = [[i] for i in range(5)]; l.append(l)
def atoms(): l = [1, 'x', 2.5, None, (1, 2), {1: 2}]; l.append(l)
def function():
    def f(): return f
def generator():
    def g(): yield it
    it = g(); next(it)
def dropped_class():
    class X: pass
def dropped_class_with_method():
    class X:
        def m(self): pass
def bound(): c = C(); c.m = c.__init__
def bound_script_method():
    class K:
        def m(self): pass
    k = K(); k.m = k.m
def exception():
    try: 1 / 0
    except ZeroDivisionError as e: saved = e
def lambda_default():
    l = []; l.append(lambda x=l: x)
def set_cycle():
    c = C(); c.s = {c}
def frozen(): c = C(); c.f = frozenset([c])
def mapped(): l = []; l.append(map(str, l))
def partly(): d = {}; d['d'] = d; d['l'] = [d]
def subclass_of_list():
    class L(list): pass
    l = L(); l.append(l)
def instance_of_list_subclass():
    l = Sub(); l.append(l)
class Sub(list): pass
for make in (one_list, two_instances, leaf, dict_read, dict_not_read, many_attributes, grown, slots, chain, hangers, atoms, function, generator, dropped_class,
             dropped_class_with_method, bound, bound_script_method, exception, lambda_default, set_cycle, frozen, mapped, partly, subclass_of_list, instance_of_list_subclass):
    class C: pass
    make(); gc.collect()  # now the class knows how many attributes its instances get
    make(); print(make.__name__, gc.collect())

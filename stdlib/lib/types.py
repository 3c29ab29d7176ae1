"""
Define names for built-in types that aren't directly accessible as a builtin.
"""

# Types of things that Adder has not (coroutines, async generators) have no name here.

import sys


def _examples():
    """One thing of each kind; the type of it is what we want."""
    def function():
        pass

    def generator():
        cell = None
        return (lambda: cell), (yield)

    class Example:
        __slots__ = 'member'

        def method(self):
            pass

    try:
        raise TypeError
    except TypeError as error:
        traceback = error.__traceback__

    def closure(value=None):
        return (lambda: value).__closure__[0]
    return dict(
        FunctionType=function, LambdaType=function,
        MappingProxyType=type.__dict__,
        SimpleNamespace=sys.implementation,
        CodeType=function.__code__,
        CellType=closure(),
        GeneratorType=generator(),
        MethodType=Example().method,
        BuiltinFunctionType=len, BuiltinMethodType=[].append,
        WrapperDescriptorType=object.__init__,
        MethodWrapperType=object().__str__,
        MethodDescriptorType=str.join,
        ClassMethodDescriptorType=dict.__dict__['fromkeys'],
        ModuleType=sys,
        TracebackType=traceback, FrameType=traceback.tb_frame,
        GetSetDescriptorType=type(function).__code__,
        MemberDescriptorType=Example.member,
        GenericAlias=list[int],
        UnionType=int | str,
        EllipsisType=Ellipsis,
        NoneType=None,
        NotImplementedType=NotImplemented)


for _name, _example in _examples().items():
    globals()[_name] = type(_example)
del _name, _example, _examples, sys


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Create a class object dynamically using the appropriate metaclass."""
    resolved_bases = resolve_bases(bases)
    meta, ns, kwds = prepare_class(name, resolved_bases, kwds)
    if exec_body is not None:
        exec_body(ns)
    if resolved_bases is not bases:
        ns['__orig_bases__'] = bases
    return meta(name, resolved_bases, ns, **kwds)


def resolve_bases(bases):
    """Resolve MRO entries dynamically as specified by PEP 560."""
    resolved = []
    is_changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        resolved.extend(entries)
        is_changed = True
    return tuple(resolved) if is_changed else bases


def prepare_class(name, bases=(), kwds=None):
    """Call the __prepare__ method of the appropriate metaclass.

    Returns (metaclass, namespace, kwds) as a 3-tuple

    *metaclass* is the appropriate metaclass
    *namespace* is the prepared class namespace
    *kwds* is an updated copy of the passed in kwds argument with any
    'metaclass' entry removed. If no kwds argument is passed in, this will
    be an empty dict.
    """
    kwds = dict(kwds) if kwds is not None else {}
    if 'metaclass' in kwds:
        meta = kwds.pop('metaclass')
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        # Else the metaclass may be any callable.
        meta = _calculate_meta(meta, bases)
    prepare = getattr(meta, '__prepare__', None)
    return meta, {} if prepare is None else prepare(name, bases, **kwds), kwds


def _calculate_meta(meta, bases):
    """The most derived metaclass of `meta` and those of the bases."""
    winner = meta
    for base in bases:
        other = type(base)
        if issubclass(winner, other):
            continue
        if not issubclass(other, winner):
            raise TypeError("metaclass conflict: "
                            "the metaclass of a derived class "
                            "must be a (non-strict) subclass "
                            "of the metaclasses of all its bases")
        winner = other
    return winner


class DynamicClassAttribute:
    """Route attribute access on a class to __getattr__.

    This is a descriptor, used to define attributes that act differently when
    accessed through an instance and through a class.  Instance access remains
    normal, but access to an attribute through a class will be routed to the
    class's __getattr__ method; this is done by raising AttributeError.
    """

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        doc = fget.__doc__ if self.overwrite_doc else None
        result = type(self)(fget, self.fset, self.fdel, doc or self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result

    def setter(self, fset):
        result = type(self)(self.fget, fset, self.fdel, self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result

    def deleter(self, fdel):
        result = type(self)(self.fget, self.fset, fdel, self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result


def __getattr__(name):
    if name in ("CoroutineType", "AsyncGeneratorType", "coroutine"):
        raise AttributeError("types.%s is not supported by Adder: it has no coroutines" % name)
    raise AttributeError("module 'types' has no attribute %r" % name)


__all__ = [n for n in globals() if n[:1] != '_']

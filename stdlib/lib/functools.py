"""functools.py - Tools for working with functions and callable objects
"""

from _functools import partial, reduce, cmp_to_key, _lru_cache_wrapper

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES',
           'total_ordering', 'cache', 'cmp_to_key', 'lru_cache', 'reduce',
           'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod',
           'cached_property']

GenericAlias = type(list[int])
_NO = object()

# --- wrappers ---

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__',
                       '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper,
                   wrapped,
                   assigned=WRAPPER_ASSIGNMENTS,
                   updated=WRAPPER_UPDATES):
    """Update a wrapper function to look like the wrapped function

       wrapper is the function to be updated
       wrapped is the original function
       assigned is a tuple naming the attributes assigned directly
       from the wrapped function to the wrapper function (defaults to
       functools.WRAPPER_ASSIGNMENTS)
       updated is a tuple naming the attributes of the wrapper that
       are updated with the corresponding attribute from the wrapped
       function (defaults to functools.WRAPPER_UPDATES)
    """
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped  # last: the dict of `wrapped` may hold one of its own
    return wrapper


def wraps(wrapped,
          assigned=WRAPPER_ASSIGNMENTS,
          updated=WRAPPER_UPDATES):
    """Decorator factory to apply update_wrapper() to a wrapper function

       Returns a decorator that invokes update_wrapper() with the decorated
       function as the wrapper argument and the arguments to wraps() as the
       remaining arguments. Default arguments are as for update_wrapper().
       This is a convenience function to simplify applying partial() to
       update_wrapper().
    """
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# --- total_ordering ---

# The function is named like the operator, as it will be the method. Each asks the one method that the
# class has; `type(self).__lt__` and not `<`, which would ask the other side too.

def _from_lt():
    def __gt__(self, other):
        'Return a > b.  Computed by @total_ordering from (not a < b) and (a != b).'
        answer = type(self).__lt__(self, other)
        return answer if answer is NotImplemented else not answer and self != other

    def __le__(self, other):
        'Return a <= b.  Computed by @total_ordering from (a < b) or (a == b).'
        answer = type(self).__lt__(self, other)
        return answer if answer is NotImplemented else answer or self == other

    def __ge__(self, other):
        'Return a >= b.  Computed by @total_ordering from (not a < b).'
        answer = type(self).__lt__(self, other)
        return answer if answer is NotImplemented else not answer
    return __gt__, __le__, __ge__


def _from_le():
    def __ge__(self, other):
        'Return a >= b.  Computed by @total_ordering from (not a <= b) or (a == b).'
        answer = type(self).__le__(self, other)
        return answer if answer is NotImplemented else not answer or self == other

    def __lt__(self, other):
        'Return a < b.  Computed by @total_ordering from (a <= b) and (a != b).'
        answer = type(self).__le__(self, other)
        return answer if answer is NotImplemented else answer and self != other

    def __gt__(self, other):
        'Return a > b.  Computed by @total_ordering from (not a <= b).'
        answer = type(self).__le__(self, other)
        return answer if answer is NotImplemented else not answer
    return __ge__, __lt__, __gt__


def _from_gt():
    def __lt__(self, other):
        'Return a < b.  Computed by @total_ordering from (not a > b) and (a != b).'
        answer = type(self).__gt__(self, other)
        return answer if answer is NotImplemented else not answer and self != other

    def __ge__(self, other):
        'Return a >= b.  Computed by @total_ordering from (a > b) or (a == b).'
        answer = type(self).__gt__(self, other)
        return answer if answer is NotImplemented else answer or self == other

    def __le__(self, other):
        'Return a <= b.  Computed by @total_ordering from (not a > b).'
        answer = type(self).__gt__(self, other)
        return answer if answer is NotImplemented else not answer
    return __lt__, __ge__, __le__


def _from_ge():
    def __le__(self, other):
        'Return a <= b.  Computed by @total_ordering from (not a >= b) or (a == b).'
        answer = type(self).__ge__(self, other)
        return answer if answer is NotImplemented else not answer or self == other

    def __gt__(self, other):
        'Return a > b.  Computed by @total_ordering from (a >= b) and (a != b).'
        answer = type(self).__ge__(self, other)
        return answer if answer is NotImplemented else answer and self != other

    def __lt__(self, other):
        'Return a < b.  Computed by @total_ordering from (not a >= b).'
        answer = type(self).__ge__(self, other)
        return answer if answer is NotImplemented else not answer
    return __le__, __gt__, __lt__


def total_ordering(cls):
    """Class decorator that fills in missing ordering methods"""
    # The first of these that the class has, in this order, is what the others are made from.
    makers = {'__lt__': _from_lt, '__le__': _from_le, '__gt__': _from_gt, '__ge__': _from_ge}
    own = {name for name in makers if getattr(cls, name) is not getattr(object, name)}
    if not own:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    for root in makers:
        if root in own:
            break
    for method in makers[root]():
        if method.__name__ not in own:
            setattr(cls, method.__name__, method)
    return cls


# --- partialmethod ---

class partialmethod(object):
    """Method descriptor with partial application of the given arguments
    and keywords.

    Supports wrapping existing descriptors and handles non-descriptor
    callables as instance methods.
    """

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("{!r} is not callable or a descriptor".format(func))
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        args = ", ".join(map(repr, self.args))
        keywords = ", ".join("{}={!r}".format(name, value) for name, value in self.keywords.items())
        return "{}.{}({}, {}, {})".format(
            self.__class__.__module__, self.__class__.__qualname__, self.func, args, keywords)

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            keywords = {**self.keywords, **keywords}
            return self.func(cls_or_self, *self.args, *args, **keywords)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                # A descriptor of its own kind: what it gives takes the arguments.
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


# --- caches ---

def _namedtuple_cache_info():
    from collections import namedtuple
    return namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


class _HashedSeq(list):
    """A key of a cache that computes its hash once."""

    __slots__ = 'hashvalue'

    def __init__(self, tup, hash=hash):
        self[:] = tup
        self.hashvalue = hash(tup)

    def __hash__(self):
        return self.hashvalue


_kwd_mark = object(),


def _make_key(args, kwds, typed, kwd_mark=_kwd_mark, fasttypes={int, str},
              tuple=tuple, type=type, len=len):
    """The key of a call: the arguments in a row, the types behind them if they count too."""
    key = args
    if kwds:
        key += kwd_mark
        for item in kwds.items():
            key += item
    if typed:
        key += tuple([type(value) for value in args])
        if kwds:
            key += tuple([type(value) for value in kwds.values()])
    elif len(key) == 1 and type(key[0]) in fasttypes:
        return key[0]
    return _HashedSeq(key)


_cache_info = None


def lru_cache(maxsize=128, typed=False):
    """Least-recently-used cache decorator.

    If *maxsize* is set to None, the LRU features are disabled and the cache
    can grow without bound.

    If *typed* is True, arguments of different types will be cached separately.
    For example, f(3.0) and f(3) will be treated as distinct calls with
    distinct results.

    Arguments to the cached function must be hashable.

    View the cache statistics named tuple (hits, misses, maxsize, currsize)
    with f.cache_info().  Clear the cache and statistics with f.cache_clear().
    Access the underlying function with f.__wrapped__.

    See:  https://en.wikipedia.org/wiki/Cache_replacement_policies#Least_recently_used_(LRU)

    """
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)  # used without parentheses
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    return lambda user_function: _cached(user_function, maxsize, typed)


def _cached(user_function, maxsize, typed):
    global _cache_info
    if _cache_info is None:
        _cache_info = _namedtuple_cache_info()
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _cache_info)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, user_function)


def cache(user_function, /):
    'Simple lightweight unbounded cache.  Sometimes called "memoize".'
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:  # a class with __slots__
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {name!r} property.") from None
        value = values.get(name, _NO)
        if value is _NO:
            value = self.func(instance)
            try:
                values[name] = value
            except TypeError:
                raise TypeError(
                    f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                    f"does not support item assignment for caching {name!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# --- singledispatch ---

def _merge(sequences):
    """The C3 merge of lists of classes; they are used up."""
    result = []
    while True:
        sequences = [classes for classes in sequences if classes]
        if not sequences:
            return result
        for classes in sequences:
            candidate = classes[0]
            if not any([candidate in other[1:] for other in sequences]):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(candidate)
        for classes in sequences:
            if classes[0] is candidate:
                del classes[0]


def _c3_mro(cls, abcs=None):
    """The mro of a class with the ABCs in `abcs` that it is a virtual subclass of.

    Those that stand for methods of the class itself come before its bases, those that all its bases
    know already come with them.
    """
    bases = list(cls.__bases__)
    cut = 0
    for i in reversed(range(len(bases))):
        if hasattr(bases[i], '__abstractmethods__'):
            cut = i + 1
            break
    abcs = list(abcs) if abcs else []
    here = []
    for base in abcs:
        if issubclass(cls, base) and not any([issubclass(b, base) for b in bases]):
            here.append(base)
    abcs = [base for base in abcs if base not in here]
    explicit, other = bases[:cut], bases[cut:]
    lines = [_c3_mro(base, abcs) for base in explicit + here + other]
    return _merge([[cls]] + lines + [explicit, here, other])


def _compose_mro(cls, types):
    """The mro of a class with those of `types` (the registered ones) that are its virtual bases."""
    bases = set(cls.__mro__)

    def is_related(kind):
        return (kind not in bases and hasattr(kind, '__mro__')
                and not isinstance(kind, GenericAlias) and issubclass(cls, kind))
    types = [kind for kind in types if is_related(kind)]
    # A base of another one of them will come with that.
    types = [kind for kind in types
             if not any([kind is not other and kind in other.__mro__ for other in types])]
    wanted = set(types)
    mro = []
    for kind in types:
        found = []
        for subclass in kind.__subclasses__():
            if subclass not in bases and issubclass(cls, subclass):
                found.append([base for base in subclass.__mro__ if base in wanted])
        if not found:
            mro.append(kind)
            continue
        found.sort(key=len, reverse=True)
        for line in found:
            for base in line:
                if base not in mro:
                    mro.append(base)
    return _c3_mro(cls, abcs=mro)


def _find_impl(cls, registry):
    """The implementation for the most special registered class that `cls` is a subclass of."""
    match = None
    for kind in _compose_mro(cls, registry.keys()):
        if match is not None:
            # Two unrelated ABCs that fit equally well: nobody can say which is meant.
            if (kind in registry and kind not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, kind)):
                raise RuntimeError("Ambiguous dispatch: {} or {}".format(match, kind))
            break
        if kind in registry:
            match = kind
    return registry.get(match)


def _is_union(value):
    return isinstance(value, type(int | str))


def _is_dispatch_type(value):
    return isinstance(value, type) or (
        _is_union(value) and all([isinstance(arg, type) for arg in value.__args__]))


def singledispatch(func):
    """Single-dispatch generic function decorator.

    Transforms a function into a generic function, which can have different
    behaviours depending upon the type of its first argument. The decorated
    function acts as the default implementation, and additional
    implementations can be registered using the register() attribute of the
    generic function.
    """
    import abc
    import types
    import weakref

    registry = {}
    answers = weakref.WeakKeyDictionary()
    token = None  # of the ABCs' registrations that `answers` holds for

    def dispatch(cls):
        """generic_func.dispatch(cls) -> <function implementation>

        Runs the dispatch algorithm to return the best available implementation
        for the given *cls* registered on *generic_func*.
        """
        nonlocal token
        if token is not None and token != abc.get_cache_token():
            answers.clear()
            token = abc.get_cache_token()
        try:
            return answers[cls]
        except KeyError:
            pass
        try:
            found = registry[cls]
        except KeyError:
            found = _find_impl(cls, registry)
        answers[cls] = found
        return found

    def register(cls, func=None):
        """generic_func.register(cls, func) -> func

        Registers a new implementation for the given *cls* on a *generic_func*.
        """
        nonlocal token
        if _is_dispatch_type(cls):
            if func is None:
                return lambda f: register(cls, f)
        elif func is not None:
            raise TypeError(f"Invalid first argument to `register()`. "
                            f"{cls!r} is not a class or union type.")
        else:
            hints = getattr(cls, '__annotations__', {})
            if not hints:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    f"Use either `@register(some_class)` or plain `@register` "
                    f"on an annotated function.")
            func = cls
            argument, cls = next(iter(hints.items()))
            if isinstance(cls, str):
                cls = eval(cls, getattr(func, '__globals__', {}))
            if not _is_dispatch_type(cls):
                if _is_union(cls):
                    raise TypeError(f"Invalid annotation for {argument!r}. "
                                    f"{cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {argument!r}. {cls!r} is not a class.")
        for kind in cls.__args__ if _is_union(cls) else (cls,):
            registry[kind] = func
        if token is None and hasattr(cls, '__abstractmethods__'):
            token = abc.get_cache_token()
        answers.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = answers.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """Single-dispatch generic method descriptor.

    Supports wrapping existing descriptors and handles non-descriptor
    callables as instance methods.
    """

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """generic_method.register(cls, func) -> func

        Registers a new implementation for the given *cls* on a *generic_method*.
        """
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

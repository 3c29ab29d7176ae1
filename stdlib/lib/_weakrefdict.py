# WeakValueDictionary and WeakKeyDictionary of weakref. They keep weak references whose callbacks remove
# their own entry; while somebody iterates over a container, removals wait in `_pending`.

from _weakref import ref, _remove_dead_weakref
from _weakrefset import WeakSet, _Iterating
import _collections_abc

__name__ = 'weakref'

_missing = object()
_collections_abc.MutableSet.register(WeakSet)


# What both dictionaries do alike.

def _update(self, other, keywords):
    if other is not None:
        if not hasattr(other, "items"):
            other = dict(other)
        for key, value in other.items():
            self[key] = value
    for key, value in keywords.items():
        self[key] = value


def _repr(self):
    return "<%s at %#x>" % (self.__class__.__name__, id(self))


def _ior(self, other):
    self.update(other)
    return self


def _or(self, other):
    if not isinstance(other, _collections_abc.Mapping):
        return NotImplemented
    result = self.copy()
    result.update(other)
    return result


def _ror(self, other):
    if not isinstance(other, _collections_abc.Mapping):
        return NotImplemented
    result = self.__class__()
    result.update(other)
    result.update(self)
    return result


class KeyedRef(ref):
    """Specialized reference that includes a key corresponding to the value.

    The callback of a WeakValueDictionary learns from it which entry to
    remove.
    """

    __slots__ = "key",

    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class WeakValueDictionary(_collections_abc.MutableMapping):
    """Mapping class that references values weakly.

    Entries in the dictionary will be discarded when no strong
    reference to the value exists anymore
    """

    def __init__(self, other=(), /, **kw):
        def remove(dead, weak_self=ref(self), _remove_dead_weakref=_remove_dead_weakref):
            self = weak_self()
            if self is None:
                return
            if self._iterations:
                self._pending.append(dead.key)
            else:
                _remove_dead_weakref(self.data, dead.key)

        self._remove = remove
        self._pending = []
        self._iterations = 0
        self.data = {}
        self.update(other, **kw)

    __repr__ = _repr
    __ior__ = _ior
    __or__ = _or
    __ror__ = _ror

    def _commit_removals(self):
        while self._pending:
            _remove_dead_weakref(self.data, self._pending.pop())

    def _settle(self):
        # Also while somebody iterates: what comes next may ask for an entry that is dead.
        if self._pending:
            self._commit_removals()

    def __getitem__(self, key):
        self._settle()
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._settle()
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        self._settle()
        del self.data[key]

    def __len__(self):
        self._settle()
        return len(self.data)

    def __contains__(self, key):
        self._settle()
        try:
            entry = self.data[key]
        except KeyError:
            return False
        return entry() is not None

    def get(self, key, default=None):
        self._settle()
        entry = self.data.get(key)
        if entry is None:
            return default
        value = entry()
        return default if value is None else value

    def copy(self):
        new = WeakValueDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[deepcopy(key, memo)] = value
        return new

    def items(self):
        self._settle()
        with _Iterating(self):
            for key, entry in self.data.items():
                value = entry()
                if value is not None:
                    yield key, value

    def keys(self):
        self._settle()
        with _Iterating(self):
            for key, entry in self.data.items():
                if entry() is not None:
                    yield key

    __iter__ = keys

    def values(self):
        self._settle()
        with _Iterating(self):
            for entry in self.data.values():
                value = entry()
                if value is not None:
                    yield value

    def itervaluerefs(self):
        """Return an iterator that yields the weak references to the values.

        The references are not guaranteed to be 'live' at the time
        they are used, so the result of calling the references needs
        to be checked before being used.
        """
        self._settle()
        with _Iterating(self):
            yield from self.data.values()

    def valuerefs(self):
        """Return a list of weak references to the values."""
        self._settle()
        return list(self.data.values())

    def popitem(self):
        self._settle()
        while True:
            key, entry = self.data.popitem()
            value = entry()
            if value is not None:
                return key, value

    def pop(self, key, *args):
        self._settle()
        entry = self.data.pop(key, None)
        value = None if entry is None else entry()
        if value is None:
            if args:
                return args[0]
            raise KeyError(key)
        return value

    def setdefault(self, key, default=None):
        value = self.get(key, _missing)
        if value is _missing:
            self[key] = default
            return default
        return value

    def update(self, other=None, /, **kwargs):
        self._settle()
        _update(self, other, kwargs)


class WeakKeyDictionary(_collections_abc.MutableMapping):
    """ Mapping class that references keys weakly.

    Entries in the dictionary will be discarded when there is no
    longer a strong reference to the key. This can be used to
    associate additional data with an object owned by other parts of
    an application without adding attributes to those objects. This
    can be especially useful with objects that override attribute
    accesses.
    """

    def __init__(self, dict=None):
        def remove(dead, weak_self=ref(self)):
            self = weak_self()
            if self is None:
                return
            if self._iterations:
                self._pending.append(dead)
            else:
                self.data.pop(dead, None)

        self.data = {}
        self._remove = remove
        self._pending = []
        self._iterations = 0
        if dict is not None:
            self.update(dict)

    __repr__ = _repr
    __ior__ = _ior
    __or__ = _or
    __ror__ = _ror

    def __len__(self):
        data = self.data
        return len(data) - sum([entry in data for entry in self._pending])

    def _commit_removals(self):
        while self._pending:
            self.data.pop(self._pending.pop(), None)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            weak = ref(key)
        except TypeError:
            return False
        return weak in self.data

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def copy(self):
        new = WeakKeyDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[key] = deepcopy(value, memo)
        return new

    def items(self):
        with _Iterating(self):
            for weak, value in self.data.items():
                key = weak()
                if key is not None:
                    yield key, value

    def keys(self):
        with _Iterating(self):
            for weak in self.data:
                key = weak()
                if key is not None:
                    yield key

    __iter__ = keys

    def values(self):
        with _Iterating(self):
            for weak, value in self.data.items():
                if weak() is not None:
                    yield value

    def keyrefs(self):
        """Return a list of weak references to the keys."""
        return list(self.data)

    def popitem(self):
        while True:
            weak, value = self.data.popitem()
            key = weak()
            if key is not None:
                return key, value

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kwargs):
        _update(self, dict, kwargs)

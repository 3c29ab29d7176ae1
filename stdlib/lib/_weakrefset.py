# WeakSet: a set of weak references whose callbacks remove their own entry. While somebody iterates
# over a weak container, removals wait in its list `_pending`.

from _weakref import ref

__all__ = ['WeakSet']


class _Iterating:
    """While such a guard is open, dead entries of the container stay."""

    def __init__(self, container):
        self.container = ref(container)

    def __enter__(self):
        container = self.container()
        if container is not None:
            container._iterations += 1
        return self

    def __exit__(self, kind, error, traceback):
        container = self.container()
        if container is not None:
            container._iterations -= 1
            if not container._iterations:
                container._commit_removals()


class WeakSet:
    def __init__(self, data=None):
        def remove(dead, weak_self=ref(self)):
            self = weak_self()
            if self is None:
                return
            if self._iterations:
                self._pending.append(dead)
            else:
                self.data.discard(dead)

        self.data = set()
        self._remove = remove
        self._pending = []
        self._iterations = 0
        if data is not None:
            self.update(data)

    def _commit_removals(self):
        while self._pending:
            self.data.discard(self._pending.pop())

    def _settle(self):
        if self._pending:
            self._commit_removals()

    def __iter__(self):
        with _Iterating(self):
            for weak in self.data:
                item = weak()
                if item is not None:
                    yield item

    def __len__(self):
        data = self.data
        return len(data) - sum([entry in data for entry in self._pending])

    def __contains__(self, item):
        try:
            weak = ref(item)
        except TypeError:
            return False
        return weak in self.data

    def __reduce__(self):
        return self.__class__, (list(self),), self.__getstate__()

    def add(self, item):
        self._settle()
        self.data.add(ref(item, self._remove))

    def clear(self):
        self._settle()
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        self._settle()
        while True:
            try:
                weak = self.data.pop()
            except KeyError:
                raise KeyError('pop from empty WeakSet') from None
            item = weak()
            if item is not None:
                return item

    def remove(self, item):
        self._settle()
        self.data.remove(ref(item))

    def discard(self, item):
        self._settle()
        self.data.discard(ref(item))

    def update(self, other):
        self._settle()
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        new = self.copy()
        new.difference_update(other)
        return new

    __sub__ = difference

    def difference_update(self, other):
        self.__isub__(other)

    def __isub__(self, other):
        self._settle()
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update([ref(item) for item in other])
        return self

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    __and__ = intersection

    def intersection_update(self, other):
        self.__iand__(other)

    def __iand__(self, other):
        self._settle()
        self.data.intersection_update([ref(item) for item in other])
        return self

    def issubset(self, other):
        return self.data.issubset([ref(item) for item in other])

    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset([ref(item) for item in other])

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == set(map(ref, other))

    def symmetric_difference(self, other):
        new = self.copy()
        new.symmetric_difference_update(other)
        return new

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def __ixor__(self, other):
        self._settle()
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update([ref(item, self._remove) for item in other])
        return self

    def union(self, other):
        return self.__class__(item for part in (self, other) for item in part)

    __or__ = union

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    def __repr__(self):
        return repr(self.data)

    __class_getitem__ = classmethod(type(list[int]))

"""Pointers: a doubly linked list, a hash table with chains, union-find, a trie, an LRU cache."""


class Link:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.before = self.after = None


class LruCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.table = {}
        self.head = Link(None, None)
        self.tail = Link(None, None)
        self.head.after = self.tail
        self.tail.before = self.head
        self.hits = 0

    def unlink(self, link):
        link.before.after = link.after
        link.after.before = link.before

    def to_front(self, link):
        link.after = self.head.after
        link.before = self.head
        link.after.before = link
        self.head.after = link

    def get(self, key):
        link = self.table.get(key)
        if link is None:
            return None
        self.hits += 1
        self.unlink(link)
        self.to_front(link)
        return link.value

    def put(self, key, value):
        if len(self.table) >= self.capacity:
            oldest = self.tail.before
            self.unlink(oldest)
            del self.table[oldest.key]
        link = Link(key, value)
        self.table[key] = link
        self.to_front(link)


class ChainedTable:
    def __init__(self, size):
        self.buckets = [None] * size

    def set(self, key, value):
        index = key * 2654435761 % len(self.buckets)
        entry = self.buckets[index]
        while entry is not None:
            if entry.key == key:
                entry.value = value
                return
            entry = entry.after
        entry = Link(key, value)
        entry.after = self.buckets[index]
        self.buckets[index] = entry

    def get(self, key, default):
        entry = self.buckets[key * 2654435761 % len(self.buckets)]
        while entry is not None:
            if entry.key == key:
                return entry.value
            entry = entry.after
        return default


class Trie:
    def __init__(self):
        self.children = {}
        self.count = 0

    def add(self, word):
        node = self
        for letter in word:
            child = node.children.get(letter)
            if child is None:
                child = node.children[letter] = Trie()
            node = child
            node.count += 1

    def common(self, word):
        node, total = self, 0
        for letter in word:
            node = node.children.get(letter)
            if node is None:
                break
            total += node.count
        return total


def find(parents, x):
    while parents[x] != x:
        parents[x] = parents[parents[x]]
        x = parents[x]
    return x


def components(count, edges):
    parents = list(range(count))
    state, left = 3, count
    for _ in range(edges):
        state = (state * 1103515245 + 12345) % 2147483648
        a = find(parents, (state >> 8) % count)
        state = (state * 1103515245 + 12345) % 2147483648
        b = find(parents, (state >> 8) % count)
        if a != b:
            parents[a] = b
            left -= 1
    return left


def main():
    cache = LruCache(100)
    state, total = 9, 0
    for i in range(450000):
        state = (state * 1103515245 + 12345) % 2147483648
        key = (state >> 16) % 150
        value = cache.get(key)
        if value is None:
            cache.put(key, i)
        else:
            total += value & 15
    print(cache.hits, total)
    table = ChainedTable(512)
    for i in range(150000):
        key = i * 7 % 1500
        table.set(key, table.get(key, 0) + i)
    print(sum(table.get(key, 0) * key for key in range(1500)))
    print(components(100000, 130000))
    trie = Trie()
    words = [str(i * 7919 % 1000003) for i in range(30000)]
    for word in words:
        trie.add(word)
    print(sum([trie.common(word) for word in words]))


main()

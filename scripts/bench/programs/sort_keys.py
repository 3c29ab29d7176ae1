"""Sorting: numbers, strings, by key function, by attribute, by tuple, in reverse; own quicksort."""


class Person:
    def __init__(self, name, age, town):
        self.name = name
        self.age = age
        self.town = town

    def __lt__(self, other):
        return self.age < other.age


def make_numbers(count):
    state, numbers = 42, []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        numbers.append(state >> 8)
    return numbers


def quicksort(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        if j - low < high - i:
            quicksort(items, low, j)
            low = i
        else:
            quicksort(items, i, high)
            high = j


def checksum(items):
    total = 0
    for item in items:
        total = (total * 31 + item) & 0xFFFFFFFF
    return total


def main():
    numbers = make_numbers(150000)
    print(checksum(sorted(numbers)))
    print(checksum(sorted(numbers, reverse=True)))
    print(checksum(sorted(numbers, key=lambda n: n % 1000)))
    print(checksum(sorted(numbers, key=lambda n: (n & 15, -n))))
    print(checksum(map(int, sorted([n / 2 for n in numbers], key=abs))))

    copy = numbers[:]
    quicksort(copy, 0, len(copy) - 1)
    print(copy == sorted(numbers))

    words = ["w%05d" % (n % 70000) for n in numbers[:50000]]
    words.sort()
    print(words[0], words[len(words) // 2], words[-1])
    words.sort(key=lambda word: word[::-1])
    print(words[0], words[len(words) // 2], words[-1])

    people = [Person(words[i], numbers[i] % 90, numbers[i] % 7) for i in range(30000)]
    people.sort(key=lambda person: (person.town, person.age))
    print(checksum(person.age for person in people))
    people.sort()
    print(checksum(person.town for person in people))


main()

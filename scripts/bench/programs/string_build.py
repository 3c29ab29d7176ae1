"""Building strings: +=, join, slices, find and replace, case, translation by hand."""


def add_up(rounds):
    text = ""
    for i in range(rounds):
        text += "ab"
        if i % 100 == 99:
            text += str(i)
    return len(text), text[-6:]


def join_up(rounds):
    parts = []
    for i in range(rounds):
        parts.append("item")
        parts.append(str(i))
        parts.append(",")
    return len("".join(parts))


def caesar(text, shift):
    result = []
    for letter in text:
        code = ord(letter)
        if 97 <= code <= 122:
            result.append(chr((code - 97 + shift) % 26 + 97))
        else:
            result.append(letter)
    return "".join(result)


def palindromes(limit):
    count = 0
    for n in range(limit):
        digits = str(n)
        if digits == digits[::-1]:
            count += 1
    return count


def edit(rounds):
    text = "the quick brown fox jumps over the lazy dog"
    total = 0
    for i in range(rounds):
        upper = text.upper()
        total += upper.find("LAZY") + len(text.replace("the", "a"))
        if upper.startswith("THE") and text.endswith("dog"):
            total += text.count("o")
        total += len(text[i % 10:i % 30].strip())
    return total


def main():
    print(*add_up(1000000))
    print(join_up(500000))
    text = "Hello, world; how vexingly quick daft zebras jump. " * 40
    for shift in range(120):
        text = caesar(text, shift)
    print(text[:48])
    print(palindromes(800000))
    print(edit(350000))


main()

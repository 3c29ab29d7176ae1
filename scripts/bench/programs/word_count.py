"""Word count: text is made, split, cleaned, counted and ranked."""

SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so"]


def make_text(count):
    state, words = 99, []
    for i in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        length = 1 + (state >> 12) % 3
        word = ""
        for _ in range(length):
            state = (state * 1103515245 + 12345) % 2147483648
            word += SYLLABLES[(state >> 16) % 14]
        if i % 11 == 0:
            word = word.capitalize() + ","
        elif i % 13 == 0:
            word += "."
        words.append(word)
        if i % 12 == 11:
            words.append("\n")
    return " ".join(words)


def count_words(text):
    counts = {}
    for line in text.split("\n"):
        for word in line.split():
            word = word.strip(".,;").lower()
            if word:
                counts[word] = counts.get(word, 0) + 1
    return counts


def count_letters(text):
    counts = {}
    for letter in text:
        if letter.isalpha():
            if letter in counts:
                counts[letter] += 1
            else:
                counts[letter] = 1
    return counts


def longest_line(text):
    best = ""
    for line in text.splitlines():
        if len(line) > len(best):
            best = line
    return best


def main():
    text = make_text(400000)
    counts = count_words(text)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    for word, count in ranked[:8]:
        print("%-8s %6d" % (word, count))
    print(len(counts), sum(counts.values()))
    letters = count_letters(text)
    print(" ".join(["%s%d" % pair for pair in sorted(letters.items())][:6]))
    print(longest_line(text).strip())
    by_length = {}
    for word in counts:
        by_length.setdefault(len(word), []).append(word)
    for length in sorted(by_length):
        print(length, len(by_length[length]), max(by_length[length]))


main()

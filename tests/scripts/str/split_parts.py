# split, rsplit and splitlines around the number of parts that are collected before a list is made.
for count in (0, 1, 2, 3, 15, 16, 17, 18, 33, 100):
    parts = ["p%d" % i for i in range(count)]
    for separator in (",", "--", "\u20ac"):
        text = separator.join(parts)
        assert text.split(separator) == (parts or [""]), count
        assert text.rsplit(separator) == (parts or [""]), count
        for limit in (0, 1, 15, 16, 17):
            left, right = text.split(separator, limit), text.rsplit(separator, limit)
            assert separator.join(left) == separator.join(right) == text
            assert len(left) == len(right) == min(limit, max(count - 1, 0)) + 1
    assert " ".join(parts).split() == parts == "\t\n".join(parts).rsplit()
    assert "\n".join(parts).splitlines() == parts
    assert "".join([part + "\r\n" for part in parts]).splitlines(True) == [part + "\r\n" for part in parts]
breaks = "a\nb\rc\r\nd\x0be\x0cf\x1cg\x1dh\x1ei\x1fj\x85k\u2028l\u2029m\tn\x00o"
print(breaks.splitlines(), breaks.splitlines(True))
narrow = breaks[:breaks.index("\u2028")]
print(narrow.splitlines(), narrow.splitlines(True))
print("".splitlines(), "\n".splitlines(), "\n\n".splitlines(True), "x".splitlines())
print("abc".partition("b"), "abc".rpartition("x"), "abc".partition("c"))

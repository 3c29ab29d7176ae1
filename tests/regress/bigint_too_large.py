# Shifts beyond what GMP can count ended the process.
for make in [lambda: 1 << (1 << 39), lambda: -5 << (1 << 61)]:
    try:
        make()
    except MemoryError:
        print("MemoryError")

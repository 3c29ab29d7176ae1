# Fills memory until a MemoryError comes, drops its data and goes on.
# Run it with a limit:  adder --memory-limit 64M scripts/examples/limit.py
# Without one it stops by itself at about 150 MB.
CHUNK = 100_000
BOUND = 150_000_000


def fill():
    """Takes memory in lists and strings; says how many bytes it asked for."""
    held = []
    taken = 0
    try:
        while taken < BOUND:
            held.append(["x" * CHUNK, [0] * (CHUNK // 8)])
            taken += 2 * CHUNK
        reason = "own bound reached"
    except MemoryError:
        held.clear()
        reason = "MemoryError"
    return reason, taken


for round_number in (1, 2, 3):
    reason, taken = fill()
    print("round %d: %s after %d MB" % (round_number, reason, taken // 1_000_000))
print("goes on: the sum of a million numbers is", sum(range(1_000_000)))

# int.to_bytes: -1 fits in no bytes at all, and a length beyond 64 bits has its own error.
print((-1).to_bytes(0, "big", signed=True), (0).to_bytes(0, "big"))
for length in [0, 1, -1, 2**70]:
    try:
        print((-129).to_bytes(length, "little", signed=True))
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)

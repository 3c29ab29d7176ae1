try:
    print(repr(input()))
    print(repr(input()))
except Exception as e:
    print(type(e).__name__)

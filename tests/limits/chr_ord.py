for n in (-1, 0, 127, 128, 255, 256, 0xd7ff, 0xd800, 0xdfff, 0xffff, 0x10000, 0x10ffff, 0x110000):
    try: print(n, ascii(chr(n)), ord(chr(n)) == n)
    except (ValueError, OverflowError) as e: print(n, type(e).__name__, e)

# float.fromhex refused long texts and read only up to a null character
def show(text):
    try:
        print(text[:20], len(text), float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(text[:20], len(text), type(error).__name__, error)


for text in ('0x' + '1' * 10000, '0x' + '0' * 10000 + '1', '0x.' + '0' * 10000 + '1p40004', ' ' * 5000 + '1p3',
             '-0x1' + '0' * 400 + 'p-1600', '0x1\0', '\0', '', ' ', '0x', '0x1p', '+', '-inf', ' nan ', '0x1p99999999',
             '0x1p-99999999', '0x1.fffffffffffff8p1023', '1.8', 'inf(', 'infinityx'):
    show(text)

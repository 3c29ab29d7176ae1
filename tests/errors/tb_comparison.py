x = [1]
if 0 < 1 < x:
    print('no')

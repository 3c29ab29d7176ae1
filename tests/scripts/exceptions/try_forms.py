def t(x):
    try:
        print('try', end=' ')
        if x == 1: raise ValueError('v')
        if x == 2: raise KeyError('k')
        if x == 3: raise IndexError('i')
        if x == 4: raise OSError('o')
    except ValueError as e:
        print('ValueError', e, end=' ')
    except (KeyError, IndexError) as e:
        print('Lookup', repr(e), end=' ')
    except:
        print('bare', end=' ')
    else:
        print('else', end=' ')
    finally:
        print('finally')
for i in range(5):
    t(i)
try:
    try:
        raise ValueError('inner')
    finally:
        print('finally first')
except ValueError as e:
    print(e)
try:
    e
except NameError as err:
    print(err)
try:
    try:
        1 / 0
    except ValueError:
        print('no')
except ZeroDivisionError as e:
    print('outer', e)
try:
    try:
        raise KeyError('a')
    except 'not a class':
        pass
except TypeError as e:
    print(e)
try:
    try:
        raise KeyError('a')
    except (ValueError, 5):
        pass
except TypeError as e:
    print(e)

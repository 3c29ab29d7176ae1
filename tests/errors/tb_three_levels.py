try:
    try:
        try:
            raise ValueError('one')
        except ValueError:
            raise KeyError('two')
    except KeyError as k:
        raise TypeError('three') from k
finally:
    print('finally')

f = lambda x: x + 'a'
list(map(f, [1]))

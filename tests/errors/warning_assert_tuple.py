assert (1, 'always true')
print('\d', b'\q')
print(1if 1else 2)

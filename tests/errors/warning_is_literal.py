x = 5
if x is 5:
    print('five')
print(x is not 'a', () is x)

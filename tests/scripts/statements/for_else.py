for x in 'abc':
    print(x)
else:
    print('finished', x)
for x in []:
    print('never')
else:
    print('empty else', x)
for i in range(3):
    for j in range(3):
        if j == i:
            break
        print(i, j)
    else:
        print('no break')
        continue
    print('broke', i)

def find(items, wanted):
    for index, item in enumerate(items):
        if item == wanted:
            return index
    else:
        return -1
print(find('hello', 'l'), find('hello', 'z'))

a = 1; b = 2; print(a + b)
if a: print('one line'); print('two')
for i in range(2): print(i); print('-')
while a: a = 0; print('while')
def f(): return 1; print('never')
class C: x = 1; y = 2
print(f(), C.x, C.y)
x = (1 +
     2 +
     3)
print(x)
y = 1 + \
    2
print(y)
pass; pass
...
'string statement'
print('end') # comment
# last comment

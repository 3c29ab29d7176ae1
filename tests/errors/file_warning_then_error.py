x = 1
x is 5
y = = 2

x = [1, 2, 3]
def function(a, b):
    return (a + b
            for c in x
y = function(1, 2

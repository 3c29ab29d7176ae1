assert True
assert (1, 'non-empty')[0]
try:
    assert False
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert 1 == 2, 'one is not two'
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert [], (1, 2)
except AssertionError as e:
    print(e.args)
def message():
    print('message evaluated')
    return 'm'
assert True, message()
try:
    assert None, message()
except AssertionError as e:
    print(e)

print('helper runs once')
counter = 1
_under = 'under'

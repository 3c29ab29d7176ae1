x = {'key': 1}; y = x['key'] + x['key'] + x['key'] + x['key'] + x['key'] + x['key'] + x['key'] + x['key'] + x['kex'] + x['key'] + x['key']

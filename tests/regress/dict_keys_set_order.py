# A set made of the keys of a dict by - | ^ had a larger table than CPython's, so another order.
keys = dict.fromkeys([17, 2, 3, 4, 5, 6]).keys()
print(keys - [40], keys - {2}, keys | [], keys | {1}, keys ^ [3], keys ^ {7, 8})
print([40] - keys, [17, 18] | keys, {17, 40, 3} - keys, keys & {2, 17})


class Dict(dict):
    pass


print(Dict.fromkeys(keys).keys() - [], dict.fromkeys(keys, 0).items() - [])

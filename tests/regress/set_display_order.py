# A display of constants was frozen once; CPython's compiler copies the frozenset, which alters its order.
print({10, 5, 100, 50}, {1000, 3, 77, 12, 5, 1}, {9, 17, 1, 25, 33})
print([x for x in {10, 5, 100, 50}], 5 in {10, 5, 100, 50})

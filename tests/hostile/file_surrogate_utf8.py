x = "í €"
print(1)

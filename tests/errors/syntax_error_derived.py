raise TabError("m", ("f", 2, 1, "print(1) xyz\n", 2, 6))

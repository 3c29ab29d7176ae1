text = len("""first
second""", 1)

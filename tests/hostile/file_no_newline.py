if 1:
    print("no newline at end")
def compute():
    counter = 5
    return countre + 1
compute()

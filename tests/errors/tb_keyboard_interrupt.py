raise KeyError from KeyError(KeyError)

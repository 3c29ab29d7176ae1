# Random numbers: the distributions on top of _random's Mersenne Twister.

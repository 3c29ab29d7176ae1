// Module _random: the Mersenne Twister behind random, and SHA-512 for its seeds.

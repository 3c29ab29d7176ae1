"""Loops at module level, as in a short script: every variable is a global."""

LIMIT = 2500

# perfect and amicable numbers
sums = [0] * (LIMIT * 20)
for divisor in range(1, len(sums)):
    for multiple in range(2 * divisor, len(sums), divisor):
        sums[multiple] += divisor
perfect = []
amicable = []
for n in range(1, len(sums)):
    partner = sums[n]
    if partner == n:
        perfect.append(n)
    elif partner < n and sums[partner] == n:
        amicable.append((partner, n))
print(perfect, amicable[:3], len(amicable))

# Pascal's triangle, modulo a prime
row = [1]
odd = 0
total = 0
while len(row) < 600:
    following = [1]
    for i in range(len(row) - 1):
        value = (row[i] + row[i + 1]) % 10007
        following.append(value)
        if value & 1:
            odd += 1
    following.append(1)
    row = following
    total = (total * 31 + row[len(row) // 2]) % 1000003
print(odd, total)

# longest common subsequence of two made-up strings
left = ""
right = ""
state = 17
for i in range(900):
    state = (state * 1103515245 + 12345) % 2147483648
    left += "acgt"[(state >> 16) & 3]
    right += "acgt"[(state >> 20) & 3]
previous = [0] * (len(right) + 1)
for a in left:
    current = [0]
    for j, b in enumerate(right):
        if a == b:
            current.append(previous[j] + 1)
        elif previous[j + 1] >= current[j]:
            current.append(previous[j + 1])
        else:
            current.append(current[j])
    previous = current
print(previous[-1])

# a walk that counts its crossings
x = y = 0
visits = {}
for step in range(700000):
    state = (state * 1103515245 + 12345) % 2147483648
    turn = (state >> 18) & 3
    if turn == 0:
        x += 1
    elif turn == 1:
        y += 1
    elif turn == 2:
        x -= 1
    else:
        y -= 1
    place = x * 4096 + y
    if place in visits:
        visits[place] += 1
    else:
        visits[place] = 1
print(x, y, len(visits), max(visits.values()))

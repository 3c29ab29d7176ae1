"""Numeric kernels: FFT, successive over-relaxation, LU with pivoting, Monte Carlo, sparse
matrix by vector."""

import math


class Random:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return self.state / 2147483648.0


def fft(data, direction):
    n = len(data) // 2
    j = 0
    for i in range(n - 1):
        if i < j:
            data[2 * i], data[2 * j] = data[2 * j], data[2 * i]
            data[2 * i + 1], data[2 * j + 1] = data[2 * j + 1], data[2 * i + 1]
        k = n >> 1
        while k <= j:
            j -= k
            k >>= 1
        j += k
    dual = 1
    while dual < n:
        theta = direction * math.pi / dual
        w_real, w_imag = 1.0, 0.0
        s, s2 = math.sin(theta), 2.0 * math.sin(theta / 2.0) ** 2
        for a in range(dual):
            if a:
                w_real, w_imag = (w_real - s * w_imag - s2 * w_real,
                                  w_imag + s * w_real - s2 * w_imag)
            for b in range(a, n, 2 * dual):
                i, j = 2 * b, 2 * (b + dual)
                x, y = data[j], data[j + 1]
                wd_real = w_real * x - w_imag * y
                wd_imag = w_real * y + w_imag * x
                data[j] = data[i] - wd_real
                data[j + 1] = data[i + 1] - wd_imag
                data[i] += wd_real
                data[i + 1] += wd_imag
        dual *= 2


def run_fft(n, rounds):
    random = Random(7)
    original = [random.next() for _ in range(2 * n)]
    data = original[:]
    for _ in range(rounds):
        fft(data, -1.0)
        fft(data, 1.0)
        data = [value / n for value in data]
    error = sum([(a - b) ** 2 for a, b in zip(data, original)])
    return math.sqrt(error / (2 * n)) < 1e-10, sum(data)


def run_sor(n, rounds):
    random = Random(11)
    grid = [[random.next() for _ in range(n)] for _ in range(n)]
    omega = 1.25
    quarter, rest = omega * 0.25, 1.0 - omega
    for _ in range(rounds):
        for i in range(1, n - 1):
            above, row, below = grid[i - 1], grid[i], grid[i + 1]
            for j in range(1, n - 1):
                row[j] = quarter * (above[j] + below[j] + row[j - 1] + row[j + 1]) + rest * row[j]
    return sum([sum(row) for row in grid])


def run_lu(n):
    random = Random(13)
    matrix = [[random.next() for _ in range(n)] for _ in range(n)]
    sign = 1.0
    for j in range(n):
        pivot = j
        for i in range(j + 1, n):
            if abs(matrix[i][j]) > abs(matrix[pivot][j]):
                pivot = i
        if pivot != j:
            matrix[pivot], matrix[j] = matrix[j], matrix[pivot]
            sign = -sign
        row = matrix[j]
        for i in range(j + 1, n):
            other = matrix[i]
            factor = other[j] / row[j]
            other[j] = factor
            for k in range(j + 1, n):
                other[k] -= factor * row[k]
    logarithm = 0.0
    for i in range(n):
        logarithm += math.log(abs(matrix[i][i]))
        if matrix[i][i] < 0:
            sign = -sign
    return sign, logarithm


def run_monte_carlo(count):
    random = Random(113)
    inside = 0
    for _ in range(count):
        x, y = random.next(), random.next()
        if x * x + y * y <= 1.0:
            inside += 1
    return inside


def run_sparse(n, per_row, rounds):
    random = Random(17)
    values = [random.next() for _ in range(n * per_row)]
    columns = [int(random.next() * n) for _ in range(n * per_row)]
    starts = [i * per_row for i in range(n + 1)]
    x = [random.next() for _ in range(n)]
    y = [0.0] * n
    for _ in range(rounds):
        for i in range(n):
            total = 0.0
            for k in range(starts[i], starts[i + 1]):
                total += x[columns[k]] * values[k]
            y[i] = total
        x, y = [value * 2.0 / per_row for value in y], x
    return sum(x)


def main():
    good, total = run_fft(1024, 10)
    print("fft", good, "%.6f" % total)
    print("sor %.6f" % run_sor(80, 130))
    sign, logarithm = run_lu(130)
    print("lu %d %.6f" % (sign, logarithm))
    print("monte carlo", run_monte_carlo(700000))
    print("sparse %.6f" % run_sparse(800, 8, 150))


main()

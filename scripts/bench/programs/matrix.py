"""Matrix product: three nested loops, then row by column with zip; floats and integers."""


def make(size, seed):
    return [[(i * seed + j * 7) % 13 - 6 for j in range(size)] for i in range(size)]


def multiply(a, b):
    size, inner, width = len(a), len(b), len(b[0])
    result = [[0] * width for _ in range(size)]
    for i in range(size):
        row, out = a[i], result[i]
        for j in range(width):
            total = 0
            for k in range(inner):
                total += row[k] * b[k][j]
            out[j] = total
    return result


def multiply_zip(a, b):
    columns = list(zip(*b))
    return [[sum([x * y for x, y in zip(row, column)]) for column in columns] for row in a]


def trace(matrix):
    return sum(matrix[i][i] for i in range(len(matrix)))


def power(matrix, exponent):
    size = len(matrix)
    result = [[1 if i == j else 0 for j in range(size)] for i in range(size)]
    while exponent:
        if exponent & 1:
            result = [[value % 1000003 for value in row] for row in multiply(result, matrix)]
        matrix = [[value % 1000003 for value in row] for row in multiply(matrix, matrix)]
        exponent >>= 1
    return result


def main():
    a, b = make(170, 3), make(170, 5)
    c = multiply(a, b)
    print(trace(c), c[17][42])
    d = multiply_zip(a, b)
    print(c == d)
    floats = [[value / 4 for value in row] for row in a]
    e = multiply(floats, floats)
    print("%.6f %.6f" % (trace(e), e[5][9]))
    print(trace(power(make(20, 3), 123456789)))


main()

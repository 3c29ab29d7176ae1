"""The Mandelbrot set, counted and drawn small."""

WIDTH, HEIGHT, LIMIT = 540, 360, 120


def main():
    inside = 0
    checksum = 0
    rows = []
    for row in range(HEIGHT):
        cy = 2.4 * row / HEIGHT - 1.2
        line = []
        for column in range(WIDTH):
            cx = 3.2 * column / WIDTH - 2.2
            x = y = 0.0
            steps = 0
            while steps < LIMIT:
                xx = x * x
                yy = y * y
                if xx + yy > 4.0:
                    break
                y = 2.0 * x * y + cy
                x = xx - yy + cx
                steps += 1
            if steps == LIMIT:
                inside += 1
            checksum = (checksum * 33 + steps) % 1000000007
            line.append(".:-=+*#%@ "[steps % 10])
        if row % 30 == 0:
            rows.append("".join(line[::9]))

    for text in rows:
        print(text)
    print(inside, checksum)


main()

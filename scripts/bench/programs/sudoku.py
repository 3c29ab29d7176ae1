"""Sudoku by constraint propagation and search, over strings of candidates in dictionaries."""

DIGITS = "123456789"
ROWS = "ABCDEFGHI"

PUZZLES = [
    "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
    "..3.2.6..9..3.5..1..18.64....81.29..7.......8..67.82....26.95..8..2.3..9..5.1.3..",
    "52...6.........7.13...........4..8..6......5...........418.........3..2...87.....",
    "6.....8.3.4.7.................5.4.7.3..2.....1.6.......2.....5.....8.6......1....",
    "48.3............71.2.......7.5....6....2..8.............1.76...3.....4......5....",
    "....14....3....2...7..........9...3.6.1.............8.2.....1.4....5.6.....7.8...",
    "......52..8.4......3...9...5.1...6..2..7........3.....6...1..........7.4.......3.",
    "6.2.5.........3.4..........43...8....1....2........7..5..27...........81...6.....",
]


def cross(left, right):
    return [a + b for a in left for b in right]


SQUARES = cross(ROWS, DIGITS)
UNIT_LIST = ([cross(ROWS, digit) for digit in DIGITS] + [cross(row, DIGITS) for row in ROWS]
             + [cross(rows, columns) for rows in ("ABC", "DEF", "GHI")
                for columns in ("123", "456", "789")])
UNITS = {square: [unit for unit in UNIT_LIST if square in unit] for square in SQUARES}
PEERS = {square: sorted(set(sum(UNITS[square], [])) - {square}) for square in SQUARES}


class Contradiction(Exception):
    pass


class Solver:
    def __init__(self):
        self.steps = 0

    def parse(self, text):
        values = {square: DIGITS for square in SQUARES}
        for square, digit in zip(SQUARES, text):
            if digit in DIGITS:
                self.assign(values, square, digit)
        return values

    def assign(self, values, square, digit):
        for other in values[square].replace(digit, ""):
            self.eliminate(values, square, other)

    def eliminate(self, values, square, digit):
        if digit not in values[square]:
            return
        self.steps += 1
        left = values[square] = values[square].replace(digit, "")
        if not left:
            raise Contradiction
        if len(left) == 1:
            for peer in PEERS[square]:
                self.eliminate(values, peer, left)
        for unit in UNITS[square]:
            places = [other for other in unit if digit in values[other]]
            if not places:
                raise Contradiction
            if len(places) == 1:
                self.assign(values, places[0], digit)

    def search(self, values):
        open_squares = [(len(values[s]), s) for s in SQUARES if len(values[s]) > 1]
        if not open_squares:
            return values
        _, square = min(open_squares)
        for digit in values[square]:
            copy = values.copy()
            try:
                self.assign(copy, square, digit)
                return self.search(copy)
            except Contradiction:
                pass
        raise Contradiction


def relabel(puzzle, shift):
    return "".join([DIGITS[(int(c) + shift) % 9] if c in DIGITS else c for c in puzzle])


def main():
    solver = Solver()
    for puzzle in [relabel(puzzle, shift) for shift in range(6) for puzzle in PUZZLES]:
        solution = solver.search(solver.parse(puzzle))
        text = "".join([solution[square] for square in SQUARES])
        for unit in UNIT_LIST:
            if "".join(sorted(solution[square] for square in unit)) != DIGITS:
                raise ValueError("not a solution")
        print(text)
    print(solver.steps)


main()

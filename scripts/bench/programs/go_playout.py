"""Random playouts on a 9 by 9 board of Go: groups, liberties, captures, scoring by area."""

SIZE = 9
WIDTH = SIZE + 2
EMPTY, BLACK, WHITE, EDGE = 0, 1, 2, 3
STEPS = (-1, 1, -WIDTH, WIDTH)


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return (self.state >> 8) % limit


class Board:
    def __init__(self):
        self.cells = [EDGE] * (WIDTH * WIDTH)
        self.points = [row * WIDTH + column for row in range(1, SIZE + 1)
                       for column in range(1, SIZE + 1)]
        for point in self.points:
            self.cells[point] = EMPTY
        self.ko = -1
        self.captured = [0, 0, 0]

    def group(self, start):
        """The stones connected with start, and whether they have a liberty."""
        cells = self.cells
        colour = cells[start]
        stones = [start]
        seen = {start}
        has_liberty = False
        for point in stones:
            for step in STEPS:
                other = point + step
                if cells[other] == EMPTY:
                    has_liberty = True
                elif cells[other] == colour and other not in seen:
                    seen.add(other)
                    stones.append(other)
        return stones, has_liberty

    def is_eye(self, point, colour):
        for step in STEPS:
            if self.cells[point + step] not in (colour, EDGE):
                return False
        hostile = 0
        on_edge = False
        for step in (-WIDTH - 1, -WIDTH + 1, WIDTH - 1, WIDTH + 1):
            other = self.cells[point + step]
            if other == EDGE:
                on_edge = True
            elif other == 3 - colour:
                hostile += 1
        return hostile + on_edge < 2

    def play(self, point, colour):
        cells = self.cells
        if cells[point] != EMPTY or point == self.ko or self.is_eye(point, colour):
            return False
        cells[point] = colour
        taken = []
        for step in STEPS:
            if cells[point + step] == 3 - colour:
                stones, has_liberty = self.group(point + step)
                if not has_liberty:
                    for stone in stones:
                        cells[stone] = EMPTY
                    taken += stones
        if not taken and not self.group(point)[1]:
            cells[point] = EMPTY
            return False
        self.captured[colour] += len(taken)
        self.ko = taken[0] if len(taken) == 1 else -1
        return True

    def score(self):
        black = 0
        for point in self.points:
            colour = self.cells[point]
            if colour == EMPTY:
                around = {self.cells[point + step] for step in STEPS} - {EDGE, EMPTY}
                colour = around.pop() if len(around) == 1 else EMPTY
            black += (colour == BLACK) - (colour == WHITE)
        return black


def playout(random):
    board = Board()
    colour, passes, moves = BLACK, 0, 0
    empty = board.points[:]
    while passes < 2 and moves < 3 * SIZE * SIZE:
        played = False
        candidates = [p for p in empty if board.cells[p] == EMPTY]
        while candidates:
            i = random.below(len(candidates))
            if board.play(candidates[i], colour):
                played = True
                break
            candidates[i] = candidates[-1]
            candidates.pop()
        passes = 0 if played else passes + 1
        moves += 1
        colour = 3 - colour
    return board.score(), moves, board.captured[BLACK] - board.captured[WHITE]


def main():
    random = Random(2024)
    wins = total_moves = margin = taken = 0
    for _ in range(200):
        score, moves, captured = playout(random)
        wins += score > 6
        margin += score
        total_moves += moves
        taken += captured
    print(wins, margin, total_moves, taken)


main()

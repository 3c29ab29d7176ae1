"""A puzzle on a hexagonal board, by search with pruning of domains: each tile shows how many of
its six neighbours are filled; tiles are placed so that all numbers come true."""

EMPTY = 7


class Hexagon:
    def __init__(self, size):
        self.cells = [(q, r) for r in range(1 - size, size) for q in range(1 - size, size)
                      if -size < q + r < size]
        index = {cell: i for i, cell in enumerate(self.cells)}
        self.neighbours = []
        for q, r in self.cells:
            around = [(q + 1, r), (q - 1, r), (q, r + 1), (q, r - 1), (q + 1, r - 1),
                      (q - 1, r + 1)]
            self.neighbours.append([index[cell] for cell in around if cell in index])


class Search:
    def __init__(self, board, counts):
        self.board = board
        self.counts = counts            # tiles left of each number; [EMPTY] is empty cells
        self.nodes = 0
        self.solutions = 0
        self.first = None

    def start(self):
        domains = []
        for around in self.board.neighbours:
            domains.append([n for n in range(EMPTY + 1)
                            if self.counts[n] and (n == EMPTY or n <= len(around))])
        self.solve(domains, self.counts[:])

    def prune(self, domains, changed):
        """Take impossible values away until nothing changes; False when a cell has none left."""
        todo = set(changed)
        while todo:
            cell = todo.pop()
            low = high = 0
            for other in self.board.neighbours[cell]:
                domain = domains[other]
                if EMPTY not in domain:
                    low += 1
                    high += 1
                elif len(domain) > 1:
                    high += 1
            domain = domains[cell]
            kept = [n for n in domain if n == EMPTY or low <= n <= high]
            if not kept:
                return False
            if len(kept) != len(domain):
                domains[cell] = kept
                todo.add(cell)
                todo.update(self.board.neighbours[cell])
            if len(kept) == 1 and kept[0] != EMPTY:
                need = kept[0]
                if need == low or need == high:
                    for other in self.board.neighbours[cell]:
                        domain = domains[other]
                        if EMPTY in domain and len(domain) > 1:
                            domains[other] = ([EMPTY] if need == low
                                              else [n for n in domain if n != EMPTY])
                            todo.add(other)
                            todo.update(self.board.neighbours[other])
        return True

    def has_enough(self, domains):
        used = [0] * (EMPTY + 1)
        possible = [0] * (EMPTY + 1)
        for domain in domains:
            if len(domain) == 1:
                used[domain[0]] += 1
            for n in domain:
                possible[n] += 1
        for n in range(EMPTY + 1):
            if used[n] > self.counts[n] or possible[n] < self.counts[n]:
                return False
        return True

    def solve(self, domains, left):
        self.nodes += 1
        if not self.has_enough(domains):
            return
        best, best_size = -1, 100
        for i, domain in enumerate(domains):
            if 1 < len(domain) < best_size:
                best, best_size = i, len(domain)
        if best < 0:
            self.solutions += 1
            if self.first is None:
                self.first = [domain[0] for domain in domains]
            return
        for n in domains[best]:
            copy = domains[:]
            copy[best] = [n]
            if self.prune(copy, [best] + self.board.neighbours[best]):
                self.solve(copy, left)


def make_counts(board, pattern):
    """Numbers that have a solution, by construction: fill cells by a pattern and count."""
    filled = [pattern >> i & 1 for i in range(len(board.cells))]
    counts = [0] * (EMPTY + 1)
    for i, around in enumerate(board.neighbours):
        if filled[i]:
            counts[sum([filled[other] for other in around])] += 1
        else:
            counts[EMPTY] += 1
    return counts


def main():
    board = Hexagon(3)
    for pattern in (0b1011011110111010110, 0b1111101101111011111, 0b0110111011101101100):
        search = Search(board, make_counts(board, pattern))
        search.start()
        text = "".join(["." if n == EMPTY else str(n) for n in search.first])
        print(text, search.solutions, search.nodes)


main()

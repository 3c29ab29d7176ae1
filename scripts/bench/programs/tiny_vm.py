"""An interpreter within: a tokenizer, a compiler to stack code and a machine that runs it."""

PROGRAM = """
n = 0 ; total = 0 ;
while n < 40000 {
    if n % 3 == 0 { total = total + n * 2 } else { total = total - n / 2 } ;
    k = n % 5 ;
    while k > 0 { total = total + k ; k = k - 1 } ;
    n = n + 1
} ;
print total ;
a = 0 ; b = 1 ; i = 0 ;
while i < 20000 { t = ( a + b ) % 1000007 ; a = b ; b = t ; i = i + 1 } ;
print a
"""


class Token:
    def __init__(self, kind, text):
        self.kind = kind
        self.text = text


def tokenize(source):
    position = 0
    while position < len(source):
        letter = source[position]
        if letter.isspace():
            position += 1
        elif letter.isdigit():
            start = position
            while position < len(source) and source[position].isdigit():
                position += 1
            yield Token("number", source[start:position])
        elif letter.isalpha():
            start = position
            while position < len(source) and source[position].isalnum():
                position += 1
            word = source[start:position]
            is_keyword = word in ("while", "if", "else", "print")
            yield Token(word if is_keyword else "name", word)
        elif source[position:position + 2] in ("==", "<=", ">="):
            yield Token(source[position:position + 2], source[position:position + 2])
            position += 2
        else:
            yield Token(letter, letter)
            position += 1
    yield Token("end", "")


class Compiler:
    LEVELS = [("==", "<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%")]

    def __init__(self, source):
        self.tokens = list(tokenize(source))
        self.position = 0
        self.code = []
        self.names = {}

    @property
    def token(self):
        return self.tokens[self.position]

    def accept(self, kind):
        if self.token.kind == kind:
            self.position += 1
            return True
        return False

    def expect(self, kind):
        if not self.accept(kind):
            raise SyntaxError(f"{kind} expected, not {self.token.text!r}")

    def emit(self, op, argument=0):
        self.code.append((op, argument))
        return len(self.code) - 1

    def patch(self, where):
        self.code[where] = (self.code[where][0], len(self.code))

    def block(self, end):
        while not self.accept(end):
            self.statement()
            self.accept(";")

    def statement(self):
        if self.accept("while"):
            start = len(self.code)
            self.expression(0)
            leave = self.emit("jump_if_false")
            self.expect("{")
            self.block("}")
            self.emit("jump", start)
            self.patch(leave)
        elif self.accept("if"):
            self.expression(0)
            otherwise = self.emit("jump_if_false")
            self.expect("{")
            self.block("}")
            leave = self.emit("jump")
            self.patch(otherwise)
            if self.accept("else"):
                self.expect("{")
                self.block("}")
            self.patch(leave)
        elif self.accept("print"):
            self.expression(0)
            self.emit("print")
        else:
            name = self.token.text
            self.expect("name")
            self.expect("=")
            self.expression(0)
            self.emit("store", self.names.setdefault(name, len(self.names)))

    def expression(self, level):
        if level == len(self.LEVELS):
            return self.atom()
        self.expression(level + 1)
        while self.token.kind in self.LEVELS[level]:
            op = self.token.kind
            self.position += 1
            self.expression(level + 1)
            self.emit(op)

    def atom(self):
        token = self.token
        if self.accept("number"):
            self.emit("push", int(token.text))
        elif self.accept("name"):
            self.emit("load", self.names[token.text])
        else:
            self.expect("(")
            self.expression(0)
            self.expect(")")


def run(code, variables, output):
    stack = []
    push, pop = stack.append, stack.pop
    pc = steps = 0
    while pc < len(code):
        op, argument = code[pc]
        pc += 1
        steps += 1
        if op == "load":
            push(variables[argument])
        elif op == "push":
            push(argument)
        elif op == "store":
            variables[argument] = pop()
        elif op == "+":
            right = pop()
            stack[-1] += right
        elif op == "-":
            right = pop()
            stack[-1] -= right
        elif op == "*":
            right = pop()
            stack[-1] *= right
        elif op == "/":
            right = pop()
            stack[-1] //= right
        elif op == "%":
            right = pop()
            stack[-1] %= right
        elif op == "<":
            right = pop()
            stack[-1] = stack[-1] < right
        elif op == ">":
            right = pop()
            stack[-1] = stack[-1] > right
        elif op == "==":
            right = pop()
            stack[-1] = stack[-1] == right
        elif op == "jump_if_false":
            if not pop():
                pc = argument
        elif op == "jump":
            pc = argument
        elif op == "print":
            output.append(pop())
        else:
            raise ValueError(op)
    return steps


def main():
    for _ in range(60):
        compiler = Compiler(PROGRAM)
        compiler.block("end")
    output = []
    steps = run(compiler.code, [0] * len(compiler.names), output)
    print(len(compiler.code), steps, output)


main()

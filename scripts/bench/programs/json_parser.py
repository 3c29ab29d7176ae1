"""A recursive-descent parser and writer for JSON text, over one string with a position."""


class JsonError(ValueError):
    pass


class Parser:
    WHITE = " \t\r\n"
    ESCAPES = {'"': '"', "\\": "\\", "/": "/", "n": "\n", "t": "\t", "r": "\r", "b": "\b",
               "f": "\f"}

    def __init__(self, text):
        self.text = text
        self.position = 0
        self.handlers = {"{": self.object, "[": self.array, '"': self.string,
                         "t": self.true, "f": self.false, "n": self.null}

    def skip(self):
        text, position = self.text, self.position
        while position < len(text) and text[position] in self.WHITE:
            position += 1
        self.position = position

    def peek(self):
        if self.position >= len(self.text):
            raise JsonError("unexpected end")
        return self.text[self.position]

    def expect(self, letter):
        if self.peek() != letter:
            raise JsonError(f"{letter!r} expected at {self.position}")
        self.position += 1

    def value(self):
        self.skip()
        handler = self.handlers.get(self.peek(), self.number)
        result = handler()
        self.skip()
        return result

    def object(self):
        self.expect("{")
        result = {}
        self.skip()
        if self.peek() == "}":
            self.position += 1
            return result
        while True:
            self.skip()
            key = self.string()
            self.skip()
            self.expect(":")
            result[key] = self.value()
            if self.peek() == ",":
                self.position += 1
                continue
            self.expect("}")
            return result

    def array(self):
        self.expect("[")
        result = []
        self.skip()
        if self.peek() == "]":
            self.position += 1
            return result
        while True:
            result.append(self.value())
            if self.peek() == ",":
                self.position += 1
                continue
            self.expect("]")
            return result

    def string(self):
        self.expect('"')
        text, parts = self.text, []
        start = self.position
        while True:
            letter = text[self.position]
            if letter == '"':
                parts.append(text[start:self.position])
                self.position += 1
                return "".join(parts)
            if letter == "\\":
                parts.append(text[start:self.position])
                code = text[self.position + 1]
                if code == "u":
                    parts.append(chr(int(text[self.position + 2:self.position + 6], 16)))
                    self.position += 6
                else:
                    parts.append(self.ESCAPES[code])
                    self.position += 2
                start = self.position
            else:
                self.position += 1

    def number(self):
        text, start = self.text, self.position
        position = start
        is_float = False
        while position < len(text) and text[position] in "+-0123456789.eE":
            if text[position] in ".eE":
                is_float = True
            position += 1
        self.position = position
        try:
            return float(text[start:position]) if is_float else int(text[start:position])
        except ValueError:
            raise JsonError(f"not a number at {start}") from None

    def literal(self, word, result):
        if not self.text.startswith(word, self.position):
            raise JsonError(f"{word} expected at {self.position}")
        self.position += len(word)
        return result

    def true(self):
        return self.literal("true", True)

    def false(self):
        return self.literal("false", False)

    def null(self):
        return self.literal("null", None)


def parse(text):
    parser = Parser(text)
    result = parser.value()
    if parser.position != len(text):
        raise JsonError("more text than a value")
    return result


def quote(text):
    parts = ['"']
    for letter in text:
        if letter in '"\\':
            parts.append("\\" + letter)
        elif letter == "\n":
            parts.append("\\n")
        elif " " <= letter <= "~":
            parts.append(letter)
        else:
            parts.append("\\u%04x" % ord(letter))
    parts.append('"')
    return "".join(parts)


def write(value):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, list):
        return "[" + ", ".join([write(item) for item in value]) + "]"
    return "{" + ", ".join([quote(k) + ": " + write(v) for k, v in value.items()]) + "}"


def make_record(i):
    return {"id": i, "name": "user \"%d\"\n" % i, "score": i / 4, "tags": ["a", "b\u00e9", "c"],
            "active": i % 2 == 0, "parent": None if i % 3 else i - 1,
            "nested": {"x": [i, -i, [i * 1e-3]], "empty": {}, "none": []}}


def main():
    records = [make_record(i) for i in range(3000)]
    text = write(records)
    print(len(text))
    for _ in range(3):
        again = parse(text)
        print(again == records, write(again) == text)
    failures = 0
    for bad in ("[1, 2", "{\"a\" 1}", "[tru]", "[1 2]", "nul", "[-]", "1 2"):
        try:
            parse(bad)
        except JsonError as error:
            failures += 1
            print(error)
    print(failures)


main()

"""A collection of string constants.

Public module variables:

whitespace -- a string containing all ASCII whitespace
ascii_lowercase -- a string containing all ASCII lowercase letters
ascii_uppercase -- a string containing all ASCII uppercase letters
ascii_letters -- a string containing all ASCII letters
digits -- a string containing all ASCII decimal digits
hexdigits -- a string containing all ASCII hexadecimal digits
octdigits -- a string containing all ASCII octal digits
punctuation -- a string containing all ASCII punctuation characters
printable -- a string containing all ASCII characters considered printable

"""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords",
           "digits", "hexdigits", "octdigits", "printable", "punctuation",
           "whitespace", "Formatter"]

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """capwords(s [,sep]) -> string

    Split the argument into words using split, capitalize each
    word using capitalize, and join the capitalized words using
    join.  If the optional second argument sep is absent or None,
    runs of whitespace characters are replaced by a single space
    and leading and trailing whitespace are removed, otherwise
    sep is used to split and join the words.

    """
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


def _parse_field(text, at):
    """The field that begins at text[at]: (its name, specification, conversion), and where it ends."""
    start = at
    in_brackets = False
    while at < len(text):
        character = text[at]
        if in_brackets:
            in_brackets = character != ']'
        elif character == '{':
            raise ValueError("unexpected '{' in field name")
        elif character in '}:!':
            break
        else:
            in_brackets = character == '['
        at += 1
    else:
        raise ValueError("expected '}' before end of string")
    name, conversion = text[start:at], None
    if character == '!':
        if at + 1 == len(text):
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[at + 1]
        at += 2
        character = text[at:at + 1]
        if character and character not in ':}':
            raise ValueError("expected ':' after conversion specifier")
    if character == '}':
        return (name, '', conversion), at + 1
    at = start = at + 1
    depth = 1
    while at < len(text):
        if text[at] == '{':
            depth += 1
        elif text[at] == '}':
            depth -= 1
            if not depth:
                return (name, text[start:at], conversion), at + 1
        at += 1
    raise ValueError("unmatched '{' in format spec")


def _parse(text):
    """Pieces of a format string: (literal text, name, specification, conversion)."""
    at = 0
    literal = ''
    while at < len(text):
        character = text[at]
        if character not in '{}':
            start = at
            while at < len(text) and text[at] not in '{}':
                at += 1
            literal += text[start:at]
            continue
        if text[at + 1:at + 2] == character:
            yield literal + character, None, None, None
            literal = ''
            at += 2
        elif character == '}':
            raise ValueError("Single '}' encountered in format string")
        elif at + 1 == len(text):
            raise ValueError("Single '{' encountered in format string")
        else:
            field, at = _parse_field(text, at + 1)
            yield literal, *field
            literal = ''
    if literal:
        yield literal, None, None, None


def _split_name(name):
    """A field name as its first part and the [(is attribute, key)] behind it."""
    at = 0
    while at < len(name) and name[at] not in '.[':
        at += 1
    first, rest = name[:at], []
    while at < len(name):
        if name[at] == '.':
            end = at + 1
            while end < len(name) and name[end] not in '.[':
                end += 1
            key = name[at + 1:end]
            is_attribute = True
        elif name[at] == '[':
            end = name.find(']', at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = name[at + 1:end]
            end += 1
            is_attribute = False
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError("Empty attribute in format string")
        rest.append((is_attribute, int(key) if key.isdecimal() and not is_attribute else key))
        at = end
    return int(first) if first.isdecimal() else first, rest


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            if name == '':
                if auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto_arg_index = False
            value, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args,
                                                 recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(value, spec))
        return ''.join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def parse(self, format_string):
        """(literal text, field name, format specification, conversion) of each piece."""
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        """The object that a field name stands for, and the key of the argument it begins with."""
        first, rest = _split_name(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first


def __getattr__(name):
    if name == 'Template':
        raise AttributeError("string.Template is not supported by Adder: it needs the module re")
    raise AttributeError("module 'string' has no attribute %r" % name)

// Source text: byte order mark, coding cookie, line ends, missing last newline, index of lines.
//
// Afterwards tree->text is valid UTF-8 without NUL bytes, but for one case: text that declares
// utf-8 and is not keeps its bad bytes, because CPython complains about them token by token.
// Read source_load first.
#include "compiler/syntax/source.h"

#include <stdio.h>
#include <string.h>

#include "runtime/base/utf8.h"
#include "runtime/model/error.h"
#include "runtime/text/str.h"

#define COOKIE_NAME_MAX 40

// An error of the whole text: CPython gives it no line, and in the main script no place at all.
static void raise_text(Tree *tree, Object *text)
{
    if (tree->flags & PARSE_BY_LINES)
        error_object(&exc_syntax_error, text);
    else
        error_set_syntax(&exc_syntax_error, text, tree->filename, 0, -1, NULL, SYNTAX_NO_END, -1);
}

static int fail_text(Tree *tree, const char *format, const char *argument)
{
    char message[200];
    snprintf(message, sizeof message, format, argument);
    Object *text = str_from_text(message);
    if (text) {
        raise_text(tree, text);
        decref(text);
    }
    return -1;
}

static bool is_cookie_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

// Finds `coding[:=]\s*name` in a line that holds nothing but a comment. Returns the length of the
// name put into `name`, 0 if there is none, -1 if the line holds code.
static int find_cookie(const char *line, const char *end, char name[COOKIE_NAME_MAX])
{
    const char *next = line;
    while (next < end && (*next == ' ' || *next == '\t' || *next == '\f'))
        next++;
    if (next < end && *next != '#')
        return *next == '\r' ? 0 : -1;
    for (; end - next > 7; next++) {
        if (memcmp(next, "coding", 6) != 0 || (next[6] != ':' && next[6] != '='))
            continue;
        next += 7;
        while (next < end && (*next == ' ' || *next == '\t'))
            next++;
        int length = 0;
        while (next < end && is_cookie_char(*next) && length < COOKIE_NAME_MAX - 1)
            name[length++] = *next++;
        name[length] = 0;
        if (length)
            return length;
    }
    return 0;
}

// Lower case, '_' as '-', and the two common names with all their endings, as CPython folds them.
static void normalize_encoding(char *name)
{
    for (char *c = name; *c; c++) {
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c + 'a' - 'A');
        else if (*c == '_')
            *c = '-';
    }
    static const char *const latin[] = {"latin-1", "iso-8859-1", "iso-latin-1"};
    if (strcmp(name, "utf-8") == 0 || strncmp(name, "utf-8-", 6) == 0 || strcmp(name, "utf8") == 0)
        strcpy(name, "utf-8");
    for (size_t i = 0; i < 3; i++) {
        size_t size = strlen(latin[i]);
        if (strncmp(name, latin[i], size) == 0 && (name[size] == 0 || name[size] == '-'))
            strcpy(name, "iso-8859-1");
    }
}

// The encoding declared in the first two lines, normalised; "" if there is none.
static void declared_encoding(const char *text, const char *end, char name[COOKIE_NAME_MAX])
{
    for (int line = 0; line < 2 && text < end; line++) {
        const char *line_end = memchr(text, '\n', (size_t)(end - text));
        if (!line_end)
            line_end = end;
        int length = find_cookie(text, line_end, name);
        if (length > 0) {
            normalize_encoding(name);
            return;
        }
        if (length < 0)
            break;
        text = line_end + (line_end < end);
    }
    name[0] = 0;
}

// Copies with '\r\n' and '\r' as '\n'; Latin-1 becomes UTF-8. `out` has room for twice the size.
static char *copy_lines(const char *text, const char *end, bool is_latin, char *out)
{
    for (; text < end; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '\r') {
            *out++ = '\n';
            if (text + 1 < end && text[1] == '\n')
                text++;
        } else if (is_latin && c >= 0x80) {
            out += utf8_encode(c, out);
        } else {
            *out++ = (char)c;
        }
    }
    return out;
}

static int index_lines(Tree *tree)
{
    size_t count = 1;
    const char *end = tree->text + tree->text_size;
    for (const char *c = tree->text; c < end; c++)
        count += *c == '\n';
    tree->lines = tree_alloc(tree, (count + 1) * sizeof *tree->lines);
    if (!tree->lines)
        return -1;
    size_t line = 0;
    tree->lines[line++] = tree->text;
    for (const char *c = tree->text; c < end; c++) {
        if (*c == '\n')
            tree->lines[line++] = c + 1;
    }
    tree->line_count = count - (count > 1 && tree->lines[count - 1] == end);
    tree->lines[count] = end;
    return 0;
}

// Bytes that are not UTF-8 in a file that declares no encoding.
static int fail_not_utf8(Tree *tree, const char *text, const Utf8Scan *scan)
{
    int line = 1;
    for (size_t i = 0; i < scan->error_start; i++)
        line += text[i] == '\n';
    Object *message = str_format(
        "Non-UTF-8 code starting with '\\x%x' in file %U on line %d, but no encoding declared; "
        "see https://peps.python.org/pep-0263/ for details",
        (unsigned char)text[scan->error_start], tree->filename, line);
    if (message) {
        raise_text(tree, message);
        decref(message);
    }
    return -1;
}

static int check_ascii(Tree *tree, const char *text, const char *end)
{
    size_t size = (size_t)(end - text), offset = utf8_ascii_prefix(text, size);
    if (offset == size)
        return 0;
    if (tree->flags & PARSE_BY_LINES)
        return fail_text(tree, "encoding problem: %s", "ascii");
    char place[60];
    snprintf(place, sizeof place, "0x%02x in position %zu", (unsigned char)text[offset], offset);
    return fail_text(tree, "'ascii' codec can't decode byte %s: ordinal not in range(128)", place);
}

int source_load(Tree *tree, const char *text, size_t byte_size, ParseMode mode, unsigned flags)
{
    const char *start = text, *end = text + byte_size;
    if (memchr(text, 0, byte_size)) {
        if (flags & PARSE_BY_LINES)
            return fail_text(tree, "source code %s", "cannot contain null bytes");
        error_text(&exc_value_error, "source code string cannot contain null bytes");
        return -1;
    }
    char encoding[COOKIE_NAME_MAX] = "";
    if (!(flags & PARSE_FROM_STR)) {
        bool has_mark = byte_size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
        if (has_mark)
            start += 3;
        declared_encoding(start, end, encoding);
        if (has_mark && encoding[0] && strcmp(encoding, "utf-8") != 0)
            return fail_text(tree, "encoding problem: %s with BOM", encoding);
        if (strcmp(encoding, "latin1") == 0)
            strcpy(encoding, "iso-8859-1");
        else if (strcmp(encoding, "us-ascii") == 0)
            strcpy(encoding, "ascii");
        bool is_known = !encoding[0] || strcmp(encoding, "utf-8") == 0 ||
                        strcmp(encoding, "iso-8859-1") == 0 || strcmp(encoding, "ascii") == 0;
        if (!is_known)
            return fail_text(
                tree, flags & PARSE_BY_LINES ? "encoding problem: %s" : "unknown encoding: %s",
                encoding);
    }
    if (flags & PARSE_FROM_STR || start > text || encoding[0])
        tree->flags |= PARSE_KNOWN_ENCODING;
    bool is_latin = strcmp(encoding, "iso-8859-1") == 0;
    Utf8Scan scan;
    if (strcmp(encoding, "ascii") == 0 && check_ascii(tree, start, end) < 0)
        return -1;
    if (!is_latin && (flags & PARSE_BY_LINES) && !encoding[0] &&
        !utf8_scan(start, (size_t)(end - start), UTF8_STRICT, &scan))
        return fail_not_utf8(tree, start, &scan);
    char *copy = tree_alloc(tree, (size_t)(end - start) * (is_latin ? 2 : 1) + 2);
    if (!copy)
        return -1;
    char *copy_end = copy_lines(start, end, is_latin, copy);
    if (mode == PARSE_FILE && (copy_end == copy || copy_end[-1] != '\n'))
        *copy_end++ = '\n';
    *copy_end = 0;
    tree->text = copy;
    tree->text_size = (size_t)(copy_end - copy);
    return index_lines(tree);
}

// Printing exceptions as CPython 3.11.2 does: chains, source lines, carets, and what a program that
// ends by one leaves to its caller. Text is built whole and written once. Nothing in here raises;
// script code may run (str() of exceptions, sys.stderr.write). Suggestions are in suggest.c, the
// places of ~ and ^ in anchors.c. Read format_exception first.
#include "vm/traceback.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compiler/compile.h"
#include "runtime/base/utf8.h"
#include "runtime/bytecode/linetable.h"
#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/memory/buffer.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/memory_error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "runtime/text/unicode.h"
#include "vm/anchors.h"
#include "vm/frame.h"
#include "vm/suggest.h"
#include "vm/vm.h"

enum { ENTRY_LIMIT = 1000, REPEAT_CUTOFF = 3, LINE_INDENT = 4, STATUS_INTERRUPTED = 130 };

TracebackHooks traceback_hooks;

// One piece of work: the text, and the source file that was read last.
typedef struct Printer {
    StrBuilder *out;
    Object *source_name; // owned
    Buffer source;
    bool is_readable;
} Printer;

static void printer_init(Printer *printer, StrBuilder *out)
{
    *printer = (Printer){.out = out};
    buffer_init(&printer->source);
}

static void printer_free(Printer *printer)
{
    xdecref(printer->source_name);
    buffer_free(&printer->source);
}

static int put(Printer *printer, const char *text)
{
    return str_builder_text(printer->out, text);
}

// --- source lines ---

static int read_file(Printer *printer, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    ssize_t got;
    printer->source.size = 0;
    do {
        if (buffer_reserve(&printer->source, 65536) < 0) {
            got = -1;
            break;
        }
        got = read(fd, printer->source.data + printer->source.size, printer->source.capacity - printer->source.size);
        if (got > 0)
            printer->source.size += (size_t)got;
    } while (got > 0);
    close(fd);
    return got < 0 ? -1 : 0;
}

// The file by its name, or its last part in a folder of sys.path.
static int find_file(Printer *printer, const char *path)
{
    if (read_file(printer, path) == 0)
        return 0;
    const char *tail = strrchr(path, '/');
    tail = tail ? tail + 1 : path;
    Object *folders = state.sys_dict ? dict_get_str_borrow(state.sys_dict, NAME(plain_path)) : NULL;
    for (size_t i = 0; folders && IS_LIST(folders) && i < LIST(folders)->count; i++) {
        Object *folder = LIST(folders)->items[i];
        const char *text = IS_STR(folder) ? str_utf8(folder, NULL) : NULL;
        char full[4096];
        size_t length = text ? strlen(text) : 0;
        if (!text || length + strlen(tail) + 2 > sizeof full)
            continue;
        memcpy(full, text, length);
        if (length && full[length - 1] != '/')
            full[length++] = '/';
        strcpy(full + length, tail);
        if (read_file(printer, full) == 0)
            return 0;
    }
    error_clear();
    return -1;
}

// Encoding that a comment in the first two lines declares, else UTF-8.
static void find_encoding(const Buffer *source, char *encoding, size_t capacity)
{
    const char *at = source->data, *end = at + source->size;
    strcpy(encoding, "utf-8");
    for (int line = 0; line < 2 && at < end; line++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        const char *first = at;
        while (first < stop && (*first == ' ' || *first == '\t' || *first == '\f'))
            first++;
        const char *found = first < stop && *first == '#' ? memmem(first, (size_t)(stop - first), "coding", 6) : NULL;
        if (found && found + 7 < stop && (found[6] == ':' || found[6] == '=')) {
            size_t length = 0;
            for (found += 7; found < stop && (*found == ' ' || *found == '\t'); found++)
                ;
            while (found < stop && length + 1 < capacity && (strchr("-_.", *found) || (*found | 32) >= 'a' ||
                                                             (*found >= '0' && *found <= '9')))
                encoding[length++] = *found++;
            encoding[length] = 0;
            return;
        }
        at = stop + 1;
    }
}

// A line of the file without its end; NULL (no exception) if there is none.
static Object *source_line(Printer *printer, Object *filename, int number)
{
    size_t length = str_length(filename);
    if (length == 0 || number <= 0 || (str_char_at(filename, 0) == '<' && str_char_at(filename, length - 1) == '>'))
        return NULL;
    if (!printer->source_name || !str_equal(printer->source_name, filename)) {
        ref_set_steal(&printer->source_name, new_ref(filename));
        const char *path = str_utf8(filename, NULL);
        printer->is_readable = path && find_file(printer, path) == 0;
        error_clear();
    }
    if (!printer->is_readable)
        return NULL;
    const char *at = printer->source.data, *end = at + printer->source.size, *stop;
    for (;; number--) {
        for (stop = at; stop < end && *stop != '\n' && *stop != '\r'; stop++)
            ;
        if (number == 1)
            break;
        if (stop == end)
            return NULL;
        at = stop + 1 + (*stop == '\r' && stop + 1 < end && stop[1] == '\n');
    }
    if (at == printer->source.data && stop - at >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
        at += 3;
    char encoding[40];
    find_encoding(&printer->source, encoding, sizeof encoding);
    Object *line = bytes_decode((const uint8_t *)at, (size_t)(stop - at), encoding, "strict");
    if (!line)
        error_clear();
    return line;
}

static bool is_indent(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

static size_t to_chars(const char *text, size_t size, int32_t byte_offset)
{
    return utf8_count(text, (size_t)byte_offset < size ? (size_t)byte_offset : size);
}

// The line of ^ and ~ below a source line; nothing when the range is the whole line.
static int put_carets(Printer *printer, Object *line, size_t indent, SourceRange range)
{
    size_t size, length = str_length(line), left = 0, right = 0;
    const char *text = str_utf8(line, &size);
    if (!text) {
        error_clear();
        return 0;
    }
    if (range.line < 0 || range.end_line < 0 || range.col < 0 || range.end_col < 0)
        return 0;
    size_t start = to_chars(text, size, range.col), end;
    bool has_anchors = false;
    if (range.line == range.end_line) {
        end = to_chars(text, size, range.end_col);
        if ((size_t)range.end_col <= size && range.col < range.end_col) {
            const char *segment = text + range.col;
            size_t segment_size = (size_t)(range.end_col - range.col);
            has_anchors = anchors_find(segment, segment_size, &left, &right);
            if (has_anchors) {
                left = start + utf8_count(segment, left);
                right = start + utf8_count(segment, right < segment_size ? right : segment_size);
            }
        }
    } else {
        end = length;
        while (end > 0 && is_indent(str_char_at(line, end - 1)))
            end--;
    }
    if (end - start == length - indent && !has_anchors)
        return 0;
    if (str_builder_fill(printer->out, ' ', LINE_INDENT + (start > indent ? start - indent : 0)) < 0)
        return -1;
    for (size_t i = start; i < end; i++)
        if (str_builder_char(printer->out, !has_anchors || (i >= left && i < right) ? '^' : '~') < 0)
            return -1;
    return put(printer, "\n");
}

// --- tracebacks ---

static int put_entry(Printer *printer, TracebackObject *entry)
{
    CodeObject *code = entry->frame->code;
    int number = traceback_line(entry);
    Object *head = str_format("  File \"%U\", line %d, in %U\n", code->filename, number, code->name);
    int status = head ? str_builder_str(printer->out, head) : -1;
    xdecref(head);
    Object *line = status == 0 ? source_line(printer, code->filename, number) : NULL;
    if (!line)
        return status;
    size_t indent = 0, length = str_length(line);
    while (indent < length && is_indent(str_char_at(line, indent)))
        indent++;
    status = put(printer, "    ");
    if (status == 0)
        status = str_builder_slice(printer->out, line, indent, length);
    if (status == 0)
        status = put(printer, "\n");
    if (status == 0 && entry->instruction >= 0)
        status = put_carets(printer, line, indent,
                            linetable_find(code->line_table, code->line_table_size, code->first_line,
                                           (uint32_t)entry->instruction));
    decref(line);
    return status;
}

static int put_repeated(Printer *printer, long count)
{
    if (count <= REPEAT_CUTOFF)
        return 0;
    count -= REPEAT_CUTOFF;
    Object *text = str_format("  [Previous line repeated %ld more time%s]\n", count, count > 1 ? "s" : "");
    int status = text ? str_builder_str(printer->out, text) : -1;
    xdecref(text);
    return status;
}

// sys.tracebacklimit, or CPython's default.
static int64_t entry_limit(void)
{
    Object *limit = state.sys_dict ? dict_get_text_borrow(state.sys_dict, "tracebacklimit") : NULL;
    int64_t value;
    if (!limit || !IS_INT(limit)) {
        error_clear();
        return ENTRY_LIMIT;
    }
    if (int_fits_int64(limit, &value))
        return value;
    return int_sign(limit) > 0 ? INT64_MAX : 0;
}

static int put_traceback(Printer *printer, Object *traceback)
{
    int64_t limit = entry_limit(), depth = 0;
    if (!traceback || !IS_EXACT(traceback, TRACEBACK) || limit <= 0)
        return 0;
    TracebackObject *entry = (TracebackObject *)traceback;
    for (TracebackObject *walker = entry; walker; walker = walker->next)
        depth++;
    for (; depth > limit; depth--)
        entry = entry->next;
    int status = put(printer, "Traceback (most recent call last):\n");
    TracebackObject *last = NULL;
    long count = 0;
    for (; entry && status == 0; entry = entry->next) {
        CodeObject *code = entry->frame->code;
        if (!last || !str_equal(last->frame->code->filename, code->filename) ||
            traceback_line(last) != traceback_line(entry) || !str_equal(last->frame->code->name, code->name)) {
            status = put_repeated(printer, count);
            count = 0;
        }
        last = entry;
        if (status == 0 && ++count <= REPEAT_CUTOFF)
            status = put_entry(printer, entry);
    }
    return status == 0 ? put_repeated(printer, count) : status;
}

// --- one exception ---

// "module.Name" of an exception's type, without builtins and __main__.
static int put_type(Printer *printer, TypeObject *type)
{
    Object *module = object_get_attribute(OBJECT(type), NAME(module));
    int status = 0;
    if (memory_error_is_current())
        return -1;
    error_clear();
    if (!module || !IS_STR(module))
        status = put(printer, "<unknown>.");
    else if (!str_equal_text(module, "builtins") && !str_equal_text(module, "__main__"))
        status = str_builder_str(printer->out, module) < 0 || put(printer, ".") < 0 ? -1 : 0;
    xdecref(module);
    if (status < 0)
        return -1;
    return type->qualname ? str_builder_str(printer->out, type->qualname)
                          : str_builder_utf8(printer->out, type->name, strlen(type->name));
}

// ": text" unless that is empty.
static int put_message(Printer *printer, Object *value)
{
    if (value == object_none)
        return 0;
    Object *text = object_str(value);
    if (!text) {
        if (memory_error_is_current())
            return -1;
        error_clear();
        return put(printer, ": <exception str() failed>");
    }
    int status = 0;
    if (str_length(text) > 0)
        status = put(printer, ": ") < 0 || str_builder_str(printer->out, text) < 0 ? -1 : 0;
    decref(text);
    return status;
}

// A field of SyntaxError as C int; `otherwise` for None. False if it is something else.
static bool int_field(Object *value, int64_t otherwise, int64_t *result)
{
    *result = otherwise;
    return !value || value == object_none || (IS_INT(value) && int_fits_int64(value, result));
}

// The source text of a SyntaxError with its carets.
static int put_error_text(Printer *printer, Object *text_object, int64_t offset, int64_t end_offset)
{
    size_t size;
    const char *text = str_utf8(text_object, &size);
    if (!text) {
        error_clear();
        return 0;
    }
    size_t carets = end_offset > 0 && end_offset > offset ? (size_t)(end_offset - offset) : 1;
    const char *end = text + size;
    offset--;
    for (; text < end && is_indent((uint8_t)*text); text++)
        offset--;
    int64_t length = end - text;
    if (length > 0 && text[length - 1] == '\n')
        length--;
    if (offset > length)
        offset = length;
    for (;;) {
        const char *line_end = memchr(text, '\n', (size_t)(end - text));
        if (!line_end || line_end - text >= offset)
            break;
        int64_t skipped = line_end - text + 1;
        text += skipped;
        length -= skipped;
        offset -= skipped;
    }
    if (put(printer, "    ") < 0 || str_builder_utf8(printer->out, text, (size_t)(end - text)) < 0)
        return -1;
    if ((text + length >= end || text[length] != '\n') && put(printer, "\n") < 0)
        return -1;
    if (offset < 0)
        return 0;
    if (str_builder_fill(printer->out, ' ', LINE_INDENT + (size_t)offset) < 0 ||
        str_builder_fill(printer->out, '^', carets) < 0)
        return -1;
    return put(printer, "\n");
}

// File, line and text of a SyntaxError. 1: *value is its message; 0: there is no place; -1.
static int put_syntax_place(Printer *printer, SyntaxErrorObject *error, Object **value)
{
    int64_t line, offset, end_line, end_offset;
    if (!error->lineno || error->lineno == object_none || !int_field(error->lineno, -1, &line) ||
        !int_field(error->offset, -1, &offset) || !int_field(error->end_lineno, line, &end_line) ||
        !int_field(error->end_offset, -1, &end_offset))
        return 0;
    if (type_of(OBJECT(error)) != &exc_syntax_error) // those derived from it have no end
        end_line = line, end_offset = offset;
    Object *name = error->filename && error->filename != object_none ? error->filename : NULL;
    Object *head = name ? str_format("  File \"%S\", line %lld\n", name, (long long)line)
                        : str_format("  File \"<string>\", line %lld\n", (long long)line);
    int status = head ? str_builder_str(printer->out, head) : -1;
    xdecref(head);
    Object *text = error->text && IS_STR(error->text) ? error->text : NULL;
    if (status == 0 && text) {
        size_t size = 0;
        if (!str_utf8(text, &size))
            error_clear();
        if (end_line > line)
            end_offset = (int64_t)size;
        if ((int64_t)size < end_offset)
            end_offset = (int64_t)size + 1;
        status = put_error_text(printer, text, offset, end_offset);
    }
    *value = error->msg ? error->msg : object_none;
    return status < 0 ? -1 : 1;
}

static int put_note(Printer *printer, Object *note)
{
    Object *text = object_str(note);
    if (!text) {
        error_clear();
        return put(printer, "<note str() failed>\n");
    }
    int status = str_builder_str(printer->out, text);
    decref(text);
    return status < 0 ? -1 : put(printer, "\n");
}

static int put_notes(Printer *printer, Object *exception)
{
    Object *notes = object_get_attribute_optional(exception, NAME(notes));
    error_clear();
    if (!notes)
        return 0;
    int status = 0;
    bool is_sequence = type_of(notes)->sequence.item || (type_of(notes)->subscript && !IS_DICT(notes));
    if (is_sequence || IS_LIST(notes) || IS_TUPLE(notes) || IS_STR(notes)) {
        for (int64_t i = 0; status == 0; i++) {
            Object *note = i < object_length(notes) ? sequence_item(notes, i) : NULL;
            error_clear();
            if (!note)
                break;
            status = put_note(printer, note);
            decref(note);
        }
    } else {
        Object *text = object_repr(notes);
        error_clear();
        status = text ? str_builder_str(printer->out, text) : put(printer, "<__notes__ repr() failed>");
        xdecref(text);
    }
    decref(notes);
    return status;
}

static int put_exception(Printer *printer, Object *exception)
{
    Object *value = exception;
    if (put_traceback(printer, ((ExceptionObject *)exception)->traceback) < 0)
        return -1;
    if (type_is_subtype(type_of(exception), &exc_syntax_error) &&
        put_syntax_place(printer, (SyntaxErrorObject *)exception, &value) < 0)
        return -1;
    if (put_type(printer, type_of(exception)) < 0 || put_message(printer, value) < 0)
        return -1;
    Object *suggestion = suggest_for(exception);
    if (suggestion) {
        int status = put(printer, ". Did you mean: '") < 0 || str_builder_str(printer->out, suggestion) < 0 ||
                     put(printer, "'?") < 0;
        decref(suggestion);
        if (status)
            return -1;
    }
    return put(printer, "\n") < 0 ? -1 : put_notes(printer, exception);
}

// --- chains ---

typedef struct Chain {
    Buffer links; // Object *: the exception, then what led to it; borrowed from one another
} Chain;

static size_t chain_count(const Chain *chain)
{
    return chain->links.size / sizeof(Object *);
}

static Object *chain_at(const Chain *chain, size_t index)
{
    return ((Object **)(void *)chain->links.data)[index];
}

// Collects the chain; an exception that is in it already ends it. 0 / -1 out of memory.
static int collect_chain(Chain *chain, Object *exception)
{
    buffer_init(&chain->links);
    while (exception) {
        if (buffer_append(&chain->links, &exception, sizeof exception) < 0)
            return -1;
        ExceptionObject *link = (ExceptionObject *)exception;
        exception = link->cause ? link->cause : link->suppress_context ? NULL : link->context;
        for (size_t i = 0; exception && i < chain_count(chain); i++)
            if (chain_at(chain, i) == exception)
                exception = NULL;
    }
    return 0;
}

static int format_exception(Printer *printer, Object *exception)
{
    Chain chain;
    int status = collect_chain(&chain, exception);
    if (status < 0)
        error_no_memory();
    for (size_t i = 0; i < chain_count(&chain); i++)
        incref(chain_at(&chain, i)); // str() of one may let go of another
    size_t count = chain_count(&chain);
    for (size_t i = count; i-- > 0 && status == 0;) {
        status = put_exception(printer, chain_at(&chain, i));
        if (i == 0 || status < 0)
            break;
        status = put(printer, ((ExceptionObject *)chain_at(&chain, i - 1))->cause
                                  ? "\nThe above exception was the direct cause of the following exception:\n\n"
                                  : "\nDuring handling of the above exception, another exception occurred:\n\n");
    }
    for (size_t i = 0; i < count; i++)
        decref(chain_at(&chain, i));
    buffer_free(&chain.links);
    return status;
}

int traceback_format_exception(Object *exception, StrBuilder *builder)
{
    Printer printer;
    printer_init(&printer, builder);
    int status = format_exception(&printer, exception);
    printer_free(&printer);
    return status;
}

// --- writing ---

static Object *stderr_borrow(void)
{
    return state.sys_dict ? dict_get_str_borrow(state.sys_dict, NAME(stderr)) : NULL;
}

static void write_descriptor(const char *text, size_t size)
{
    while (size > 0) {
        ssize_t done = write(STDERR_FILENO, text, size);
        if (done <= 0)
            return;
        text += done;
        size -= (size_t)done;
    }
}

static void flush_file(Object *file)
{
    if (!file || file == object_none)
        return;
    incref(file);
    Object *result = call_method_none(file, NAME(flush));
    xdecref(result);
    decref(file);
    error_clear();
}

// The first `count` characters. Allocates nothing: surrogates are written as CPython's backslashreplace
// does it.
static void write_descriptor_chars(Object *text, size_t count)
{
    char bytes[512];
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t character = str_char_at(text, i);
        if (unicode_is_surrogate(character))
            size += (size_t)sprintf(bytes + size, "\\u%04x", (unsigned)character);
        else
            size += utf8_encode(character, bytes + size);
        if (size + 8 > sizeof bytes || i + 1 == count) {
            write_descriptor(bytes, size);
            size = 0;
        }
    }
}

static void write_descriptor_str(Object *text)
{
    write_descriptor_chars(text, str_length(text));
}

// To sys.stderr, or to the descriptor if memory is out for that; nowhere if sys.stderr is None.
// False: it is missing.
static bool write_stderr(Object *text)
{
    Object *file = stderr_borrow();
    if (file == object_none)
        return true;
    if (!file) {
        write_descriptor_str(text);
        return false;
    }
    incref(file);
    Object *result = call_method_one(file, NAME(write), text);
    if (!result && memory_error_is_current())
        write_descriptor_str(text);
    xdecref(result);
    error_clear();
    flush_file(file);
    decref(file);
    return true;
}

void traceback_write_error(const char *text)
{
    Object *saved = error_take();
    Object *object = str_from_text(text);
    if (object)
        write_stderr(object);
    else
        write_descriptor(text, strlen(text));
    xdecref(object);
    error_clear();
    error_restore_steal(saved);
}

// What the last line of a report says, without memory for it.
static void write_bare(Object *exception)
{
    const char *name = type_of(exception)->name;
    char told[MEMORY_ERROR_TEXT_SIZE];
    Object *args = ((ExceptionObject *)exception)->args;
    bool is_plain = type_of(exception)->str == exc_value_error.str; // str() is the message as it is
    bool has_message = (is_plain && TUPLE(args)->count == 1) || type_is_subtype(type_of(exception), &exc_syntax_error);
    write_descriptor(name, strlen(name));
    if (memory_error_text(exception, told)) {
        write_descriptor(": ", 2);
        write_descriptor(told, strlen(told));
    } else if (has_message && TUPLE(args)->count > 0 && IS_STR(TUPLE(args)->items[0])) {
        write_descriptor(": ", 2);
        write_descriptor_str(TUPLE(args)->items[0]);
    }
    write_descriptor("\n", 1);
}

// Writes what was built; `status` says whether it is whole. Under OOM its whole lines and a bare last
// one show.
static void write_built(StrBuilder *builder, int status, Object *exception)
{
    error_clear();
    Object *text = str_builder_finish(builder);
    error_clear();
    if (text && status == 0) {
        if (!write_stderr(text))
            write_descriptor("lost sys.stderr\n", 16);
    } else {
        size_t count = text ? str_length(text) : 0;
        while (count > 0 && str_char_at(text, count - 1) != '\n')
            count--;
        flush_file(stderr_borrow());
        if (count)
            write_descriptor_chars(text, count);
        write_bare(exception);
    }
    xdecref(text);
}

void traceback_print_exception(Object *exception)
{
    StrBuilder builder;
    Object *saved = error_take();
    incref(exception);
    str_builder_init(&builder);
    int status = traceback_format_exception(exception, &builder);
    if (status < 0 && memory_error_is_current()) { // there may be memory now: what failed left garbage
        error_clear();
        str_builder_free(&builder);
        str_builder_init(&builder);
        status = traceback_format_exception(exception, &builder);
    }
    write_built(&builder, status, exception);
    decref(exception);
    error_restore_steal(saved);
}

void traceback_display(Object *value, Object *traceback)
{
    if (!IS_EXCEPTION(value)) {
        Object *text = str_format("TypeError: print_exception(): Exception expected for value, %T found\n", value);
        if (text)
            write_stderr(text);
        xdecref(text);
        error_clear();
        return;
    }
    ExceptionObject *exception = (ExceptionObject *)value;
    if (IS_EXACT(traceback, TRACEBACK) && !exception->traceback)
        exception->traceback = new_ref(traceback);
    traceback_print_exception(value);
}

// --- errors that nobody can catch ---

static int put_unraisable_head(Printer *printer, Object *message, Object *object)
{
    int status = 0;
    if (object != object_none) {
        status = message != object_none ? str_builder_str(printer->out, message) : put(printer, "Exception ignored in");
        status = status < 0 || put(printer, ": ") < 0 ? -1 : 0;
        Object *text = status == 0 ? object_repr(object) : NULL;
        if (memory_error_is_current())
            return -1;
        error_clear();
        if (status == 0)
            status = text ? str_builder_str(printer->out, text) : put(printer, "<object repr() failed>");
        xdecref(text);
        return status < 0 ? -1 : put(printer, "\n");
    }
    if (message != object_none)
        status = str_builder_str(printer->out, message) < 0 || put(printer, ":\n") < 0 ? -1 : 0;
    return status;
}

static int put_unraisable(Printer *printer, Object *type, Object *exception, Object *traceback, Object *message,
                          Object *object)
{
    if (put_unraisable_head(printer, message, object) < 0 || put_traceback(printer, traceback) < 0)
        return -1;
    if (!IS_TYPE(type))
        return 0;
    if (put_type(printer, (TypeObject *)type) < 0)
        return -1;
    if (exception != object_none) {
        Object *text = object_str(exception);
        if (memory_error_is_current())
            return -1;
        error_clear();
        int status = put(printer, ": ");
        if (status == 0)
            status = text ? str_builder_str(printer->out, text) : put(printer, "<exception str() failed>");
        xdecref(text);
        if (status < 0)
            return -1;
    }
    return put(printer, "\n");
}

void traceback_print_unraisable(Object *type, Object *exception, Object *traceback, Object *message, Object *object)
{
    StrBuilder builder;
    Printer printer;
    str_builder_init(&builder);
    printer_init(&printer, &builder);
    int status = put_unraisable(&printer, type, exception, traceback, message, object);
    if (status < 0 && memory_error_is_current()) { // as above
        error_clear();
        str_builder_free(&builder);
        str_builder_init(&builder);
        status = put_unraisable(&printer, type, exception, traceback, message, object);
    }
    printer_free(&printer);
    Object *file = stderr_borrow();
    if (file && file != object_none)
        write_built(&builder, status, exception);
    str_builder_free(&builder);
    error_clear();
}

static void print_unraisable(Object *exception, Object *object_or_none, Object *message_or_none)
{
    Object *traceback = ((ExceptionObject *)exception)->traceback;
    traceback_print_unraisable(OBJECT(type_of(exception)), exception, traceback ? traceback : object_none,
                               message_or_none, object_or_none);
}

// sys.unraisablehook failed: its exception is reported, and which hook it was.
static void report_hook_failure(Object *hook)
{
    Object *failure = error_take();
    Object *message = str_from_text("Exception ignored in sys.unraisablehook");
    error_clear();
    if (failure)
        print_unraisable(failure, hook, message ? message : object_none);
    xdecref(message);
    xdecref(failure);
}

static void on_unraisable(Object *exception, Object *object_or_null, const char *message_or_null)
{
    Object *object = object_or_null ? object_or_null : object_none, *message = object_none;
    if (!((ExceptionObject *)exception)->traceback && vm.frame >= vm.frames) {
        error_set_borrow(exception); // raised by C code: at least the running frame shows
        traceback_add(vm.frame);
        decref(error_take());
    }
    if (message_or_null) {
        message = str_from_text(message_or_null);
        if (!message) {
            error_clear();
            message = object_none;
        }
    }
    Object *hook = state.sys_dict ? dict_get_str_borrow(state.sys_dict, NAME(unraisablehook)) : NULL;
    bool is_default = !hook || hook == object_none || hook == traceback_hooks.default_unraisable;
    if (is_default || !traceback_hooks.unraisable_args) {
        print_unraisable(exception, object, message);
    } else {
        incref(hook);
        Object *arguments = traceback_hooks.unraisable_args(exception, message, object);
        Object *result = arguments ? call_one(hook, arguments) : NULL;
        xdecref(arguments);
        if (!result)
            report_hook_failure(hook);
        xdecref(result);
        decref(hook);
    }
    decref(message);
    error_clear();
}

static bool place_of(const Frame *frame, Object **filename, int *line)
{
    if (frame < vm.frames)
        return false;
    *filename = frame->code->filename;
    *line = frame_line(frame);
    if (*line < 0) // what the compiler added belongs to no line
        *line = frame->code->first_line;
    return true;
}

static bool running_place(Object **filename, int *line)
{
    return place_of(vm.frame, filename, line);
}

// --- warnings ---

static int put_warning(Printer *printer, const char *category, Object *message, Object *filename, int lineno)
{
    Object *head = str_format("%U:%d: %s: %U\n", filename, lineno, category, message);
    int status = head ? str_builder_str(printer->out, head) : -1;
    xdecref(head);
    Object *line = status == 0 ? source_line(printer, filename, lineno) : NULL;
    size_t start = 0, stop = line ? str_length(line) : 0;
    while (start < stop && unicode_is_space(str_char_at(line, start)))
        start++;
    while (start < stop && unicode_is_space(str_char_at(line, stop - 1)))
        stop--;
    if (start < stop && (put(printer, "  ") < 0 || str_builder_slice(printer->out, line, start, stop) < 0 ||
                         put(printer, "\n") < 0))
        status = -1;
    xdecref(line);
    return status;
}

// 0, or -1 with MemoryError; other errors are dropped.
static int show_warning(const char *category, Object *message, Object *filename, int lineno)
{
    StrBuilder builder;
    Printer printer;
    str_builder_init(&builder);
    printer_init(&printer, &builder);
    int status = put_warning(&printer, category, message, filename, lineno);
    printer_free(&printer);
    Object *text = status == 0 ? str_builder_finish(&builder) : NULL;
    if (text)
        write_stderr(text);
    xdecref(text);
    str_builder_free(&builder);
    if (!text && memory_error_is_current())
        return -1;
    error_clear();
    return 0;
}

// CPython's default filters: a DeprecationWarning shows only in a file whose module is __main__.
static int on_compile_warning(bool syntax_warning, Object *message, Object *filename, int lineno)
{
    if (!syntax_warning && !str_equal_text(filename, "__main__") && !str_equal_text(filename, "__main__.py"))
        return 0;
    return show_warning(syntax_warning ? "SyntaxWarning" : "DeprecationWarning", message, filename, lineno);
}

// The dict in which a module's globals keep the warnings that were shown, new reference; *registry is
// NULL where None turns it off. 0, -1 with exception.
static int warning_registry(DictObject *globals, Object **registry)
{
    Object *known = dict_get_str_borrow(globals, NAME(warningregistry));
    *registry = NULL;
    if (known == object_none || error_occurred())
        return known ? 0 : -1;
    if (known) {
        if (!object_has(known, TF_SUBCLASS_DICT)) {
            error_text(&exc_type_error, "'registry' must be a dict or None");
            return -1;
        }
        *registry = new_ref(known);
        return 0;
    }
    *registry = dict_new();
    if (!*registry || dict_set_text(DICT(*registry), "version", int_from_int64(0)) < 0 ||
        dict_set_str(globals, NAME(warningregistry), *registry) < 0) {
        ref_clear(registry);
        return -1;
    }
    return 0;
}

// A DeprecationWarning for the running line or that of its caller: shown once, and only in the module __main__.
static int on_deprecated(Object *message, int level)
{
    Frame *frame = level ? frame_visible(vm.frame - 1) : vm.frame;
    Object *filename, *registry;
    int line;
    if (!place_of(frame, &filename, &line))
        return 0;
    if (warning_registry(frame->globals, &registry) < 0)
        return -1;
    Object *number = int_from_int64(line);
    Object *key = number ? tuple_pack(3, message, OBJECT(&exc_deprecation_warning), number) : NULL;
    xdecref(number);
    Object *module = key ? dict_get_str_borrow(frame->globals, NAME(name)) : NULL;
    int known = !key || error_occurred() ? -1 : registry ? dict_contains(registry, key) : 0;
    if (known == 0 && module && IS_STR(module) && str_equal(module, NAME(main))) {
        known = registry ? dict_set(registry, key, object_true) : 0;
        if (known == 0)
            known = show_warning("DeprecationWarning", message, filename, line);
    }
    xdecref(key);
    xdecref(registry);
    return known < 0 ? -1 : 0;
}

void traceback_install(void)
{
    error_hooks.place = running_place;
    error_hooks.unraisable = on_unraisable;
    error_hooks.deprecated = on_deprecated;
    compile_set_warning(on_compile_warning);
}

// --- the end of a program ---

// Exit status of SystemExit; its text, if it is no number, goes to stderr.
static int exit_status(Object *exception)
{
    Object *code = ((SystemExitObject *)exception)->code;
    int64_t number;
    if (!code || code == object_none)
        return 0;
    if (IS_INT(code))
        return int_fits_int64(code, &number) ? (int)(number & 0xFF) : 0xFF;
    Object *text = object_str(code);
    if (!text && memory_error_is_current()) {
        write_bare(state.exception);
        error_clear();
        return 1;
    }
    error_clear();
    if (text)
        write_stderr(text);
    xdecref(text);
    traceback_write_error("\n");
    return 1;
}

static void set_last(Object *exception)
{
    Object *traceback = ((ExceptionObject *)exception)->traceback;
    if (!state.sys_dict)
        return;
    if (dict_set_str(state.sys_dict, NAME(last_type), OBJECT(type_of(exception))) < 0 ||
        dict_set_str(state.sys_dict, NAME(last_value), exception) < 0 ||
        dict_set_str(state.sys_dict, NAME(last_traceback), traceback ? traceback : object_none) < 0)
        error_clear();
}

// Shows the exception through sys.excepthook. A status >= 0 if the hook raised SystemExit, else -1.
static int call_hook(Object *exception)
{
    Object *hook = state.sys_dict ? dict_get_str_borrow(state.sys_dict, NAME(excepthook)) : NULL;
    if (!hook) {
        traceback_write_error("sys.excepthook is missing\n");
        traceback_print_exception(exception);
        return -1;
    }
    Object *traceback = ((ExceptionObject *)exception)->traceback;
    incref(hook);
    traceback = traceback ? new_ref(traceback) : object_none;
    Object *result = call_three(hook, OBJECT(type_of(exception)), exception, traceback);
    decref(traceback);
    decref(hook);
    if (result) {
        decref(result);
        return -1;
    }
    Object *failure = error_take();
    int status = -1;
    if (failure && type_is_subtype(type_of(failure), &exc_system_exit)) {
        status = exit_status(failure);
    } else if (failure) {
        traceback_write_error("Error in sys.excepthook:\n");
        traceback_print_exception(failure);
        traceback_write_error("\nOriginal exception was:\n");
        traceback_print_exception(exception);
    }
    xdecref(failure);
    return status;
}

int vm_report_uncaught(void)
{
    Object *exception = error_take();
    if (!exception)
        return 0;
    if (state.sys_dict) {
        flush_file(dict_get_str_borrow(state.sys_dict, NAME(stderr)));
        flush_file(dict_get_str_borrow(state.sys_dict, NAME(stdout)));
    }
    int status;
    if (type_is_subtype(type_of(exception), &exc_system_exit)) {
        status = exit_status(exception);
    } else {
        set_last(exception);
        status = call_hook(exception);
        if (status < 0)
            status = 1;
        if (type_of(exception) == &exc_keyboard_interrupt) {
            status = STATUS_INTERRUPTED;
        }
    }
    decref(exception);
    error_clear();
    return status;
}

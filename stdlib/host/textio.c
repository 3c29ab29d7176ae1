// Text files: encoding and decoding on top of fileio.c, universal newlines, and open().
// Reading decodes a chunk at a time (as CPython: errors show at the same reads); `decoded` holds the
// characters of in[0 .. base.in_used), of which `used` are consumed. Read textio_write and
// read_chunk first.
#include "stdlib/host/textio.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/base/utf8.h"
#include "runtime/memory/buffer.h"
#include "runtime/memory/memory.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/containers/tuple.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/codec.h"
#include "runtime/text/str.h"
#include "stdlib/host/fileio.h"
#include "stdlib/host/path.h"

typedef enum Newline { NEWLINE_UNIVERSAL, NEWLINE_KEEP, NEWLINE_LF, NEWLINE_CR, NEWLINE_CRLF } Newline;
enum { SEEN_CR = 1, SEEN_LF = 2, SEEN_CRLF = 4 };

typedef struct TextObject {
    FileObject base;
    Object *encoding, *errors; // owned strs
    Object *decoded;           // owned, or NULL
    size_t used;               // characters of `decoded` that were given out
    FileObject *view;          // .buffer, once asked for: owned; bytes pass through it then
    uint8_t newline;           // Newline
    uint8_t seen_newlines;     // SEEN_*
    bool is_utf8, is_bytewise; // encoding: UTF-8; one byte a character
    bool is_line_buffered, is_write_through;
    bool is_iterating;         // tell() is off until the iteration ends
} TextObject;
#define TEXT(o) ((TextObject *)(o))

static int check_open(TextObject *self)
{
    if (likely(self->base.fd >= 0))
        return 0;
    error_text(&exc_value_error, "I/O operation on closed file.");
    return -1;
}

static int check_readable(TextObject *self)
{
    if (check_open(self) < 0)
        return -1;
    if (self->base.can_read)
        return 0;
    file_unsupported("not readable");
    return -1;
}

// --- writing ---

// What waits goes to the binary layer, if there is one apart, else to the system.
static int write_out(TextObject *self)
{
    FileObject *file = &self->base;
    if (!self->view)
        return file_flush(file);
    int status = file->out_size ? file_write(self->view, file->out, file->out_size) : 0;
    if (status == 0)
        file->out_size = 0;
    return status;
}

static int put_bytes(TextObject *self, const void *bytes, size_t size)
{
    if (self->view && self->base.out_size + size > FILE_CHUNK) {
        if (write_out(self) < 0)
            return -1;
        if (size > FILE_CHUNK)
            return file_write(self->view, bytes, size);
    }
    return file_write(&self->base, bytes, size);
}

// Characters of a str without surrogates as UTF-8.
static int put_utf8(TextObject *self, Object *text)
{
    char chunk[512];
    size_t filled = 0;
    for (size_t i = 0, length = str_length(text); i < length; i++) {
        filled += utf8_encode(str_char_at(text, i), chunk + filled);
        if (filled + UTF8_LENGTH_MAX > sizeof chunk || i + 1 == length) {
            if (put_bytes(self, chunk, filled) < 0)
                return -1;
            filled = 0;
        }
    }
    return 0;
}

static bool has_surrogate(const Object *text)
{
    for (size_t i = 0, length = str_kind(text) ? str_length(text) : 0; i < length; i++)
        if (unicode_is_surrogate(str_char_at(text, i)))
            return true;
    return false;
}

static int put_encoded(TextObject *self, Object *text)
{
    const char *encoding = str_utf8(self->encoding, NULL), *errors = str_utf8(self->errors, NULL);
    Object *bytes = encoding && errors ? str_encode(text, encoding, errors) : NULL;
    if (!bytes)
        return -1;
    int status = put_bytes(self, ((BytesObject *)bytes)->data, ((BytesObject *)bytes)->size);
    decref(bytes);
    return status;
}

static int put_text(TextObject *self, Object *text)
{
    if (str_is_ascii(text) && (self->is_utf8 || self->is_bytewise))
        return put_bytes(self, STR(text)->data, str_length(text));
    if (self->is_utf8 && !has_surrogate(text))
        return put_utf8(self, text);
    return put_encoded(self, text);
}

// With line ends as newline= asks.
static int put_translated(TextObject *self, Object *text)
{
    Object *lf = str_from_char('\n'), *end = str_from_text(self->newline == NEWLINE_CR ? "\r" : "\r\n");
    Object *translated = lf && end ? str_replace(text, lf, end, -1) : NULL;
    xdecref(lf);
    xdecref(end);
    int status = translated ? put_text(self, translated) : -1;
    xdecref(translated);
    return status;
}

static bool ends_line(const Object *text)
{
    const void *data = ((const StrObject *)text)->data;
    size_t length = str_length(text);
    if (str_kind(text) == 0)
        return memchr(data, '\n', length) || memchr(data, '\r', length);
    for (size_t i = 0; i < length; i++)
        if (str_char_at(text, i) == '\n' || str_char_at(text, i) == '\r')
            return true;
    return false;
}

static void forget_decoded(TextObject *self)
{
    ref_clear(&self->decoded);
    self->used = 0;
}

int textio_write(Object *file, Object *text)
{
    TextObject *self = TEXT(file);
    if (check_open(self) < 0)
        return -1;
    if (unlikely(!self->base.can_write)) {
        file_unsupported("not writable");
        return -1;
    }
    if (unlikely(self->decoded != NULL))
        forget_decoded(self);
    int status = self->newline >= NEWLINE_CR ? put_translated(self, text) : put_text(self, text);
    if (status == 0 && (self->is_write_through || (self->is_line_buffered && ends_line(text))))
        status = textio_flush(file);
    return status;
}

int textio_flush(Object *file)
{
    TextObject *self = TEXT(file);
    if (check_open(self) < 0 || write_out(self) < 0)
        return -1;
    return self->view ? file_flush(self->view) : 0;
}

// --- reading ---

// Bytes at the end that are the start of a UTF-8 character.
static size_t incomplete_tail(const char *bytes, size_t size)
{
    for (size_t back = 1; back <= 3 && back <= size; back++) {
        const char *start = bytes + size - back;
        uint32_t character;
        Utf8Error error;
        size_t error_size;
        if ((*start & 0xC0) == 0x80)
            continue;
        if (utf8_decode(start, bytes + size, UTF8_STRICT, &character, &error, &error_size) == 0 &&
            error == UTF8_UNEXPECTED_END)
            return back;
        break;
    }
    return 0;
}

static Object *decode_plain(TextObject *self, const char *bytes, size_t size)
{
    if (self->is_utf8 && utf8_ascii_prefix(bytes, size) == size)
        return str_from_utf8(bytes, size);
    const char *encoding = str_utf8(self->encoding, NULL), *errors = str_utf8(self->errors, NULL);
    return encoding && errors ? bytes_decode((const uint8_t *)bytes, size, encoding, errors) : NULL;
}

// Notes which line ends occur.
static void note_newlines(TextObject *self, const char *bytes, size_t size, bool has_cr)
{
    if (!has_cr) {
        if (!(self->seen_newlines & SEEN_LF) && memchr(bytes, '\n', size))
            self->seen_newlines |= SEEN_LF;
        return;
    }
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] == '\n')
            self->seen_newlines |= SEEN_LF;
        if (bytes[i] != '\r')
            continue;
        if (i + 1 < size && bytes[i + 1] == '\n') {
            self->seen_newlines |= SEEN_CRLF;
            i++;
        } else {
            self->seen_newlines |= SEEN_CR;
        }
    }
}

// Text of whole characters, line ends translated where that is asked for.
static Object *decode(TextObject *self, const char *bytes, size_t size)
{
    if (self->newline > NEWLINE_KEEP || !(self->is_utf8 || self->is_bytewise))
        return decode_plain(self, bytes, size);
    bool has_cr = size && memchr(bytes, '\r', size);
    if (size)
        note_newlines(self, bytes, size, has_cr);
    if (!has_cr || self->newline == NEWLINE_KEEP)
        return decode_plain(self, bytes, size);
    char *translated = memory_alloc(size, MEMORY_RAW);
    if (!translated)
        return error_no_memory();
    size_t length = 0;
    for (size_t i = 0; i < size; i++) {
        translated[length++] = bytes[i] == '\r' ? '\n' : bytes[i];
        if (bytes[i] == '\r' && i + 1 < size && bytes[i + 1] == '\n')
            i++;
    }
    Object *text = decode_plain(self, translated, length);
    memory_free(translated, size);
    if (!text && error_is(&exc_unicode_decode_error)) {
        error_clear(); // the positions are those of the file
        xdecref(decode_plain(self, bytes, size));
    }
    return text;
}

// Fills the raw buffer; through the binary layer if there is one apart.
static int fill(TextObject *self)
{
    FileObject *file = &self->base, *view = self->view;
    if (textio_flush(OBJECT(self)) < 0)
        return -1;
    if (!view)
        return file_fill(file);
    if (!file->in) {
        file->in = memory_alloc(FILE_CHUNK + FILE_SLACK, MEMORY_RAW);
        if (!file->in) {
            error_no_memory();
            return -1;
        }
    }
    if (view->in_used == view->in_size) {
        int got = file_fill(view);
        if (got <= 0)
            return got;
    }
    memmove(file->in, file->in + file->in_used, file->in_size - file->in_used);
    file->in_size -= file->in_used;
    file->in_used = 0;
    size_t room = FILE_CHUNK + FILE_SLACK - file->in_size, waiting = view->in_size - view->in_used;
    if (waiting > room)
        waiting = room;
    memcpy(file->in + file->in_size, view->in + view->in_used, waiting);
    file->in_size += waiting;
    view->in_used += waiting;
    return 1;
}

static int read_rest(TextObject *self, Buffer *buffer)
{
    if (!self->view)
        return file_read_rest(&self->base, buffer);
    FileObject *file = &self->base;
    if (buffer_append(buffer, file->in + file->in_used, file->in_size - file->in_used) < 0) {
        error_no_memory();
        return -1;
    }
    file->in_used = file->in_size = 0;
    return file_read_rest(self->view, buffer);
}

// Decodes the next chunk into self->decoded. 1 there are characters, 0 end of file, -1.
static int read_chunk(TextObject *self)
{
    FileObject *file = &self->base;
    forget_decoded(self);
    if (!self->is_utf8 && !self->is_bytewise) { // wide encodings: all at once
        Buffer rest;
        buffer_init(&rest);
        if (read_rest(self, &rest) == 0)
            self->decoded = decode(self, rest.data, rest.size);
        buffer_free(&rest);
        return !self->decoded ? -1 : str_length(self->decoded) > 0;
    }
    for (;;) {
        int got = fill(self);
        if (got < 0)
            return -1;
        const char *bytes = file->in + file->in_used;
        size_t size = file->in_size - file->in_used;
        if (got && self->is_utf8)
            size -= incomplete_tail(bytes, size);
        if (got && size && bytes[size - 1] == '\r' && self->newline != NEWLINE_LF && self->newline != NEWLINE_CR)
            size--;
        file->in_used += size;
        if (size == 0 && got)
            continue;
        self->decoded = size ? decode(self, bytes, size) : NULL;
        if (self->decoded || !size)
            return self->decoded && str_length(self->decoded) > 0;
        return -1;
    }
}

// Makes characters available. 1, 0 at the end, -1.
static inline int want_chars(TextObject *self)
{
    if (self->decoded && self->used < str_length(self->decoded))
        return 1;
    return read_chunk(self);
}

// Where the line that starts at `start` ends (one past its end mark), or 0 if it does not end in `text`.
static size_t find_line_end(const TextObject *self, const Object *text, size_t start)
{
    size_t length = str_length(text);
    if (str_kind(text) == 0 && (self->newline == NEWLINE_UNIVERSAL || self->newline == NEWLINE_LF)) {
        const uint8_t *data = ((const StrObject *)text)->data;
        const uint8_t *end = memchr(data + start, '\n', length - start);
        return end ? (size_t)(end - data) + 1 : 0;
    }
    for (size_t i = start; i < length; i++) {
        uint32_t c = str_char_at(text, i);
        bool is_pair = c == '\r' && i + 1 < length && str_char_at(text, i + 1) == '\n';
        switch ((Newline)self->newline) {
        case NEWLINE_UNIVERSAL:
        case NEWLINE_LF:
            if (c == '\n')
                return i + 1;
            break;
        case NEWLINE_CR:
            if (c == '\r')
                return i + 1;
            break;
        case NEWLINE_CRLF:
            if (is_pair)
                return i + 2;
            break;
        case NEWLINE_KEEP:
            if (c == '\n' || c == '\r')
                return i + 1 + is_pair;
            break;
        }
    }
    return 0;
}

Object *textio_read_line(Object *file, int64_t limit)
{
    TextObject *self = TEXT(file);
    if (check_readable(self) < 0)
        return NULL;
    Object *line = NULL; // parts from chunks that are used up
    while (limit != 0) {
        int got = want_chars(self);
        if (got < 0) {
            xdecref(line);
            return NULL;
        }
        if (!got)
            break;
        size_t start = self->used, length = str_length(self->decoded);
        size_t end = find_line_end(self, self->decoded, start), stop = end ? end : length;
        if (limit > 0 && (int64_t)(stop - start) > limit) {
            stop = start + (size_t)limit;
            end = 0;
        }
        Object *part = str_slice(self->decoded, start, stop);
        if (!part) {
            xdecref(line);
            return NULL;
        }
        self->used = stop;
        if (limit > 0)
            limit -= (int64_t)(stop - start);
        if (!line) {
            line = part;
        } else {
            int status = str_append_move(&line, part);
            decref(part);
            if (status < 0)
                return NULL;
        }
        if (end)
            break;
    }
    return line ? line : OBJECT(new_ref(str_empty));
}

static Object *read_all(TextObject *self)
{
    Buffer rest;
    buffer_init(&rest);
    Object *text = NULL, *head = NULL;
    if (self->decoded && self->used < str_length(self->decoded)) {
        head = str_slice(self->decoded, self->used, str_length(self->decoded));
        if (!head)
            return NULL;
    }
    if (textio_flush(OBJECT(self)) == 0 && read_rest(self, &rest) == 0)
        text = decode(self, rest.data ? rest.data : "", rest.size);
    buffer_free(&rest);
    if (text)
        forget_decoded(self);
    if (text && head && str_append_move(&head, text) == 0) {
        decref(text);
        return head;
    }
    if (text && head) {
        decref(text);
        return NULL;
    }
    xdecref(head);
    return text;
}

static Object *textio_method_read(Object *object, Object *const *args, size_t nargs)
{
    TextObject *self = TEXT(object);
    int64_t size;
    if (args_check_count("read", nargs, 0, 1) < 0 || file_size_argument(args, nargs, &size) < 0 ||
        check_readable(self) < 0)
        return NULL;
    if (size < 0)
        return read_all(self);
    StrBuilder builder;
    str_builder_init(&builder);
    while (size > 0) {
        int got = want_chars(self);
        if (got < 0)
            goto fail;
        if (!got)
            break;
        size_t waiting = str_length(self->decoded) - self->used;
        size_t taken = waiting < (size_t)size ? waiting : (size_t)size;
        if (str_builder_slice(&builder, self->decoded, self->used, self->used + taken) < 0)
            goto fail;
        self->used += taken;
        size -= (int64_t)taken;
    }
    return str_builder_finish(&builder);
fail:
    str_builder_free(&builder);
    return NULL;
}

static Object *textio_method_readline(Object *self, Object *const *args, size_t nargs)
{
    int64_t limit = -1;
    if (args_check_count("readline", nargs, 0, 1) < 0)
        return NULL;
    if (nargs) {
        limit = object_as_index(args[0], &exc_overflow_error);
        if (limit == -1 && error_occurred())
            return NULL;
    }
    return textio_read_line(self, limit < 0 ? -1 : limit);
}

static Object *textio_next(Object *object)
{
    TextObject *self = TEXT(object);
    self->is_iterating = true;
    Object *line = textio_read_line(object, -1);
    if (line && str_length(line) == 0) {
        ref_clear(&line);
        self->is_iterating = false;
    }
    return line;
}

static Object *textio_iterate(Object *self)
{
    return check_open(TEXT(self)) < 0 ? NULL : new_ref(self);
}

// --- writing and the rest, as scripts see it ---

static Object *textio_method_write(Object *self, Object *text)
{
    if (!IS_STR(text))
        return error_format(&exc_type_error, "write() argument must be str, not %T", text);
    Object *count = int_from_size(str_length(text)); // first: what failed has not been written
    if (count && textio_write(self, text) < 0)
        ref_clear(&count);
    return count;
}

static Object *textio_method_flush(Object *self)
{
    return textio_flush(self) < 0 ? NULL : object_none;
}

static int close_file(TextObject *self)
{
    if (self->base.fd < 0)
        return 0;
    int status = write_out(self);
    Object *failure = error_take();
    self->base.out_size = 0;
    if (self->view && file_close(self->view) < 0) { // its descriptor is ours
        status = -1;
        xdecref(failure);
        failure = error_take();
    }
    if (file_close(&self->base) < 0)
        status = -1;
    if (failure)
        error_restore_steal(failure);
    forget_decoded(self);
    return status;
}

static Object *textio_method_close(Object *self)
{
    return close_file(TEXT(self)) < 0 ? NULL : object_none;
}

// Bytes of the current chunk that the consumed characters came from.
static size_t consumed_bytes(TextObject *self)
{
    const FileObject *file = &self->base;
    const char *start = file->in, *end = start + file->in_used, *next = start;
    for (size_t i = 0; i < self->used && next < end; i++) {
        if (self->newline == NEWLINE_UNIVERSAL && next + 1 < end && next[0] == '\r' && next[1] == '\n') {
            next += 2;
            continue;
        }
        next++;
        while (self->is_utf8 && next < end && (*next & 0xC0) == 0x80)
            next++;
    }
    return (size_t)(next - start);
}

static Object *textio_method_tell(Object *object)
{
    TextObject *self = TEXT(object);
    if (check_open(self) < 0)
        return NULL;
    if (!file_is_seekable(&self->base))
        return file_unsupported("underlying stream is not seekable");
    if (self->is_iterating)
        return error_text(&exc_os_error, "telling position disabled by next() call");
    if (textio_flush(object) < 0)
        return NULL;
    int64_t position = file_tell(&self->base);
    if (position < 0)
        return NULL;
    if (self->view)
        position -= (int64_t)(self->view->in_size - self->view->in_used);
    if (self->decoded && self->used < str_length(self->decoded))
        position -= (int64_t)(self->base.in_used - consumed_bytes(self));
    return int_from_int64(position);
}

// Offset and whence of seek(). 0 / -1.
static int seek_arguments(TextObject *self, Object *const *args, size_t nargs, int64_t *offset, int64_t *whence)
{
    *whence = 0;
    if (nargs == 2) {
        *whence = object_as_index(args[1], &exc_overflow_error);
        if (*whence == -1 && error_occurred())
            return -1;
    }
    if (!type_of(args[0])->to_index && object_compare_bool(args[0], int_small_borrow(0), COMPARE_LT) < 0)
        return -1; // CPython compares the cookie with 0
    *offset = object_as_index(args[0], &exc_overflow_error);
    if (*offset == -1 && error_occurred())
        return -1;
    if (!file_is_seekable(&self->base)) {
        file_unsupported("underlying stream is not seekable");
        return -1;
    }
    if (*whence == SEEK_CUR && *offset != 0)
        file_unsupported("can't do nonzero cur-relative seeks");
    else if (*whence == SEEK_END && *offset != 0)
        file_unsupported("can't do nonzero end-relative seeks");
    else if (*whence < 0 || *whence > 2)
        error_format(&exc_value_error, "invalid whence (%d, should be 0, 1 or 2)", (int)*whence);
    else if (*offset < 0)
        error_format(&exc_value_error, "negative seek position %R", args[0]);
    else
        return 0;
    return -1;
}

static Object *textio_method_seek(Object *object, Object *const *args, size_t nargs)
{
    TextObject *self = TEXT(object);
    int64_t offset, whence;
    if (args_check_count("seek", nargs, 1, 2) < 0 || check_open(self) < 0 ||
        seek_arguments(self, args, nargs, &offset, &whence) < 0 || textio_flush(object) < 0)
        return NULL;
    if (whence == SEEK_CUR) {
        Object *position = textio_method_tell(object);
        if (!position)
            return NULL;
        offset = int_as_int64(position);
        decref(position);
        whence = SEEK_SET;
    }
    forget_decoded(self);
    if (self->view)
        self->view->in_used = self->view->in_size = 0;
    int64_t position = file_seek(&self->base, offset, (int)whence);
    self->is_iterating = false;
    return position < 0 ? NULL : int_from_int64(position);
}

static Object *textio_method_truncate(Object *object, Object *const *args, size_t nargs)
{
    TextObject *self = TEXT(object);
    if (args_check_count("truncate", nargs, 0, 1) < 0 || textio_flush(object) < 0)
        return NULL;
    if (!self->base.can_write)
        return file_unsupported("truncate");
    int64_t size = nargs && args[0] != object_none ? object_as_index(args[0], &exc_overflow_error)
                                                   : file_tell(&self->base);
    if (size == -1 && error_occurred())
        return NULL;
    return file_truncate(&self->base, size) < 0 ? NULL : int_from_int64(size);
}

// --- encodings and newlines ---

// Sets encoding and errors (new references). 0 / -1 with LookupError.
static int set_encoding(TextObject *self, Object *encoding, Object *errors)
{
    const char *text = str_utf8(encoding, NULL);
    if (!text)
        return -1;
    self->is_utf8 = codec_is_utf8(text);
    self->is_bytewise = false;
    if (!self->is_utf8) { // is it known? a byte a character?
        Object *probe = bytes_decode((const uint8_t *)"a\nb\n", 4, text, "replace");
        if (!probe)
            return -1;
        self->is_bytewise = str_equal_text(probe, "a\nb\n") && !strstr(text, "escape");
        decref(probe);
    }
    incref(encoding);
    ref_set_steal(&self->encoding, encoding);
    incref(errors);
    ref_set_steal(&self->errors, errors);
    return 0;
}

static int set_newline(TextObject *self, Object *newline)
{
    static const char *const texts[] = {"", "\n", "\r", "\r\n"};
    self->newline = NEWLINE_UNIVERSAL;
    if (!newline || newline == object_none)
        return 0;
    for (int i = 0; i < 4; i++)
        if (str_equal_text(newline, texts[i])) {
            self->newline = (uint8_t)(NEWLINE_KEEP + i);
            return 0;
        }
    error_format(&exc_value_error, "illegal newline value: %S", newline);
    return -1;
}

// sys.stdout.reconfigure(encoding=..., errors=..., newline=..., line_buffering=..., write_through=...)
static Object *textio_method_reconfigure(Object *object, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"encoding", "errors", "newline", "line_buffering", "write_through", NULL};
    static const Signature signature = {"reconfigure", parameters, 0, 0, 0};
    TextObject *self = TEXT(object);
    Object *values[5];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    for (int i = 0; i < 5; i++)
        if (values[i] == object_none)
            values[i] = NULL;
    if (self->decoded && (values[0] || values[1] || values[2]))
        return file_unsupported("It is not possible to set the encoding or newline of stream after "
                                "the first read");
    if (textio_flush(object) < 0)
        return NULL;
    if (values[0] || values[1]) {
        Object *errors = values[1] ? new_ref(values[1]) : values[0] ? str_from_text("strict") : new_ref(self->errors);
        int status = errors ? set_encoding(self, values[0] ? values[0] : self->encoding, errors) : -1;
        xdecref(errors);
        if (status < 0)
            return NULL;
    }
    if (values[2] && set_newline(self, values[2]) < 0)
        return NULL;
    int line_buffered = values[3] ? object_is_true(values[3]) : self->is_line_buffered;
    int write_through = values[4] ? object_is_true(values[4]) : self->is_write_through;
    if (line_buffered < 0 || write_through < 0)
        return NULL;
    self->is_line_buffered = line_buffered;
    self->is_write_through = write_through;
    return_none;
}

// --- making ---

static Object *new_text(int fd, Object *name, const char *mode, bool owns, const char *encoding_text,
                        const char *errors_text)
{
    if (type_ready(&type_textio) < 0)
        return NULL;
    Object *encoding = str_from_text(encoding_text), *errors = str_from_text(errors_text), *self = NULL;
    if (encoding && errors)
        self = object_new(&type_textio, sizeof(TextObject));
    if (self) {
        file_init(&TEXT(self)->base, fd, name, mode, owns);
        TEXT(self)->is_line_buffered = fd == STDERR_FILENO || isatty(fd);
        if (set_encoding(TEXT(self), encoding, errors) < 0) {
            TEXT(self)->base.owns = false; // the caller closes it
            ref_clear(&self);
        }
    }
    xdecref(encoding);
    xdecref(errors);
    return self;
}

// CPython's rule for stdin and stdout: strict, but surrogateescape in the C locale and its kin.
static const char *standard_errors(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    static const char *const lax[] = {"C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"};
    const char *locale = NULL;
    for (int i = 0; i < 3 && !(locale && *locale); i++)
        locale = getenv(variables[i]);
    if (!locale || !*locale)
        return "surrogateescape";
    for (size_t i = 0; i < sizeof lax / sizeof *lax; i++)
        if (strcmp(locale, lax[i]) == 0)
            return "surrogateescape";
    return "strict";
}

Object *textio_new(int fd, Object *name, const char *mode, bool owns)
{
    const char *errors = fd == STDERR_FILENO ? "backslashreplace" : fd <= STDOUT_FILENO ? standard_errors() : "strict";
    Object *self = new_text(fd, name, mode, owns, "utf-8", errors);
    if (self && fd <= STDERR_FILENO)
        TEXT(self)->newline = NEWLINE_LF;
    return self;
}

// Reads open()'s mode. 0 / -1 with ValueError.
static int parse_mode(const char *text, FileMode *mode)
{
    int kinds = 0, plus = 0, binary = 0, is_text = 0;
    char kind = 0;
    for (const char *c = text; *c; c++) {
        if (!strchr("rwax+bt", *c) || strchr(c + 1, *c)) {
            error_format(&exc_value_error, "invalid mode: '%s'", text);
            return -1;
        }
        if (strchr("rwax", *c)) {
            kinds++;
            kind = *c;
        }
        plus += *c == '+';
        binary += *c == 'b';
        is_text += *c == 't';
    }
    if (binary && is_text)
        error_text(&exc_value_error, "can't have text and binary mode at once");
    else if (kinds > 1)
        error_text(&exc_value_error, "must have exactly one of create/read/write/append mode");
    else if (kinds == 0)
        error_text(&exc_value_error,
                   "Must have exactly one of create/read/write/append mode and at most one plus");
    if (error_occurred())
        return -1;
    mode->is_binary = binary;
    mode->can_read = kind == 'r' || plus;
    mode->can_write = kind != 'r' || plus;
    mode->flags = O_CLOEXEC | (plus ? O_RDWR : kind == 'r' ? O_RDONLY : O_WRONLY);
    mode->flags |= kind == 'w' ? O_CREAT | O_TRUNC : kind == 'a' ? O_CREAT | O_APPEND : kind == 'x' ? O_CREAT | O_EXCL : 0;
    if (kind == 'w' && plus) // as FileIO names it
        kind = 'r';
    mode->raw[0] = kind;
    mode->raw[1] = 'b';
    mode->raw[2] = plus ? '+' : 0;
    mode->raw[3] = 0;
    return 0;
}

// Opens the path or checks the descriptor. -1 with exception.
static int open_descriptor(Object *path, const FileMode *mode)
{
    int fd;
    struct stat info;
    if (IS_INT(path)) {
        fd = int_as_int32(path);
        if (fd == -1 && error_occurred())
            return -1;
        if (fd < 0)
            error_text(&exc_value_error, "negative file descriptor");
        else if (fcntl(fd, F_GETFD) < 0)
            error_os(errno, NULL);
        return error_occurred() ? -1 : fd;
    }
    Object *bytes = path_to_bytes(path);
    if (!bytes)
        return -1;
    const char *text = (const char *)((BytesObject *)bytes)->data;
    do
        fd = open(text, mode->flags, 0666);
    while (fd < 0 && errno == EINTR);
    if (fd < 0) {
        error_os(errno, path);
    } else if (fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) {
        close(fd);
        error_os(EISDIR, path);
        fd = -1;
    }
    decref(bytes);
    return fd;
}

// An argument of open() that is absent, None or a str. NULL stands for both of the former. 0 / -1.
static int check_str(Object **value, const char *name)
{
    if (*value == object_none)
        *value = NULL;
    if (!*value || IS_STR(*value))
        return 0;
    error_format(&exc_type_error, "open() argument '%s' must be str or None, not %T", name, *value);
    return -1;
}

static Object *open_text(int fd, Object *name, const char *mode, bool owns, Object *encoding, Object *errors,
                         Object *newline)
{
    const char *encoding_text = encoding ? str_utf8(encoding, NULL) : "UTF-8";
    const char *errors_text = errors ? str_utf8(errors, NULL) : "strict";
    if (!encoding_text || !errors_text)
        return NULL;
    char shown[6] = "";
    strncpy(shown, mode, sizeof shown - 1);
    Object *self = new_text(fd, name, shown, owns, encoding_text, errors_text);
    if (!self)
        return NULL;
    if (set_newline(TEXT(self), newline) < 0) {
        TEXT(self)->base.owns = false;
        ref_clear(&self);
        return NULL;
    }
    if (strchr(mode, 'a'))
        lseek(fd, 0, SEEK_END);
    return self;
}

Object *textio_open(Object *path, Object *mode, Object *encoding, Object *errors, Object *newline)
{
    FileMode parsed = {0};
    if (mode && !IS_STR(mode))
        return error_format(&exc_type_error, "open() argument 'mode' must be str, not %T", mode);
    if (check_str(&encoding, "encoding") < 0 || check_str(&errors, "errors") < 0 ||
        check_str(&newline, "newline") < 0)
        return NULL;
    Object *name = path_argument(path, true), *self = NULL;
    const char *mode_text = !name ? NULL : mode ? str_utf8(mode, NULL) : "r";
    if (!mode_text || parse_mode(mode_text, &parsed) < 0)
        goto done;
    if (parsed.is_binary && (encoding || errors || newline)) {
        error_format(&exc_value_error, "binary mode doesn't take %s argument",
                     encoding ? "an encoding" : errors ? "an errors" : "a newline");
        goto done;
    }
    int fd = open_descriptor(name, &parsed);
    if (fd < 0)
        goto done;
    if (parsed.is_binary)
        self = file_new(fd, name, &parsed, true);
    else
        self = open_text(fd, name, mode_text, true, encoding, errors, newline);
    if (!self && !IS_INT(name))
        close(fd);
done:
    xdecref(name);
    return self;
}

// --- the end ---

int textio_flush_all(void)
{
    int status = 0;
    for (FileObject *file = file_first_borrow(), *next; file; file = next) {
        next = file->next;
        bool is_text = type_of(OBJECT(file)) == &type_textio;
        if ((is_text ? textio_flush(OBJECT(file)) : file_flush(file)) == 0)
            continue;
        status = -1;
        error_write_unraisable(OBJECT(file), NULL);
        file->out_size = 0;
        if (is_text && TEXT(file)->view)
            TEXT(file)->view->out_size = 0;
    }
    return status;
}

void textio_stop(void)
{
    textio_flush_all();
    file_stop();
}

// --- the type ---

static void textio_dealloc(Object *object)
{
    TextObject *self = TEXT(object);
    if (self->base.fd >= 0) {
        Object *saved = error_take();
        if (close_file(self) < 0)
            error_clear();
        error_restore_steal(saved);
    }
    file_release(&self->base);
    xdecref(OBJECT(self->view));
    xdecref(self->encoding);
    xdecref(self->errors);
    xdecref(self->decoded);
    object_free(object, sizeof(TextObject));
}

static Object *textio_repr(Object *object)
{
    TextObject *self = TEXT(object);
    return str_format("<_io.TextIOWrapper name=%R mode='%s' encoding=%R>", self->base.name, self->base.mode,
                      self->encoding);
}

static Object *get_encoding(Object *self, void *closure)
{
    (void)closure;
    return new_ref(TEXT(self)->encoding);
}

static Object *get_errors(Object *self, void *closure)
{
    (void)closure;
    return new_ref(TEXT(self)->errors);
}

static Object *get_line_buffering(Object *self, void *closure)
{
    (void)closure;
    return object_from_bool(TEXT(self)->is_line_buffered);
}

static Object *get_write_through(Object *self, void *closure)
{
    (void)closure;
    return object_from_bool(TEXT(self)->is_write_through);
}

static Object *get_newlines(Object *self, void *closure)
{
    static const struct {
        int flag;
        const char *text;
    } kinds[] = {{SEEN_CR, "\r"}, {SEEN_LF, "\n"}, {SEEN_CRLF, "\r\n"}};
    (void)closure;
    Object *found[3];
    size_t count = 0;
    for (int i = 0; i < 3; i++) {
        if (!(TEXT(self)->seen_newlines & kinds[i].flag))
            continue;
        found[count] = str_from_text(kinds[i].text);
        if (!found[count]) {
            while (count)
                decref(found[--count]);
            return NULL;
        }
        count++;
    }
    return count == 0 ? object_none : count == 1 ? found[0] : tuple_from_array_steal(found, count);
}

// The binary layer apart: from now on the text's bytes pass through it.
static Object *get_buffer(Object *object, void *closure)
{
    (void)closure;
    TextObject *self = TEXT(object);
    if (!self->view) {
        FileMode mode = {.can_read = self->base.can_read, .can_write = self->base.can_write};
        mode.raw[0] = strchr(self->base.mode, 'w') && !mode.can_read ? 'w' : strchr(self->base.mode, 'a') ? 'a' : 'r';
        mode.raw[1] = 'b';
        mode.raw[2] = mode.can_read && mode.can_write ? '+' : 0;
        self->view = FILE_OBJECT(file_new(self->base.fd, self->base.name, &mode, false));
        if (self->view && self->base.fd < 0)
            file_close(self->view);
    }
    return self->view ? new_ref_object(OBJECT(self->view)) : NULL;
}

static const MethodDef textio_methods[] = {
    {"read", (void *)textio_method_read, METHOD_FAST, "read($self, size=-1, /)\n--\n\n"},
    {"readline", (void *)textio_method_readline, METHOD_FAST, "readline($self, size=-1, /)\n--\n\n"},
    {"readlines", (void *)file_method_readlines, METHOD_FAST,
     "readlines($self, hint=-1, /)\n--\n\nReturn a list of lines from the stream."},
    {"write", (void *)textio_method_write, METHOD_O, "write($self, text, /)\n--\n\n"},
    {"writelines", (void *)file_method_writelines, METHOD_O,
     "writelines($self, lines, /)\n--\n\nWrite a list of lines to stream."},
    {"flush", (void *)textio_method_flush, METHOD_NOARGS, "flush($self, /)\n--\n\n"},
    {"close", (void *)textio_method_close, METHOD_NOARGS, "close($self, /)\n--\n\n"},
    {"seek", (void *)textio_method_seek, METHOD_FAST, "seek($self, cookie, whence=0, /)\n--\n\n"},
    {"tell", (void *)textio_method_tell, METHOD_NOARGS, "tell($self, /)\n--\n\n"},
    {"truncate", (void *)textio_method_truncate, METHOD_FAST, "truncate($self, pos=None, /)\n--\n\n"},
    {"reconfigure", (void *)textio_method_reconfigure, METHOD_KEYWORDS,
     "reconfigure($self, /, *, encoding=None, errors=None, newline=None,\n            "
     "line_buffering=None, write_through=None)\n--\n\nReconfigure the text stream with new parameters."},
    {"fileno", (void *)file_method_fileno, METHOD_NOARGS, "fileno($self, /)\n--\n\n"},
    {"isatty", (void *)file_method_isatty, METHOD_NOARGS, "isatty($self, /)\n--\n\n"},
    {"readable", (void *)file_method_readable, METHOD_NOARGS, "readable($self, /)\n--\n\n"},
    {"writable", (void *)file_method_writable, METHOD_NOARGS, "writable($self, /)\n--\n\n"},
    {"seekable", (void *)file_method_seekable, METHOD_NOARGS, "seekable($self, /)\n--\n\n"},
    {"__enter__", (void *)file_method_enter, METHOD_NOARGS, NULL},
    {"__exit__", (void *)file_method_exit, METHOD_FAST, NULL},
    {0},
};

static const GetSetDef textio_getsets[] = {
    {"name", file_get_name, NULL, NULL, NULL},
    {"mode", file_get_mode, NULL, NULL, NULL},
    {"encoding", get_encoding, NULL, NULL, NULL},
    {"errors", get_errors, NULL, NULL, NULL},
    {"closed", file_get_closed, NULL, NULL, NULL},
    {"newlines", get_newlines, NULL, NULL, NULL},
    {"line_buffering", get_line_buffering, NULL, NULL, NULL},
    {"write_through", get_write_through, NULL, NULL, NULL},
    {"buffer", get_buffer, NULL, NULL, NULL},
    {0},
};

TypeObject type_textio = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "TextIOWrapper",
    .module_name = "_io",
    .flags = TF_NO_INSTANTIATION | TF_HAS_WEAKREF,
    .basic_size = sizeof(TextObject),
    .dealloc = textio_dealloc,
    .repr = textio_repr,
    .iterate = textio_iterate,
    .next = textio_next,
    .methods = textio_methods,
    .getsets = textio_getsets,
};

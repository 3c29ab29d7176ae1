// The prompt's history. The list in memory is libedit's; the file is ours, because libedit's own
// format cannot be read by eye.
//
// Format: UTF-8, one entry a line, oldest first; in an entry a newline is "\n", a carriage return
// "\r", a backslash "\\". encode_entry and decode_entry are each other's inverse.
//
// Each entry is appended by one write() as soon as it is made: nothing is lost when the process is
// killed, and prompts that run side by side mix whole entries. When the file has grown well past
// the limit, or ends in half a line, history_open replaces it by a shorter one (new file, rename).
// Read history_open first.
#include "vm/cli/history.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/memory/buffer.h"

enum {
    ENTRY_LIMIT = 2000,         // in memory, and in a file that was just rewritten: months of typing
    ENTRY_BYTES_MAX = 1 << 16,  // a longer statement (a pasted table) is remembered in memory only
    FILE_BYTES_MAX = 16 << 20,  // only the end of a longer file is read
};

static struct {
    History *list;
    char path[PATH_MAX]; // "": nowhere to save
} store;

// ---- The format ---------------------------------------------------------------------------------

// Appends the line of an entry, newline included. 0 / -1.
static int encode_entry(const char *text, Buffer *line)
{
    for (; *text; text++) {
        const char *escape = *text == '\n' ? "\\n" : *text == '\r' ? "\\r" : *text == '\\' ? "\\\\" : NULL;
        if ((escape ? buffer_append_text(line, escape) : buffer_append_byte(line, (uint8_t)*text)) < 0)
            return -1;
    }
    return buffer_append_byte(line, '\n');
}

// Turns a line (NUL-ended, without its newline) into the entry, in place.
static void decode_entry(char *line)
{
    char *to = line;
    for (const char *from = line; *from; from++) {
        char c = *from;
        if (c == '\\' && from[1]) {
            from++;
            c = *from == 'n' ? '\n' : *from == 'r' ? '\r' : *from;
        }
        *to++ = c;
    }
    *to = 0;
}

// ---- The file -----------------------------------------------------------------------------------

// Makes the folders above the file, private as the history itself.
static void make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        (void)mkdir(path, 0700); // it may exist; open() tells whether all went well
        *slash = '/';
    }
}

static void find_path(void)
{
    const char *state_home = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    int length = -1;
    if (state_home && state_home[0] == '/')
        length = snprintf(store.path, sizeof store.path, "%s/adder/history", state_home);
    else if (home && home[0] == '/')
        length = snprintf(store.path, sizeof store.path, "%s/.local/state/adder/history", home);
    if (length < 0 || (size_t)length >= sizeof store.path)
        store.path[0] = 0;
}

static bool write_all(int fd, const char *bytes, size_t count)
{
    while (count) {
        ssize_t written = write(fd, bytes, count);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        count -= (size_t)written;
    }
    return true;
}

// Replaces the file by `text`: readers see the old one or the new one, never a part.
static void replace_file(const char *text, size_t byte_size)
{
    char temporary[PATH_MAX + 8];
    snprintf(temporary, sizeof temporary, "%s.XXXXXX", store.path);
    int fd = mkstemp(temporary); // mode 0600
    if (fd < 0)
        return;
    bool is_written = write_all(fd, text, byte_size);
    if (close(fd) < 0 || !is_written || rename(temporary, store.path) < 0)
        (void)unlink(temporary);
}

// The whole file, or its end if that is enough. Empty when it cannot be read.
static void read_file(Buffer *text)
{
    int fd = open(store.path, O_RDONLY | O_CLOEXEC);
    struct stat info;
    if (fd < 0)
        return;
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode)) {
        if (info.st_size > FILE_BYTES_MAX)
            (void)lseek(fd, -(off_t)FILE_BYTES_MAX, SEEK_END);
        while (buffer_reserve(text, 1 << 16) == 0) {
            ssize_t got = read(fd, text->data + text->size, text->capacity - text->size);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                break;
            text->size += (size_t)got;
        }
    }
    close(fd);
}

static void append_to_file(const char *text)
{
    Buffer line;
    buffer_init(&line);
    if (encode_entry(text, &line) == 0 && line.size <= ENTRY_BYTES_MAX) {
        int fd = open(store.path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
        if (fd >= 0) {
            (void)write_all(fd, line.data, line.size);
            close(fd);
        }
    }
    buffer_free(&line);
}

// ---- The list -----------------------------------------------------------------------------------

// True: the text became the newest entry; false: it is that already, or memory is out.
static bool enter(const char *text)
{
    HistEvent event;
    if (edit.history(store.list, &event, H_FIRST) == 0 && strcmp(event.str, text) == 0)
        return false;
    return edit.history(store.list, &event, H_ENTER, text) >= 0;
}

// Fills the list from the file's text, which is used up by that.
static void load_entries(Buffer *text)
{
    size_t line_count = 0;
    for (size_t i = 0; i < text->size; i++)
        line_count += text->data[i] == '\n';
    bool is_torn = text->size && text->data[text->size - 1] != '\n';
    if (is_torn && buffer_append_byte(text, '\n') < 0)
        return;
    line_count += is_torn;
    size_t skipped = line_count > ENTRY_LIMIT ? line_count - ENTRY_LIMIT : 0;
    char *line = text->data, *end = text->data + text->size;
    for (; skipped; skipped--)
        line = (char *)memchr(line, '\n', (size_t)(end - line)) + 1;
    if (is_torn || line_count > ENTRY_LIMIT + ENTRY_LIMIT / 2)
        replace_file(line, (size_t)(end - line));
    while (line < end) {
        char *newline = memchr(line, '\n', (size_t)(end - line));
        *newline = 0;
        decode_entry(line);
        if (*line)
            (void)enter(line);
        line = newline + 1;
    }
}

History *history_open(void)
{
    HistEvent event;
    store.list = edit.history_init();
    if (!store.list)
        return NULL;
    (void)edit.history(store.list, &event, H_SETSIZE, ENTRY_LIMIT);
    find_path();
    if (store.path[0]) {
        Buffer text;
        buffer_init(&text);
        make_folders(store.path);
        read_file(&text);
        load_entries(&text);
        buffer_free(&text);
    }
    return store.list;
}

void history_remember(const char *text)
{
    if (store.list && *text && enter(text) && store.path[0])
        append_to_file(text);
}

void history_close(void)
{
    if (store.list)
        edit.history_end(store.list);
    store.list = NULL;
}

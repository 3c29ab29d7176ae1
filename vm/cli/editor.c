// The line editor: libedit with keys, paste and completion of our own. Read editor_read_line first.
//
// Bracketed paste: the terminal puts marks around what is pasted. The mark that begins it is bound to
// take_paste, which reads up to the other one. Of a paste of several lines the first completes the line
// under edit and enters it; the others go to the caller's PastedText. What is left there without a
// newline at its end goes back into the editor when that reads again (insert_rest).
//
// Signals are blocked but while read_byte waits, so that none is lost between a test and a wait.
#include "vm/cli/editor.h"

#include <errno.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "runtime/containers/list.h"
#include "runtime/model/error.h"
#include "runtime/text/str.h"
#include "vm/cli/complete.h"

#define PASTE_BEGIN "\033[200~" // what the terminal sends around a paste
#define PASTE_END "\033[201~"
#define PASTE_ON "\033[?2004h" // what makes it send them
#define PASTE_OFF "\033[?2004l"

enum {
    INDENT_WIDTH = 4,      // what Tab inserts at the start of a line
    WORDS_SHOWN_MAX = 200, // candidates that Tab lists: more than a screen helps nobody
};

static struct {
    EditLine *libedit;     // NULL: not open
    DictObject *globals;   // for completion; NULL while Tab is just a tab
    const char *prompt;
    PastedText *rest;      // takes what is pasted behind the first line
    bool line_is_pasted;   // a paste entered the line
    bool was_interrupted;
    sigset_t mask_outside; // the signal mask while libedit does not read
} editor;

static volatile sig_atomic_t terminal_changed; // what the signal handler says: the signal's number

// ---- Pasted text --------------------------------------------------------------------------------

bool editor_rest_is_empty(const PastedText *rest)
{
    return rest->start >= rest->text.size;
}

void editor_rest_clear(PastedText *rest)
{
    buffer_free(&rest->text);
    *rest = (PastedText){0};
}

int editor_rest_append(PastedText *rest, const char *text, size_t byte_size)
{
    if (buffer_reserve(&rest->text, byte_size + 1) < 0) {
        error_no_memory();
        return -1;
    }
    (void)buffer_append(&rest->text, text, byte_size);
    rest->text.data[rest->text.size] = 0;
    return 0;
}

const char *editor_rest_peek(const PastedText *rest)
{
    return editor_rest_is_empty(rest) ? NULL : rest->text.data + rest->start;
}

int editor_set_text(Buffer *buffer, const char *text, size_t byte_size)
{
    buffer->size = 0;
    if (buffer_append(buffer, text, byte_size) < 0 || buffer_append_byte(buffer, 0) < 0) {
        error_no_memory();
        return -1;
    }
    buffer->size--;
    return 0;
}

int editor_rest_take_line(PastedText *rest, Buffer *line)
{
    if (editor_rest_is_empty(rest))
        return 0;
    const char *text = rest->text.data + rest->start;
    const char *end = memchr(text, '\n', rest->text.size - rest->start);
    if (!end)
        return 0;
    if (editor_set_text(line, text, (size_t)(end - text)) < 0)
        return -1;
    rest->start += line->size + 1;
    return 1;
}

// ---- Keys of our own ----------------------------------------------------------------------------

// The whole line under edit may hold newlines; `row` is the part between two of them.
typedef struct Row {
    long begin, cursor, end; // offsets in characters
} Row;

static Row row_at_cursor(const LineInfoW *line)
{
    Row row = {.cursor = line->cursor - line->buffer};
    for (row.begin = row.cursor; row.begin > 0 && line->buffer[row.begin - 1] != L'\n';)
        row.begin--;
    for (row.end = row.cursor; row.end < line->lastchar - line->buffer && line->buffer[row.end] != L'\n';)
        row.end++;
    return row;
}

static unsigned char move_home(EditLine *libedit, int key)
{
    (void)key;
    Row row = row_at_cursor(edit.el_wline(libedit));
    edit.el_cursor(libedit, (int)(row.begin - row.cursor));
    return CC_CURSOR;
}

static unsigned char move_end(EditLine *libedit, int key)
{
    (void)key;
    Row row = row_at_cursor(edit.el_wline(libedit));
    edit.el_cursor(libedit, (int)(row.end - row.cursor));
    return CC_CURSOR;
}

// Up: a row up, or the statement before this one.
static unsigned char move_up(EditLine *libedit, int key)
{
    (void)key;
    const LineInfoW *line = edit.el_wline(libedit);
    Row row = row_at_cursor(line);
    if (row.begin == 0) {
        edit.el_wpush(libedit, L"\020"); // Ctrl-P
        return CC_NORM;
    }
    long begin = row.begin - 1;
    while (begin > 0 && line->buffer[begin - 1] != L'\n')
        begin--;
    long target = begin + (row.cursor - row.begin);
    edit.el_cursor(libedit, (int)((target < row.begin - 1 ? target : row.begin - 1) - row.cursor));
    return CC_CURSOR;
}

static unsigned char move_down(EditLine *libedit, int key)
{
    (void)key;
    const LineInfoW *line = edit.el_wline(libedit);
    Row row = row_at_cursor(line);
    long size = line->lastchar - line->buffer;
    if (row.end == size) {
        edit.el_wpush(libedit, L"\016"); // Ctrl-N
        return CC_NORM;
    }
    long begin = row.end + 1, end = begin;
    while (end < size && line->buffer[end] != L'\n')
        end++;
    long target = begin + (row.cursor - row.begin);
    edit.el_cursor(libedit, (int)((target < end ? target : end) - row.cursor));
    return CC_CURSOR;
}

// Ctrl-D: the end of input on an empty line (libedit's own command prints "^D" there), else Delete.
static unsigned char delete_or_end(EditLine *libedit, int key)
{
    (void)key;
    const LineInfoW *line = edit.el_wline(libedit);
    if (line->lastchar == line->buffer)
        return CC_EOF;
    if (line->cursor == line->lastchar)
        return CC_ERROR;
    edit.el_cursor(libedit, 1);
    edit.el_deletestr(libedit, 1);
    return CC_REFRESH;
}

static unsigned char insert_newline(EditLine *libedit, int key)
{
    (void)key;
    return edit.el_insertstr(libedit, "\n") == 0 ? CC_REFRESH : CC_ERROR;
}

// Reads what the terminal sends between the marks of a bracketed paste. Line ends become newlines,
// other control characters but tabs are dropped. 0 / -1: no memory, end of input, interrupted.
static int read_paste(EditLine *libedit, Buffer *text)
{
    static const char mark[] = PASTE_END;
    char bytes[MB_LEN_MAX];
    bool was_return = false;
    size_t matched = 0;
    wchar_t character;
    while (mark[matched]) {
        if (edit.el_wgetc(libedit, &character) != 1)
            return -1;
        if (character == (wchar_t)mark[matched]) {
            matched++;
            continue;
        }
        matched = character == L'\033'; // a broken mark is dropped: it is a control sequence
        bool is_end = character == L'\n' || character == L'\r';
        int size = is_end && character == L'\n' && was_return ? 0 : is_end ? 1 : wctomb(bytes, character);
        if (is_end)
            bytes[0] = '\n';
        else if ((character < L' ' && character != L'\t') || character == 0x7f || size < 0)
            size = 0;
        was_return = character == L'\r';
        if (buffer_append(text, bytes, (size_t)size) < 0)
            return -1;
    }
    return buffer_append_byte(text, 0);
}

// The pasted text spans several lines: the first one completes the line under edit and is entered;
// the others, and what stood behind the cursor, go to editor.rest. `text` is changed. 0 / -1 with MemoryError.
static int split_paste(EditLine *libedit, char *text, size_t byte_size)
{
    char *newline = memchr(text, '\n', byte_size);
    const LineInfo *line = edit.el_line(libedit);
    editor_rest_clear(editor.rest);
    if (editor_rest_append(editor.rest, newline + 1, (size_t)(text + byte_size - newline - 1)) < 0 ||
        editor_rest_append(editor.rest, line->cursor, (size_t)(line->lastchar - line->cursor)) < 0)
        return -1;
    const LineInfoW *wide = edit.el_wline(libedit);
    int behind = (int)(wide->lastchar - wide->cursor);
    edit.el_cursor(libedit, behind);
    if (behind)
        edit.el_deletestr(libedit, behind);
    *newline = 0;
    if (newline > text)
        edit.el_insertstr(libedit, text);
    return 0;
}

// Bound to the mark that begins a bracketed paste. Without memory for it, it is as if nothing was pasted.
static unsigned char take_paste(EditLine *libedit, int key)
{
    (void)key;
    Buffer text;
    unsigned char result = CC_ERROR;
    buffer_init(&text);
    if (read_paste(libedit, &text) < 0) {
        result = editor.was_interrupted ? CC_EOF : CC_ERROR;
    } else {
        const LineInfo *line = edit.el_line(libedit);
        bool has_rows = memchr(line->buffer, '\n', (size_t)(line->lastchar - line->buffer));
        if (has_rows || !strchr(text.data, '\n')) {
            result = edit.el_insertstr(libedit, text.data) == 0 ? CC_REFRESH : CC_ERROR;
        } else if (split_paste(libedit, text.data, text.size - 1) == 0) {
            editor.line_is_pasted = true;
            edit.el_push(libedit, "\n");
            result = CC_REFRESH;
        }
    }
    buffer_free(&text);
    error_clear();
    return result;
}

// Bound to the mark that ends a bracketed paste; editor_read_line pushes that mark when editor.rest
// holds an unfinished line, which goes into the line under edit.
static unsigned char insert_rest(EditLine *libedit, int key)
{
    (void)key;
    const char *text = editor_rest_peek(editor.rest);
    if (!text)
        return CC_NORM;
    int status = edit.el_insertstr(libedit, text);
    editor_rest_clear(editor.rest);
    return status == 0 ? CC_REFRESH : CC_ERROR;
}

// ---- Tab ----------------------------------------------------------------------------------------

// Bytes that all words have in common.
static size_t common_size(Object *words)
{
    const char *first = str_utf8(LIST(words)->items[0], NULL);
    size_t size = strlen(first);
    for (size_t i = 1; i < LIST(words)->count; i++) {
        const char *word = str_utf8(LIST(words)->items[i], NULL);
        size_t same = 0;
        while (same < size && word[same] == first[same])
            same++;
        size = same;
    }
    while (size && ((unsigned char)first[size] & 0xc0) == 0x80) // not within a character
        size--;
    return size;
}

// Prints the words in columns below the line.
static void list_words(Object *words)
{
    struct winsize window = {0};
    size_t count = LIST(words)->count, shown = count < WORDS_SHOWN_MAX ? count : WORDS_SHOWN_MAX, width = 0;
    for (size_t i = 0; i < shown; i++)
        if (str_length(LIST(words)->items[i]) > width)
            width = str_length(LIST(words)->items[i]);
    width += 2;
    (void)ioctl(STDOUT_FILENO, TIOCGWINSZ, &window);
    size_t columns = (window.ws_col ? window.ws_col : 80) / width, rows;
    columns = columns ? columns : 1;
    rows = (shown + columns - 1) / columns;
    fputs("\n\033[J", stdout);
    for (size_t row = 0; row < rows; row++) {
        for (size_t i = row; i < shown; i += rows) {
            Object *word = LIST(words)->items[i];
            int padding = i + rows < shown ? (int)(width - str_length(word)) : 0;
            printf("%s%*s", str_utf8(word, NULL), padding, "");
        }
        putchar('\n');
    }
    if (shown < count)
        printf("... and %zu more\n", count - shown);
    fflush(stdout);
}

// Puts what all words have in common behind the word at the cursor, or lists them. `word_size` bytes
// are typed already.
static unsigned char offer_words(EditLine *libedit, Object *words, size_t word_size)
{
    size_t common = common_size(words);
    if (common > word_size) {
        Object *more = str_from_utf8(str_utf8(LIST(words)->items[0], NULL) + word_size, common - word_size);
        int status = more ? edit.el_insertstr(libedit, str_utf8(more, NULL)) : -1;
        xdecref(more);
        return status == 0 ? CC_REFRESH : CC_ERROR;
    }
    if (LIST(words)->count < 2)
        return CC_ERROR;
    list_words(words);
    edit.el_set(libedit, EL_REFRESH);
    return CC_NORM;
}

// Tab: indents at the start of a row, else completes the word.
static unsigned char complete(EditLine *libedit, int key)
{
    (void)key;
    Row row = row_at_cursor(edit.el_wline(libedit));
    const LineInfo *line = edit.el_line(libedit);
    const char *start = line->cursor;
    while (start > line->buffer && start[-1] != '\n')
        start--;
    size_t size = (size_t)(line->cursor - start);
    const char *insert = !editor.globals                  ? "\t"
                         : strspn(start, " \t") >= size ? &"    "[(row.cursor - row.begin) % INDENT_WIDTH]
                                                         : NULL;
    if (insert)
        return edit.el_insertstr(libedit, insert) == 0 ? CC_REFRESH : CC_ERROR;
    Completion completion;
    unsigned char result = CC_ERROR;
    if (complete_line(start, size, editor.globals, &completion) == 0 && LIST(completion.words)->count)
        result = offer_words(libedit, completion.words, completion.word_size);
    xdecref(completion.words);
    error_clear();
    return result;
}

// ---- Reading from the terminal ------------------------------------------------------------------

static void on_terminal_signal(int number)
{
    terminal_changed = number;
}

// The window changed its size, or the process was stopped and goes on.
static void restore_terminal(EditLine *libedit)
{
    if (terminal_changed == SIGCONT) {
        edit.el_set(libedit, EL_PREP_TERM, 0);
        edit.el_set(libedit, EL_PREP_TERM, 1);
        fputs(PASTE_ON, stdout);
    }
    terminal_changed = 0;
    edit.el_resize(libedit);
    edit.el_set(libedit, EL_REFRESH);
}

// Waits for a byte and reads it; signals arrive while it waits and at no other time. 1, 0 at the
// end of input, -1 when interrupted.
static int read_byte(EditLine *libedit, unsigned char *byte)
{
    for (;;) {
        if (state.interrupt & INTERRUPT_SIGNAL) {
            state.interrupt &= ~(uint32_t)INTERRUPT_SIGNAL;
            editor.was_interrupted = true;
            return -1;
        }
        if (terminal_changed)
            restore_terminal(libedit);
        struct pollfd wait = {.fd = STDIN_FILENO, .events = POLLIN};
        if (ppoll(&wait, 1, NULL, &editor.mask_outside) < 0) {
            if (errno != EINTR)
                return 0;
            continue;
        }
        ssize_t got = read(STDIN_FILENO, byte, 1);
        if (got >= 0)
            return (int)got;
        if (errno != EINTR && errno != EAGAIN)
            return 0;
    }
}

// libedit's source of characters: UTF-8, and U+FFFD for what is not.
static int read_character(EditLine *libedit, wchar_t *character)
{
    unsigned char byte;
    int status = read_byte(libedit, &byte);
    if (status != 1)
        return status;
    int more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : 0;
    wchar_t code = more == 3 ? byte & 7 : more == 2 ? byte & 15 : more == 1 ? byte & 31 : byte;
    bool is_wrong = byte >= 0xf8 || (byte & 0xc0) == 0x80;
    for (; more && !is_wrong; more--) {
        status = read_byte(libedit, &byte);
        if (status != 1)
            return status;
        is_wrong = (byte & 0xc0) != 0x80;
        code = (code << 6) | (byte & 0x3f);
    }
    *character = is_wrong || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff ? 0xfffd : code;
    return 1;
}

static char *prompt_for_libedit(EditLine *libedit)
{
    (void)libedit;
    return (char *)editor.prompt;
}

// el_gets between the switches of signals and of bracketed paste.
static const char *run_libedit(int *size)
{
    struct sigaction action = {.sa_handler = on_terminal_signal}, old_resize, old_continue;
    sigset_t blocked;
    sigemptyset(&action.sa_mask);
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGINT);
    sigaddset(&blocked, SIGWINCH);
    sigaddset(&blocked, SIGCONT);
    sigprocmask(SIG_BLOCK, &blocked, &editor.mask_outside);
    sigaction(SIGWINCH, &action, &old_resize);
    sigaction(SIGCONT, &action, &old_continue);
    terminal_changed = 0;
    edit.el_set(editor.libedit, EL_PREP_TERM, 1); // before anything shows: what is typed now is not echoed twice
    fputs(PASTE_ON, stdout);
    const char *text = edit.el_gets(editor.libedit, size);
    fputs(editor.was_interrupted ? PASTE_OFF "\033[J" : PASTE_OFF, stdout); // no rows below the cursor
    fflush(stdout);
    sigaction(SIGWINCH, &old_resize, NULL);
    sigaction(SIGCONT, &old_continue, NULL);
    sigprocmask(SIG_SETMASK, &editor.mask_outside, NULL);
    return text;
}

LineStatus editor_read_line(const EditorRequest *request, Buffer *line, bool *is_pasted)
{
    int size = 0;
    editor.prompt = request->prompt;
    editor.globals = request->globals;
    editor.rest = request->rest;
    editor.line_is_pasted = editor.was_interrupted = false;
    edit.el_set(editor.libedit, EL_HIST, edit.history, request->history);
    if (!editor_rest_is_empty(editor.rest))
        edit.el_push(editor.libedit, PASTE_END);
    const char *text = run_libedit(&size);
    *is_pasted = editor.line_is_pasted;
    if (editor.was_interrupted)
        return LINE_INTERRUPTED;
    if (!text || size <= 0)
        return LINE_END;
    size_t length = strlen(text);
    if (length && text[length - 1] == '\n')
        length--;
    return editor_set_text(line, text, length) < 0 ? LINE_FAILED : LINE_READ;
}

// ---- Start and end ------------------------------------------------------------------------------

static void bind_keys(EditLine *libedit)
{
    static const struct {
        const char *key, *command;
    } keys[] = {
        {"\t", "adder-complete"}, {PASTE_BEGIN, "adder-paste"}, {PASTE_END, "adder-paste-rest"},
        {"\033[A", "adder-up"}, {"\033OA", "adder-up"}, {"\033[B", "adder-down"}, {"\033OB", "adder-down"},
        {"\033[C", "ed-next-char"}, {"\033OC", "ed-next-char"}, {"\033[D", "ed-prev-char"}, {"\033OD", "ed-prev-char"},
        {"\033[H", "adder-home"}, {"\033OH", "adder-home"}, {"\033[1~", "adder-home"}, {"\033[7~", "adder-home"},
        {"\001", "adder-home"}, {"\033[F", "adder-end"}, {"\033OF", "adder-end"}, {"\033[4~", "adder-end"},
        {"\033[8~", "adder-end"}, {"\005", "adder-end"}, {"\033[3~", "ed-delete-next-char"}, {"\004", "adder-delete"},
        {"\033[1;5C", "em-next-word"}, {"\033[1;5D", "ed-prev-word"}, {"\033[5C", "em-next-word"},
        {"\033[5D", "ed-prev-word"}, {"\033[1;3C", "em-next-word"}, {"\033[1;3D", "ed-prev-word"},
        {"\022", "em-inc-search-prev"}, {"\023", "em-inc-search-next"}, {"\027", "ed-delete-prev-word"},
        {"\025", "vi-kill-line-prev"}, {"\033\r", "adder-newline"}, {"\033\n", "adder-newline"},
    };
    static const struct {
        const wchar_t *name, *help; // wide: libedit keeps these, and leaks its copies of narrow ones
        unsigned char (*function)(EditLine *, int);
    } commands[] = {
        {L"adder-complete", L"Complete the word or indent", complete},
        {L"adder-paste", L"Take a bracketed paste", take_paste},
        {L"adder-paste-rest", L"Insert what is left of a paste", insert_rest},
        {L"adder-up", L"A row up or the previous statement", move_up},
        {L"adder-down", L"A row down or the next statement", move_down},
        {L"adder-home", L"To the start of the row", move_home},
        {L"adder-end", L"To the end of the row", move_end},
        {L"adder-delete", L"Delete a character or end the input", delete_or_end},
        {L"adder-newline", L"Insert a newline", insert_newline},
    };
    edit.el_set(libedit, EL_EDITOR, "emacs");
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        edit.el_wset(libedit, EL_ADDFN, commands[i].name, commands[i].help, commands[i].function);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        edit.el_set(libedit, EL_BIND, keys[i].key, keys[i].command, NULL);
}

bool editor_start(void)
{
    const char *terminal = getenv("TERM");
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || !terminal || !*terminal || strcmp(terminal, "dumb") == 0)
        return false;
    if (!libedit_load())
        return false;
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) // libedit goes by the locale, Adder by UTF-8
        setlocale(LC_CTYPE, "C.UTF-8");
    editor.libedit = edit.el_init("adder", stdin, stdout, stderr);
    if (!editor.libedit)
        return false;
    bind_keys(editor.libedit);
    edit.el_set(editor.libedit, EL_SIGNAL, 0);
    edit.el_set(editor.libedit, EL_GETCFN, read_character);
    edit.el_set(editor.libedit, EL_PROMPT_ESC, prompt_for_libedit, '\001');
    return true;
}

void editor_stop(void)
{
    if (editor.libedit)
        edit.el_end(editor.libedit);
    editor.libedit = NULL;
}

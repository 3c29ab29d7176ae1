// The prompt: reads statements, runs them, prints values and tracebacks. Read repl_run and accept_line
// first.
//
//   terminal --> editor --+                         complete?
//   pasted lines ---------+--> accept_line --> statement --------> run_statement
//   stdin, no terminal ---+
//
// Typed lines follow CPython's rules: a block ends at an empty line and nowhere else. Pasted lines
// follow a file's rules: blank lines end nothing, a line at the left margin begins a new statement.
#include "vm/cli/repl.h"

#include <stdio.h>
#include <string.h>

#include "compiler/compile.h"
#include "compiler/syntax/parse.h"
#include "runtime/containers/list.h"
#include "runtime/memory/buffer.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"
#include "stdlib/host/textio.h"
#include "stdlib/machine/mod_builtins.h"
#include "stdlib/machine/mod_mem.h"
#include "vm/cli/editor.h"
#include "vm/cli/history.h"
#include "vm/vm.h"

static struct {
    DictObject *globals; // borrowed
    Object *filename;    // "<stdin>"
    Object *input;       // sys.stdin as it was at the start: where lines come from without a terminal
    bool has_editor;     // lines come from a terminal
    History *history, *no_history;
    Buffer prompt;       // NUL-ended; without data: ""
    Buffer line;         // the line just read, NUL-ended
    Buffer statement;    // lines read so far, joined by newlines, without one at the end
    size_t line_count;   // of `statement`; 0: it is empty, not one empty line
    PastedText pasted;   // lines that wait
    PastedText answers;  // lines pasted while input() was reading
    bool is_recalled;    // `pasted` is from a statement of the history: on the screen already, and its
                         // end ends the statement
    bool is_pasted;      // a line of `statement` was pasted: a file's rules
    bool skips_indented; // the pasted block that these lines belong to was wrong
    bool is_done;
    unsigned compile_flags;
    int exit_status;
} repl;

static const char banner[] = "Adder " ADDER_VERSION ", a small Python 3.11\n"
                             "Tab completes, Ctrl-R searches what was typed before, exit() or Ctrl-D leaves.\n";

// ---- Output -------------------------------------------------------------------------------------

// sys.stdout or sys.stderr, flushed; what goes wrong there is the script's concern, not the prompt's.
static void flush_stream(Object *name)
{
    Object *stream = dict_get_str_borrow(state.sys_dict, name);
    Object *result = NULL;
    if (stream && stream != object_none) {
        incref(stream);
        result = call_method_none(stream, NAME(flush));
        decref(stream);
    }
    xdecref(result);
    error_clear();
}

// Writes to the terminal (or to stderr, where prompts go without one) behind what scripts printed.
static void show(const char *text)
{
    FILE *stream = repl.has_editor ? stdout : stderr;
    flush_stream(NAME(stdout));
    flush_stream(NAME(stderr));
    fputs(text, stream);
    fflush(stream);
}

// ---- Lines ---------------------------------------------------------------------------------------

static const char *prompt_text(void)
{
    return repl.prompt.data ? repl.prompt.data : "";
}

// A line that was pasted before, or one from the terminal. It appears on the screen behind repl.prompt.
// Without `globals` the editor has no history and no completion.
static LineStatus read_terminal(PastedText *pasted, DictObject *globals, Buffer *line, bool *is_pasted)
{
    int is_there = editor_rest_take_line(pasted, line);
    if (is_there < 0)
        return LINE_FAILED;
    if (is_there) {
        *is_pasted = true;
        if (pasted == &repl.pasted && repl.is_recalled)
            return LINE_READ;
        show(prompt_text());
        show(line->data);
        show("\n");
        return LINE_READ;
    }
    EditorRequest request = {prompt_text(), globals ? repl.history : repl.no_history, globals, pasted};
    flush_stream(NAME(stdout));
    flush_stream(NAME(stderr));
    return editor_read_line(&request, line, is_pasted);
}

// input() on a terminal. What is pasted behind its line waits for the next input(), or for the prompt.
static Object *read_answer(Object *prompt)
{
    size_t size;
    bool is_pasted;
    const char *text = str_utf8(prompt, &size);
    if (!text || editor_set_text(&repl.prompt, text, size) < 0)
        return NULL;
    Object *answer = NULL;
    Buffer line; // not repl.line: the prompt may be amid a line
    buffer_init(&line);
    switch (read_terminal(&repl.answers, NULL, &line, &is_pasted)) {
    case LINE_READ:
        answer = str_from_utf8(line.data, line.size);
        break;
    case LINE_END:
        error_text(&exc_eof_error, NULL);
        break;
    case LINE_INTERRUPTED:
        show("\n");
        error_text(&exc_keyboard_interrupt, NULL);
        break;
    case LINE_FAILED:
        break;
    }
    buffer_free(&line);
    return answer;
}

// repl.prompt becomes str(sys.ps1) or str(sys.ps2), or "" if that fails. readline's marks around what
// does not move the cursor (\001, \002) become the editor's.
static void set_prompt(void)
{
    Object *prompt = dict_get_text_borrow(state.sys_dict, repl.line_count ? "ps2" : "ps1");
    size_t size = 0;
    xincref(prompt);
    Object *shown = prompt ? object_str(prompt) : NULL;
    const char *text = shown ? str_utf8(shown, &size) : NULL;
    if (!text || editor_set_text(&repl.prompt, text, size) < 0)
        buffer_free(&repl.prompt);
    error_clear();
    for (size_t i = 0; repl.has_editor && i < repl.prompt.size; i++)
        if (repl.prompt.data[i] == '\002')
            repl.prompt.data[i] = '\001';
    xdecref(shown);
    xdecref(prompt);
}

// Without a terminal: a line of stdin, the prompt on stderr as in CPython. What goes wrong here but
// Ctrl-C would go wrong again, so it ends the prompt.
static LineStatus read_plain_line(void)
{
    size_t size = 0;
    show(prompt_text());
    Object *line = repl.input ? textio_read_line(repl.input, -1) : NULL;
    const char *text = line ? str_utf8(line, &size) : NULL;
    LineStatus status = size ? LINE_READ : LINE_END;
    if (size && text[size - 1] == '\n')
        size -= size > 1 && text[size - 2] == '\r' ? 2 : 1;
    if (status == LINE_READ && editor_set_text(&repl.line, text, size) < 0)
        status = LINE_FAILED;
    xdecref(line);
    if (!error_occurred())
        return status;
    if (error_is(&exc_keyboard_interrupt)) {
        error_clear();
        return LINE_INTERRUPTED;
    }
    repl.is_done = true;
    repl.exit_status = 1;
    return LINE_FAILED;
}

// The next line, from wherever it comes.
static LineStatus read_line(bool *is_pasted)
{
    *is_pasted = false;
    if (state.interrupt & INTERRUPT_SIGNAL) { // it came while nothing ran
        state.interrupt &= ~(uint32_t)INTERRUPT_SIGNAL;
        return LINE_INTERRUPTED;
    }
    if (editor_rest_is_empty(&repl.pasted)) {
        repl.is_recalled = false;
        if (!editor_rest_is_empty(&repl.answers)) { // input() did not want it
            editor_rest_clear(&repl.pasted);
            repl.pasted = repl.answers;
            repl.answers = (PastedText){0};
        }
    }
    set_prompt();
    return repl.has_editor ? read_terminal(&repl.pasted, repl.globals, &repl.line, is_pasted) : read_plain_line();
}

// ---- Statements ---------------------------------------------------------------------------------

static void forget_statement(void)
{
    buffer_free(&repl.statement);
    repl.line_count = 0;
    repl.is_pasted = false;
}

static void forget_everything(void)
{
    forget_statement();
    editor_rest_clear(&repl.pasted);
    editor_rest_clear(&repl.answers);
    repl.is_recalled = repl.skips_indented = false;
}

// The statement as a NUL-ended text, with `tail` behind it. The buffer's size does not change.
static const char *statement_text(const char *tail)
{
    size_t size = repl.statement.size;
    if (buffer_append(&repl.statement, tail, strlen(tail) + 1) < 0) {
        error_no_memory();
        return NULL;
    }
    repl.statement.size = size;
    return repl.statement.data;
}

// Prints the current exception, which stays in sys.last_value and nowhere else. SystemExit ends the
// prompt, KeyboardInterrupt what was pasted.
static void report_exception(void)
{
    bool is_exit = error_is(&exc_system_exit);
    if (error_is(&exc_keyboard_interrupt))
        forget_everything();
    int status = vm_report_uncaught();
    if (is_exit) {
        repl.is_done = true;
        repl.exit_status = status;
    }
    flush_stream(NAME(stderr));
}

// The statement as an entry of the history: without the lines that only ended it.
static void remember_statement(Buffer *text)
{
    size_t size = text->size;
    while (size && text->data[size - 1] == '\n')
        size--;
    char end = text->data[size];
    text->data[size] = 0;
    history_remember(text->data);
    text->data[size] = end;
}

static void run_statement(void)
{
    Buffer text = repl.statement;
    CodeObject *code = NULL;
    Object *result = NULL;
    buffer_init(&repl.statement);
    forget_statement();
    if (buffer_append(&text, "\n", 2) < 0) {
        error_no_memory();
    } else {
        text.size--; // the NUL
        remember_statement(&text);
        code = compile_text(text.data, text.size, repl.filename, COMPILE_SINGLE,
                            COMPILE_FROM_STR | repl.compile_flags);
    }
    buffer_free(&text);
    if (code) {
        if (code->flags & CODE_FUTURE_ANNOTATIONS)
            repl.compile_flags |= COMPILE_FUTURE_ANNOTATIONS;
        result = vm_run_code(code, repl.globals, NULL);
        decref(OBJECT(code));
    }
    if (!result)
        report_exception();
    xdecref(result);
    flush_stream(NAME(stdout));
}

// These look at the line that begins here; the text may go on behind it.
static bool is_blank(const char *line)
{
    line += strspn(line, " \t\f");
    return !*line || *line == '\n' || *line == '#';
}

static bool is_indented(const char *line)
{
    return *line == ' ' || *line == '\t';
}

// By a file's rules: whether the line cannot belong to the block above it.
static bool is_at_margin(const char *line)
{
    static const char *const inside[] = {"else", "elif", "except", "finally"};
    if (is_indented(line) || is_blank(line))
        return false;
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++) {
        size_t size = strlen(inside[i]);
        char next = strncmp(line, inside[i], size) == 0 ? line[size] : 'x';
        if (next == ':' || next == ' ' || next == '\t' || next == '(')
            return false;
    }
    return true;
}

// An empty line where a block should have begun: an error, while in brackets and strings it is
// nothing. 1, 0, -1 with exception.
static int is_missing_block(void)
{
    const char *text = statement_text("\n");
    Tree tree;
    if (!text)
        return -1;
    if (parse_text(&tree, text, repl.statement.size + 1, repl.filename, PARSE_SINGLE, PARSE_FROM_STR) == 0) {
        tree_free(&tree);
        return 0;
    }
    tree_free(&tree);
    if (!error_is(&exc_syntax_error))
        return -1;
    bool is_missing = error_is(&exc_indentation_error);
    error_clear();
    return is_missing;
}

static int append_line(void)
{
    if ((repl.line_count && buffer_append_byte(&repl.statement, '\n') < 0) ||
        buffer_append(&repl.statement, repl.line.data, repl.line.size) < 0) {
        error_no_memory();
        return -1;
    }
    repl.line_count++;
    return 0;
}

// Asks the parser whether the statement can run, and runs it if so. 0 / -1 with exception.
static int try_statement(bool is_empty_line_typed)
{
    const char *text = statement_text("");
    if (!text)
        return -1;
    ParseStatus status = parse_is_complete(text);
    if (status == PARSE_FAILED)
        return -1;
    if (status == PARSE_INCOMPLETE) {
        int is_missing = is_empty_line_typed ? is_missing_block() : 0;
        if (is_missing <= 0)
            return is_missing;
    }
    if (status == PARSE_WRONG)
        repl.skips_indented = repl.is_pasted;
    run_statement(); // also to have the error printed
    return 0;
}

// A line that belongs to the statement. 0 / -1 with exception.
static int add_line(bool is_pasted)
{
    bool is_empty = repl.line.size == 0, is_first = repl.line_count == 0;
    bool is_followed = is_pasted && !editor_rest_is_empty(&repl.pasted);
    repl.is_pasted |= is_pasted;
    if (append_line() < 0)
        return -1;
    // More is to come, and this line cannot have ended anything.
    if (is_followed && !is_first && (is_empty || is_indented(repl.line.data)))
        return 0;
    return try_statement(is_empty && !is_pasted);
}

// repl.line holds a statement of several rows: its first row stays, the others are read as pasted
// ones. 0 / -1 with MemoryError.
static int split_rows(char *newline)
{
    size_t size = (size_t)(repl.line.data + repl.line.size - newline - 1);
    editor_rest_clear(&repl.pasted);
    if (editor_rest_append(&repl.pasted, newline + 1, size) < 0 || editor_rest_append(&repl.pasted, "\n", 1) < 0)
        return -1;
    *newline = 0;
    repl.line.size = (size_t)(newline - repl.line.data);
    repl.is_recalled = true;
    return 0;
}

// Runs the statement if it is whole once its block is ended. 0 / -1 with exception.
static int end_statement(void)
{
    const char *text = statement_text("\n");
    ParseStatus status = text ? parse_is_complete(text) : PARSE_FAILED;
    if (status == PARSE_COMPLETE)
        run_statement();
    return status == PARSE_FAILED ? -1 : 0;
}

// Runs the statement if it was pasted and the line that follows shows that it is over. 0 / -1 with exception.
static int end_pasted_block(const char *next_line)
{
    return repl.line_count && repl.is_pasted && is_at_margin(next_line) ? end_statement() : 0;
}

// The commands of the prompt: lines that no Python statement can be.
static const struct {
    const char *name;
    const char *report; // NULL: the list of commands
    const char *meaning;
} commands[] = {
    {":mem", "stats", "the account of the memory, exact to the byte"},
    {":arenas", "arenas", "a line for each arena, a character for each pool"},
    {":pins", "pins", "who keeps nearly empty arenas from going back"},
    {":help", NULL, "this list"},
};

// Runs repl.line if it is a command; false: it is none.
static bool run_command(void)
{
    const size_t count = sizeof commands / sizeof *commands;
    size_t size = repl.line.size, i = 0;
    const char *line = repl.line.data;
    while (size && (line[size - 1] == ' ' || line[size - 1] == '\t'))
        size--;
    while (i < count && (strlen(commands[i].name) != size || memcmp(commands[i].name, line, size) != 0))
        i++;
    if (i == count)
        return false;
    show(""); // what scripts printed comes first
    if (!commands[i].report)
        for (size_t j = 0; j < count; j++)
            printf("%-8s %s\n", commands[j].name, commands[j].meaning);
    else if (!mem_write_report(commands[i].report, stdout))
        puts("out of memory");
    fflush(stdout);
    if (repl.has_editor)
        history_remember(repl.line.data);
    return true;
}

// repl.line was read: adds it to the statement, and runs what is complete. 0 / -1 with exception.
static int accept_line(bool is_pasted)
{
    char *newline = memchr(repl.line.data, '\n', repl.line.size);
    if (newline && split_rows(newline) < 0)
        return -1;
    is_pasted |= newline != NULL;
    if (end_pasted_block(repl.line.data) < 0)
        return -1;
    if (repl.is_done)
        return 0;
    if (!repl.line_count && run_command())
        return 0;
    if (!repl.line_count) {
        bool is_part = repl.skips_indented && is_pasted;
        repl.skips_indented = is_part && (is_indented(repl.line.data) || is_blank(repl.line.data));
        if (repl.skips_indented || is_blank(repl.line.data))
            return 0;
    }
    bool is_last = repl.is_recalled && editor_rest_is_empty(&repl.pasted);
    if (add_line(is_pasted) < 0)
        return -1;
    return is_last && repl.line_count ? end_statement() : 0;
}

// End of input: ends a block that is open, as in CPython; else it ends the prompt.
static void end_input(void)
{
    show("\n");
    if (repl.line_count)
        run_statement();
    else
        repl.is_done = true;
}

static void step(void)
{
    bool is_pasted;
    const char *next = editor_rest_peek(&repl.pasted);
    int status = next ? end_pasted_block(next) : 0; // before the prompt of the line that follows shows
    if (repl.is_done)
        return;
    switch (status < 0 ? LINE_FAILED : read_line(&is_pasted)) {
    case LINE_READ:
        status = accept_line(is_pasted);
        break;
    case LINE_END:
        end_input();
        break;
    case LINE_INTERRUPTED:
        forget_everything();
        show("\nKeyboardInterrupt\n");
        break;
    case LINE_FAILED:
        status = -1;
        break;
    }
    if (status < 0) {
        forget_statement();
        report_exception();
    }
}

// ---- Start and end ------------------------------------------------------------------------------

// exit and quit, as CPython's module site makes them. Failing to is no reason not to start.
static void add_exit(void)
{
    static const char text[] =
        "class Quitter(object):\n"
        "    def __init__(self, name):\n"
        "        self.name = name\n"
        "    def __repr__(self):\n"
        "        return 'Use %s() or Ctrl-D (i.e. EOF) to exit' % self.name\n"
        "    def __call__(self, code=None):\n"
        "        raise SystemExit(code)\n"
        "exit, quit = Quitter('exit'), Quitter('quit')\n";
    if (dict_get_text_borrow(state.builtins, "exit"))
        return;
    Object *module_name = str_from_text("_sitebuiltins"), *namespace = dict_new(), *result = NULL;
    if (module_name && namespace && dict_set_str(DICT(namespace), NAME(name), module_name) == 0)
        result = vm_run_text(text, sizeof text - 1, module_name, DICT(namespace));
    static const char *const added[] = {"exit", "quit"};
    for (int i = 0; result && i < 2; i++) {
        Object *value = dict_get_text_borrow(DICT(namespace), added[i]);
        if (value && dict_set_text(state.builtins, added[i], value) < 0)
            break;
    }
    xdecref(result);
    xdecref(namespace);
    xdecref(module_name);
    error_clear();
}

// sys.ps1 and sys.ps2 exist only at the prompt. 0 / -1.
static int add_prompts(void)
{
    static const char *const prompts[][2] = {{"ps1", ">>> "}, {"ps2", "... "}};
    for (int i = 0; i < 2; i++) {
        if (dict_get_text_borrow(state.sys_dict, prompts[i][0]))
            continue;
        Object *text = str_from_text(prompts[i][1]);
        int status = text ? dict_set_text(state.sys_dict, prompts[i][0], text) : -1;
        xdecref(text);
        if (status < 0)
            return -1;
    }
    return 0;
}

// The banner belongs to a prompt that was asked for, not to one that follows a script (-i).
static bool wants_banner(void)
{
    Object *arguments = dict_get_text_borrow(state.sys_dict, "argv");
    if (!arguments || !IS_LIST(arguments) || !LIST(arguments)->count || !IS_STR(LIST(arguments)->items[0]))
        return true;
    Object *script = LIST(arguments)->items[0];
    return str_length(script) == 0 || str_equal_text(script, "-");
}

static void start_terminal(void)
{
    if (!editor_start())
        return;
    repl.history = history_open();
    repl.no_history = edit.history_init();
    repl.has_editor = repl.history && repl.no_history;
    if (repl.has_editor)
        builtins_hooks.read_line = read_answer;
}

static void stop_terminal(void)
{
    builtins_hooks.read_line = NULL;
    editor_stop();
    if (repl.no_history)
        edit.history_end(repl.no_history);
    history_close();
}

int repl_run(DictObject *globals)
{
    memset(&repl, 0, sizeof repl);
    repl.globals = globals;
    repl.filename = str_from_text("<stdin>");
    Object *input = dict_get_str_borrow(state.sys_dict, NAME(stdin));
    if (input && type_of(input) == &type_textio)
        repl.input = new_ref(input);
    if (!repl.filename || add_prompts() < 0) {
        repl.exit_status = vm_report_uncaught();
    } else {
        add_exit();
        start_terminal();
        if (wants_banner())
            fputs(banner, stderr);
        while (!repl.is_done)
            step();
        stop_terminal();
    }
    forget_everything();
    buffer_free(&repl.prompt);
    buffer_free(&repl.line);
    if (repl.filename)
        ref_clear(&repl.filename);
    if (repl.input)
        ref_clear(&repl.input);
    return repl.exit_status;
}

// The executable: options, start, the script, the end.
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "compiler/compile.h"
#include "compiler/disasm.h"
#include "compiler/syntax/ast.h"
#include "compiler/syntax/parse.h"
#include "runtime/containers/list.h"
#include "runtime/memory/buffer.h"
#include "runtime/memory/debug.h"
#include "runtime/memory/heapmap.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"
#include "stdlib/host/textio.h"
#include "stdlib/machine/mod_mem.h"
#include "stdlib/machine/mod_sys.h"
#include "stdlib/machine/mod_tracemalloc.h"
#include "stdlib/modules.h"
#include "vm/cli/options.h"
#include "vm/cli/repl.h"
#include "vm/counts.h"
#include "vm/vm.h"

enum { STATUS_LEAK = 99 };

// --- the source ---

static int read_all(int fd, Buffer *buffer)
{
    for (;;) {
        if (buffer_reserve(buffer, 65536) < 0) {
            error_no_memory();
            return -1;
        }
        ssize_t got = read(fd, buffer->data + buffer->size, buffer->capacity - buffer->size);
        if (got < 0 && errno == EINTR) {
            if (safepoint_run() < 0)
                return -1;
            continue;
        }
        if (got < 0) {
            error_os(errno, NULL);
            return -1;
        }
        if (got == 0)
            return 0;
        buffer->size += (size_t)got;
    }
}

// The script's path as tracebacks and __file__ show it: absolute, not otherwise changed.
static void make_absolute(const char *path, char absolute[PATH_MAX])
{
    char folder[PATH_MAX];
    if (path[0] == '/' || !getcwd(folder, sizeof folder) || strlen(folder) + strlen(path) + 2 > PATH_MAX)
        snprintf(absolute, PATH_MAX, "%s", path);
    else
        snprintf(absolute, PATH_MAX, "%.2000s%s%.2000s", folder, strcmp(folder, "/") ? "/" : "", path);
}

// Opens the script as CPython does. The descriptor, or -1 with a message printed and *status set.
// `path` becomes that of the file read (a folder's __main__.py).
static int open_script(char path[PATH_MAX], int *status)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    *status = 2;
    if (fd < 0) {
        fprintf(stderr, "adder: can't open file '%s': [Errno %d] %s\n", path, errno, strerror(errno));
        return -1;
    }
    struct stat info;
    if (fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) {
        close(fd);
        char main_path[PATH_MAX];
        snprintf(main_path, sizeof main_path, "%.4000s/__main__.py", path);
        fd = open(main_path, O_RDONLY | O_CLOEXEC);
        if (fd < 0) {
            fprintf(stderr, "adder: can't find '__main__' module in '%s'\n", path);
            *status = 1;
        } else {
            snprintf(path, PATH_MAX, "%s", main_path);
        }
    }
    return fd;
}

// sys.path[0]: the script's folder, or "" for -c, stdin and the prompt. 0 / -1.
static int set_path(const Options *options)
{
    Object *path = dict_get_str_borrow(state.sys_dict, NAME(plain_path));
    char folder[PATH_MAX] = "", resolved[PATH_MAX];
    if (options->flags[SYS_FLAG_SAFE_PATH])
        return 0;
    if (options->mode == RUN_FILE) {
        struct stat info;
        const char *real = realpath(options->target, resolved) ? resolved : options->target;
        snprintf(folder, sizeof folder, "%s", real);
        if (stat(real, &info) != 0 || !S_ISDIR(info.st_mode)) {
            char *slash = strrchr(folder, '/');
            if (slash)
                slash[slash == folder] = 0;
            else
                folder[0] = 0;
        }
    } else if (options->mode == RUN_MODULE && !getcwd(folder, sizeof folder)) {
        folder[0] = 0;
    }
    Object *first = str_from_utf8(folder, strlen(folder));
    int status = first && path && IS_EXACT(path, LIST) ? list_insert(path, 0, first) : -1;
    xdecref(first);
    return status;
}

// --- the stages of the compiler ---

static int show_stage(const char *text, size_t size, Object *filename, ShowMode show)
{
    Object *shown = NULL;
    if (show == SHOW_TOKENS) {
        shown = parse_token_dump(text, size, filename, PARSE_FROM_FILE);
    } else if (show == SHOW_AST) {
        Tree tree;
        if (parse_text(&tree, text, size, filename, PARSE_FILE, PARSE_FROM_FILE) == 0)
            shown = ast_dump(tree.root, false);
        tree_free(&tree);
    } else {
        CodeObject *code = compile_text(text, size, filename, COMPILE_FILE, COMPILE_FROM_FILE);
        Buffer listing;
        buffer_init(&listing);
        if (code && disasm_code(code, true, &listing) == 0)
            shown = str_from_utf8((const char *)listing.data, listing.size);
        buffer_free(&listing);
        xdecref(OBJECT(code));
    }
    if (!shown)
        return -1;
    Object *out = dict_get_str_borrow(state.sys_dict, NAME(stdout));
    int status = out ? textio_write(out, shown) : -1;
    decref(shown);
    return status;
}

// --- running ---

// A fresh __main__ in sys.modules; its namespace is borrowed. NULL with exception.
static DictObject *make_main(void)
{
    Object *module = module_new(NAME(main));
    if (!module)
        return NULL;
    DictObject *dict = MODULE(module)->dict;
    int status = dict_set(state.modules, NAME(main), module);
    if (status == 0)
        status = dict_set_str(dict, NAME(builtins), dict_get_text_borrow(DICT(state.modules), "builtins"));
    if (status == 0)
        status = dict_set_str(dict, NAME(spec), object_none);
    if (status == 0)
        status = dict_set_str(dict, NAME(loader), object_none);
    decref(module);
    return status < 0 ? NULL : dict;
}

static int run_source(const char *text, size_t size, Object *filename, DictObject *globals, const Options *options,
                      unsigned flags)
{
    if (options->show)
        return show_stage(text, size, filename, options->show);
    CodeObject *code = compile_text(text, size, filename, COMPILE_FILE, flags);
    if (!code)
        return -1;
    Object *result = vm_run_code(code, globals, NULL);
    decref(OBJECT(code));
    xdecref(result);
    return result ? 0 : -1;
}

static int run_descriptor(int fd, const char *name, DictObject *globals, const Options *options)
{
    Buffer buffer;
    buffer_init(&buffer);
    Object *filename = str_from_utf8(name, strlen(name));
    int status = filename ? read_all(fd, &buffer) : -1;
    if (status == 0)
        status = dict_set_str(globals, NAME(file), filename);
    if (status == 0)
        status = run_source((const char *)buffer.data, buffer.size, filename, globals, options,
                            COMPILE_FROM_FILE | COMPILE_BY_LINES);
    xdecref(filename);
    buffer_free(&buffer);
    return status;
}

// sys.argv[0] = text, if it is there. 0 / -1.
static int set_first_argument(const char *text)
{
    Object *arguments = dict_get_text_borrow(state.sys_dict, "argv");
    if (!arguments || !IS_LIST(arguments) || LIST(arguments)->count == 0)
        return error_occurred() ? -1 : 0;
    Object *first = str_from_utf8(text, strlen(text));
    if (!first)
        return -1;
    ref_set_steal(&LIST(arguments)->items[0], first);
    return 0;
}

// -m: the module's text runs as __main__.
static int run_module(DictObject *globals, const Options *options, int *exit_status)
{
    Object *name = str_from_text(options->target), *path = dict_get_str_borrow(state.sys_dict, NAME(plain_path));
    for (size_t i = 0; name && path && IS_LIST(path) && i < LIST(path)->count; i++) {
        const char *folder = IS_STR(LIST(path)->items[i]) ? str_utf8(LIST(path)->items[i], NULL) : NULL;
        char leaf[PATH_MAX], file[PATH_MAX];
        snprintf(leaf, sizeof leaf, "%s", options->target);
        for (char *c = leaf; *c; c++)
            if (*c == '.')
                *c = '/';
        for (int package = 0; folder && package < 2; package++) {
            if (snprintf(file, sizeof file, package ? "%s/%s/__main__.py" : "%s/%s.py", folder, leaf) >= (int)sizeof file)
                continue;
            int fd = open(file, O_RDONLY | O_CLOEXEC);
            if (fd < 0)
                continue;
            decref(name);
            Options as_file = *options;
            as_file.mode = RUN_FILE;
            int status = set_first_argument(file);
            if (status == 0)
                status = run_descriptor(fd, file, globals, &as_file);
            close(fd);
            return status;
        }
    }
    xdecref(name);
    fprintf(stderr, "adder: No module named %s\n", options->target);
    *exit_status = 1;
    return 0;
}

static int run(const Options *options, DictObject *globals, int *exit_status)
{
    switch (options->mode) {
    case RUN_COMMAND:
        return run_source(options->target, strlen(options->target), NAME(anonymous_string), globals, options,
                          COMPILE_FROM_STR);
    case RUN_MODULE:
        return run_module(globals, options, exit_status);
    case RUN_FILE: {
        char path[PATH_MAX];
        make_absolute(options->target, path);
        int fd = open_script(path, exit_status);
        if (fd < 0)
            return 0;
        *exit_status = 0;
        int status = run_descriptor(fd, path, globals, options);
        close(fd);
        return status;
    }
    case RUN_STDIN:
        return run_descriptor(STDIN_FILENO, "<stdin>", globals, options);
    default:
        *exit_status = repl_run(globals);
        return 0;
    }
}

// When all is cleaned up: so that the shell knows why we ended.
static void die_by_sigint(void)
{
    signal(SIGINT, SIG_DFL);
    kill(getpid(), SIGINT);
}

static int report_leaks(size_t leaked)
{
    fprintf(stderr, "adder: %zu blocks are left after shutdown\n", leaked);
    return STATUS_LEAK;
}

static void inject_failure(const Options *options)
{
    debug_fail_after(options->fail_point, (uint64_t)options->fail_allocation - 1, options->fail_forever);
}

int main(int argc, char **argv)
{
    Options options;
    int status = 0;
    bool is_interrupted = false;
    if (!options_parse(argc, argv, &options, &status))
        return status;
    if (options.memory_limit)
        memory_set_limit(options.memory_limit);
    if (options.fail_start)
        inject_failure(&options);
    state.ignores_environment = options.flags[SYS_FLAG_IGNORE_ENVIRONMENT];
    if (vm_start(stdlib_modules()) < 0)
        return 1;
    safepoint_install_sigint();
    DictObject *globals = NULL;
    if (sys_set_argv(options.argument_count, options.arguments, argv[0]) == 0 &&
        sys_set_options(options.flags, options.x_options, options.x_option_count) == 0 && set_path(&options) == 0)
        globals = make_main();
    if (globals && options.tracemalloc_frames && tracemalloc_start(options.tracemalloc_frames) < 0)
        globals = NULL;
    if (options.fail_allocation && !options.fail_start)
        inject_failure(&options);
    if (!globals || run(&options, globals, &status) < 0) {
        memory_set_limit(0); // telling why it ends must not fail for lack of memory
        if (options.interactive_after && globals && error_is(&exc_system_exit)) {
            Object *exception = error_take(); // -i stays: leaving is an error like others
            traceback_print_exception(exception);
            decref(exception);
        } else {
            is_interrupted = error_is(&exc_keyboard_interrupt) && !options.interactive_after;
            status = vm_report_uncaught();
        }
        memory_set_limit(options.memory_limit);
    }
    if (options.fail_allocation && !debug_failure_count(options.fail_point))
        fprintf(stderr, "adder: failalloc: only %llu allocations\n",
                (unsigned long long)debug_event_count(options.fail_point));
    if (options.interactive_after && options.mode != RUN_PROMPT && globals)
        status = repl_run(globals);
    if (textio_flush_all() < 0)
        status = 120; // as CPython: what was written could not be delivered
    if (options.shows_memory && !mem_write_report("stats", stderr))
        fputs("adder: memstats: out of memory\n", stderr);
    state.report_leaks = options.check_leaks;
    state.ends_process = !options.check_leaks;
    size_t leaked = vm_stop();
    if (options.shows_counts)
        counts_print();
    if (options.check_leaks && leaked)
        status = report_leaks(leaked);
    else if (is_interrupted)
        die_by_sigint();
    return status;
}

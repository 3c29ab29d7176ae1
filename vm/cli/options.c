// The command line: one table of options, used for parsing and for the help text.
#include "vm/cli/options.h"

#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "runtime/memory/trace.h"
#include "runtime/program/code.h"

static const char usage_line[] = "usage: adder [option] ... [-c cmd | -m mod | file | -] [arg] ...\n";
static const char help_text[] =
    "Options:\n"
    "-c cmd : program passed in as string (terminates option list)\n"
    "-m mod : run library module as a script (terminates option list)\n"
    "-i     : inspect interactively after running script\n"
    "-E     : ignore ADDER* environment variables\n"
    "-I     : isolated: -E, -P and -s\n"
    "-P     : no path of the script at the head of sys.path\n"
    "-h     : print this help message and exit (also --help)\n"
    "-V     : print the version number and exit (also --version)\n"
    "-X opt : set implementation-specific option:\n"
    "         tracemalloc[=N]         trace allocations from the start, N frames each\n"
    "         memstats                print the account of the memory on stderr at the end\n"
    "         counts                  print on stderr at the end how often each instruction ran\n"
    "                                 in the loop, not in machine code (native=0: all do)\n"
    "                                 (builds with ADDER_COUNTS)\n"
    "         native=N                translate code into machine code when it has run N times\n"
    "                                 (64; 0: never)\n"
    "         failalloc=N[,forever][,start][,request|arena|large]\n"
    "                                 let the N-th allocation fail (all from it on; counted from\n"
    "                                 the start of the interpreter, not of the script); or the\n"
    "                                 N-th time that the system is asked for memory\n"
    "--tokens, --ast, --dis : show the stage of the compiler instead of running\n"
    "--memory-limit SIZE    : such as 64M: allocations beyond it raise MemoryError\n"
    "--check-leaks          : exit with status 99 if a block is left at the end\n"
    "file   : program read from script file\n"
    "-      : program read from stdin (default; interactive mode if a tty)\n"
    "arg ...: arguments passed to program in sys.argv[1:]\n"
    "Environment: ADDERHASHSEED (number or random), ADDERTRACEMALLOC (frames)\n";

static bool fail(int *status, const char *message, const char *what)
{
    fprintf(stderr, "adder: %s%s\n%sTry `adder -h' for more information.\n", message, what, usage_line);
    *status = 2;
    return false;
}

// "64M" in bytes; 0: malformed.
static size_t parse_size(const char *text)
{
    char *end;
    unsigned long long value = strtoull(text, &end, 10);
    int shift = 0;
    if (end == text || *text == '-')
        return 0;
    switch (*end) {
    case 'k': case 'K': shift = 10; end++; break;
    case 'm': case 'M': shift = 20; end++; break;
    case 'g': case 'G': shift = 30; end++; break;
    }
    if (*end == 'i')
        end++;
    if (*end == 'B')
        end++;
    if (*end || value > (~0ULL >> shift))
        return 0;
    return (size_t)value << shift;
}

// "N[,word]...": which allocation fails, and how.
static bool parse_failure(const char *text, Options *options)
{
    static const char *const points[DEBUG_FAIL_COUNT] = {"request", "arena", "large"};
    char *end;
    options->fail_allocation = strtol(text, &end, 10);
    if (end == text || options->fail_allocation < 1)
        return false;
    while (*end == ',') {
        const char *word = end + 1;
        size_t length = strcspn(word, ",");
        end = (char *)word + length;
        bool is_known = true;
        if (length == 7 && memcmp(word, "forever", 7) == 0)
            options->fail_forever = true;
        else if (length == 5 && memcmp(word, "start", 5) == 0)
            options->fail_start = true;
        else
            is_known = false;
        for (int point = 0; point < DEBUG_FAIL_COUNT; point++)
            if (length == strlen(points[point]) && memcmp(word, points[point], length) == 0) {
                options->fail_point = (DebugFailPoint)point;
                is_known = true;
            }
        if (!is_known)
            return false;
    }
    return *end == 0;
}

static bool parse_x(const char *text, Options *options, int *status)
{
    if (options->x_option_count == OPTIONS_X_LIMIT)
        return fail(status, "too many -X options at ", text);
    options->x_options[options->x_option_count++] = text;
    if (strcmp(text, "memstats") == 0) {
        options->shows_memory = true;
        return true;
    }
    if (strcmp(text, "counts") == 0) {
        options->shows_counts = true;
        return ADDER_COUNTS ? true : fail(status, "-X counts: not in this build: ", "it wants ADDER_COUNTS=1");
    }
    if (strncmp(text, "native=", 7) == 0) {
        char *end;
        long count = strtol(text + 7, &end, 10);
        if (end == text + 7 || *end || count < 0 || count > INT32_MAX)
            return fail(status, "-X native=N: malformed: ", text + 7);
        code_cold = count ? (int32_t)count - 1 : INT32_MAX;
        return true;
    }
    if (strncmp(text, "failalloc=", 10) == 0) {
        return parse_failure(text + 10, options)
                   ? true
                   : fail(status, "-X failalloc=N[,forever][,start][,request|arena|large]: malformed: ", text + 10);
    }
    return true; // unknown ones are ignored, as CPython does
}

// A long option at argv[*index]. True: taken.
static bool parse_long(int argc, char **argv, int *index, Options *options, int *status)
{
    const char *text = argv[*index];
    static const struct {
        const char *name;
        ShowMode show;
    } shows[] = {{"--tokens", SHOW_TOKENS}, {"--ast", SHOW_AST}, {"--dis", SHOW_DIS}};
    for (size_t i = 0; i < sizeof shows / sizeof *shows; i++)
        if (strcmp(text, shows[i].name) == 0) {
            options->show = shows[i].show;
            return true;
        }
    if (strcmp(text, "--check-leaks") == 0)
        return options->check_leaks = true;
    if (strcmp(text, "--help") == 0 || strcmp(text, "--version") == 0) {
        printf("%s%s", text[2] == 'h' ? usage_line : "Adder " ADDER_VERSION "\n", text[2] == 'h' ? help_text : "");
        *status = 0;
        return false;
    }
    if (strncmp(text, "--memory-limit", 14) == 0) {
        const char *size = text[14] == '=' ? text + 15 : text[14] == 0 && *index + 1 < argc ? argv[++*index] : "";
        options->memory_limit = parse_size(size);
        return options->memory_limit ? true : fail(status, "--memory-limit wants a size such as 64M, not: ", size);
    }
    return fail(status, "unknown option ", text);
}

// The argument of a short option: the rest of its word or the next one; NULL: missing.
static char *option_argument(int argc, char **argv, int *index, char *rest)
{
    if (*rest)
        return rest;
    return *index + 1 < argc ? argv[++*index] : NULL;
}

// The letters of one word "-abc". 1: go on, 0: options end here, -1: leave with *status.
static int parse_letters(int argc, char **argv, int *index, Options *options, int *status)
{
    int *flags = options->flags;
    for (char *letter = argv[*index] + 1; *letter; letter++) {
        switch (*letter) {
        case 'c': case 'm': {
            bool is_command = *letter == 'c';
            options->target = option_argument(argc, argv, index, letter + 1);
            if (!options->target) {
                fail(status, "Argument expected for the ", is_command ? "-c option" : "-m option");
                return -1;
            }
            options->mode = is_command ? RUN_COMMAND : RUN_MODULE;
            argv[*index] = is_command ? "-c" : "-m";
            return 0;
        }
        case 'X': {
            char *value = option_argument(argc, argv, index, letter + 1);
            if (!value) {
                fail(status, "Argument expected for the ", "-X option");
                return -1;
            }
            return parse_x(value, options, status) ? 1 : -1;
        }
        case 'i':
            options->interactive_after = true;
            flags[SYS_FLAG_INSPECT]++;
            flags[SYS_FLAG_INTERACTIVE]++;
            break;
        case 'E': flags[SYS_FLAG_IGNORE_ENVIRONMENT] = 1; break;
        case 'I':
            flags[SYS_FLAG_ISOLATED] = flags[SYS_FLAG_IGNORE_ENVIRONMENT] = 1;
            flags[SYS_FLAG_NO_USER_SITE] = flags[SYS_FLAG_SAFE_PATH] = 1;
            break;
        case 'P': flags[SYS_FLAG_SAFE_PATH] = 1; break;
        case 'B': flags[SYS_FLAG_DONT_WRITE_BYTECODE]++; break;
        case 'S': flags[SYS_FLAG_NO_SITE]++; break;
        case 's': flags[SYS_FLAG_NO_USER_SITE]++; break;
        case 'q': flags[SYS_FLAG_QUIET]++; break;
        case 'd': flags[SYS_FLAG_DEBUG]++; break;
        case 'b': flags[SYS_FLAG_BYTES_WARNING]++; break;
        case 'v': flags[SYS_FLAG_VERBOSE]++; break;
        case 'u': break; // as CPython: accepted; -O is not, as assert would still be there
        case 'h': printf("%s%s", usage_line, help_text); *status = 0; return -1;
        case 'V': puts("Adder " ADDER_VERSION); *status = 0; return -1;
        default: {
            char text[3] = {'-', *letter, 0};
            fail(status, "unknown option ", text);
            return -1;
        }
        }
    }
    return 1;
}

// A number of frames as CPython reads it: an int without sign, "" is 0. False: it is none.
static bool read_frames(const char *text, int *frames)
{
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    if (*end || errno || value < 0 || value > INT_MAX)
        return false;
    *frames = (int)value;
    return true;
}

// Tracing from the start: the first -X tracemalloc decides, else ADDERTRACEMALLOC; both must be well
// formed. The texts are CPython's.
static bool find_tracemalloc(Options *options, int *status)
{
    const char *variable = options->flags[SYS_FLAG_IGNORE_ENVIRONMENT] ? NULL : getenv("ADDERTRACEMALLOC");
    const char *malformed = NULL;
    int *frames = &options->tracemalloc_frames;
    *status = 1;
    if (variable && !read_frames(variable, frames))
        malformed = "ADDERTRACEMALLOC";
    for (int i = 0; !malformed && i < options->x_option_count; i++) {
        const char *text = options->x_options[i];
        if (strncmp(text, "tracemalloc", 11) != 0 || (text[11] && text[11] != '='))
            continue;
        if (!text[11])
            *frames = 1;
        else if (!read_frames(text + 12, frames))
            malformed = "-X tracemalloc=NFRAME";
        break;
    }
    if (malformed) {
        fprintf(stderr,
                "Fatal Python error: config_init_tracemalloc: %s: invalid number of frames\n"
                "Python runtime state: preinitialized\n\n",
                malformed);
        return false;
    }
    if (*frames > TRACE_LIMIT_MAX) {
        fprintf(stderr,
                "Fatal Python error: init_interp_main: can't initialize tracemalloc\n"
                "Python runtime state: core initialized\n"
                "ValueError: the number of frames must be in range [1; %i]\n\n"
                "Current thread 0x%016lx (most recent call first):\n  <no Python frame>\n",
                TRACE_LIMIT_MAX, (unsigned long)pthread_self());
        return false;
    }
    *status = 0;
    return true;
}

bool options_parse(int argc, char **argv, Options *options, int *status)
{
    *options = (Options){.mode = RUN_STDIN};
    int index = 1;
    for (; index < argc && argv[index][0] == '-' && argv[index][1]; index++) {
        if (strcmp(argv[index], "--") == 0) {
            index++;
            break;
        }
        if (argv[index][1] == '-') {
            if (!parse_long(argc, argv, &index, options, status))
                return false;
            continue;
        }
        int going = parse_letters(argc, argv, &index, options, status);
        if (going < 0)
            return false;
        if (going == 0)
            break;
    }
    if (options->mode == RUN_STDIN && index < argc) {
        if (strcmp(argv[index], "-") != 0) {
            options->mode = RUN_FILE;
            options->target = argv[index];
        }
    } else if (options->mode == RUN_STDIN && (options->interactive_after || isatty(STDIN_FILENO))) {
        options->mode = RUN_PROMPT;
    }
    static char *nothing[] = {"", NULL};
    options->argument_count = index < argc ? argc - index : 1;
    options->arguments = index < argc ? argv + index : nothing;
    return find_tracemalloc(options, status);
}

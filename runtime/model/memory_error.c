// 16 MemoryErrors made at start, and one for when they are all taken. What each has to tell is noted
// beside it in a table when it is raised, for which nothing is allocated; the text is made when
// somebody asks. Read error_no_memory first.
// Invariant: a report with an owner belongs to a MemoryError that is out, not to one that waits.
#include "runtime/model/memory_error.h"

#include <stdio.h>

#include "runtime/base/utf8.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/gc.h"
#include "runtime/memory/memory.h"
#include "runtime/model/error.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"

#define WAITING_COUNT 16
#define PLACE_CHARS 60 // characters of a file name that are told, from its end

static Object *waiting[WAITING_COUNT]; // owned
static size_t waiting_count;
static bool is_open;               // instances that die come back
// When all others are taken. The start itself may run out of memory: it is immortal from the first.
static ExceptionObject last_error = {.header = {.refcount = REFCOUNT_IMMORTAL}};

typedef struct Report {
    Object *owner;    // the exception, borrowed; NULL: free
    Object *filename; // str, owned; NULL: no script code was running
    int line;
    MemoryFailure failure;
} Report;
static Report reports[2 * WAITING_COUNT]; // scripts may keep some while others wait

static size_t report_count;

static Report *find_report(Object *owner)
{
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++)
        if (reports[i].owner == owner)
            return &reports[i];
    return NULL;
}

static void free_report(Report *report)
{
    Object *filename = report->filename;
    *report = (Report){0};
    report_count--;
    xdecref(filename);
}

// Notes what failed, if anything did, and opens the reserve: what is too large to ask for is told in
// no other way than by CPython.
static void note_failure(Object *exception)
{
    MemoryFailure failure;
    bool has_failed = memory_take_failure(&failure);
    Report *report = find_report(exception);
    if (report) // the last one, again
        free_report(report);
    if (!has_failed)
        return;
    memory_open_reserve();
    if (!(report = find_report(NULL)))
        return;
    report_count++;
    *report = (Report){.owner = exception, .failure = failure};
    Object *filename;
    if (error_hooks.place && error_hooks.place(&filename, &report->line))
        report->filename = new_ref(filename);
}

void *error_no_memory(void)
{
    Object *exception = OBJECT(&last_error);
    if (waiting_count) {
        exception = waiting[--waiting_count];
        gc_track(exception); // its traceback can lead back to it
    } else {
        ref_set_steal(&last_error.args, OBJECT(tuple_empty));
    }
    note_failure(exception);
    return error_raise_steal(exception);
}

bool memory_error_is_last(Object *exception)
{
    return exception == OBJECT(&last_error);
}

void memory_error_forget(Object *exception)
{
    Report *report = find_report(exception);
    if (report)
        free_report(report);
}

bool memory_error_keep(Object *exception)
{
    bool was_told = report_count > 0;
    memory_error_forget(exception);
    if (was_told && report_count == 0) // handled, or nobody saw it
        memory_shut_reserve();
    if (!is_open || waiting_count == WAITING_COUNT)
        return false;
    exception->refcount = 1;
    exception->flags = 0;
    waiting[waiting_count++] = exception;
    return true;
}

// ---- The text -----------------------------------------------------------------------------------

// The last part of a path, shortened from the left.
static char *write_filename(char *at, Object *filename)
{
    size_t length = str_length(filename), start = length;
    while (start > 0 && length - start < PLACE_CHARS && str_char_at(filename, start - 1) != '/')
        start--;
    for (; start < length; start++) {
        uint32_t character = str_char_at(filename, start);
        at += utf8_encode(unicode_is_surrogate(character) ? '?' : character, at);
    }
    return at;
}

// In MB with one digit, cut off.
static unsigned long long tenths_of_mb(size_t byte_size)
{
    return (byte_size >> 20) * 10 + (((byte_size & 0xFFFFF) * 10) >> 20);
}

bool memory_error_text(Object *exception, char text[MEMORY_ERROR_TEXT_SIZE])
{
    Report *report = find_report(exception);
    *text = 0;
    if (!report)
        return false;
    char *at = text, *end = text + MEMORY_ERROR_TEXT_SIZE;
    at += sprintf(at, "cannot allocate %zu bytes", report->failure.byte_size);
    if (report->filename) {
        at += sprintf(at, " at ");
        at = write_filename(at, report->filename);
        at += sprintf(at, ":%d", report->line);
    }
    unsigned long long use = tenths_of_mb(report->failure.current);
    unsigned long long limit = tenths_of_mb(report->failure.limit);
    at += snprintf(at, (size_t)(end - at), " (%llu.%llu MB in use", use / 10, use % 10);
    if (report->failure.limit)
        at += snprintf(at, (size_t)(end - at), ", limit %llu.%llu MB", limit / 10, limit % 10);
    snprintf(at, (size_t)(end - at), ")");
    return true;
}

bool memory_error_is_current(void)
{
    return state.exception && find_report(state.exception);
}

int memory_error_fill_args(Object *exception)
{
    char text[MEMORY_ERROR_TEXT_SIZE];
    ExceptionObject *error = (ExceptionObject *)exception;
    if (error->args != OBJECT(tuple_empty) || !memory_error_text(exception, text))
        return 0;
    Object *message = str_from_text(text);
    Object *args = message ? tuple_from_array(&message, 1) : NULL;
    xdecref(message);
    if (!args)
        return -1;
    ref_set_steal(&error->args, args);
    return 0;
}

// ---- Start and stop -----------------------------------------------------------------------------

int memory_error_start(void)
{
    last_error.header.type_index = exc_memory_error.index;
    last_error.args = OBJECT(tuple_empty);
    is_open = true;
    while (waiting_count < WAITING_COUNT) {
        Object *exception = exception_new_plain_steal(&exc_memory_error, OBJECT(tuple_empty));
        if (!exception)
            return -1;
        gc_untrack(exception); // what waits is no part of the script's heap
        waiting[waiting_count++] = exception;
    }
    memory_keep_reserve(true);
    return 0;
}

void memory_error_stop(void)
{
    is_open = false;
    while (waiting_count)
        decref(waiting[--waiting_count]);
    memory_error_forget(OBJECT(&last_error));
    ref_set_steal(&last_error.args, OBJECT(tuple_empty));
    ref_clear(&last_error.traceback);
    ref_clear(&last_error.dict);
    ref_clear(&last_error.cause);
}

// The module time: clocks, sleeping, calendar times through libc. Read time_fn_sleep for how waiting
// is interrupted, make_struct_time for what the calendar functions give.
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "runtime/memory/memory.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/containers/list.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/program/module.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "stdlib/machine/struct_sequence.h"
#include "vm/vm.h"

#define NANOSECONDS 1000000000

// --- clocks ---

// Nanoseconds of a clock. 0 / -1 with OSError.
static int read_clock(clockid_t clock, int64_t *nanoseconds)
{
    struct timespec now;
    if (clock_gettime(clock, &now) < 0) {
        error_os(errno, NULL);
        return -1;
    }
    *nanoseconds = (int64_t)now.tv_sec * NANOSECONDS + now.tv_nsec;
    return 0;
}

static Object *clock_seconds(clockid_t clock)
{
    int64_t nanoseconds;
    if (read_clock(clock, &nanoseconds) < 0)
        return NULL;
    return float_new(nanoseconds % NANOSECONDS == 0 ? (double)(nanoseconds / NANOSECONDS) : (double)nanoseconds / 1e9);
}

static Object *clock_nanoseconds(clockid_t clock)
{
    int64_t nanoseconds;
    return read_clock(clock, &nanoseconds) < 0 ? NULL : int_from_int64(nanoseconds);
}

#define CLOCK_FUNCTIONS(name, clock)                                                              \
    static Object *time_fn_##name(Object *module) { (void)module; return clock_seconds(clock); }  \
    static Object *time_fn_##name##_ns(Object *module) { (void)module; return clock_nanoseconds(clock); }
CLOCK_FUNCTIONS(time, CLOCK_REALTIME)
CLOCK_FUNCTIONS(perf_counter, CLOCK_MONOTONIC)
CLOCK_FUNCTIONS(monotonic, CLOCK_MONOTONIC)
CLOCK_FUNCTIONS(process_time, CLOCK_PROCESS_CPUTIME_ID)
CLOCK_FUNCTIONS(thread_time, CLOCK_THREAD_CPUTIME_ID)

static Object *time_fn_clock_gettime(Object *module, Object *clock)
{
    (void)module;
    int number = int_as_int32(clock);
    return number == -1 && error_occurred() ? NULL : clock_seconds(number);
}

static Object *time_fn_clock_gettime_ns(Object *module, Object *clock)
{
    (void)module;
    int number = int_as_int32(clock);
    return number == -1 && error_occurred() ? NULL : clock_nanoseconds(number);
}

// --- waiting ---

// Seconds as nanoseconds, rounded up. 0 / -1 with CPython's errors.
static int duration_argument(Object *object, int64_t *nanoseconds)
{
    static const char too_large[] = "timestamp too large to convert to C _PyTime_t";
    if (IS_FLOAT(object)) {
        double value = FLOAT_VALUE(object);
        if (isnan(value)) {
            error_text(&exc_value_error, "Invalid value NaN (not a number)");
            return -1;
        }
        value = value >= 0 ? ceil(value * 1e9) : floor(value * 1e9);
        if (!(value >= -9223372036854775808.0 && value < 9223372036854775808.0)) {
            error_text(&exc_overflow_error, too_large);
            return -1;
        }
        *nanoseconds = (int64_t)value;
        return 0;
    }
    Object *index = object_to_index(object);
    if (!index)
        return -1;
    int64_t seconds;
    bool fits = int_fits_int64(index, &seconds) && !__builtin_mul_overflow(seconds, (int64_t)NANOSECONDS, nanoseconds);
    decref(index);
    if (fits)
        return 0;
    error_text(&exc_overflow_error, too_large);
    return -1;
}

static Object *time_fn_sleep(Object *module, Object *seconds)
{
    (void)module;
    int64_t duration = 0, start;
    if (duration_argument(seconds, &duration) < 0)
        return NULL;
    if (duration < 0)
        return error_text(&exc_value_error, "sleep length must be non-negative");
    if (read_clock(CLOCK_MONOTONIC, &start) < 0)
        return NULL;
    int64_t deadline;
    if (__builtin_add_overflow(start, duration, &deadline))
        deadline = INT64_MAX;
    struct timespec until = {.tv_sec = deadline / NANOSECONDS, .tv_nsec = deadline % NANOSECONDS};
    for (;;) {
        int failure = clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
        if (failure == 0)
            return_none;
        if (failure != EINTR)
            return error_os(failure, NULL);
        if (safepoint_run() < 0)
            return NULL;
    }
}

// --- calendar times ---

enum { FIELD_COUNT = 9, TOTAL_COUNT = 11 };

static Object *struct_time_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames);

static const MemberDef time_members[] = {
    STRUCT_FIELD(0, "tm_year"), STRUCT_FIELD(1, "tm_mon"),    STRUCT_FIELD(2, "tm_mday"), STRUCT_FIELD(3, "tm_hour"),
    STRUCT_FIELD(4, "tm_min"),  STRUCT_FIELD(5, "tm_sec"),    STRUCT_FIELD(6, "tm_wday"), STRUCT_FIELD(7, "tm_yday"),
    STRUCT_FIELD(8, "tm_isdst"), STRUCT_FIELD(9, "tm_zone"),  STRUCT_FIELD(10, "tm_gmtoff"), {0},
};
static STRUCT_SEQUENCE_TYPE(type_struct_time, "time", "struct_time", time_members, 2, 0, struct_time_make);

static Object *struct_time_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"sequence", "dict", NULL};
    static const Signature signature = {"structseq", parameters, 0, 1, 2};
    Object *values[2], *items[TOTAL_COUNT];
    (void)type;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    Object *list = object_fast_sequence(values[0], "constructor requires a sequence");
    if (!list)
        return NULL;
    int64_t count = object_length(list);
    if (count < FIELD_COUNT || count > TOTAL_COUNT) {
        decref(list);
        return error_format(&exc_type_error, "time.struct_time() takes an at %s %d-sequence (%zd-sequence given)",
                            count < FIELD_COUNT ? "least" : "most", count < FIELD_COUNT ? FIELD_COUNT : TOTAL_COUNT,
                            (ssize_t)count);
    }
    for (int64_t i = 0; i < TOTAL_COUNT; i++) {
        Object *item = object_none;
        if (i < count)
            item = IS_TUPLE(list) ? TUPLE(list)->items[i] : LIST(list)->items[i];
        items[i] = new_ref(item);
    }
    decref(list);
    return struct_sequence_new_steal(&type_struct_time, items);
}

static Object *make_struct_time(const struct tm *tm)
{
    int fields[FIELD_COUNT] = {tm->tm_year + 1900, tm->tm_mon + 1,       tm->tm_mday,
                               tm->tm_hour,        tm->tm_min,           tm->tm_sec,
                               (tm->tm_wday + 6) % 7, tm->tm_yday + 1,   tm->tm_isdst};
    Object *values[TOTAL_COUNT];
    for (int i = 0; i < FIELD_COUNT; i++)
        values[i] = int_from_int64(fields[i]);
    values[9] = str_from_text(tm->tm_zone ? tm->tm_zone : "");
    values[10] = int_from_int64(tm->tm_gmtoff);
    return struct_sequence_new_steal(&type_struct_time, values);
}

// Optional seconds since the epoch, rounded down; absent or None: now. 0 / -1.
static int seconds_argument(const char *name, Object *const *args, size_t nargs, time_t *when)
{
    if (nargs > 1) {
        error_format(&exc_type_error, "%s() takes at most 1 argument (%zu given)", name, nargs);
        return -1;
    }
    if (nargs == 0 || args[0] == object_none) {
        *when = time(NULL);
        return 0;
    }
    int64_t seconds;
    bool fits;
    if (IS_FLOAT(args[0])) {
        double value = floor(FLOAT_VALUE(args[0]));
        if (isnan(value)) {
            error_text(&exc_value_error, "Invalid value NaN (not a number)");
            return -1;
        }
        fits = value >= -9223372036854775808.0 && value < 9223372036854775808.0;
        seconds = fits ? (int64_t)value : 0;
    } else {
        Object *index = object_to_index(args[0]);
        if (!index)
            return -1;
        fits = int_fits_int64(index, &seconds);
        decref(index);
    }
    if (!fits) {
        error_text(&exc_overflow_error, "timestamp out of range for platform time_t");
        return -1;
    }
    *when = seconds;
    return 0;
}

static int local_time(time_t when, struct tm *tm)
{
    errno = 0;
    if (localtime_r(&when, tm))
        return 0;
    error_os(errno ? errno : EINVAL, NULL);
    return -1;
}

static Object *time_fn_gmtime(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    time_t when;
    struct tm tm;
    if (seconds_argument("gmtime", args, nargs, &when) < 0)
        return NULL;
    errno = 0;
    if (!gmtime_r(&when, &tm))
        return error_os(errno ? errno : EINVAL, NULL);
    return make_struct_time(&tm);
}

static Object *time_fn_localtime(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    time_t when;
    struct tm tm;
    if (seconds_argument("localtime", args, nargs, &when) < 0 || local_time(when, &tm) < 0)
        return NULL;
    return make_struct_time(&tm);
}

// A tuple of nine ints as C time. 0 / -1 with TypeError.
static int read_tuple(const char *name, Object *tuple, struct tm *tm)
{
    int fields[FIELD_COUNT];
    memset(tm, 0, sizeof *tm);
    if (!IS_TUPLE(tuple)) {
        error_text(&exc_type_error, "Tuple or struct_time argument required");
        return -1;
    }
    if (TUPLE(tuple)->count != FIELD_COUNT) {
        error_format(&exc_type_error, "%s(): illegal time tuple argument", name);
        return -1;
    }
    for (int i = 0; i < FIELD_COUNT; i++) {
        fields[i] = int_as_int32(TUPLE(tuple)->items[i]);
        if (fields[i] == -1 && error_occurred())
            return -1;
    }
    if (fields[0] < INT32_MIN + 1900) {
        error_text(&exc_overflow_error, "year out of range");
        return -1;
    }
    tm->tm_year = fields[0] - 1900;
    tm->tm_mon = fields[1] - 1;
    tm->tm_mday = fields[2];
    tm->tm_hour = fields[3];
    tm->tm_min = fields[4];
    tm->tm_sec = fields[5];
    tm->tm_wday = (fields[6] + 1) % 7;
    tm->tm_yday = fields[7] - 1;
    tm->tm_isdst = fields[8];
    if (type_of(tuple) == &type_struct_time) {
        Object *zone = TUPLE(tuple)->items[9], *offset = TUPLE(tuple)->items[10];
        int64_t seconds;
        if (zone && IS_STR(zone))
            tm->tm_zone = str_utf8(zone, NULL);
        if (offset && IS_INT(offset) && int_fits_int64(offset, &seconds))
            tm->tm_gmtoff = (long)seconds;
        error_clear();
    }
    return 0;
}

// Puts zeros in order and refuses what libc could not read. 0 / -1 with ValueError.
static int check_fields(struct tm *tm)
{
    const char *wrong = NULL;
    if (tm->tm_mon == -1)
        tm->tm_mon = 0;
    if (tm->tm_mday == 0)
        tm->tm_mday = 1;
    if (tm->tm_yday == -1)
        tm->tm_yday = 0;
    if (tm->tm_mon < 0 || tm->tm_mon > 11)
        wrong = "month out of range";
    else if (tm->tm_mday < 0 || tm->tm_mday > 31)
        wrong = "day of month out of range";
    else if (tm->tm_hour < 0 || tm->tm_hour > 23)
        wrong = "hour out of range";
    else if (tm->tm_min < 0 || tm->tm_min > 59)
        wrong = "minute out of range";
    else if (tm->tm_sec < 0 || tm->tm_sec > 61)
        wrong = "seconds out of range";
    else if (tm->tm_wday < 0)
        wrong = "day of week out of range";
    else if (tm->tm_yday < 0 || tm->tm_yday > 365)
        wrong = "day of year out of range";
    if (wrong)
        error_text(&exc_value_error, wrong);
    return wrong ? -1 : 0;
}

// An optional time tuple; absent: now. 0 / -1.
static int tuple_or_now(const char *name, Object *tuple_or_null, struct tm *tm)
{
    if (!tuple_or_null)
        return local_time(time(NULL), tm);
    return read_tuple(name, tuple_or_null, tm) < 0 ? -1 : check_fields(tm);
}

static Object *text_of_time(const struct tm *tm)
{
    static const char days[7][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[80];
    snprintf(text, sizeof text, "%s %s%3d %.2d:%.2d:%.2d %lld", days[tm->tm_wday], months[tm->tm_mon], tm->tm_mday,
             tm->tm_hour, tm->tm_min, tm->tm_sec, 1900LL + tm->tm_year);
    return str_from_text(text);
}

static Object *time_fn_asctime(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    struct tm tm;
    if (args_check_count("asctime", nargs, 0, 1) < 0 || tuple_or_now("asctime", nargs ? args[0] : NULL, &tm) < 0)
        return NULL;
    return text_of_time(&tm);
}

static Object *time_fn_ctime(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    time_t when;
    struct tm tm;
    if (seconds_argument("ctime", args, nargs, &when) < 0 || local_time(when, &tm) < 0)
        return NULL;
    return text_of_time(&tm);
}

static Object *time_fn_mktime(Object *module, Object *tuple)
{
    (void)module;
    struct tm tm;
    if (read_tuple("mktime", tuple, &tm) < 0)
        return NULL;
    tm.tm_wday = -1; // mktime fills it in when it succeeds
    time_t when = mktime(&tm);
    if (when == (time_t)-1 && tm.tm_wday == -1)
        return error_text(&exc_overflow_error, "mktime argument out of range");
    return float_new((double)when);
}

static Object *time_fn_strftime(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    struct tm tm;
    size_t size;
    if (nargs < 1 || nargs > 2)
        return error_format(&exc_type_error, "strftime() takes at %s %d argument%s (%zu given)", nargs ? "most" : "least",
                            nargs ? 2 : 1, nargs ? "s" : "", nargs);
    if (!IS_STR(args[0]))
        return error_format(&exc_type_error, "strftime() argument 1 must be str, not %T", args[0]);
    if (tuple_or_now("strftime", nargs == 2 ? args[1] : NULL, &tm) < 0)
        return NULL;
    tm.tm_isdst = tm.tm_isdst < -1 ? -1 : tm.tm_isdst > 1 ? 1 : tm.tm_isdst;
    const char *format = str_utf8(args[0], &size);
    if (!format)
        return NULL;
    if (strlen(format) != size)
        return error_text(&exc_value_error, "embedded null character");
    for (size_t capacity = 1024;; capacity *= 2) {
        char *text = memory_alloc(capacity, MEMORY_RAW);
        if (!text)
            return error_no_memory();
        size_t length = strftime(text, capacity, format, &tm);
        bool is_whole = length > 0 || capacity >= 256 * size; // an empty result is one, too
        Object *result = is_whole ? bytes_decode((const uint8_t *)text, length, "utf-8", "surrogateescape") : NULL;
        memory_free(text, capacity);
        if (is_whole)
            return result;
    }
}

// --- the module ---

static int add_zone(ModuleObject *module)
{
    tzset();
    // As CPython: the offsets of January and July tell which is summer time.
    time_t now = time(NULL);
    time_t start = now / (365 * 24 * 3600 + 6 * 3600) * (365 * 24 * 3600 + 6 * 3600);
    struct tm winter, summer;
    time_t half = start + 365 * 24 * 3600 / 2;
    if (!localtime_r(&start, &winter) || !localtime_r(&half, &summer))
        return 0;
    long offset = -winter.tm_gmtoff, other = -summer.tm_gmtoff;
    bool is_north = offset >= other; // the larger value is standard time
    const char *first = is_north ? winter.tm_zone : summer.tm_zone, *second = is_north ? summer.tm_zone : winter.tm_zone;
    Object *names[2] = {str_from_text(first), str_from_text(second)};
    Object *pair = names[0] && names[1] ? tuple_from_array(names, 2) : NULL;
    xdecref(names[0]);
    xdecref(names[1]);
    if (module_add_steal(module, "tzname", pair) < 0 ||
        module_add_steal(module, "timezone", int_from_int64(is_north ? offset : other)) < 0 ||
        module_add_steal(module, "altzone", int_from_int64(is_north ? other : offset)) < 0 ||
        module_add_steal(module, "daylight", int_from_int64(offset != other)) < 0)
        return -1;
    return 0;
}

static Object *time_fn_tzset(Object *module)
{
    return add_zone(MODULE(module)) < 0 ? NULL : object_none;
}

static int fill(ModuleObject *module)
{
    static const struct {
        const char *name;
        int value;
    } clocks[] = {
        {"CLOCK_REALTIME", CLOCK_REALTIME},
        {"CLOCK_MONOTONIC", CLOCK_MONOTONIC},
        {"CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID},
        {"CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID},
    };
    for (size_t i = 0; i < sizeof clocks / sizeof *clocks; i++)
        if (module_add_steal(module, clocks[i].name, int_from_int64(clocks[i].value)) < 0)
            return -1;
    return module_add_type(module, &type_struct_time) < 0 || add_zone(module) < 0 ? -1 : 0;
}

static const MethodDef time_functions[] = {
    {"time", (void *)time_fn_time, METHOD_NOARGS,
     "time() -> floating point number\n\nReturn the current time in seconds since the"
     " Epoch.\nFractions of a second may be present if the system clock provides them."},
    {"time_ns", (void *)time_fn_time_ns, METHOD_NOARGS,
     "time_ns() -> int\n\nReturn the current time in nanoseconds since the Epoch."},
    {"perf_counter", (void *)time_fn_perf_counter, METHOD_NOARGS,
     "perf_counter() -> float\n\nPerformance counter for benchmarking."},
    {"perf_counter_ns", (void *)time_fn_perf_counter_ns, METHOD_NOARGS,
     "perf_counter_ns() -> int\n\nPerformance counter for benchmarking as nanoseconds."},
    {"monotonic", (void *)time_fn_monotonic, METHOD_NOARGS,
     "monotonic() -> float\n\nMonotonic clock, cannot go backward."},
    {"monotonic_ns", (void *)time_fn_monotonic_ns, METHOD_NOARGS,
     "monotonic_ns() -> int\n\nMonotonic clock, cannot go backward, as nanoseconds."},
    {"process_time", (void *)time_fn_process_time, METHOD_NOARGS,
     "process_time() -> float\n\nProcess time for profiling: sum of the kernel and"
     " user-space CPU time."},
    {"process_time_ns", (void *)time_fn_process_time_ns, METHOD_NOARGS,
     "process_time() -> int\n\nProcess time for profiling as nanoseconds:\nsum of the kernel"
     " and user-space CPU time."},
    {"thread_time", (void *)time_fn_thread_time, METHOD_NOARGS,
     "thread_time() -> float\n\nThread time for profiling: sum of the kernel and user-space"
     " CPU time."},
    {"thread_time_ns", (void *)time_fn_thread_time_ns, METHOD_NOARGS,
     "thread_time() -> int\n\nThread time for profiling as nanoseconds:\nsum of the kernel"
     " and user-space CPU time."},
    {"clock_gettime", (void *)time_fn_clock_gettime, METHOD_O,
     "clock_gettime(clk_id) -> float\n\nReturn the time of the specified clock clk_id."},
    {"clock_gettime_ns", (void *)time_fn_clock_gettime_ns, METHOD_O,
     "clock_gettime_ns(clk_id) -> int\n\nReturn the time of the specified clock clk_id as"
     " nanoseconds."},
    {"sleep", (void *)time_fn_sleep, METHOD_O,
     "sleep(seconds)\n\nDelay execution for a given number of seconds.  The argument may"
     " be\na floating point number for subsecond precision."},
    {"gmtime", (void *)time_fn_gmtime, METHOD_FAST,
     "gmtime([seconds]) -> (tm_year, tm_mon, tm_mday, tm_hour, tm_min,\n                   "
     "    tm_sec, tm_wday, tm_yday, tm_isdst)\n\nConvert seconds since the Epoch to a time"
     " tuple expressing UTC (a.k.a.\nGMT).  When 'seconds' is not passed in, convert the"
     " current time instead.\n\nIf the platform supports the tm_gmtoff and tm_zone, they are"
     " available as\nattributes only."},
    {"localtime", (void *)time_fn_localtime, METHOD_FAST,
     "localtime([seconds]) -> (tm_year,tm_mon,tm_mday,tm_hour,tm_min,\n                    "
     "      tm_sec,tm_wday,tm_yday,tm_isdst)\n\nConvert seconds since the Epoch to a time"
     " tuple expressing local time.\nWhen 'seconds' is not passed in, convert the current"
     " time instead."},
    {"asctime", (void *)time_fn_asctime, METHOD_FAST,
     "asctime([tuple]) -> string\n\nConvert a time tuple to a string, e.g. 'Sat Jun 06"
     " 16:26:11 1998'.\nWhen the time tuple is not present, current time as returned by"
     " localtime()\nis used."},
    {"ctime", (void *)time_fn_ctime, METHOD_FAST,
     "ctime(seconds) -> string\n\nConvert a time in seconds since the Epoch to a string in"
     " local time.\nThis is equivalent to asctime(localtime(seconds)). When the time tuple"
     " is\nnot present, current time as returned by localtime() is used."},
    {"mktime", (void *)time_fn_mktime, METHOD_O,
     "mktime(tuple) -> floating point number\n\nConvert a time tuple in local time to"
     " seconds since the Epoch.\nNote that mktime(gmtime(0)) will not generally return zero"
     " for most\ntime zones; instead the returned value will either be equal to that\nof the"
     " timezone or altzone attributes on the time module."},
    {"strftime", (void *)time_fn_strftime, METHOD_FAST,
     "strftime(format[, tuple]) -> string\n\nConvert a time tuple to a string according to a"
     " format specification.\nSee the library reference manual for formatting codes. When"
     " the time tuple\nis not present, current time as returned by localtime() is"
     " used.\n\nCommonly used format codes:\n\n%Y  Year with century as a decimal number.\n%m "
     " Month as a decimal number [01,12].\n%d  Day of the month as a decimal number"
     " [01,31].\n%H  Hour (24-hour clock) as a decimal number [00,23].\n%M  Minute as a"
     " decimal number [00,59].\n%S  Second as a decimal number [00,61].\n%z  Time zone"
     " offset from UTC.\n%a  Locale's abbreviated weekday name.\n%A  Locale's full weekday"
     " name.\n%b  Locale's abbreviated month name.\n%B  Locale's full month name.\n%c "
     " Locale's appropriate date and time representation.\n%I  Hour (12-hour clock) as a"
     " decimal number [01,12].\n%p  Locale's equivalent of either AM or PM.\n\nOther codes"
     " may be available on your platform.  See documentation for\nthe C library strftime"
     " function.\n"},
    {"tzset", (void *)time_fn_tzset, METHOD_NOARGS,
     "tzset()\n\nInitialize, or reinitialize, the local timezone to the value stored"
     " in\nos.environ['TZ']. The TZ environment variable should be specified in\nstandard"
     " Unix timezone format as documented in the tzset man page\n(eg. 'US/Eastern',"
     " 'Europe/Amsterdam'). Unknown timezones will silently\nfall back to UTC. If the TZ"
     " environment variable is not set, the local\ntimezone is set to the systems best"
     " guess of wallclock time.\nChanging the TZ environment variable without calling tzset"
     " *may* change\nthe local timezone used by methods such as localtime, but this"
     " behaviour\nshould not be relied on."},
    {0},
};

extern const ModuleDef module_time;
const ModuleDef module_time = {
    .name = "time",
    .doc = "This module provides various functions to manipulate time values.",
    .functions = time_functions,
    .fill = fill,
};

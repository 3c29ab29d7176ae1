// The module sys: the interpreter as a script sees it. Filled at every start, so fill() makes only
// what is cheap; nothing here opens, reads or imports anything.
#include "stdlib/machine/mod_sys.h"

#include <fcntl.h>
#include <float.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "runtime/base/hash.h"
#include "runtime/containers/list.h"
#include "runtime/memory/heapmap.h"
#include "runtime/memory/memory.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/numbers/int_methods.h"
#include "runtime/program/simple_namespace.h"
#include "runtime/text/bytes.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"
#include "stdlib/host/textio.h"
#include "stdlib/machine/mod_mem.h"
#include "stdlib/machine/struct_sequence.h"
#include "stdlib/modules.h"
#include "vm/frame.h"
#include "vm/hooks.h"
#include "vm/traceback.h"
#include "vm/vm.h"

#ifndef ADDER_VERSION
#define ADDER_VERSION "0"
#endif
#define HEX_VERSION 0x030b02f0
enum { DIGITS_DEFAULT = 4300, DIGITS_THRESHOLD = 640, API_VERSION = 1013 };

// --- leaving, and exceptions ---

static Object *sys_fn_exit(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    if (args_check_count("exit", nargs, 0, 1) < 0)
        return NULL;
    return error_object(&exc_system_exit, nargs ? args[0] : NULL);
}

static Object *sys_fn_exc_info(Object *module)
{
    (void)module;
    Object *handled = state_handled_exception_borrow();
    if (!handled)
        return tuple_pack(3, object_none, object_none, object_none);
    Object *traceback = ((ExceptionObject *)handled)->traceback;
    return tuple_pack(3, OBJECT(type_of(handled)), handled, traceback ? traceback : object_none);
}

static Object *sys_fn_exception(Object *module)
{
    (void)module;
    Object *handled = state_handled_exception_borrow();
    return handled ? new_ref(handled) : object_none;
}

static Object *sys_fn_excepthook(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    if (args_check_count("excepthook", nargs, 3, 3) < 0)
        return NULL;
    traceback_display(args[1], args[2]);
    return_none;
}

// --- sizes and counts ---

static Object *sys_fn_getrefcount(Object *module, Object *object)
{
    (void)module;
    return int_from_int64(object_is_immortal(object) ? (int64_t)UINT32_MAX : object->refcount);
}

// Size by __sizeof__: what was asked of the allocator, as tracing counts it; -1 with exception.
static int64_t size_of(Object *object)
{
    Object *result;
    if (!call_special(object, NAME(sizeof), NULL, 0, &result)) {
        error_format(&exc_type_error, "Type %.100T doesn't define __sizeof__", object);
        return -1;
    }
    if (!result)
        return -1;
    int64_t size = -1;
    if (!IS_INT(result)) {
        error_text(&exc_type_error, "an integer is required");
    } else if (!int_fits_int64(result, &size)) {
        error_text(&exc_overflow_error, "Python int too large to convert to C ssize_t");
    } else if (size < 0) {
        error_text(&exc_value_error, "__sizeof__() should return >= 0");
    }
    decref(result);
    if (error_occurred())
        return -1;
    return size;
}

static Object *sys_fn_getsizeof(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"object", "default", NULL};
    static const Signature signature = {"getsizeof", parameters, 0, 1, 2};
    Object *values[2];
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    int64_t size = size_of(values[0]);
    if (size >= 0)
        return int_from_int64(size);
    if (!values[1] || !error_is(&exc_type_error))
        return NULL;
    error_clear();
    return new_ref(values[1]);
}

static Object *sys_fn_getallocatedblocks(Object *module)
{
    (void)module;
    return int_from_size(memory_live_block_count());
}

// The account as text, on sys.stderr.
static Object *sys_fn_debugmallocstats(Object *module)
{
    (void)module;
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    bool is_done = stream && mem_write_report("stats", stream);
    if (stream && fclose(stream) != 0)
        is_done = false;
    if (is_done)
        traceback_write_error(text);
    free(text);
    return is_done ? object_none : error_no_memory();
}

// --- limits ---

static Object *sys_fn_getrecursionlimit(Object *module)
{
    (void)module;
    return int_from_int64(state.recursion_limit);
}

// C int of an argument. 0 / -1.
static int int_argument(Object *argument, int *value)
{
    Object *index = object_to_index(argument);
    if (!index)
        return -1;
    int64_t wide;
    bool fits = int_fits_int64(index, &wide) && wide == (int)wide;
    decref(index);
    if (!fits) {
        error_text(&exc_overflow_error, "Python int too large to convert to C int");
        return -1;
    }
    *value = (int)wide;
    return 0;
}

static Object *sys_fn_setrecursionlimit(Object *module, Object *argument)
{
    (void)module;
    int limit;
    if (int_argument(argument, &limit) < 0)
        return NULL;
    if (limit < 1)
        return error_text(&exc_value_error, "recursion limit must be greater or equal than 1");
    uint32_t depth = state.recursion_depth + 1; // CPython counts this call, too
    if (depth >= (uint32_t)limit)
        return error_format(&exc_recursion_error,
                            "cannot set the recursion limit to %i at the recursion depth %i: the limit is too low",
                            limit, (int)depth);
    state.recursion_limit = (uint32_t)limit;
    return_none;
}

static Object *sys_fn_get_int_max_str_digits(Object *module)
{
    (void)module;
    return int_from_int64(int_max_str_digits);
}

static Object *sys_fn_set_int_max_str_digits(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"maxdigits", NULL};
    static const Signature signature = {"set_int_max_str_digits", parameters, 0, 1, 1};
    Object *value;
    int digits;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, &value) < 0 || int_argument(value, &digits) < 0)
        return NULL;
    if (digits != 0 && digits < DIGITS_THRESHOLD)
        return error_format(&exc_value_error, "maxdigits must be 0 or larger than %d", (int)DIGITS_THRESHOLD);
    int_max_str_digits = digits;
    return_none;
}

// --- text ---

static Object *sys_fn_intern(Object *module, Object *text)
{
    (void)module;
    if (!IS_STR(text))
        return text == object_none ? error_text(&exc_type_error, "intern() argument must be str, not None")
                                   : error_format(&exc_type_error, "intern() argument must be str, not %T", text);
    if (!IS_EXACT(text, STR))
        return error_format(&exc_type_error, "can't intern %.400T", text);
    incref(text);
    intern_in_place(&text);
    return text;
}

static Object *sys_fn_getdefaultencoding(Object *module)
{
    (void)module;
    return str_from_text("utf-8");
}

static Object *sys_fn_getfilesystemencoding(Object *module)
{
    (void)module;
    return str_from_text("utf-8");
}

static Object *sys_fn_getfilesystemencodeerrors(Object *module)
{
    (void)module;
    return str_from_text("surrogateescape");
}

// --- frames ---

static Object *sys_fn_getframe(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    int depth = 0;
    if (args_check_count("_getframe", nargs, 0, 1) < 0 || (nargs && int_argument(args[0], &depth) < 0))
        return NULL;
    if (depth < 0)
        depth = 0;
    Frame *frame = frame_visible(vm.frame);
    for (; depth > 0 && frame >= vm.frames; depth--)
        frame = frame_visible(frame - 1);
    if (frame < vm.frames)
        return error_text(&exc_value_error, "call stack is not deep enough");
    return OBJECT(frame_object(frame));
}

static Object *refuse(const char *name, Object *function)
{
    if (function == object_none)
        return_none;
    return error_format(&exc_runtime_error, "sys.%s() is not supported by Adder", name);
}

static Object *sys_fn_settrace(Object *module, Object *function)
{
    (void)module;
    return refuse("settrace", function);
}

static Object *sys_fn_setprofile(Object *module, Object *function)
{
    (void)module;
    return refuse("setprofile", function);
}

static Object *sys_fn_gettrace(Object *module) { (void)module; return_none; }
static Object *sys_fn_getprofile(Object *module) { (void)module; return_none; }

static Object *sys_fn_is_finalizing(Object *module)
{
    (void)module;
    return object_from_bool(state.is_finalizing);
}

// --- the prompt's hook ---

static int write_to(Object *file, Object *text)
{
    Object *result = call_method_one(file, NAME(write), text);
    xdecref(result);
    return result ? 0 : -1;
}

// repr() with what the file cannot encode as escapes.
static int write_escaped(Object *file, Object *text)
{
    Object *encoding = object_get_attribute(file, NAME(encoding)), *bytes = NULL, *escaped = NULL;
    const char *name = encoding && IS_STR(encoding) ? str_utf8(encoding, NULL) : NULL;
    if (name)
        bytes = str_encode(text, name, "backslashreplace");
    if (bytes)
        escaped = bytes_decode(((BytesObject *)bytes)->data, ((BytesObject *)bytes)->size, name, "strict");
    int status = escaped ? write_to(file, escaped) : -1;
    xdecref(escaped);
    xdecref(bytes);
    xdecref(encoding);
    return status;
}

static Object *sys_fn_displayhook(Object *module, Object *value)
{
    (void)module;
    if (!state.builtins)
        return error_text(&exc_runtime_error, "lost builtins module");
    if (value == object_none)
        return_none;
    if (dict_set_str(state.builtins, NAME(underscore), object_none) < 0)
        return NULL;
    Object *out = dict_get_str_borrow(state.sys_dict, NAME(stdout));
    if (!out || out == object_none)
        return error_text(&exc_runtime_error, "lost sys.stdout");
    incref(out);
    Object *text = object_repr(value), *end = text ? str_from_char('\n') : NULL;
    int status = end ? write_to(out, text) : -1;
    if (end && status < 0 && error_is(&exc_unicode_encode_error)) {
        error_clear();
        status = write_escaped(out, text);
    }
    if (status == 0)
        status = write_to(out, end);
    xdecref(text);
    xdecref(end);
    decref(out);
    if (status < 0 || dict_set_str(state.builtins, NAME(underscore), value) < 0)
        return NULL;
    return_none;
}

// --- the hook for errors in finalizers ---

static const MemberDef unraisable_members[] = {
    STRUCT_FIELD(0, "exc_type"), STRUCT_FIELD(1, "exc_value"), STRUCT_FIELD(2, "exc_traceback"),
    STRUCT_FIELD(3, "err_msg"),  STRUCT_FIELD(4, "object"),    {0},
};
static STRUCT_SEQUENCE_TYPE(type_unraisable_args, NULL, "UnraisableHookArgs", unraisable_members, 0, TF_NO_INSTANTIATION, NULL);

static Object *make_unraisable_args(Object *exception, Object *message, Object *object)
{
    Object *traceback = ((ExceptionObject *)exception)->traceback;
    Object *values[5] = {OBJECT(type_of(exception)), exception, traceback ? traceback : object_none, message, object};
    for (int i = 0; i < 5; i++)
        incref(values[i]);
    return struct_sequence_new_steal(&type_unraisable_args, values);
}

static Object *sys_fn_unraisablehook(Object *module, Object *argument)
{
    (void)module;
    if (type_of(argument) != &type_unraisable_args)
        return error_text(&exc_type_error, "sys.unraisablehook argument type must be UnraisableHookArgs");
    Object **values = TUPLE(argument)->items;
    traceback_print_unraisable(values[0], values[1], values[2], values[3], values[4]);
    return_none;
}

// --- what main sets ---

static Object *list_of_texts(int count, char **texts)
{
    Object *list = list_new(0);
    for (int i = 0; list && i < count; i++) {
        Object *text = bytes_decode((const uint8_t *)texts[i], strlen(texts[i]), "utf-8", "surrogateescape");
        if (!text || list_append_steal(list, text) < 0)
            ref_clear(&list);
    }
    return list;
}

static int set_steal(const char *name, Object *value)
{
    int status = value ? dict_set_text(state.sys_dict, name, value) : -1;
    xdecref(value);
    return status;
}

int sys_set_argv(int count, char **arguments, const char *program)
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    Object *executable = length > 0 ? bytes_decode((const uint8_t *)path, (size_t)length, "utf-8", "surrogateescape")
                                    : str_from_text(program);
    if (set_steal("executable", executable) < 0 || set_steal("argv", list_of_texts(count, arguments)) < 0)
        return -1;
    Object *original = list_of_texts(count, arguments);
    Object *first = original ? bytes_decode((const uint8_t *)program, strlen(program), "utf-8", "surrogateescape") : NULL;
    int status = first ? list_insert(original, 0, first) : -1;
    xdecref(first);
    if (status < 0) {
        xdecref(original);
        return -1;
    }
    return set_steal("orig_argv", original);
}

// --- tables of facts ---

static const MemberDef version_members[] = {
    STRUCT_FIELD(0, "major"),        STRUCT_FIELD(1, "minor"),  STRUCT_FIELD(2, "micro"),
    STRUCT_FIELD(3, "releaselevel"), STRUCT_FIELD(4, "serial"), {0},
};
static STRUCT_SEQUENCE_TYPE(type_version_info, "sys", "version_info", version_members, 0, TF_NO_INSTANTIATION, NULL);

static const MemberDef float_members[] = {
    STRUCT_FIELD(0, "max"),     STRUCT_FIELD(1, "max_exp"),    STRUCT_FIELD(2, "max_10_exp"), STRUCT_FIELD(3, "min"),
    STRUCT_FIELD(4, "min_exp"), STRUCT_FIELD(5, "min_10_exp"), STRUCT_FIELD(6, "dig"),        STRUCT_FIELD(7, "mant_dig"),
    STRUCT_FIELD(8, "epsilon"), STRUCT_FIELD(9, "radix"),      STRUCT_FIELD(10, "rounds"),    {0},
};
static STRUCT_SEQUENCE_TYPE(type_float_info, "sys", "float_info", float_members, 0, TF_NO_INSTANTIATION, NULL);

static const MemberDef int_members[] = {
    STRUCT_FIELD(0, "bits_per_digit"),
    STRUCT_FIELD(1, "sizeof_digit"),
    STRUCT_FIELD(2, "default_max_str_digits"),
    STRUCT_FIELD(3, "str_digits_check_threshold"),
    {0},
};
static STRUCT_SEQUENCE_TYPE(type_int_info, "sys", "int_info", int_members, 0, TF_NO_INSTANTIATION, NULL);

static const MemberDef hash_members[] = {
    STRUCT_FIELD(0, "width"),     STRUCT_FIELD(1, "modulus"),   STRUCT_FIELD(2, "inf"),
    STRUCT_FIELD(3, "nan"),       STRUCT_FIELD(4, "imag"),      STRUCT_FIELD(5, "algorithm"),
    STRUCT_FIELD(6, "hash_bits"), STRUCT_FIELD(7, "seed_bits"), STRUCT_FIELD(8, "cutoff"),
    {0},
};
static STRUCT_SEQUENCE_TYPE(type_hash_info, "sys", "hash_info", hash_members, 0, TF_NO_INSTANTIATION, NULL);

static const MemberDef flags_members[] = {
    STRUCT_FIELD(0, "debug"),
    STRUCT_FIELD(1, "inspect"),
    STRUCT_FIELD(2, "interactive"),
    STRUCT_FIELD(3, "optimize"),
    STRUCT_FIELD(4, "dont_write_bytecode"),
    STRUCT_FIELD(5, "no_user_site"),
    STRUCT_FIELD(6, "no_site"),
    STRUCT_FIELD(7, "ignore_environment"),
    STRUCT_FIELD(8, "verbose"),
    STRUCT_FIELD(9, "bytes_warning"),
    STRUCT_FIELD(10, "quiet"),
    STRUCT_FIELD(11, "hash_randomization"),
    STRUCT_FIELD(12, "isolated"),
    STRUCT_FIELD(13, "dev_mode"),
    STRUCT_FIELD(14, "utf8_mode"),
    STRUCT_FIELD(15, "warn_default_encoding"),
    STRUCT_FIELD(16, "safe_path"),
    STRUCT_FIELD(17, "int_max_str_digits"),
    {0},
};
static STRUCT_SEQUENCE_TYPE(type_flags, "sys", "flags", flags_members, 0, TF_NO_INSTANTIATION, NULL);

static Object *make_version_info(void)
{
    Object *values[] = {int_from_int64(3), int_from_int64(11), int_from_int64(2), str_from_text("final"),
                        int_from_int64(0)};
    return struct_sequence_new_steal(&type_version_info, values);
}

static Object *make_float_info(void)
{
    Object *values[] = {float_new(DBL_MAX),         int_from_int64(DBL_MAX_EXP),    int_from_int64(DBL_MAX_10_EXP),
                        float_new(DBL_MIN),         int_from_int64(DBL_MIN_EXP),    int_from_int64(DBL_MIN_10_EXP),
                        int_from_int64(DBL_DIG),    int_from_int64(DBL_MANT_DIG),   float_new(DBL_EPSILON),
                        int_from_int64(FLT_RADIX),  int_from_int64(1)};
    return struct_sequence_new_steal(&type_float_info, values);
}

static Object *make_int_info(void)
{
    Object *values[] = {int_from_int64(30), int_from_int64(4), int_from_int64(DIGITS_DEFAULT),
                        int_from_int64(DIGITS_THRESHOLD)};
    return struct_sequence_new_steal(&type_int_info, values);
}

static Object *make_hash_info(void)
{
    Object *values[] = {int_from_int64(64),        int_from_int64((int64_t)HASH_MODULUS), int_from_int64(HASH_INF),
                        int_from_int64(0),         int_from_int64(HASH_IMAG),             str_from_text("siphash13"),
                        int_from_int64(64),        int_from_int64(128),                   int_from_int64(0)};
    return struct_sequence_new_steal(&type_hash_info, values);
}

static Object *make_flags(const int *given)
{
    Object *values[SYS_FLAG_COUNT];
    const char *seed = state.ignores_environment ? NULL : getenv("ADDERHASHSEED");
    for (int i = 0; i < SYS_FLAG_COUNT; i++)
        values[i] = int_from_int64(given[i]);
    values[11] = int_from_int64(!(seed && strcmp(seed, "0") == 0));
    values[13] = object_false;
    values[SYS_FLAG_SAFE_PATH] = object_from_bool(given[SYS_FLAG_SAFE_PATH]);
    values[17] = int_from_int64(-1);
    return struct_sequence_new_steal(&type_flags, values);
}

static Object *make_x_options(const char *const *x_options, int count)
{
    Object *dict = dict_new();
    for (int i = 0; dict && i < count; i++) {
        const char *equals = strchr(x_options[i], '=');
        size_t length = equals ? (size_t)(equals - x_options[i]) : strlen(x_options[i]);
        Object *name = bytes_decode((const uint8_t *)x_options[i], length, "utf-8", "surrogateescape");
        Object *value = !equals ? object_true
                                : bytes_decode((const uint8_t *)equals + 1, strlen(equals + 1), "utf-8",
                                               "surrogateescape");
        if (!name || !value || dict_set(dict, name, value) < 0)
            ref_clear(&dict);
        xdecref(name);
        xdecref(value);
    }
    return dict;
}

int sys_set_options(const int *flags, const char *const *x_options, int x_option_count)
{
    return set_steal("flags", make_flags(flags)) < 0
               ? -1
               : set_steal("_xoptions", make_x_options(x_options, x_option_count));
}

// namespace(name='adder', cache_tag=None, version=..., hexversion=...)
static Object *make_implementation(Object *version_info)
{
    Object *dict = dict_new(), *result = NULL;
    Object *name = str_from_text("adder"), *hex = int_from_int64(HEX_VERSION);
    if (dict && name && hex && dict_set_text(DICT(dict), "name", name) == 0 &&
        dict_set_text(DICT(dict), "cache_tag", object_none) == 0 &&
        dict_set_text(DICT(dict), "version", version_info) == 0 &&
        dict_set_text(DICT(dict), "hexversion", hex) == 0)
        result = simple_namespace_new(dict);
    xdecref(name);
    xdecref(hex);
    xdecref(dict);
    return result;
}

static Object *make_module_names(void)
{
    Object *list = list_new(0), *result = NULL;
    for (const ModuleDef *const *def = stdlib_modules(); list && *def; def++) {
        Object *name = str_from_text((*def)->name);
        if (!name || list_append_steal(list, name) < 0)
            ref_clear(&list);
    }
    if (list && list_sort(list, NULL, false) == 0)
        result = list_to_tuple(list);
    xdecref(list);
    return result;
}

// --- the module ---

// stdin, stdout, stderr and their __copies__; None where the descriptor is closed.
static int add_files(ModuleObject *module)
{
    static const struct {
        const char *name, *copy, *shown, *mode;
    } files[] = {
        {"stdin", "__stdin__", "<stdin>", "r"},
        {"stdout", "__stdout__", "<stdout>", "w"},
        {"stderr", "__stderr__", "<stderr>", "w"},
    };
    for (int fd = 0; fd < 3; fd++) {
        Object *file = object_none;
        if (fcntl(fd, F_GETFD) >= 0) {
            Object *name = str_from_text(files[fd].shown);
            file = name ? textio_new(fd, name, files[fd].mode, false) : NULL;
            xdecref(name);
            if (!file)
                return -1;
        }
        int status = module_add(module, files[fd].copy, file) < 0 || module_add(module, files[fd].name, file) < 0;
        decref(file);
        if (status)
            return -1;
    }
    return 0;
}

static int add_facts(ModuleObject *module)
{
    static const struct {
        const char *name;
        const char *text;
    } texts[] = {
        {"version", "3.11.2 (Adder " ADDER_VERSION ") [GCC " __VERSION__ "]"},
        {"copyright", "Copyright (c) the authors of Adder.\nAll Rights Reserved."},
        {"platform", "linux"}, {"byteorder", "little"}, {"float_repr_style", "short"}, {"platlibdir", "lib"},
        {"executable", ""}, {"prefix", "/usr"}, {"exec_prefix", "/usr"}, {"base_prefix", "/usr"},
        {"base_exec_prefix", "/usr"}, {"abiflags", ""},
    };
    static const struct {
        const char *name;
        int64_t value;
    } numbers[] = {
        {"hexversion", HEX_VERSION}, {"api_version", API_VERSION}, {"maxsize", INT64_MAX}, {"maxunicode", 0x10FFFF},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (module_add_steal(module, texts[i].name, str_from_text(texts[i].text)) < 0)
            return -1;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (module_add_steal(module, numbers[i].name, int_from_int64(numbers[i].value)) < 0)
            return -1;
    Object *version = make_version_info();
    if (!version || module_add(module, "version_info", version) < 0 ||
        module_add_steal(module, "implementation", make_implementation(version)) < 0) {
        xdecref(version);
        return -1;
    }
    decref(version);
    return module_add_steal(module, "float_info", make_float_info()) < 0 ||
                   module_add_steal(module, "int_info", make_int_info()) < 0 ||
                   module_add_steal(module, "hash_info", make_hash_info()) < 0 ||
                   module_add_steal(module, "flags", make_flags((const int[SYS_FLAG_COUNT]){0})) < 0 ||
                   module_add_steal(module, "builtin_module_names", make_module_names()) < 0
               ? -1
               : 0;
}

// __displayhook__ and its like.
static int add_copies(ModuleObject *module)
{
    static const char *const hooks[] = {"displayhook", "excepthook", "unraisablehook"};
    for (int i = 0; i < 3; i++) {
        char copy[32];
        snprintf(copy, sizeof copy, "__%s__", hooks[i]);
        if (module_add(module, copy, dict_get_text_borrow(module->dict, hooks[i])) < 0)
            return -1;
    }
    traceback_hooks.default_unraisable = dict_get_text_borrow(module->dict, "__unraisablehook__");
    return 0;
}

static void stop(void)
{
    textio_stop();
}

static int fill(ModuleObject *module)
{
    traceback_hooks.unraisable_args = make_unraisable_args;
    traceback_install();
    signal(SIGPIPE, SIG_IGN); // a closed pipe is BrokenPipeError
    if (hooks_at_exit(stop) < 0 || add_files(module) < 0 || add_facts(module) < 0 || add_copies(module) < 0)
        return -1;
    return module_add(module, "modules", state.modules) < 0 ||
                   module_add_steal(module, "path", list_new(0)) < 0 ||
                   module_add_steal(module, "argv", list_new(0)) < 0 ||
                   module_add_steal(module, "orig_argv", list_new(0)) < 0 ||
                   module_add_steal(module, "warnoptions", list_new(0)) < 0 ||
                   module_add_steal(module, "_xoptions", dict_new()) < 0 ||
                   module_add(module, "dont_write_bytecode", object_false) < 0 ||
                   module_add(module, "pycache_prefix", object_none) < 0
               ? -1
               : 0;
}

static const MethodDef sys_functions[] = {
    {"exit", (void *)sys_fn_exit, METHOD_FAST,
     "exit($module, status=None, /)\n--\n\nExit the interpreter by raising"
     " SystemExit(status).\n\nIf the status is omitted or None, it defaults to zero (i.e.,"
     " success).\nIf the status is an integer, it will be used as the system exit"
     " status.\nIf it is another kind of object, it will be printed and the system\nexit"
     " status will be one (i.e., failure)."},
    {"exc_info", (void *)sys_fn_exc_info, METHOD_NOARGS,
     "exc_info($module, /)\n--\n\nReturn current exception information: (type, value,"
     " traceback).\n\nReturn information about the most recent exception caught by an"
     " except\nclause in the current stack frame or in an older stack frame."},
    {"exception", (void *)sys_fn_exception, METHOD_NOARGS,
     "exception($module, /)\n--\n\nReturn the current exception.\n\nReturn the most recent"
     " exception caught by an except clause\nin the current stack frame or in an older"
     " stack frame, or None\nif no such exception exists."},
    {"getrefcount", (void *)sys_fn_getrefcount, METHOD_O,
     "getrefcount($module, object, /)\n--\n\nReturn the reference count of object.\n\nThe count"
     " returned is generally one higher than you might expect,\nbecause it includes the"
     " (temporary) reference as an argument to\ngetrefcount()."},
    {"getsizeof", (void *)sys_fn_getsizeof, METHOD_KEYWORDS,
     "getsizeof(object [, default]) -> int\n\nReturn the size of object in bytes."},
    {"getrecursionlimit", (void *)sys_fn_getrecursionlimit, METHOD_NOARGS,
     "getrecursionlimit($module, /)\n--\n\nReturn the current value of the recursion"
     " limit.\n\nThe recursion limit is the maximum depth of the Python interpreter\nstack. "
     " This limit prevents infinite recursion from causing an overflow\nof the C stack and"
     " crashing Python."},
    {"setrecursionlimit", (void *)sys_fn_setrecursionlimit, METHOD_O | METHOD_COUNTS,
     "setrecursionlimit($module, limit, /)\n--\n\nSet the maximum depth of the Python"
     " interpreter stack to n.\n\nThis limit prevents infinite recursion from causing an"
     " overflow of the C\nstack and crashing Python.  The highest possible limit is"
     " platform-\ndependent."},
    {"intern", (void *)sys_fn_intern, METHOD_O,
     "intern($module, string, /)\n--\n\n``Intern'' the given string.\n\nThis enters the string"
     " in the (global) table of interned strings whose\npurpose is to speed up dictionary"
     " lookups. Return the string itself or\nthe previously interned string object with the"
     " same value."},
    {"getdefaultencoding", (void *)sys_fn_getdefaultencoding, METHOD_NOARGS,
     "getdefaultencoding($module, /)\n--\n\nReturn the current default encoding used by the"
     " Unicode implementation."},
    {"getfilesystemencoding", (void *)sys_fn_getfilesystemencoding, METHOD_NOARGS,
     "getfilesystemencoding($module, /)\n--\n\nReturn the encoding used to convert Unicode"
     " filenames to OS filenames."},
    {"getfilesystemencodeerrors", (void *)sys_fn_getfilesystemencodeerrors, METHOD_NOARGS,
     "getfilesystemencodeerrors($module, /)\n--\n\nReturn the error mode used Unicode to OS"
     " filename conversion."},
    {"_getframe", (void *)sys_fn_getframe, METHOD_FAST,
     "_getframe($module, depth=0, /)\n--\n\nReturn a frame object from the call stack.\n\nIf"
     " optional integer depth is given, return the frame object that many\ncalls below the"
     " top of the stack.  If that is deeper than the call\nstack, ValueError is raised. "
     " The default for depth is zero, returning\nthe frame at the top of the call"
     " stack.\n\nThis function should be used for internal and specialized purposes\nonly."},
    {"displayhook", (void *)sys_fn_displayhook, METHOD_O,
     "displayhook($module, object, /)\n--\n\nPrint an object to sys.stdout and also save it"
     " in builtins._"},
    {"excepthook", (void *)sys_fn_excepthook, METHOD_FAST,
     "excepthook($module, exctype, value, traceback, /)\n--\n\nHandle an exception by"
     " displaying it with a traceback on sys.stderr."},
    {"unraisablehook", (void *)sys_fn_unraisablehook, METHOD_O,
     "unraisablehook($module, unraisable, /)\n--\n\nHandle an unraisable exception.\n\nThe"
     " unraisable argument has the following attributes:\n\n* exc_type: Exception type.\n*"
     " exc_value: Exception value, can be None.\n* exc_traceback: Exception traceback, can"
     " be None.\n* err_msg: Error message, can be None.\n* object: Object causing the"
     " exception, can be None."},
    {"getallocatedblocks", (void *)sys_fn_getallocatedblocks, METHOD_NOARGS,
     "getallocatedblocks($module, /)\n--\n\nReturn the number of memory blocks currently"
     " allocated."},
    {"_debugmallocstats", (void *)sys_fn_debugmallocstats, METHOD_NOARGS,
     "_debugmallocstats($module, /)\n--\n\nPrint summary info to stderr about the state of"
     " pymalloc's structures.\n\nIn Py_DEBUG mode, also perform some expensive internal"
     " consistency\nchecks."},
    {"get_int_max_str_digits", (void *)sys_fn_get_int_max_str_digits, METHOD_NOARGS,
     "get_int_max_str_digits($module, /)\n--\n\nReturn the maximum string digits limit for"
     " non-binary int<->str conversions."},
    {"set_int_max_str_digits", (void *)sys_fn_set_int_max_str_digits, METHOD_KEYWORDS,
     "set_int_max_str_digits($module, /, maxdigits)\n--\n\nSet the maximum string digits"
     " limit for non-binary int<->str conversions."},
    {"settrace", (void *)sys_fn_settrace, METHOD_O,
     "settrace(function)\n\nSet the global debug tracing function.  It will be called on"
     " each\nfunction call.  See the debugger chapter in the library manual."},
    {"setprofile", (void *)sys_fn_setprofile, METHOD_O,
     "setprofile(function)\n\nSet the profiling function.  It will be called on each"
     " function call\nand return.  See the profiler chapter in the library manual."},
    {"gettrace", (void *)sys_fn_gettrace, METHOD_NOARGS,
     "gettrace($module, /)\n--\n\nReturn the global debug tracing function set with"
     " sys.settrace.\n\nSee the debugger chapter in the library manual."},
    {"getprofile", (void *)sys_fn_getprofile, METHOD_NOARGS,
     "getprofile($module, /)\n--\n\nReturn the profiling function set with"
     " sys.setprofile.\n\nSee the profiler chapter in the library manual."},
    {"is_finalizing", (void *)sys_fn_is_finalizing, METHOD_NOARGS,
     "is_finalizing($module, /)\n--\n\nReturn True if Python is exiting."},
    {0},
};

const ModuleDef module_sys = {
    .name = "sys",
    .doc = "This module provides access to some objects used or maintained by the\n"
           "interpreter and to functions that interact strongly with the interpreter.",
    .functions = sys_functions,
    .fill = fill,
};

// The module builtins: functions that every program sees. Types and exceptions are added from the
// runtime's lists; functions that run code (eval, exec, compile, __import__) are in builtins_code.c.
#include "stdlib/machine/mod_builtins.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/items.h"
#include "runtime/containers/iterators.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/arithmetic.h"
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
#include "runtime/program/module.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "stdlib/host/textio.h"
#include "vm/eval.h"

// --- numbers ---

static Object *builtins_fn_abs(Object *self, Object *value)
{
    (void)self;
    return object_unary(UNARY_ABSOLUTE, value);
}

static Object *to_base(Object *value, int base)
{
    Object *index = object_to_index(value);
    if (!index)
        return NULL;
    Object *text = int_to_text(index, base, true);
    decref(index);
    return text;
}

static Object *builtins_fn_bin(Object *self, Object *value) { (void)self; return to_base(value, 2); }
static Object *builtins_fn_oct(Object *self, Object *value) { (void)self; return to_base(value, 8); }
static Object *builtins_fn_hex(Object *self, Object *value) { (void)self; return to_base(value, 16); }

static Object *builtins_fn_divmod(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (args_check_count("divmod", nargs, 2, 2) < 0)
        return NULL;
    return object_binary(BINARY_DIVMOD, args[0], args[1]);
}

static Object *builtins_fn_pow(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"base", "exp", "mod", NULL};
    static const Signature signature = {"pow", parameters, 0, 2, 3};
    Object *values[3];
    (void)self;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    return object_power(values[0], values[1], values[2] ? values[2] : object_none);
}

static Object *builtins_fn_round(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"number", "ndigits", NULL};
    static const Signature signature = {"round", parameters, 0, 1, 2};
    Object *values[2], *result;
    (void)self;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    bool has_digits = values[1] && values[1] != object_none;
    if (!call_special(values[0], NAME(round), &values[1], has_digits, &result))
        return error_format(&exc_type_error, "type %T doesn't define __round__ method", values[0]);
    return result;
}

// Adds what comes next to *sum while it is exact ints and the sum fits in 64 bits. New reference to
// the item that is left over; NULL: the end, or an exception.
static Object *add_ints(Object *iterator, UnaryFn next, int64_t *sum)
{
    Object *item, *const *items;
    int64_t more;
    size_t count = iterator_rest_borrow(iterator, &items), i = 0;
    while (i < count && IS_EXACT(items[i], INT) &&
           !__builtin_add_overflow(*sum, ((IntObject *)items[i])->value, &more)) {
        *sum = more;
        i++;
    }
    if (i > 0)
        ((ListIterObject *)iterator)->index += (int64_t)i;
    while ((item = next(iterator)) && IS_EXACT(item, INT) &&
           !__builtin_add_overflow(*sum, ((IntObject *)item)->value, &more)) {
        *sum = more;
        decref(item);
    }
    return item;
}

// The same for floats, and ints among them.
static Object *add_floats(Object *iterator, UnaryFn next, double *sum)
{
    Object *item;
    while ((item = iterator_step(iterator, next)) && (IS_EXACT(item, FLOAT) || IS_EXACT(item, INT))) {
        *sum += IS_EXACT(item, FLOAT) ? FLOAT_VALUE(item) : (double)((IntObject *)item)->value;
        decref(item);
    }
    return item;
}

// The next item that is not added to *total (which is replaced) by the loops above; NULL as there.
static Object *add_numbers(Object *iterator, UnaryFn next, Object **total)
{
    Object *item;
    if (IS_EXACT(*total, INT)) {
        int64_t sum = ((IntObject *)*total)->value;
        item = add_ints(iterator, next, &sum);
        ref_set_steal(total, int_from_int64(sum));
    } else if (IS_EXACT(*total, FLOAT)) {
        double sum = FLOAT_VALUE(*total);
        item = add_floats(iterator, next, &sum);
        ref_set_steal(total, float_new(sum));
    } else {
        return next(iterator);
    }
    if (unlikely(!*total && item)) // MemoryError
        ref_clear(&item);
    return item;
}

static Object *builtins_fn_sum(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"", "start", NULL};
    static const Signature signature = {"sum", parameters, 1, 1, 2};
    Object *values[2];
    (void)self;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    Object *start = values[1];
    if (start && IS_STR(start))
        return error_text(&exc_type_error, "sum() can't sum strings [use ''.join(seq) instead]");
    if (start && IS_EXACT(start, BYTES))
        return error_text(&exc_type_error, "sum() can't sum bytes [use b''.join(seq) instead]");
    if (start && IS_EXACT(start, BYTEARRAY))
        return error_text(&exc_type_error, "sum() can't sum bytearray [use b''.join(seq) instead]");
    Object *iterator = object_iterate(values[0]);
    if (!iterator)
        return NULL;
    Object *total = start ? new_ref(start) : int_from_int64(0), *item;
    UnaryFn next = type_of(iterator)->next;
    while (total && (item = add_numbers(iterator, next, &total))) {
        ref_set_steal(&total, object_binary(BINARY_ADD, total, item));
        decref(item);
    }
    decref(iterator);
    if (total && error_occurred()) {
        if (error_is(&exc_stop_iteration))
            error_clear();
        else
            ref_clear(&total);
    }
    return total;
}

// --- iteration ---

static Object *any_or_all(Object *iterable, int wanted)
{
    Object *iterator = object_iterate(iterable), *item;
    if (!iterator)
        return NULL;
    int truth = !wanted;
    UnaryFn next = type_of(iterator)->next;
    while (truth != wanted && (item = iterator_step(iterator, next))) {
        truth = item == object_true ? 1 : item == object_false ? 0 : object_is_true(item);
        decref(item);
        if (truth < 0)
            break;
    }
    decref(iterator);
    if (unlikely(error_occurred())) {
        if (truth < 0 || !error_is(&exc_stop_iteration))
            return NULL;
        error_clear();
    }
    return object_from_bool(truth == wanted ? wanted : !wanted);
}

static Object *builtins_fn_all(Object *self, Object *iterable) { (void)self; return any_or_all(iterable, 0); }
static Object *builtins_fn_any(Object *self, Object *iterable) { (void)self; return any_or_all(iterable, 1); }

static Object *builtins_fn_iter(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (args_check_count("iter", nargs, 1, 2) < 0)
        return NULL;
    if (nargs == 1)
        return object_iterate(args[0]);
    if (!object_is_callable(args[0]))
        return error_text(&exc_type_error, "iter(v, w): v must be callable");
    return callable_iter_new(args[0], args[1]);
}

static Object *builtins_fn_next(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (args_check_count("next", nargs, 1, 2) < 0)
        return NULL;
    UnaryFn next = type_of(args[0])->next;
    if (!next)
        return error_format(&exc_type_error, "'%T' object is not an iterator", args[0]);
    Object *item = next(args[0]);
    if (item)
        return item;
    if (nargs == 2) {
        if (error_occurred()) {
            if (!error_is(&exc_stop_iteration))
                return NULL;
            error_clear();
        }
        return new_ref(args[1]);
    }
    return error_occurred() ? NULL : error_object(&exc_stop_iteration, NULL);
}

static Object *builtins_fn_len(Object *self, Object *object)
{
    (void)self;
    int64_t length = object_length(object);
    return length < 0 ? NULL : int_from_int64(length);
}

static Object *builtins_fn_sorted(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)self;
    if (args_check_count("sorted", nargs, 1, 1) < 0)
        return NULL;
    Object *list = object_to_list(args[0]);
    if (!list)
        return NULL;
    static const char *const parameters[] = {"key", "reverse", NULL};
    static const Signature signature = {"sort", parameters, 0, 0, 0};
    Object *values[2];
    int status = args_parse(&signature, args + 1, 0, kwnames, values);
    int reverse = status == 0 && values[1] ? object_is_true(values[1]) : status;
    if (reverse >= 0)
        status = list_sort(list, values[0] == object_none ? NULL : values[0], reverse);
    if (reverse < 0 || status < 0)
        ref_clear(&list);
    return list;
}

// min() and max(): better(candidate, best) by `op`.
static Object *extreme(const char *name, Object *const *args, size_t nargs, Object *kwnames, CompareOp op)
{
    static const char *const parameters[] = {"key", "default", NULL};
    Signature signature = {name, parameters, 0, 0, 0};
    Object *values[2], *best = NULL, *best_key = NULL, *item;
    if (nargs == 0)
        return error_format(&exc_type_error, "%s expected at least 1 argument, got 0", name);
    if (args_parse(&signature, args + nargs, 0, kwnames, values) < 0)
        return NULL;
    Object *key = values[0] == object_none ? NULL : values[0];
    if (nargs > 1 && values[1])
        return error_format(&exc_type_error,
                            "Cannot specify a default for %s() with multiple positional arguments", name);
    Object *iterator = nargs == 1 ? object_iterate(args[0]) : NULL;
    if (nargs == 1 && !iterator)
        return NULL;
    UnaryFn next = iterator ? type_of(iterator)->next : NULL;
    for (size_t i = 0;; i++) {
        if (iterator)
            item = iterator_step(iterator, next);
        else
            item = i < nargs ? new_ref(args[i]) : NULL;
        if (!item)
            break;
        Object *item_key = key ? call_one(key, item) : item;
        int better = item_key ? (best ? item_compare(item_key, best_key, op) : 1) : -1;
        if (better > 0) {
            ref_set_steal(&best, item);
            if (key)
                ref_set_steal(&best_key, item_key);
            else
                best_key = item;
            continue;
        }
        decref(item);
        if (key)
            xdecref(item_key);
        if (better < 0)
            break;
    }
    xdecref(iterator);
    if (key)
        xdecref(best_key);
    if (unlikely(error_occurred())) {
        if (item || !error_is(&exc_stop_iteration)) {
            xdecref(best);
            return NULL;
        }
        error_clear();
    }
    if (best)
        return best;
    return values[1] ? new_ref(values[1]) : error_format(&exc_value_error, "%s() arg is an empty sequence", name);
}

static Object *builtins_fn_min(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)self;
    return extreme("min", args, nargs, kwnames, COMPARE_LT);
}

static Object *builtins_fn_max(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)self;
    return extreme("max", args, nargs, kwnames, COMPARE_GT);
}

// --- text ---

static Object *builtins_fn_ascii(Object *self, Object *object) { (void)self; return object_ascii(object); }
static Object *builtins_fn_repr(Object *self, Object *object)
{
    (void)self;
    if (recursion_enter(" while calling a Python object") < 0)
        return NULL;
    Object *text = object_repr(object);
    recursion_leave();
    return text;
}

static Object *builtins_fn_chr(Object *self, Object *value)
{
    (void)self;
    if (likely(IS_EXACT(value, INT) && (uint64_t)((IntObject *)value)->value <= 0x10FFFF))
        return str_from_char((uint32_t)((IntObject *)value)->value);
    Object *index = object_to_index(value);
    if (!index)
        return NULL;
    int64_t code = int_as_int64(index);
    decref(index);
    if (code != (int32_t)code || (code == -1 && error_occurred())) {
        error_clear();
        return error_text(&exc_overflow_error, "Python int too large to convert to C int");
    }
    if (code < 0 || code > 0x10FFFF)
        return error_text(&exc_value_error, "chr() arg not in range(0x110000)");
    return str_from_char((uint32_t)code);
}

static Object *builtins_fn_ord(Object *self, Object *object)
{
    (void)self;
    const uint8_t *data;
    size_t size;
    if (IS_STR(object)) {
        if (str_length(object) == 1)
            return int_from_int64(str_char_at(object, 0));
        size = str_length(object);
    } else if (bytes_view(object, &data, &size)) {
        if (size == 1)
            return int_from_int64(data[0]);
    } else {
        return error_format(&exc_type_error, "ord() expected string of length 1, but %T found", object);
    }
    return error_format(&exc_type_error, "ord() expected a character, but string of length %zu found", size);
}

static Object *builtins_fn_format(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (args_check_count("format", nargs, 1, 2) < 0)
        return NULL;
    if (nargs == 2 && !IS_STR(args[1]))
        return error_format(&exc_type_error, "format() argument 2 must be str, not %T", args[1]);
    return object_format(args[0], nargs == 2 ? args[1] : OBJECT(str_empty));
}

// sys.stdout etc.: borrowed; NULL with RuntimeError.
static Object *standard_file_borrow(Object *name)
{
    Object *file = dict_get_str_borrow(state.sys_dict, name);
    if (!file && !error_occurred())
        error_format(&exc_runtime_error, "lost sys.%U", name);
    return file;
}

static int write_to(Object *file, Object *text)
{
    if (type_of(file) == &type_textio)
        return textio_write(file, text);
    Object *result = call_method_one(file, NAME(write), text);
    xdecref(result);
    return result ? 0 : -1;
}

static int write_object(Object *file, Object *object)
{
    Object *text = IS_EXACT(object, STR) ? new_ref(object) : object_str(object);
    if (!text)
        return -1;
    int status = write_to(file, text);
    decref(text);
    return status;
}

// sep= and end=: NULL where None; -1 with TypeError.
static int check_text(Object **value, const char *name)
{
    if (*value == object_none)
        *value = NULL;
    if (!*value || IS_STR(*value))
        return 0;
    error_format(&exc_type_error, "%s must be None or a string, not %T", name, *value);
    return -1;
}

static Object *builtins_fn_print(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"sep", "end", "file", "flush", NULL};
    static const Signature signature = {"print", parameters, 0, 0, 0};
    Object *values[4] = {NULL};
    (void)self;
    if (kwnames && args_parse(&signature, args + nargs, 0, kwnames, values) < 0)
        return NULL;
    Object *file = values[2] && values[2] != object_none ? values[2] : standard_file_borrow(NAME(stdout));
    if (!file)
        return NULL;
    if (file == object_none)
        return_none;
    if (check_text(&values[0], "sep") < 0 || check_text(&values[1], "end") < 0)
        return NULL;
    int status = 0;
    incref(file);
    for (size_t i = 0; i < nargs && status == 0; i++) {
        if (i > 0)
            status = write_to(file, values[0] ? values[0] : str_from_char(' '));
        if (status == 0)
            status = write_object(file, args[i]);
    }
    if (status == 0)
        status = write_to(file, values[1] ? values[1] : str_from_char('\n'));
    int flush = status == 0 && values[3] ? object_is_true(values[3]) : 0;
    if (flush < 0)
        status = -1;
    if (flush > 0) {
        Object *result = call_method_none(file, NAME(flush));
        status = result ? 0 : -1;
        xdecref(result);
    }
    decref(file);
    return status < 0 ? NULL : object_none;
}

BuiltinsHooks builtins_hooks;

// One of the files that input() needs. NULL with RuntimeError.
static Object *input_file_borrow(Object *name)
{
    Object *file = dict_get_str_borrow(state.sys_dict, name);
    if (file && file != object_none)
        return file;
    return error_occurred() ? NULL : error_format(&exc_runtime_error, "input(): lost sys.%U", name);
}

static Object *builtins_fn_input(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (args_check_count("input", nargs, 0, 1) < 0)
        return NULL;
    Object *in = input_file_borrow(NAME(stdin)), *out = in ? input_file_borrow(NAME(stdout)) : NULL;
    if (!out || !input_file_borrow(NAME(stderr)))
        return NULL;
    if (builtins_hooks.read_line && type_of(in) == &type_textio && isatty(0) && isatty(1)) {
        Object *prompt = nargs ? object_str(args[0]) : new_ref(OBJECT(str_empty));
        Object *line = prompt ? builtins_hooks.read_line(prompt) : NULL;
        xdecref(prompt);
        return line;
    }
    incref(in);
    incref(out);
    Object *line = NULL;
    if (nargs && write_object(out, args[0]) < 0)
        goto done;
    Object *flushed = call_method_none(out, NAME(flush));
    if (!flushed)
        goto done;
    decref(flushed);
    line = type_of(in) == &type_textio ? textio_read_line(in, -1) : call_method_none(in, NAME(readline));
    if (line && !IS_STR(line)) {
        error_text(&exc_type_error, "object.readline() returned non-string");
        ref_clear(&line);
    }
    if (line) {
        size_t length = str_length(line);
        if (length == 0) {
            ref_clear(&line);
            error_text(&exc_eof_error, "EOF when reading a line");
        } else if (str_char_at(line, length - 1) == '\n') {
            ref_set_steal(&line, str_slice(line, 0, length - 1));
        }
    }
done:
    decref(in);
    decref(out);
    return line;
}

static Object *builtins_fn_open(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"file", "mode", "buffering", "encoding", "errors", "newline", "closefd",
                                             "opener", NULL};
    static const Signature signature = {"open", parameters, 0, 1, 8};
    Object *values[8];
    (void)self;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    return textio_open(values[0], values[1], values[3], values[4], values[5]);
}

// --- objects ---

static Object *builtins_fn_callable(Object *self, Object *object)
{
    (void)self;
    return object_from_bool(object_is_callable(object));
}

static Object *builtins_fn_hash(Object *self, Object *object)
{
    (void)self;
    if (recursion_enter(" while calling a Python object") < 0)
        return NULL;
    int64_t hash = object_hash(object);
    recursion_leave();
    return hash == -1 ? NULL : int_from_int64(hash);
}

static Object *builtins_fn_id(Object *self, Object *object)
{
    (void)self;
    object->flags |= FLAG_ID_TAKEN; // its box must not be reused for another value
    return int_from_pointer(object);
}

static Object *builtins_fn_isinstance(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (args_check_count("isinstance", nargs, 2, 2) < 0)
        return NULL;
    int result = object_is_instance(args[0], args[1]);
    return result < 0 ? NULL : object_from_bool(result);
}

static Object *builtins_fn_issubclass(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (args_check_count("issubclass", nargs, 2, 2) < 0)
        return NULL;
    int result = object_is_subclass(args[0], args[1]);
    return result < 0 ? NULL : object_from_bool(result);
}

static Object *builtins_fn_getattr(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (args_check_count("getattr", nargs, 2, 3) < 0)
        return NULL;
    if (!IS_STR(args[1]))
        return error_format(&exc_type_error, "attribute name must be string, not '%T'", args[1]);
    if (nargs == 2)
        return object_get_attribute(args[0], args[1]);
    Object *value = object_get_attribute_optional(args[0], args[1]);
    return value || error_occurred() ? value : new_ref(args[2]);
}

static Object *builtins_fn_hasattr(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (args_check_count("hasattr", nargs, 2, 2) < 0)
        return NULL;
    if (!IS_STR(args[1]))
        return error_format(&exc_type_error, "attribute name must be string, not '%T'", args[1]);
    int result = object_has_attribute(args[0], args[1]);
    return result < 0 ? NULL : object_from_bool(result);
}

static Object *builtins_fn_setattr(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (args_check_count("setattr", nargs, 3, 3) < 0)
        return NULL;
    if (!IS_STR(args[1]))
        return error_format(&exc_type_error, "attribute name must be string, not '%T'", args[1]);
    return object_set_attribute(args[0], args[1], args[2]) < 0 ? NULL : object_none;
}

static Object *builtins_fn_delattr(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (args_check_count("delattr", nargs, 2, 2) < 0)
        return NULL;
    if (!IS_STR(args[1]))
        return error_format(&exc_type_error, "attribute name must be string, not '%T'", args[1]);
    return object_delete_attribute(args[0], args[1]) < 0 ? NULL : object_none;
}

// --- the module ---

static const MethodDef builtins_functions[] = {
    {"abs", (void *)builtins_fn_abs, METHOD_O, "abs($module, x, /)\n--\n\nReturn the absolute value of the argument."},
    {"all", (void *)builtins_fn_all, METHOD_O,
     "all($module, iterable, /)\n--\n\nReturn True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True."},
    {"any", (void *)builtins_fn_any, METHOD_O,
     "any($module, iterable, /)\n--\n\nReturn True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False."},
    {"ascii", (void *)builtins_fn_ascii, METHOD_O, "ascii($module, obj, /)\n--\n\nReturn an ASCII-only representation of an object."},
    {"bin", (void *)builtins_fn_bin, METHOD_O, "bin($module, number, /)\n--\n\nReturn the binary representation of an integer."},
    {"callable", (void *)builtins_fn_callable, METHOD_O,
     "callable($module, obj, /)\n--\n\nReturn whether the object is callable (i.e., some kind of function)."},
    {"chr", (void *)builtins_fn_chr, METHOD_O,
     "chr($module, i, /)\n--\n\nReturn a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff."},
    {"compile", (void *)builtins_fn_compile, METHOD_KEYWORDS,
     "compile($module, /, source, filename, mode, flags=0,\n        dont_inherit=False, optimize=-1, *, _feature_version=-1)\n--\n\nCompile source into a code object that can be executed by exec() or eval()."},
    {"delattr", (void *)builtins_fn_delattr, METHOD_FAST,
     "delattr($module, obj, name, /)\n--\n\nDeletes the named attribute from the given object."},
    {"dir", (void *)builtins_fn_dir, METHOD_FAST, "dir([object]) -> list of strings"},
    {"divmod", (void *)builtins_fn_divmod, METHOD_FAST, "divmod($module, x, y, /)\n--\n\nReturn the tuple (x//y, x%y)."},
    {"eval", (void *)builtins_fn_eval, METHOD_FAST,
     "eval($module, source, globals=None, locals=None, /)\n--\n\nEvaluate the given source in the context of globals and locals."},
    {"exec", (void *)builtins_fn_exec, METHOD_KEYWORDS,
     "exec($module, source, globals=None, locals=None, /, *, closure=None)\n--\n\nExecute the given source in the context of globals and locals."},
    {"format", (void *)builtins_fn_format, METHOD_FAST,
     "format($module, value, format_spec='', /)\n--\n\nReturn type(value).__format__(value, format_spec)"},
    {"getattr", (void *)builtins_fn_getattr, METHOD_FAST, "getattr(object, name[, default]) -> value"},
    {"globals", (void *)builtins_fn_globals, METHOD_NOARGS,
     "globals($module, /)\n--\n\nReturn the dictionary containing the current scope's global variables."},
    {"hasattr", (void *)builtins_fn_hasattr, METHOD_FAST,
     "hasattr($module, obj, name, /)\n--\n\nReturn whether the object has an attribute with the given name."},
    {"hash", (void *)builtins_fn_hash, METHOD_O | METHOD_COUNTS, "hash($module, obj, /)\n--\n\nReturn the hash value for the given object."},
    {"hex", (void *)builtins_fn_hex, METHOD_O, "hex($module, number, /)\n--\n\nReturn the hexadecimal representation of an integer."},
    {"id", (void *)builtins_fn_id, METHOD_O, "id($module, obj, /)\n--\n\nReturn the identity of an object."},
    {"input", (void *)builtins_fn_input, METHOD_FAST, "input($module, prompt='', /)\n--\n\nRead a string from standard input."},
    {"isinstance", (void *)builtins_fn_isinstance, METHOD_FAST,
     "isinstance($module, obj, class_or_tuple, /)\n--\n\nReturn whether an object is an instance of a class or of a subclass thereof."},
    {"issubclass", (void *)builtins_fn_issubclass, METHOD_FAST,
     "issubclass($module, cls, class_or_tuple, /)\n--\n\nReturn whether 'cls' is derived from another class or is the same class."},
    {"iter", (void *)builtins_fn_iter, METHOD_FAST, "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator"},
    {"len", (void *)builtins_fn_len, METHOD_O, "len($module, obj, /)\n--\n\nReturn the number of items in a container."},
    {"locals", (void *)builtins_fn_locals, METHOD_NOARGS,
     "locals($module, /)\n--\n\nReturn a dictionary containing the current scope's local variables."},
    {"max", (void *)builtins_fn_max, METHOD_KEYWORDS, "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value"},
    {"min", (void *)builtins_fn_min, METHOD_KEYWORDS, "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value"},
    {"next", (void *)builtins_fn_next, METHOD_FAST, "next(iterator[, default])"},
    {"oct", (void *)builtins_fn_oct, METHOD_O, "oct($module, number, /)\n--\n\nReturn the octal representation of an integer."},
    {"open", (void *)builtins_fn_open, METHOD_KEYWORDS, "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)"},
    {"ord", (void *)builtins_fn_ord, METHOD_O, "ord($module, c, /)\n--\n\nReturn the Unicode code point for a one-character string."},
    {"pow", (void *)builtins_fn_pow, METHOD_KEYWORDS,
     "pow($module, /, base, exp, mod=None)\n--\n\nEquivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments."},
    {"print", (void *)builtins_fn_print, METHOD_KEYWORDS,
     "print($module, /, *args, sep=' ', end='\\n', file=None, flush=False)\n--\n\nPrints the values to a stream, or to sys.stdout by default."},
    {"repr", (void *)builtins_fn_repr, METHOD_O | METHOD_COUNTS,
     "repr($module, obj, /)\n--\n\nReturn the canonical string representation of the object."},
    {"round", (void *)builtins_fn_round, METHOD_KEYWORDS,
     "round($module, /, number, ndigits=None)\n--\n\nRound a number to a given precision in decimal digits."},
    {"setattr", (void *)builtins_fn_setattr, METHOD_FAST,
     "setattr($module, obj, name, value, /)\n--\n\nSets the named attribute on the given object to the specified value."},
    {"sorted", (void *)builtins_fn_sorted, METHOD_KEYWORDS,
     "sorted($module, iterable, /, *, key=None, reverse=False)\n--\n\nReturn a new list containing all items from the iterable in ascending order."},
    {"sum", (void *)builtins_fn_sum, METHOD_KEYWORDS,
     "sum($module, iterable, /, start=0)\n--\n\nReturn the sum of a 'start' value (default: 0) plus an iterable of numbers"},
    {"vars", (void *)builtins_fn_vars, METHOD_FAST, "vars([object]) -> dictionary"},
    {"__build_class__", (void *)builtins_fn_build_class, METHOD_KEYWORDS,
     "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class"},
    {"__import__", (void *)builtins_fn_import, METHOD_KEYWORDS,
     "__import__(name, globals=None, locals=None, fromlist=(), level=0) -> module"},
    {0},
};

static TypeObject *const builtin_types[] = {
    &type_bool, &type_bytearray, &type_bytes, &type_classmethod, &type_complex, &type_dict, &type_enumerate,
    &type_filter, &type_float, &type_frozenset, &type_int, &type_list, &type_map, &type_object, &type_property,
    &type_range, &type_reversed, &type_set, &type_slice, &type_staticmethod, &type_str, &type_super, &type_tuple,
    &type_type, &type_zip,
};

static TypeObject *const exceptions[] = {
#define EXCEPTION(symbol, name, base, layout, doc) &symbol,
#include "runtime/program/exception.def"
#undef EXCEPTION
};

static int fill(ModuleObject *module)
{
    for (const MethodDef *def = builtins_functions; def->name; def++)
        if (def->function == (void *)builtins_fn_len)
            special_len_def = def;
    for (size_t i = 0; i < sizeof builtin_types / sizeof *builtin_types; i++)
        if (module_add(module, builtin_types[i]->name, OBJECT(builtin_types[i])) < 0)
            return -1;
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
        if (module_add(module, exceptions[i]->name, OBJECT(exceptions[i])) < 0)
            return -1;
    static const struct {
        const char *name;
        Object *value;
    } constants[] = {
        {"None", object_none},       {"True", OBJECT(&bool_singletons[1])},   {"False", OBJECT(&bool_singletons[0])},
        {"Ellipsis", object_ellipsis}, {"NotImplemented", object_not_implemented},
        {"__debug__", OBJECT(&bool_singletons[1])},
        {"EnvironmentError", OBJECT(&exc_os_error)}, {"IOError", OBJECT(&exc_os_error)},
    };
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_add(module, constants[i].name, constants[i].value) < 0)
            return -1;
    return 0;
}

const ModuleDef module_builtins = {
    .name = "builtins",
    .doc = "Built-in functions, exceptions, and other objects.\n\n"
           "Noteworthy: None is the `nil' object; Ellipsis represents `...' in slices.",
    .functions = builtins_functions,
    .fill = fill,
};

// The methods of str: searching, padding, translation, encoding; and the method table.
// Cutting and replacing: str_split.c; case and predicates: str_case.c; format: format.c.
#include "runtime/text/str_methods.h"

#include <string.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/text/bytes.h"
#include "runtime/text/codec.h"
#include "runtime/text/format.h"
#include "runtime/text/search.h"
#include "runtime/text/str.h"
#include "runtime/text/unicode.h"

// ---- Arguments ----------------------------------------------------------------------------------

const char *text_argument_type(const Object *argument)
{
    return argument == object_none ? "None" : type_of(argument)->name;
}

int text_index_argument(Object *value, int64_t *result)
{
    if (IS_EXACT(value, INT)) {
        *result = ((IntObject *)(void *)value)->value;
        return 0;
    }
    Object *number = object_to_index(value);
    if (!number)
        return -1;
    bool fits = int_fits_int64(number, result);
    decref(number);
    if (!fits)
        error_text(&exc_overflow_error, "Python int too large to convert to C ssize_t");
    return fits ? 0 : -1;
}

// One bound of a slice; None leaves *result alone.
static int read_bound(Object *value, int64_t *result)
{
    if (!value || value == object_none)
        return 0;
    if (!IS_INT(value) && !type_of(value)->to_index) {
        error_text(&exc_type_error,
                   "slice indices must be integers or None or have an __index__ method");
        return -1;
    }
    *result = object_as_index(value, NULL);
    return *result == -1 && error_occurred() ? -1 : 0;
}

int text_slice_bounds(size_t length, Object *start_or_null, Object *end_or_null, int64_t *start,
                      int64_t *end)
{
    int64_t size = (int64_t)length;
    *start = 0;
    *end = INT64_MAX;
    if (read_bound(start_or_null, start) < 0 || read_bound(end_or_null, end) < 0)
        return -1;
    if (*end > size)
        *end = size;
    else if (*end < 0)
        *end = *end + size < 0 ? 0 : *end + size;
    if (*start < 0)
        *start = *start + size < 0 ? 0 : *start + size;
    return 0;
}

// "find() takes at least 1 argument (0 given)".
static int check_count(const char *name, size_t nargs, size_t min, size_t max)
{
    if (nargs >= min && nargs <= max)
        return 0;
    size_t limit = nargs < min ? min : max;
    error_format(&exc_type_error, "%s() takes at %s %zu argument%s (%zu given)", name,
                 nargs < min ? "least" : "most", limit, limit == 1 ? "" : "s", nargs);
    return -1;
}

static TextView view_of(const Object *str)
{
    return (TextView){STR(str)->data, str_length(str), str_kind(str)};
}

// ---- find, index, count, startswith -------------------------------------------------------------

// Reads (sub, start, end); 0 / -1.
static int parse_find(const char *name, Object *self, Object *const *args, size_t nargs,
                      int64_t *start, int64_t *end)
{
    if (check_count(name, nargs, 1, 3) < 0)
        return -1;
    if (text_slice_bounds(str_length(self), nargs > 1 ? args[1] : NULL, nargs > 2 ? args[2] : NULL,
                          start, end) < 0)
        return -1;
    if (IS_STR(args[0]))
        return 0;
    error_format(&exc_type_error, "must be str, not %T", args[0]);
    return -1;
}

// The place (-1: none), or -2 with an exception.
static int64_t find(const char *name, Object *self, Object *const *args, size_t nargs,
                    bool from_right)
{
    int64_t start, end;
    if (parse_find(name, self, args, nargs, &start, &end) < 0)
        return -2;
    if (start > end)
        return -1;
    return from_right ? search_last(view_of(self), (size_t)start, (size_t)end, view_of(args[0]))
                      : search_first(view_of(self), (size_t)start, (size_t)end, view_of(args[0]));
}

static Object *str_method_find(Object *self, Object *const *args, size_t nargs)
{
    int64_t found = find("find", self, args, nargs, false);
    return found == -2 ? NULL : int_from_int64(found);
}

static Object *str_method_rfind(Object *self, Object *const *args, size_t nargs)
{
    int64_t found = find("rfind", self, args, nargs, true);
    return found == -2 ? NULL : int_from_int64(found);
}

static Object *found_or_error(int64_t found)
{
    if (found == -1)
        return error_text(&exc_value_error, "substring not found");
    return found == -2 ? NULL : int_from_int64(found);
}

static Object *str_method_index(Object *self, Object *const *args, size_t nargs)
{
    return found_or_error(find("index", self, args, nargs, false));
}

static Object *str_method_rindex(Object *self, Object *const *args, size_t nargs)
{
    return found_or_error(find("rindex", self, args, nargs, true));
}

static Object *str_method_count(Object *self, Object *const *args, size_t nargs)
{
    int64_t start, end;
    if (parse_find("count", self, args, nargs, &start, &end) < 0)
        return NULL;
    return int_from_int64(start > end ? 0 : str_count(self, args[0], (size_t)start, (size_t)end));
}

static bool data_match(const Object *str, size_t start, const Object *sub)
{
    int kind = str_kind(str), sub_kind = str_kind(sub);
    size_t length = str_length(sub);
    if (kind == sub_kind)
        return memcmp(STR(str)->data + (start << kind), STR(sub)->data, length << kind) == 0;
    for (size_t i = 0; i < length; i++)
        if (str_char_at(str, start + i) != str_char_at(sub, i))
            return false;
    return true;
}

static bool tail_match(Object *self, Object *sub, int64_t start, int64_t end, bool at_end)
{
    int64_t length = (int64_t)str_length(sub);
    if (end - start < length)
        return false;
    return data_match(self, (size_t)(at_end ? end - length : start), sub);
}

static Object *match_affix(const char *name, Object *self, Object *const *args, size_t nargs,
                           bool at_end)
{
    int64_t start, end;
    if (check_count(name, nargs, 1, 3) < 0)
        return NULL;
    if (text_slice_bounds(str_length(self), nargs > 1 ? args[1] : NULL, nargs > 2 ? args[2] : NULL,
                          &start, &end) < 0)
        return NULL;
    if (IS_STR(args[0]))
        return object_from_bool(tail_match(self, args[0], start, end, at_end));
    if (!IS_TUPLE(args[0]))
        return error_format(&exc_type_error, "%s first arg must be str or a tuple of str, not %T",
                            name, args[0]);
    for (size_t i = 0; i < TUPLE(args[0])->count; i++) {
        Object *item = TUPLE(args[0])->items[i];
        if (!IS_STR(item))
            return error_format(&exc_type_error, "tuple for %s must only contain str, not %T", name,
                                item);
        if (tail_match(self, item, start, end, at_end))
            return object_true;
    }
    return object_false;
}

static Object *str_method_startswith(Object *self, Object *const *args, size_t nargs)
{
    return match_affix("startswith", self, args, nargs, false);
}

static Object *str_method_endswith(Object *self, Object *const *args, size_t nargs)
{
    return match_affix("endswith", self, args, nargs, true);
}

static Object *str_method_removeprefix(Object *self, Object *prefix)
{
    if (!IS_STR(prefix))
        return error_format(&exc_type_error, "removeprefix() argument must be str, not %s",
                            text_argument_type(prefix));
    size_t length = str_length(self);
    if (tail_match(self, prefix, 0, (int64_t)length, false))
        return str_slice(self, str_length(prefix), length);
    return str_exact(self);
}

static Object *str_method_removesuffix(Object *self, Object *suffix)
{
    if (!IS_STR(suffix))
        return error_format(&exc_type_error, "removesuffix() argument must be str, not %s",
                            text_argument_type(suffix));
    size_t length = str_length(self);
    if (tail_match(self, suffix, 0, (int64_t)length, true))
        return str_slice(self, 0, length - str_length(suffix));
    return str_exact(self);
}

// ---- Padding ------------------------------------------------------------------------------------

static Object *pad(Object *self, size_t left, size_t right, uint32_t fill)
{
    size_t length = str_length(self), total;
    if (left + right == 0)
        return str_exact(self);
    if (__builtin_add_overflow(length, left + right, &total) || total > STR_LENGTH_MAX)
        return error_no_memory();
    uint32_t width = str_max_char(self);
    Object *result = str_new_uninitialized(total, fill > width ? fill : width);
    if (!result)
        return NULL;
    int kind = str_kind(result);
    void *data = STR(result)->data;
    for (size_t i = 0; i < left; i++)
        str_write(data, kind, i, fill);
    str_copy_chars(data, kind, left, STR(self)->data, str_kind(self), 0, length);
    for (size_t i = left + length; i < total; i++)
        str_write(data, kind, i, fill);
    return result;
}

// Reads (width, fillchar=' '). *padding gets what is missing to the width. 0 / -1.
static int parse_pad(const char *name, Object *self, Object *const *args, size_t nargs,
                     size_t *padding, uint32_t *fill)
{
    int64_t width;
    *fill = ' ';
    if (args_check_count(name, nargs, 1, 2) < 0 || text_index_argument(args[0], &width) < 0)
        return -1;
    if (nargs == 2) {
        if (!IS_STR(args[1])) {
            error_format(&exc_type_error, "The fill character must be a unicode character, not %T",
                         args[1]);
            return -1;
        }
        if (str_length(args[1]) != 1) {
            error_text(&exc_type_error, "The fill character must be exactly one character long");
            return -1;
        }
        *fill = str_char_at(args[1], 0);
    }
    int64_t length = (int64_t)str_length(self);
    *padding = width > length ? (size_t)(width - length) : 0;
    return 0;
}

static Object *str_method_center(Object *self, Object *const *args, size_t nargs)
{
    size_t padding;
    uint32_t fill;
    if (parse_pad("center", self, args, nargs, &padding, &fill) < 0)
        return NULL;
    size_t width = padding + str_length(self);
    size_t left = padding / 2 + (padding & width & 1);
    return pad(self, left, padding - left, fill);
}

static Object *str_method_ljust(Object *self, Object *const *args, size_t nargs)
{
    size_t padding;
    uint32_t fill;
    return parse_pad("ljust", self, args, nargs, &padding, &fill) < 0 ? NULL
                                                                      : pad(self, 0, padding, fill);
}

static Object *str_method_rjust(Object *self, Object *const *args, size_t nargs)
{
    size_t padding;
    uint32_t fill;
    return parse_pad("rjust", self, args, nargs, &padding, &fill) < 0 ? NULL
                                                                      : pad(self, padding, 0, fill);
}

static Object *str_method_zfill(Object *self, Object *width_object)
{
    int64_t width, length = (int64_t)str_length(self);
    if (text_index_argument(width_object, &width) < 0)
        return NULL;
    if (width <= length)
        return str_exact(self);
    size_t padding = (size_t)(width - length);
    Object *result = pad(self, padding, 0, '0');
    if (!result || length == 0)
        return result;
    uint32_t sign = str_char_at(self, 0);
    if (sign == '+' || sign == '-') {
        str_write(STR(result)->data, str_kind(result), 0, sign);
        str_write(STR(result)->data, str_kind(result), padding, '0');
    }
    return result;
}

static const char *const expandtabs_parameters[] = {"tabsize", NULL};
static const Signature expandtabs_signature = {"expandtabs", expandtabs_parameters, 0, 0, 1};

static Object *str_method_expandtabs(Object *self, Object *const *args, size_t nargs,
                                     Object *kwnames)
{
    Object *size_object = NULL;
    int64_t tab_size = 8;
    if (args_parse(&expandtabs_signature, args, nargs, kwnames, &size_object) < 0)
        return NULL;
    if (size_object) {
        tab_size = int_as_int32(size_object);
        if (tab_size == -1 && error_occurred())
            return NULL;
    }
    StrBuilder builder;
    str_builder_init(&builder);
    size_t length = str_length(self), column = 0;
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_char_at(self, i);
        if (c == '\t') {
            size_t count = tab_size > 0 ? (size_t)tab_size - column % (size_t)tab_size : 0;
            column += count;
            if (str_builder_fill(&builder, ' ', count) < 0)
                goto fail;
            continue;
        }
        column = c == '\n' || c == '\r' ? 0 : column + 1;
        if (str_builder_char(&builder, c) < 0)
            goto fail;
    }
    return str_builder_finish(&builder);
fail:
    str_builder_free(&builder);
    return NULL;
}

// ---- translate ----------------------------------------------------------------------------------

static int add_pairs(Object *table, Object *from, Object *to)
{
    for (size_t i = 0; i < str_length(from); i++) {
        Object *key = int_from_int64(str_char_at(from, i));
        Object *value = key ? int_from_int64(str_char_at(to, i)) : NULL;
        if (!value) {
            xdecref(key);
            return -1;
        }
        if (dict_set_steal(table, key, value) < 0)
            return -1;
    }
    return 0;
}

static int add_deleted(Object *table, Object *characters)
{
    for (size_t i = 0; i < str_length(characters); i++) {
        Object *key = int_from_int64(str_char_at(characters, i));
        if (!key || dict_set_steal(table, key, object_none) < 0)
            return -1;
    }
    return 0;
}

// The dict of maketrans(dict): str keys of length 1 become ints.
static int add_mapping(Object *table, Object *mapping)
{
    size_t position = 0;
    Object *key, *value;
    while (dict_next(mapping, &position, &key, &value)) {
        if (IS_INT(key)) {
            if (dict_set(table, key, value) < 0)
                return -1;
            continue;
        }
        if (!IS_STR(key)) {
            error_text(&exc_type_error, "keys in translate table must be strings or integers");
            return -1;
        }
        if (str_length(key) != 1) {
            error_text(&exc_value_error, "string keys in translate table must be of length 1");
            return -1;
        }
        Object *code = int_from_int64(str_char_at(key, 0));
        if (!code || dict_set_steal(table, code, new_ref(value)) < 0)
            return -1;
    }
    return 0;
}

static int check_maketrans(Object *const *args, size_t nargs)
{
    if (args_check_count("maketrans", nargs, 1, 3) < 0)
        return -1;
    if (nargs == 1) {
        if (IS_EXACT(args[0], DICT))
            return 0;
        error_text(&exc_type_error, "if you give only one argument to maketrans it must be a dict");
        return -1;
    }
    for (size_t i = 1; i < nargs; i++)
        if (!IS_STR(args[i])) {
            error_format(&exc_type_error, "maketrans() argument %zu must be str, not %s", i + 1,
                         text_argument_type(args[i]));
            return -1;
        }
    if (!IS_STR(args[0]))
        error_text(&exc_type_error,
                   "first maketrans argument must be a string if there is a second argument");
    else if (str_length(args[0]) != str_length(args[1]))
        error_text(&exc_value_error, "the first two maketrans arguments must have equal length");
    else
        return 0;
    return -1;
}

static Object *str_method_maketrans(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (check_maketrans(args, nargs) < 0)
        return NULL;
    Object *table = dict_new();
    if (!table)
        return NULL;
    int result = nargs == 1 ? add_mapping(table, args[0]) : add_pairs(table, args[0], args[1]);
    if (result == 0 && nargs == 3)
        result = add_deleted(table, args[2]);
    if (result == 0)
        return table;
    decref(table);
    return NULL;
}

// table[c]: 1 and *value (new), 0 where a LookupError says "leave it", -1.
static int look_up(Object *table, uint32_t c, Object **value)
{
    Object *key = int_from_int64(c);
    if (!key)
        return -1;
    if (IS_EXACT(table, DICT)) {
        *value = dict_get(table, key);
        decref(key);
        return *value ? 1 : error_occurred() ? -1 : 0;
    }
    *value = object_subscript(table, key);
    decref(key);
    if (*value)
        return 1;
    if (!error_is(&exc_lookup_error))
        return -1;
    error_clear();
    return 0;
}

enum { TRANSLATE_UNKNOWN = -2, TRANSLATE_DELETE = -1 };

// Appends what c becomes; *single gets the character, TRANSLATE_DELETE, or stays UNKNOWN for a str.
static int append_translated(StrBuilder *builder, Object *table, uint32_t c, int32_t *single)
{
    Object *value = NULL;
    int result = look_up(table, c, &value);
    if (result <= 0) {
        *single = (int32_t)c;
        return result < 0 ? -1 : str_builder_char(builder, c);
    }
    result = -1;
    if (value == object_none) {
        *single = TRANSLATE_DELETE;
        result = 0;
    } else if (IS_INT(value)) {
        int64_t code;
        if (!int_fits_int64(value, &code) || code < 0 || code > 0x10FFFF)
            error_text(&exc_value_error, "character mapping must be in range(0x110000)");
        else {
            *single = (int32_t)code;
            result = str_builder_char(builder, (uint32_t)code);
        }
    } else if (IS_STR(value))
        result = str_builder_str(builder, value);
    else
        error_text(&exc_type_error, "character mapping must return integer, None or str");
    decref(value);
    return result;
}

static Object *str_method_translate(Object *self, Object *table)
{
    int32_t known[128]; // what each ASCII character becomes, once asked
    for (int i = 0; i < 128; i++)
        known[i] = TRANSLATE_UNKNOWN;
    StrBuilder builder;
    str_builder_init(&builder);
    size_t length = str_length(self), run_length = 0;
    char run[64]; // ASCII characters that are still to be appended
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_char_at(self, i);
        int32_t single = c < 128 ? known[c] : TRANSLATE_UNKNOWN;
        int result = 0;
        if (likely((uint32_t)single < 128 && run_length < sizeof run)) {
            run[run_length++] = (char)single;
            continue;
        }
        result = str_builder_ascii(&builder, run, run_length);
        run_length = 0;
        if (result < 0)
            single = TRANSLATE_DELETE;
        else if (single >= 0)
            result = str_builder_char(&builder, (uint32_t)single);
        else if (single == TRANSLATE_UNKNOWN) {
            result = append_translated(&builder, table, c, &single);
            if (c < 128)
                known[c] = single;
        }
        if (result < 0) {
            str_builder_free(&builder);
            return NULL;
        }
    }
    if (str_builder_ascii(&builder, run, run_length) < 0) {
        str_builder_free(&builder);
        return NULL;
    }
    return str_builder_finish(&builder);
}

// ---- The rest -----------------------------------------------------------------------------------

static const char *const encode_parameters[] = {"encoding", "errors", NULL};
static const Signature encode_signature = {"encode", encode_parameters, 0, 0, 2};

static Object *str_method_encode(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *out[2] = {NULL};
    const char *text[2] = {NULL};
    if (nargs == 0 && !kwnames)
        return str_encode_utf8(self);
    if (args_parse(&encode_signature, args, nargs, kwnames, out) < 0)
        return NULL;
    for (int i = 0; i < 2; i++) {
        if (!out[i])
            continue;
        if (!IS_STR(out[i]))
            return error_format(&exc_type_error, "encode() argument '%s' must be str, not %s",
                                encode_parameters[i], text_argument_type(out[i]));
        text[i] = str_utf8(out[i], NULL);
        if (!text[i])
            return NULL;
    }
    return str_encode(self, text[0], text[1]);
}

static Object *str_method_join(Object *self, Object *iterable)
{
    return str_join(self, iterable);
}

static Object *str_method_format(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    return format_fields(self, args, nargs, kwnames, NULL);
}

static Object *str_method_format_map(Object *self, Object *mapping)
{
    return format_fields(self, NULL, 0, NULL, mapping);
}

static Object *str_method___format__(Object *self, Object *spec)
{
    if (!IS_STR(spec))
        return error_format(&exc_type_error, "__format__() argument must be str, not %s",
                            text_argument_type(spec));
    return format_str(self, spec);
}

static Object *str_method___getnewargs__(Object *self)
{
    Object *copy = str_exact(self);
    Object *tuple = copy ? tuple_pack(1, copy) : NULL;
    xdecref(copy);
    return tuple;
}

static Object *str_method___sizeof__(Object *self)
{
    size_t size = STR_HEAD_SIZE + ((str_length(self) + 1) << str_kind(self));
    return int_from_size(IS_EXACT(self, STR) ? size
                                             : size + type_of(self)->basic_size - STR_HEAD_SIZE);
}

const MethodDef str_methods[] = {
    {"__format__", (void *)str_method___format__, METHOD_O,
     "__format__($self, format_spec, /)\n--\n\n"
     "Return a formatted version of the string as described by format_spec."},
    {"__getnewargs__", (void *)str_method___getnewargs__, METHOD_NOARGS, ""},
    {"__sizeof__", (void *)str_method___sizeof__, METHOD_NOARGS,
     "__sizeof__($self, /)\n--\n\nReturn the size of the string in memory, in bytes."},
    {"capitalize", (void *)str_method_capitalize, METHOD_NOARGS,
     "capitalize($self, /)\n--\n\nReturn a capitalized version of the string.\n\n"
     "More specifically, make the first character have upper case and the rest lower\ncase."},
    {"casefold", (void *)str_method_casefold, METHOD_NOARGS,
     "casefold($self, /)\n--\n\n"
     "Return a version of the string suitable for caseless comparisons."},
    {"center", (void *)str_method_center, METHOD_FAST,
     "center($self, width, fillchar=' ', /)\n--\n\nReturn a centered string of length width.\n"
     "\nPadding is done using the specified fill character (default is a space)."},
    {"count", (void *)str_method_count, METHOD_FAST,
     "S.count(sub[, start[, end]]) -> int\n\n"
     "Return the number of non-overlapping occurrences of substring sub in\n"
     "string S[start:end].  Optional arguments start and end are\n"
     "interpreted as in slice notation."},
    {"encode", (void *)str_method_encode, METHOD_KEYWORDS,
     "encode($self, /, encoding='utf-8', errors='strict')\n--\n\n"
     "Encode the string using the codec registered for encoding.\n\n  encoding\n"
     "    The encoding in which to encode the string.\n  errors\n"
     "    The error handling scheme to use for encoding errors.\n"
     "    The default is 'strict' meaning that encoding errors raise a\n"
     "    UnicodeEncodeError.  Other possible values are 'ignore', 'replace' and\n"
     "    'xmlcharrefreplace' as well as any other name registered with\n"
     "    codecs.register_error that can handle UnicodeEncodeErrors."},
    {"endswith", (void *)str_method_endswith, METHOD_FAST,
     "S.endswith(suffix[, start[, end]]) -> bool\n\n"
     "Return True if S ends with the specified suffix, False otherwise.\n"
     "With optional start, test S beginning at that position.\n"
     "With optional end, stop comparing S at that position.\n"
     "suffix can also be a tuple of strings to try."},
    {"expandtabs", (void *)str_method_expandtabs, METHOD_KEYWORDS,
     "expandtabs($self, /, tabsize=8)\n--\n\n"
     "Return a copy where all tab characters are expanded using spaces.\n\n"
     "If tabsize is not given, a tab size of 8 characters is assumed."},
    {"find", (void *)str_method_find, METHOD_FAST,
     "S.find(sub[, start[, end]]) -> int\n\n"
     "Return the lowest index in S where substring sub is found,\n"
     "such that sub is contained within S[start:end].  Optional\n"
     "arguments start and end are interpreted as in slice notation.\n\nReturn -1 on failure."},
    {"format", (void *)str_method_format, METHOD_KEYWORDS,
     "S.format(*args, **kwargs) -> str\n\n"
     "Return a formatted version of S, using substitutions from args and kwargs.\n"
     "The substitutions are identified by braces ('{' and '}')."},
    {"format_map", (void *)str_method_format_map, METHOD_O,
     "S.format_map(mapping) -> str\n\n"
     "Return a formatted version of S, using substitutions from mapping.\n"
     "The substitutions are identified by braces ('{' and '}')."},
    {"index", (void *)str_method_index, METHOD_FAST,
     "S.index(sub[, start[, end]]) -> int\n\n"
     "Return the lowest index in S where substring sub is found,\n"
     "such that sub is contained within S[start:end].  Optional\n"
     "arguments start and end are interpreted as in slice notation.\n\n"
     "Raises ValueError when the substring is not found."},
    {"isalnum", (void *)str_method_isalnum, METHOD_NOARGS,
     "isalnum($self, /)\n--\n\n"
     "Return True if the string is an alpha-numeric string, False otherwise.\n\n"
     "A string is alpha-numeric if all characters in the string are alpha-numeric and\n"
     "there is at least one character in the string."},
    {"isalpha", (void *)str_method_isalpha, METHOD_NOARGS,
     "isalpha($self, /)\n--\n\n"
     "Return True if the string is an alphabetic string, False otherwise.\n\n"
     "A string is alphabetic if all characters in the string are alphabetic and there\n"
     "is at least one character in the string."},
    {"isascii", (void *)str_method_isascii, METHOD_NOARGS,
     "isascii($self, /)\n--\n\n"
     "Return True if all characters in the string are ASCII, False otherwise.\n\n"
     "ASCII characters have code points in the range U+0000-U+007F.\n"
     "Empty string is ASCII too."},
    {"isdecimal", (void *)str_method_isdecimal, METHOD_NOARGS,
     "isdecimal($self, /)\n--\n\n"
     "Return True if the string is a decimal string, False otherwise.\n\n"
     "A string is a decimal string if all characters in the string are decimal and\n"
     "there is at least one character in the string."},
    {"isdigit", (void *)str_method_isdigit, METHOD_NOARGS,
     "isdigit($self, /)\n--\n\nReturn True if the string is a digit string, False otherwise.\n"
     "\nA string is a digit string if all characters in the string are digits and there\n"
     "is at least one character in the string."},
    {"isidentifier", (void *)str_method_isidentifier, METHOD_NOARGS,
     "isidentifier($self, /)\n--\n\n"
     "Return True if the string is a valid Python identifier, False otherwise.\n\n"
     "Call keyword.iskeyword(s) to test whether string s is a reserved identifier,\n"
     "such as \"def\" or \"class\"."},
    {"islower", (void *)str_method_islower, METHOD_NOARGS,
     "islower($self, /)\n--\n\n"
     "Return True if the string is a lowercase string, False otherwise.\n\n"
     "A string is lowercase if all cased characters in the string are lowercase and\n"
     "there is at least one cased character in the string."},
    {"isnumeric", (void *)str_method_isnumeric, METHOD_NOARGS,
     "isnumeric($self, /)\n--\n\n"
     "Return True if the string is a numeric string, False otherwise.\n\n"
     "A string is numeric if all characters in the string are numeric and there is at\n"
     "least one character in the string."},
    {"isprintable", (void *)str_method_isprintable, METHOD_NOARGS,
     "isprintable($self, /)\n--\n\nReturn True if the string is printable, False otherwise.\n"
     "\nA string is printable if all of its characters are considered printable in\n"
     "repr() or if it is empty."},
    {"isspace", (void *)str_method_isspace, METHOD_NOARGS,
     "isspace($self, /)\n--\n\n"
     "Return True if the string is a whitespace string, False otherwise.\n\n"
     "A string is whitespace if all characters in the string are whitespace and there\n"
     "is at least one character in the string."},
    {"istitle", (void *)str_method_istitle, METHOD_NOARGS,
     "istitle($self, /)\n--\n\n"
     "Return True if the string is a title-cased string, False otherwise.\n\n"
     "In a title-cased string, upper- and title-case characters may only\n"
     "follow uncased characters and lowercase characters only cased ones."},
    {"isupper", (void *)str_method_isupper, METHOD_NOARGS,
     "isupper($self, /)\n--\n\n"
     "Return True if the string is an uppercase string, False otherwise.\n\n"
     "A string is uppercase if all cased characters in the string are uppercase and\n"
     "there is at least one cased character in the string."},
    {"join", (void *)str_method_join, METHOD_O,
     "join($self, iterable, /)\n--\n\nConcatenate any number of strings.\n\n"
     "The string whose method is called is inserted in between each given string.\n"
     "The result is returned as a new string.\n\n"
     "Example: '.'.join(['ab', 'pq', 'rs']) -> 'ab.pq.rs'"},
    {"ljust", (void *)str_method_ljust, METHOD_FAST,
     "ljust($self, width, fillchar=' ', /)\n--\n\n"
     "Return a left-justified string of length width.\n\n"
     "Padding is done using the specified fill character (default is a space)."},
    {"lower", (void *)str_method_lower, METHOD_NOARGS,
     "lower($self, /)\n--\n\nReturn a copy of the string converted to lowercase."},
    {"lstrip", (void *)str_method_lstrip, METHOD_FAST,
     "lstrip($self, chars=None, /)\n--\n\n"
     "Return a copy of the string with leading whitespace removed.\n\n"
     "If chars is given and not None, remove characters in chars instead."},
    {"maketrans", (void *)str_method_maketrans, METHOD_FAST | METHOD_STATIC,
     "maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)\n--\n\n"
     "Return a translation table usable for str.translate().\n\n"
     "If there is only one argument, it must be a dictionary mapping Unicode\n"
     "ordinals (integers) or characters to Unicode ordinals, strings or None.\n"
     "Character keys will be then converted to ordinals.\n"
     "If there are two arguments, they must be strings of equal length, and\n"
     "in the resulting dictionary, each character in x will be mapped to the\n"
     "character at the same position in y. If there is a third argument, it\n"
     "must be a string, whose characters will be mapped to None in the result."},
    {"partition", (void *)str_method_partition, METHOD_O,
     "partition($self, sep, /)\n--\n\n"
     "Partition the string into three parts using the given separator.\n\n"
     "This will search for the separator in the string.  If the separator is found,\n"
     "returns a 3-tuple containing the part before the separator, the separator\n"
     "itself, and the part after it.\n\n"
     "If the separator is not found, returns a 3-tuple containing the original string\n"
     "and two empty strings."},
    {"removeprefix", (void *)str_method_removeprefix, METHOD_O,
     "removeprefix($self, prefix, /)\n--\n\n"
     "Return a str with the given prefix string removed if present.\n\n"
     "If the string starts with the prefix string, return string[len(prefix):].\n"
     "Otherwise, return a copy of the original string."},
    {"removesuffix", (void *)str_method_removesuffix, METHOD_O,
     "removesuffix($self, suffix, /)\n--\n\n"
     "Return a str with the given suffix string removed if present.\n\n"
     "If the string ends with the suffix string and that suffix is not empty,\n"
     "return string[:-len(suffix)]. Otherwise, return a copy of the original\nstring."},
    {"replace", (void *)str_method_replace, METHOD_FAST,
     "replace($self, old, new, count=-1, /)\n--\n\n"
     "Return a copy with all occurrences of substring old replaced by new.\n\n  count\n"
     "    Maximum number of occurrences to replace.\n"
     "    -1 (the default value) means replace all occurrences.\n\n"
     "If the optional argument count is given, only the first count occurrences are\nreplaced."},
    {"rfind", (void *)str_method_rfind, METHOD_FAST,
     "S.rfind(sub[, start[, end]]) -> int\n\n"
     "Return the highest index in S where substring sub is found,\n"
     "such that sub is contained within S[start:end].  Optional\n"
     "arguments start and end are interpreted as in slice notation.\n\nReturn -1 on failure."},
    {"rindex", (void *)str_method_rindex, METHOD_FAST,
     "S.rindex(sub[, start[, end]]) -> int\n\n"
     "Return the highest index in S where substring sub is found,\n"
     "such that sub is contained within S[start:end].  Optional\n"
     "arguments start and end are interpreted as in slice notation.\n\n"
     "Raises ValueError when the substring is not found."},
    {"rjust", (void *)str_method_rjust, METHOD_FAST,
     "rjust($self, width, fillchar=' ', /)\n--\n\n"
     "Return a right-justified string of length width.\n\n"
     "Padding is done using the specified fill character (default is a space)."},
    {"rpartition", (void *)str_method_rpartition, METHOD_O,
     "rpartition($self, sep, /)\n--\n\n"
     "Partition the string into three parts using the given separator.\n\n"
     "This will search for the separator in the string, starting at the end. If\n"
     "the separator is found, returns a 3-tuple containing the part before the\n"
     "separator, the separator itself, and the part after it.\n\n"
     "If the separator is not found, returns a 3-tuple containing two empty strings\n"
     "and the original string."},
    {"rsplit", (void *)str_method_rsplit, METHOD_KEYWORDS,
     "rsplit($self, /, sep=None, maxsplit=-1)\n--\n\n"
     "Return a list of the substrings in the string, using sep as the separator string.\n\n"
     "  sep\n    The separator used to split the string.\n\n"
     "    When set to None (the default value), will split on any whitespace\n"
     "    character (including \\\\n \\\\r \\\\t \\\\f and spaces) and will discard\n"
     "    empty strings from the result.\n  maxsplit\n"
     "    Maximum number of splits (starting from the left).\n"
     "    -1 (the default value) means no limit.\n\n"
     "Splitting starts at the end of the string and works to the front."},
    {"rstrip", (void *)str_method_rstrip, METHOD_FAST,
     "rstrip($self, chars=None, /)\n--\n\n"
     "Return a copy of the string with trailing whitespace removed.\n\n"
     "If chars is given and not None, remove characters in chars instead."},
    {"split", (void *)str_method_split, METHOD_KEYWORDS,
     "split($self, /, sep=None, maxsplit=-1)\n--\n\n"
     "Return a list of the substrings in the string, using sep as the separator string.\n\n"
     "  sep\n    The separator used to split the string.\n\n"
     "    When set to None (the default value), will split on any whitespace\n"
     "    character (including \\\\n \\\\r \\\\t \\\\f and spaces) and will discard\n"
     "    empty strings from the result.\n  maxsplit\n"
     "    Maximum number of splits (starting from the left).\n"
     "    -1 (the default value) means no limit.\n\n"
     "Note, str.split() is mainly useful for data that has been intentionally\n"
     "delimited.  With natural text that includes punctuation, consider using\n"
     "the regular expression module."},
    {"splitlines", (void *)str_method_splitlines, METHOD_KEYWORDS,
     "splitlines($self, /, keepends=False)\n--\n\n"
     "Return a list of the lines in the string, breaking at line boundaries.\n\n"
     "Line breaks are not included in the resulting list unless keepends is given and\ntrue."},
    {"startswith", (void *)str_method_startswith, METHOD_FAST,
     "S.startswith(prefix[, start[, end]]) -> bool\n\n"
     "Return True if S starts with the specified prefix, False otherwise.\n"
     "With optional start, test S beginning at that position.\n"
     "With optional end, stop comparing S at that position.\n"
     "prefix can also be a tuple of strings to try."},
    {"strip", (void *)str_method_strip, METHOD_FAST,
     "strip($self, chars=None, /)\n--\n\n"
     "Return a copy of the string with leading and trailing whitespace removed.\n\n"
     "If chars is given and not None, remove characters in chars instead."},
    {"swapcase", (void *)str_method_swapcase, METHOD_NOARGS,
     "swapcase($self, /)\n--\n\n"
     "Convert uppercase characters to lowercase and lowercase characters to uppercase."},
    {"title", (void *)str_method_title, METHOD_NOARGS,
     "title($self, /)\n--\n\nReturn a version of the string where each word is titlecased.\n\n"
     "More specifically, words start with uppercased characters and all remaining\n"
     "cased characters have lower case."},
    {"translate", (void *)str_method_translate, METHOD_O,
     "translate($self, table, /)\n--\n\n"
     "Replace each character in the string using the given translation table.\n\n  table\n"
     "    Translation table, which must be a mapping of Unicode ordinals to\n"
     "    Unicode ordinals, strings, or None.\n\n"
     "The table must implement lookup/indexing via __getitem__, for instance a\n"
     "dictionary or list.  If this operation raises LookupError, the character is\n"
     "left untouched.  Characters mapped to None are deleted."},
    {"upper", (void *)str_method_upper, METHOD_NOARGS,
     "upper($self, /)\n--\n\nReturn a copy of the string converted to uppercase."},
    {"zfill", (void *)str_method_zfill, METHOD_O,
     "zfill($self, width, /)\n--\n\n"
     "Pad a numeric string with zeros on the left, to fill a field of the given width.\n\n"
     "The string is never truncated."},
    {0},
};

// Case mapping and the is... predicates of str. ASCII text takes eight characters a step; other text maps character by character into a StrBuilder. Read map_case first.
#include <string.h>

#include "runtime/model/singletons.h"
#include "runtime/text/str.h"
#include "runtime/text/str_methods.h"
#include "runtime/text/unicode.h"

typedef int (*CaseMap)(uint32_t c, uint32_t out[3]);

static inline bool ascii_is_lower(uint8_t c)
{
    return (uint8_t)(c - 'a') < 26;
}
static inline bool ascii_is_upper(uint8_t c)
{
    return (uint8_t)(c - 'A') < 26;
}
static inline bool ascii_is_alpha(uint8_t c)
{
    return ascii_is_lower(c | 0x20);
}
static inline uint8_t ascii_lower(uint8_t c)
{
    return (uint8_t)(c | ascii_is_upper(c) << 5);
}
static inline uint8_t ascii_upper(uint8_t c)
{
    return (uint8_t)(c & ~(ascii_is_lower(c) << 5));
}

static Object *new_ascii(Object *self)
{
    return str_new_uninitialized(str_length(self), 0x7F);
}

// A copy of an ASCII str with the letters from `first` (a or A) to `first` + 25 in the other case.
static Object *flip_ascii(Object *self, uint8_t first)
{
    const uint64_t ones = 0x0101010101010101u, from_first = (0x80u - first) * ones, beyond = from_first - 26 * ones;
    Object *result = new_ascii(self);
    if (!result)
        return NULL;
    const uint8_t *from = STR(self)->data;
    uint8_t *to = STR(result)->data;
    size_t length = str_length(self), i = 0;
    for (; i + 8 <= length; i += 8) { // all bytes are below 0x80: none carries into the next
        uint64_t word;
        memcpy(&word, from + i, 8);
        word ^= (((word + from_first) & ~(word + beyond)) & 0x80 * ones) >> 2;
        memcpy(to + i, &word, 8);
    }
    for (; i < length; i++)
        to[i] = (uint8_t)(from[i] ^ ((uint8_t)(from[i] - first) < 26) << 5);
    return result;
}

// ---- Text beyond ASCII --------------------------------------------------------------------------

// A capital sigma at the end of a word becomes U+03C2.
static uint32_t lower_sigma(Object *str, size_t index)
{
    size_t length = str_length(str), i = index;
    uint32_t flags = 0;
    while (i > 0 && (flags = unicode_flags(str_char_at(str, i - 1))) & UNICODE_CASE_IGNORABLE)
        i--;
    if (i == 0 || !(flags & UNICODE_CASED))
        return 0x3C3;
    i = index + 1;
    while (i < length && (flags = unicode_flags(str_char_at(str, i))) & UNICODE_CASE_IGNORABLE)
        i++;
    return i == length || !(flags & UNICODE_CASED) ? 0x3C2 : 0x3C3;
}

static int append_mapped(StrBuilder *builder, Object *str, size_t index, CaseMap map)
{
    uint32_t c = str_char_at(str, index), out[3];
    if (map == unicode_to_lower && c == 0x3A3)
        return str_builder_char(builder, lower_sigma(str, index));
    int count = map(c, out);
    for (int i = 0; i < count; i++)
        if (str_builder_char(builder, out[i]) < 0)
            return -1;
    return 0;
}

typedef enum CaseStyle { CASE_ALL, CASE_CAPITALIZE, CASE_TITLE, CASE_SWAP } CaseStyle;

static int keep_case(uint32_t c, uint32_t out[3])
{
    out[0] = c;
    return 1;
}

static Object *map_case(Object *self, CaseStyle style, CaseMap map)
{
    StrBuilder builder;
    str_builder_init(&builder);
    size_t length = str_length(self);
    if (str_builder_reserve(&builder, length, 0) < 0)
        return NULL;
    bool was_cased = false;
    for (size_t i = 0; i < length; i++) {
        CaseMap here = map;
        if (style == CASE_CAPITALIZE)
            here = i == 0 ? unicode_to_title : unicode_to_lower;
        else if (style != CASE_ALL) {
            uint32_t flags = unicode_flags(str_char_at(self, i));
            if (style == CASE_TITLE)
                here = was_cased ? unicode_to_lower : unicode_to_title;
            else
                here = flags & UNICODE_UPPER   ? unicode_to_lower
                       : flags & UNICODE_LOWER ? unicode_to_upper
                                               : keep_case;
            was_cased = flags & UNICODE_CASED;
        }
        if (append_mapped(&builder, self, i, here) < 0) {
            str_builder_free(&builder);
            return NULL;
        }
    }
    return str_builder_finish(&builder);
}

// ---- Case methods -------------------------------------------------------------------------------

Object *str_method_upper(Object *self)
{
    if (!str_is_ascii(self))
        return map_case(self, CASE_ALL, unicode_to_upper);
    return flip_ascii(self, 'a');
}

Object *str_method_lower(Object *self)
{
    if (!str_is_ascii(self))
        return map_case(self, CASE_ALL, unicode_to_lower);
    return flip_ascii(self, 'A');
}

Object *str_method_casefold(Object *self)
{
    return str_is_ascii(self) ? str_method_lower(self) : map_case(self, CASE_ALL, unicode_to_fold);
}

Object *str_method_title(Object *self)
{
    if (!str_is_ascii(self))
        return map_case(self, CASE_TITLE, NULL);
    Object *result = new_ascii(self);
    bool was_cased = false;
    if (result)
        for (size_t i = 0, length = str_length(self); i < length; i++) {
            uint8_t c = STR(self)->data[i];
            STR(result)->data[i] = was_cased ? ascii_lower(c) : ascii_upper(c);
            was_cased = ascii_is_alpha(c);
        }
    return result;
}

Object *str_method_capitalize(Object *self)
{
    if (!str_is_ascii(self))
        return map_case(self, CASE_CAPITALIZE, NULL);
    Object *result = str_method_lower(self);
    if (result && str_length(self))
        STR(result)->data[0] = ascii_upper(STR(self)->data[0]);
    return result;
}

Object *str_method_swapcase(Object *self)
{
    if (!str_is_ascii(self))
        return map_case(self, CASE_SWAP, NULL);
    Object *result = new_ascii(self);
    if (result)
        for (size_t i = 0, length = str_length(self); i < length; i++) {
            uint8_t c = STR(self)->data[i];
            STR(result)->data[i] = (uint8_t)(c ^ ascii_is_alpha(c) << 5);
        }
    return result;
}

// ---- Predicates ---------------------------------------------------------------------------------

// Whether each character has one of the flags.
static bool all_have(const Object *str, uint32_t flags)
{
    size_t length = str_length(str);
    int kind = str_kind(str);
    const void *data = STR(str)->data;
    if (kind == 0) {
        for (size_t i = 0; i < length; i++)
            if (!(unicode_latin1_flags[((const uint8_t *)data)[i]] & flags))
                return false;
        return true;
    }
    for (size_t i = 0; i < length; i++)
        if (!(unicode_flags(str_read(data, kind, i)) & flags))
            return false;
    return true;
}

static Object *check_all(const Object *str, uint32_t flags)
{
    return object_from_bool(str_length(str) > 0 && all_have(str, flags));
}

Object *str_method_isalnum(Object *self)
{
    return check_all(self, UNICODE_ALNUM);
}
Object *str_method_isalpha(Object *self)
{
    return check_all(self, UNICODE_ALPHA);
}
Object *str_method_isdecimal(Object *self)
{
    return check_all(self, UNICODE_DECIMAL);
}
Object *str_method_isdigit(Object *self)
{
    return check_all(self, UNICODE_DIGIT);
}
Object *str_method_isnumeric(Object *self)
{
    return check_all(self, UNICODE_NUMERIC);
}
Object *str_method_isspace(Object *self)
{
    return check_all(self, UNICODE_SPACE);
}

Object *str_method_isprintable(Object *self)
{
    return object_from_bool(all_have(self, UNICODE_PRINTABLE));
}

Object *str_method_isascii(Object *self)
{
    return object_from_bool(str_is_ascii(self));
}

bool str_is_identifier(const Object *str)
{
    return str_length(str) > 0 && unicode_is_xid_start(str_char_at(str, 0)) &&
           all_have(str, UNICODE_XID_CONTINUE);
}

Object *str_method_isidentifier(Object *self)
{
    return object_from_bool(str_is_identifier(self));
}

// At least one character with `wanted`, none with `refused`.
static Object *check_case(Object *self, uint32_t wanted, uint32_t refused)
{
    bool has_wanted = false;
    for (size_t i = 0, length = str_length(self); i < length; i++) {
        uint32_t flags = unicode_flags(str_char_at(self, i));
        if (flags & refused)
            return object_false;
        has_wanted |= (flags & wanted) != 0;
    }
    return object_from_bool(has_wanted);
}

Object *str_method_islower(Object *self)
{
    return check_case(self, UNICODE_LOWER, UNICODE_UPPER | UNICODE_TITLE);
}

Object *str_method_isupper(Object *self)
{
    return check_case(self, UNICODE_UPPER, UNICODE_LOWER | UNICODE_TITLE);
}

Object *str_method_istitle(Object *self)
{
    bool has_cased = false, was_cased = false;
    for (size_t i = 0, length = str_length(self); i < length; i++) {
        uint32_t flags = unicode_flags(str_char_at(self, i));
        bool starts = flags & (UNICODE_UPPER | UNICODE_TITLE), goes_on = flags & UNICODE_LOWER;
        if (starts ? was_cased : goes_on && !was_cased)
            return object_false;
        was_cased = starts || goes_on;
        has_cased |= was_cased;
    }
    return object_from_bool(has_cased);
}

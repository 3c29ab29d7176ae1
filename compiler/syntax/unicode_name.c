// CPython normalises names to NFKC. Adder has no normaliser, so a name that might change is
// refused: it never means another name than in CPython.
#include "compiler/syntax/unicode_name.h"

#include "runtime/base/utf8.h"
#include "runtime/text/unicode.h"

typedef struct NameRange {
    uint32_t first;
    uint32_t last : 31;
    uint32_t is_mark : 1;
} NameRange;

#define U(first, last) {first, last, 0},
#define M(first, last) {first, last, 1},
static const NameRange ranges[] = {
#include "compiler/syntax/unicode_name.def"
};
#undef U
#undef M

static const NameRange *find_range(uint32_t character)
{
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (ranges[middle].last < character)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found = low < sizeof ranges / sizeof *ranges && ranges[low].first <= character;
    return is_found ? &ranges[low] : NULL;
}

NameVerdict unicode_name_check(const char *text, size_t byte_size, uint32_t *character,
                               size_t *end_offset)
{
    const char *next = text, *end = text + byte_size;
    bool is_stable = true, is_behind_mark = false;
    while (next < end) {
        bool is_first = next == text;
        next += utf8_decode_valid(next, character);
        *end_offset = (size_t)(next - text);
        bool is_ok = *character == '_' || (is_first ? unicode_is_xid_start(*character)
                                                    : unicode_is_xid_continue(*character));
        if (!is_ok)
            return NAME_INVALID;
        const NameRange *range = find_range(*character);
        if (range && (!range->is_mark || is_behind_mark))
            is_stable = false;
        is_behind_mark = range && range->is_mark;
    }
    return is_stable ? NAME_OK : NAME_UNSTABLE;
}

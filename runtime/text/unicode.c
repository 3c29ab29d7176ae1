// Character properties, from unicode_data.def (printed by scripts/make_unicode.py). Characters are
// runs with equal records: a table of run starts is searched from where the character's page begins.
// Read find_run first.
#include "runtime/text/unicode.h"

#include <stddef.h>

#include "runtime/base/assert.h"

typedef struct UnicodeRecord {
    int32_t flags, upper, lower, title; // offsets to the simple mappings
} UnicodeRecord;

typedef struct UnicodeSpecial {
    uint32_t character;
    uint32_t mapping[4][3]; // upper, title, lower, fold; 0 behind the last
} UnicodeSpecial;

enum { RECORD_BITS = 11, MAP_UPPER = 0, MAP_TITLE, MAP_LOWER, MAP_FOLD };

#define LATIN1(flags) flags,
const uint16_t unicode_latin1_flags[256] = {
#include "runtime/text/unicode_data.def"
};
#undef LATIN1

#define RECORD(flags_, upper_, lower_, title_)                                                     \
    {.flags = flags_, .upper = upper_, .lower = lower_, .title = title_},
static const UnicodeRecord records[] = {
#include "runtime/text/unicode_data.def"
};
#undef RECORD

#define RANGE(start, record) ((uint32_t)(start) << RECORD_BITS | (record)),
static const uint32_t runs[] = {
#include "runtime/text/unicode_data.def"
};
#undef RANGE

#define SPECIAL(character, u0, u1, u2, t0, t1, t2, l0, l1, l2, f0, f1, f2)                         \
    {character, {{u0, u1, u2}, {t0, t1, t2}, {l0, l1, l2}, {f0, f1, f2}}},
static const UnicodeSpecial specials[] = {
#include "runtime/text/unicode_data.def"
};
#undef SPECIAL

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
_Static_assert(COUNT(records) < 1 << RECORD_BITS, "a record's number fits beside the run's start");

static uint32_t run_start(size_t index)
{
    return runs[index] >> RECORD_BITS;
}

// The run that holds the first character of each page, and one page behind the last: filled when text
// beyond Latin-1 is first asked about.
enum { PAGE_BITS = 7, PAGE_COUNT = 0x110000 >> PAGE_BITS };
static uint16_t page_run[PAGE_COUNT + 1];
_Static_assert(COUNT(runs) <= UINT16_MAX, "a run's number fits a page's entry");

static void fill_pages(void)
{
    size_t run = 0;
    for (uint32_t page = 0; page < PAGE_COUNT; page++) {
        while (run + 1 < COUNT(runs) && run_start(run + 1) <= page << PAGE_BITS)
            run++;
        page_run[page] = (uint16_t)run;
    }
    page_run[PAGE_COUNT] = COUNT(runs) - 1;
}

// Index of the run that holds a character.
static size_t find_run(uint32_t c)
{
    if (unlikely(!page_run[PAGE_COUNT]))
        fill_pages();
    size_t page = c >> PAGE_BITS;
    size_t low = page_run[page], high = page_run[page + 1] + 1u; // run_start(low) <= c < run_start(high)
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (run_start(middle) <= c)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static const UnicodeRecord *record_of(size_t run)
{
    return &records[runs[run] & ((1u << RECORD_BITS) - 1)];
}

uint32_t unicode_flags_wide(uint32_t c)
{
    return (uint32_t)record_of(find_run(c))->flags;
}

int unicode_decimal_value(uint32_t c)
{
    if (c < 0x80)
        return c >= '0' && c <= '9' ? (int)(c - '0') : -1;
    size_t run = find_run(c);
    if (!(record_of(run)->flags & UNICODE_DECIMAL))
        return -1;
    return (int)((c - run_start(run)) % 10); // runs of digits start with a zero
}

static int map_special(uint32_t c, int mapping, uint32_t out[3])
{
    size_t low = 0, high = COUNT(specials);
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (specials[middle].character <= c)
            low = middle;
        else
            high = middle;
    }
    const uint32_t *to = specials[low].mapping[mapping];
    int count = 0;
    while (count < 3 && to[count]) {
        out[count] = to[count];
        count++;
    }
    return count;
}

static int map(uint32_t c, int mapping, uint32_t out[3])
{
    if (c < 0x80) {
        bool is_up = mapping == MAP_UPPER || mapping == MAP_TITLE;
        out[0] = c ^ (uint32_t)(c - (is_up ? 'a' : 'A') < 26) << 5;
        return 1;
    }
    const UnicodeRecord *record = record_of(find_run(c));
    if (record->flags & UNICODE_SPECIAL_CASE)
        return map_special(c, mapping, out);
    int32_t offset = mapping == MAP_UPPER   ? record->upper
                     : mapping == MAP_TITLE ? record->title
                                            : record->lower;
    out[0] = c + (uint32_t)offset;
    return 1;
}

int unicode_to_upper(uint32_t c, uint32_t out[3])
{
    return map(c, MAP_UPPER, out);
}

int unicode_to_title(uint32_t c, uint32_t out[3])
{
    return map(c, MAP_TITLE, out);
}

int unicode_to_lower(uint32_t c, uint32_t out[3])
{
    return map(c, MAP_LOWER, out);
}

int unicode_to_fold(uint32_t c, uint32_t out[3])
{
    return map(c, MAP_FOLD, out);
}

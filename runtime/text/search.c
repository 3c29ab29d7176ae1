// Substring search. One-byte data goes to libc's vectorised memchr, memrchr and memmem (two-way,
// linear); wider data scans for the first character and compares. Read search_first first.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // memmem, memrchr
#endif
#include "runtime/text/search.h"

#include <stdbool.h>
#include <string.h>

typedef const uint8_t *Bytes;

static const void *item_address(TextView view, size_t index)
{
    return (Bytes)view.data + (index << view.kind);
}

#define DEFINE_SEARCH(name, HayType, NeedleType)                                                   \
    static bool match_##name(const HayType *hay, const NeedleType *needle, size_t length)          \
    {                                                                                              \
        for (size_t i = 1; i < length; i++)                                                        \
            if (hay[i] != needle[i])                                                               \
                return false;                                                                      \
        return true;                                                                               \
    }                                                                                              \
    static int64_t first_##name(const HayType *hay, size_t start, size_t last,                     \
                                const NeedleType *needle, size_t length)                           \
    {                                                                                              \
        for (size_t i = start; i <= last; i++)                                                     \
            if (hay[i] == needle[0] && match_##name(hay + i, needle, length))                      \
                return (int64_t)i;                                                                 \
        return -1;                                                                                 \
    }                                                                                              \
    static int64_t last_##name(const HayType *hay, size_t start, size_t last,                      \
                               const NeedleType *needle, size_t length)                            \
    {                                                                                              \
        for (size_t i = last + 1; i-- > start;)                                                    \
            if (hay[i] == needle[0] && match_##name(hay + i, needle, length))                      \
                return (int64_t)i;                                                                 \
        return -1;                                                                                 \
    }

DEFINE_SEARCH(21, uint16_t, uint8_t)
DEFINE_SEARCH(22, uint16_t, uint16_t)
DEFINE_SEARCH(41, uint32_t, uint8_t)
DEFINE_SEARCH(42, uint32_t, uint16_t)
DEFINE_SEARCH(44, uint32_t, uint32_t)

static int64_t first_wide(TextView hay, size_t start, size_t last, TextView needle)
{
    switch (hay.kind * 4 + needle.kind) {
    case 4:
        return first_21(hay.data, start, last, needle.data, needle.length);
    case 5:
        return first_22(hay.data, start, last, needle.data, needle.length);
    case 8:
        return first_41(hay.data, start, last, needle.data, needle.length);
    case 9:
        return first_42(hay.data, start, last, needle.data, needle.length);
    default:
        return first_44(hay.data, start, last, needle.data, needle.length);
    }
}

static int64_t last_wide(TextView hay, size_t start, size_t last, TextView needle)
{
    switch (hay.kind * 4 + needle.kind) {
    case 4:
        return last_21(hay.data, start, last, needle.data, needle.length);
    case 5:
        return last_22(hay.data, start, last, needle.data, needle.length);
    case 8:
        return last_41(hay.data, start, last, needle.data, needle.length);
    case 9:
        return last_42(hay.data, start, last, needle.data, needle.length);
    default:
        return last_44(hay.data, start, last, needle.data, needle.length);
    }
}

// One-byte data: candidates by memchr on the needle's first byte; memmem, which is linear whatever
// the data but slow to start, takes over when many of them were wrong.
static Bytes first_narrow(Bytes from, size_t size, Bytes needle, size_t length)
{
    Bytes last = from + (size - length);
    for (int tries = 0; tries < 16; tries++) {
        from = memchr(from, needle[0], (size_t)(last - from) + 1);
        if (!from || (from[length - 1] == needle[length - 1] && memcmp(from, needle, length) == 0))
            return from;
        if (++from > last)
            return NULL;
    }
    return memmem(from, (size_t)(last - from) + length, needle, length);
}

int64_t search_first(TextView hay, size_t start, size_t end, TextView needle)
{
    if (needle.length > end - start || needle.kind > hay.kind)
        return -1;
    if (needle.length == 0)
        return (int64_t)start;
    if (hay.kind)
        return first_wide(hay, start, end - needle.length, needle);
    const uint8_t *from = item_address(hay, start), *found;
    if (needle.length == 1)
        found = memchr(from, *(Bytes)needle.data, end - start);
    else
        found = first_narrow(from, end - start, needle.data, needle.length);
    return found ? (int64_t)(found - (Bytes)hay.data) : -1;
}

// One-byte data from the right: candidates by memrchr on the needle's first byte.
static int64_t last_narrow(TextView hay, size_t start, size_t end, TextView needle)
{
    Bytes data = hay.data, wanted = needle.data;
    size_t candidates = end - needle.length + 1 - start;
    while (candidates > 0) {
        const uint8_t *found = memrchr(data + start, wanted[0], candidates);
        if (!found)
            return -1;
        if (memcmp(found, wanted, needle.length) == 0)
            return (int64_t)(found - data);
        candidates = (size_t)(found - (data + start));
    }
    return -1;
}

int64_t search_last(TextView hay, size_t start, size_t end, TextView needle)
{
    if (needle.length > end - start || needle.kind > hay.kind)
        return -1;
    if (needle.length == 0)
        return (int64_t)end;
    if (hay.kind)
        return last_wide(hay, start, end - needle.length, needle);
    return last_narrow(hay, start, end, needle);
}

static size_t count_byte(Bytes data, size_t size, uint8_t byte, size_t limit)
{
    size_t count = 0;
    if (limit >= size) {
        for (size_t i = 0; i < size; i++) // vectorised by the compiler
            count += data[i] == byte;
        return count;
    }
    for (Bytes end = data + size;
         count < limit && (data = memchr(data, byte, (size_t)(end - data)));)
        count++, data++;
    return count;
}

size_t search_count(TextView hay, size_t start, size_t end, TextView needle, size_t limit)
{
    if (needle.length == 0)
        return end - start + 1 < limit ? end - start + 1 : limit;
    if (hay.kind == 0 && needle.kind == 0 && needle.length == 1)
        return count_byte(item_address(hay, start), end - start, *(Bytes)needle.data, limit);
    size_t count = 0;
    while (count < limit) {
        int64_t found = search_first(hay, start, end, needle);
        if (found < 0)
            break;
        count++;
        start = (size_t)found + needle.length;
    }
    return count;
}

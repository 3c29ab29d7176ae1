// Substring search in str and bytes data of any width.
#ifndef ADDER_RUNTIME_TEXT_SEARCH_H
#define ADDER_RUNTIME_TEXT_SEARCH_H

#include <stddef.h>
#include <stdint.h>

// Data of `length` items of 1 << kind bytes.
typedef struct TextView {
    const void *data;
    size_t length;
    int kind;
} TextView;

// First / last place of `needle` in items [start, end) of `hay`, or -1. An empty needle is found at
// `start` / `end`. start <= end <= hay.length.
int64_t search_first(TextView hay, size_t start, size_t end, TextView needle);
int64_t search_last(TextView hay, size_t start, size_t end, TextView needle);
// Number of places that do not overlap, at most `limit`.
size_t search_count(TextView hay, size_t start, size_t end, TextView needle, size_t limit);

#endif

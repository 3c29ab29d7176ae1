// Tokens within a line: names, numbers, strings, operators.
#include "compiler/syntax/parse.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "runtime/model/error.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}

TestSuite(lexer, .init = start);

// Dump of the first tokens, without the NEWLINE and ENDMARKER at the end.
static bool scans_as(const char *source, const char *expected)
{
    Object *filename = str_from_text("<test>");
    Object *dump = parse_token_dump(source, strlen(source), filename, PARSE_FROM_STR);
    decref(filename);
    if (!dump) {
        error_clear();
        return !expected;
    }
    bool is_equal = expected && strncmp(str_utf8(dump, NULL), expected, strlen(expected)) == 0;
    decref(dump);
    return is_equal;
}

Test(lexer, positions_count_bytes)
{
    cr_assert(scans_as("é = b", "1,0-1,2:            NAME           'é'\n"
                                "1,3-1,4:            EQUAL          '='\n"
                                "1,5-1,6:            NAME           'b'\n"));
    cr_assert(scans_as("'''a\nb''' c",
                       "1,0-2,4:            STRING         '\\'\\'\\'a\\nb\\'\\'\\''\n"
                       "2,5-2,6:            NAME           'c'\n"));
}

Test(lexer, longest_match)
{
    cr_assert(scans_as("a**=b", "1,0-1,1:            NAME           'a'\n"
                                "1,1-1,4:            DOUBLESTAREQUAL'**='\n"));
    cr_assert(scans_as("iffy", "1,0-1,4:            NAME           'iffy'\n"));
    cr_assert(scans_as("if", "1,0-1,2:            IF             'if'\n"));
    cr_assert(scans_as("rb'a'", "1,0-1,5:            STRING         'rb\\'a\\''\n"));
    cr_assert(scans_as("x'a'", "1,0-1,1:            NAME           'x'\n"));
    cr_assert(scans_as("1..a", "1,0-1,2:            NUMBER         '1.'\n"));
    cr_assert(scans_as("a...", "1,0-1,1:            NAME           'a'\n"
                               "1,1-1,4:            ELLIPSIS       '...'\n"));
}

Test(lexer, numbers)
{
    static const char *const good[] = {"0",     "00",    "0_0",  "1_000", "0x_fF", "0o17",
                                       "0b1_0", "1.",    ".5",   "1e5",   "1E-5",  "1_0.0_1e1_0",
                                       "5j",    "077.5", "09e1", "0777j"};
    static const char *const bad[] = {"1_",  "1__0", "0x",  "0xg", "0o8", "0b2", "0_",
                                      "077", "1a",   "1e+", "1jx", "0b",  "1_a", "1.5_"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        char expected[80];
        snprintf(expected, sizeof expected, "1,0-1,%zu:", strlen(good[i]));
        cr_assert(scans_as(good[i], expected), "%s", good[i]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert(scans_as(bad[i], NULL), "%s", bad[i]);
}

Test(lexer, strings)
{
    cr_assert(scans_as("'a\\'b'", "1,0-1,6:"));
    cr_assert(scans_as("r'\\'", NULL));
    cr_assert(scans_as("'a", NULL));
    cr_assert(scans_as("'a\\\nb'", "1,0-2,2:"));
    cr_assert(scans_as("'''a'b''c'''", "1,0-1,12:"));
    cr_assert(scans_as("'''a''", NULL));
}

Test(lexer, names_beyond_ascii)
{
    cr_assert(scans_as("naïve", "1,0-1,6:"));
    cr_assert(scans_as("Ω_1", "1,0-1,4:"));
    cr_assert(scans_as("€", NULL));
    cr_assert(scans_as("a\xC2\xA0", NULL));
    cr_assert(scans_as("ﬁ", NULL)); // NFKC would make it "fi"
}

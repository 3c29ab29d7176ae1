// Errors: e.start, e.end and e.reason of bytes.decode('utf-8') in CPython 3.11.
#include "runtime/base/utf8.h"

#include <criterion/criterion.h>
#include <string.h>

Test(utf8, every_character_survives_encoding_and_decoding)
{
    for (uint32_t character = 0; character <= UNICODE_MAX; character++) {
        char text[UTF8_LENGTH_MAX];
        size_t length = utf8_encode(character, text), error_size;
        Utf8Error error = UTF8_OK;
        uint32_t decoded = 0;
        cr_assert_eq(length, utf8_length(character));
        bool is_surrogate = unicode_is_surrogate(character);
        size_t strict =
            utf8_decode(text, text + length, UTF8_STRICT, &decoded, &error, &error_size);
        cr_assert_eq(strict, is_surrogate ? 0 : length);
        cr_assert_eq(
            utf8_decode(text, text + length, UTF8_SURROGATES, &decoded, &error, &error_size),
            length);
        cr_assert_eq(decoded, character);
        cr_assert_eq(utf8_decode_valid(text, &decoded), length);
        cr_assert_eq(decoded, character);
    }
}

Test(utf8, errors_where_and_why)
{
    static const struct {
        const char *text;
        size_t start, end;
        Utf8Error error;
    } cases[] = {
        {"\xff", 0, 1, UTF8_INVALID_START},
        {"ab\x80", 2, 3, UTF8_INVALID_START},
        {"\xc0\x80", 0, 1, UTF8_INVALID_START},
        {"\xf5\x80\x80\x80", 0, 1, UTF8_INVALID_START},
        {"\xc3", 0, 1, UTF8_UNEXPECTED_END},
        {"\xc3(", 0, 1, UTF8_INVALID_CONTINUATION},
        {"\xe2\x82", 0, 2, UTF8_UNEXPECTED_END},
        {"\xe2\x82(", 0, 2, UTF8_INVALID_CONTINUATION},
        {"\xe0\x80\x80", 0, 1, UTF8_INVALID_CONTINUATION},
        {"\xed\xa0\x80", 0, 1, UTF8_INVALID_CONTINUATION},
        {"\xed\xa0", 0, 1, UTF8_INVALID_CONTINUATION},
        {"x\xf0\x9f\x98", 1, 4, UTF8_UNEXPECTED_END},
        {"x\xf0\x9f\x98!", 1, 4, UTF8_INVALID_CONTINUATION},
        {"\xf0\x80\x80\x80", 0, 1, UTF8_INVALID_CONTINUATION},
        {"\xf4\x90\x80\x80", 0, 1, UTF8_INVALID_CONTINUATION},
        {"\xf0\x9f", 0, 2, UTF8_UNEXPECTED_END},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Utf8Scan scan;
        cr_assert(!utf8_scan(cases[i].text, strlen(cases[i].text), UTF8_STRICT, &scan));
        cr_assert_eq(scan.error_start, cases[i].start, "case %zu", i);
        cr_assert_eq(scan.error_end, cases[i].end, "case %zu", i);
        cr_assert_eq(scan.error, cases[i].error, "case %zu", i);
        cr_assert_eq(scan.char_count, cases[i].start, "case %zu", i);
    }
    cr_assert_str_eq(utf8_error_text(UTF8_INVALID_START), "invalid start byte");
    cr_assert_str_eq(utf8_error_text(UTF8_INVALID_CONTINUATION), "invalid continuation byte");
    cr_assert_str_eq(utf8_error_text(UTF8_UNEXPECTED_END), "unexpected end of data");
}

Test(utf8, surrogates_pass_whole_or_not_at_all)
{
    Utf8Scan scan;
    cr_assert(utf8_scan("\xed\xa0\x80", 3, UTF8_SURROGATES, &scan));
    cr_assert_eq(scan.widest, 0xFFFFu);
    cr_assert(!utf8_scan("\xed\xa0(", 3, UTF8_SURROGATES, &scan));
    cr_assert_eq(scan.error_end, 1u);
    cr_assert_eq(scan.error, UTF8_INVALID_CONTINUATION);
    cr_assert(!utf8_scan("\xed\xa0", 2, UTF8_SURROGATES, &scan));
    cr_assert_eq(scan.error_end, 1u);
}

Test(utf8, scan_finds_count_and_width)
{
    static const struct {
        const char *text;
        size_t count;
        uint32_t widest;
    } cases[] = {
        {"", 0, 0x7F},
        {"plain ascii that is longer than a word", 38, 0x7F},
        {"caf\xc3\xa9", 4, 0xFF},
        {"\xc4\x80 long ascii tail behind it", 27, 0xFFFF},
        {"12345678\xe2\x82\xac", 9, 0xFFFF},
        {"\xf0\x9f\x98\x80\xc3\xa9!", 3, UNICODE_MAX},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Utf8Scan scan;
        size_t byte_size = strlen(cases[i].text);
        cr_assert(utf8_scan(cases[i].text, byte_size, UTF8_STRICT, &scan));
        cr_assert_eq(scan.char_count, cases[i].count, "case %zu", i);
        cr_assert_eq(scan.widest, cases[i].widest, "case %zu", i);
        cr_assert_eq(utf8_count(cases[i].text, byte_size), cases[i].count, "case %zu", i);
    }
}

Test(utf8, ascii_prefix_stops_anywhere)
{
    char text[40];
    for (size_t stop = 0; stop < sizeof text; stop++) {
        memset(text, 'a', sizeof text);
        text[stop] = '\x80';
        cr_assert_eq(utf8_ascii_prefix(text, sizeof text), stop);
        cr_assert_eq(utf8_ascii_prefix(text, stop), stop);
    }
}

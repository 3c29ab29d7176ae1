#include "tests/unit/text/text_support.h"

TestSuite(codec, .init = start_runtime);

static Object *decode(const char *data, size_t size, const char *encoding, const char *errors)
{
    return bytes_decode((const uint8_t *)data, size, encoding, errors);
}
#define DECODE(text, encoding, errors) decode(text, sizeof(text) - 1, encoding, errors)

Test(codec, utf8_errors_and_handlers)
{
    check_error(DECODE("ab\xff", "utf-8", NULL), &exc_unicode_decode_error,
                "'utf-8' codec can't decode byte 0xff in position 2: invalid start byte");
    check_repr(DECODE("a\xff"
                      "b",
                      "utf8", "replace"),
               "'a\xef\xbf\xbd"
               "b'");
    check_repr(DECODE("a\xff"
                      "b",
                      "UTF-8", "ignore"),
               "'ab'");
    check_repr(DECODE("a\xc3", "utf_8", "backslashreplace"), "'a\\\\xc3'");
    check_repr(DECODE("a\xff", NULL, "surrogateescape"), "'a\\udcff'");
    check_repr(DECODE("\xed\xa0\x80", NULL, "surrogatepass"), "'\\ud800'");
    check_error(DECODE("\xff", NULL, "bad"), &exc_lookup_error, "unknown error handler name 'bad'");
    check_repr(DECODE("ok", NULL, "bad"), "'ok'");
    check_error(DECODE("a", "nope", NULL), &exc_lookup_error, "unknown encoding: nope");
}

Test(codec, encoders)
{
    Object *text = S("a\xe2\x82\xac\xc3\xa9");
    check_repr(str_encode(text, "utf-8", NULL), "b'a\\xe2\\x82\\xac\\xc3\\xa9'");
    check_repr(str_encode(text, "ascii", "xmlcharrefreplace"), "b'a&#8364;&#233;'");
    check_repr(str_encode(text, "latin-1", "replace"), "b'a?\\xe9'");
    check_repr(str_encode(text, "utf-16-be", NULL), "b'\\x00a \\xac\\x00\\xe9'");
    check_error(str_encode(text, "ascii", NULL), &exc_unicode_encode_error,
                "'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)");
    decref(text);
    text = DECODE("a\xff", NULL, "surrogateescape");
    check_repr(str_encode(text, NULL, "surrogateescape"), "b'a\\xff'");
    check_error(
        str_encode(text, NULL, NULL), &exc_unicode_encode_error,
        "'utf-8' codec can't encode character '\\udcff' in position 1: surrogates not allowed");
    decref(text);
}

Test(codec, round_trips)
{
    static const char *const encodings[] = {
        "utf-8",     "utf-16",    "utf-16-le", "utf-16-be",      "utf-32",
        "utf-32-le", "utf-32-be", "utf-8-sig", "unicode_escape", "raw_unicode_escape"};
    Object *text = S("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\n");
    for (size_t i = 0; i < sizeof encodings / sizeof encodings[0]; i++) {
        Object *bytes = str_encode(text, encodings[i], NULL);
        ByteView view = bytes_self_view(bytes);
        Object *back = bytes_decode(view.data, view.size, encodings[i], NULL);
        cr_assert(str_equal(text, back), "%s", encodings[i]);
        decref(bytes);
        decref(back);
    }
    decref(text);
}

// Encodings: bytes <-> str with error handlers, and the cache of UTF-8 forms.
#ifndef ADDER_RUNTIME_TEXT_CODEC_H
#define ADDER_RUNTIME_TEXT_CODEC_H

#include "runtime/object.h"

// Raises UnicodeDecodeError(encoding, bytes, start, end, reason); returns NULL.
void *codec_error_decode(const char *encoding, const uint8_t *data, size_t size, size_t start,
                         size_t end, const char *reason);
// Raises UnicodeEncodeError(encoding, str, start, end, reason); returns NULL.
void *codec_error_encode(const char *encoding, Object *str, size_t start, size_t end,
                         const char *reason);
// True for spellings of UTF-8 ("UTF-8", "utf8", "U8"...).
bool codec_is_utf8(const char *encoding);
// A str with FLAG_STR_HAS_UTF8 dies or changes.
void codec_forget_utf8(Object *str);
void codec_stop(void);

#endif

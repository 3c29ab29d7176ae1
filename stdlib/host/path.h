// Path arguments: str, bytes, or an object with __fspath__; what the system is given.
#ifndef ADDER_STDLIB_HOST_PATH_H
#define ADDER_STDLIB_HOST_PATH_H

#include "runtime/type.h"

// str or bytes: itself, or what __fspath__ gives (new reference). Ints pass where `allow_int`.
// NULL with CPython's TypeError: "expected str, bytes or os.PathLike object, not T".
Object *path_argument(Object *path, bool allow_int);
// A str or bytes path as bytes without NUL, for the system: new bytes object; NULL with exception.
Object *path_to_bytes(Object *path);
// What the system gave, as str (or, if as_bytes, as bytes): new reference.
Object *path_from_text(const char *text, size_t byte_size, bool as_bytes);

#endif

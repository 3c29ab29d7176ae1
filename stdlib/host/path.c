// Path arguments. Read path_argument, then path_to_bytes.
#include "stdlib/host/path.h"

#include <string.h>

#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"

Object *path_argument(Object *path, bool allow_int)
{
    if (IS_STR(path) || IS_BYTES(path) || (allow_int && IS_INT(path)))
        return new_ref(path);
    Object *name = str_from_text("__fspath__");
    Object *method = name ? object_lookup_special(path, name) : NULL;
    xdecref(name);
    if (!method)
        return error_occurred() ? NULL
                                : error_format(&exc_type_error,
                                               "expected str, bytes or os.PathLike object, not %T", path);
    Object *result = call_none(method);
    decref(method);
    if (result && !IS_STR(result) && !IS_BYTES(result)) {
        error_format(&exc_type_error, "expected %T.__fspath__() to return str or bytes, not %T", path, result);
        ref_clear(&result);
    }
    return result;
}

Object *path_to_bytes(Object *path)
{
    Object *bytes = IS_STR(path) ? str_encode(path, "utf-8", "surrogateescape") : new_ref(path);
    if (bytes && strlen((char *)((BytesObject *)bytes)->data) != ((BytesObject *)bytes)->size) {
        error_text(&exc_value_error, "embedded null byte");
        ref_clear(&bytes);
    }
    return bytes;
}

Object *path_from_text(const char *text, size_t byte_size, bool as_bytes)
{
    return as_bytes ? bytes_new(text, byte_size)
                    : bytes_decode((const uint8_t *)text, byte_size, "utf-8", "surrogateescape");
}

// The interned names of names.def. Made once at start, immortal.
#include "runtime/model/names.h"

#include "runtime/text/intern.h"

Names names;

int names_start(void)
{
#define NAME_ENTRY(identifier, text)                          \
    if (!(names.name_##identifier = intern_immortal(text)))   \
        return -1;
#include "runtime/model/names.def"
#undef NAME_ENTRY
    return 0;
}

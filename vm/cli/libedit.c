#include "vm/cli/libedit.h"

#include <dlfcn.h>
#include <string.h>

Libedit edit;

bool libedit_load(void)
{
    if (edit.el_init)
        return true;
    void *library = dlopen("libedit.so.2", RTLD_LAZY);
    if (!library)
        return false;
    Libedit found;
    bool has_all = true;
#define FIND_FUNCTION(name)                                                                                            \
    {                                                                                                                  \
        void *address = dlsym(library, #name);                                                                         \
        memcpy(&found.name, &address, sizeof address);                                                                 \
        has_all = has_all && address;                                                                                  \
    }
    LIBEDIT_FUNCTIONS(FIND_FUNCTION)
#undef FIND_FUNCTION
    if (has_all)
        edit = found;
    else
        dlclose(library);
    return has_all;
}

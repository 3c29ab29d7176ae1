// The table of builtin modules: those in C from modules.def, those of stdlib/lib from what the build
// wrote about them.
#include "stdlib/modules.h"

#define BUILTIN_MODULE(symbol) extern const ModuleDef symbol;
#include "lib_modules.def"
#include "stdlib/modules.def"
#undef BUILTIN_MODULE

static const ModuleDef *const modules[] = {
#define BUILTIN_MODULE(symbol) &symbol,
#include "stdlib/modules.def"
#include "lib_modules.def"
#undef BUILTIN_MODULE
    NULL,
};

const ModuleDef *const *stdlib_modules(void)
{
    return modules;
}

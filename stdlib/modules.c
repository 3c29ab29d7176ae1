// The table of builtin modules, from modules.def.
#include "stdlib/modules.h"

#include "stdlib/lib_modules.h"

#define BUILTIN_MODULE(symbol) extern const ModuleDef symbol;
#include "stdlib/modules.def"
#undef BUILTIN_MODULE

static const ModuleDef *const modules[] = {
#define BUILTIN_MODULE(symbol) &symbol,
#include "stdlib/modules.def"
#undef BUILTIN_MODULE
    NULL,
};

const ModuleDef *const *stdlib_modules(void)
{
    return modules;
}

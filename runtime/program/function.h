// Functions made by def and lambda. How they are called is vm's (vm/invoke.c sets type_function.call).
#ifndef ADDER_RUNTIME_PROGRAM_FUNCTION_H
#define ADDER_RUNTIME_PROGRAM_FUNCTION_H

#include "runtime/program/code.h"

// The rarely used attributes; made when first set or needed.
typedef struct FunctionExtras {
    Object *name, *qualname, *module, *doc; // NULL: as the code object or globals say
    Object *annotations;                    // dict, or the compiler's flat tuple until asked
    Object *keyword_defaults;               // dict or NULL
    Object *dict;                           // __dict__ or NULL
    Object *former_codes;                   // list of code objects that ran when they were replaced, or NULL
} FunctionExtras;

typedef struct FunctionObject {
    Object header;
    CodeObject *code;
    DictObject *globals;
    Object *closure;  // tuple of cells, or NULL
    Object *defaults; // tuple, or NULL
    FunctionExtras *extras;
} FunctionObject;
#define FUNCTION(o) ((FunctionObject *)(o))

FunctionObject *function_new(CodeObject *code, DictObject *globals);
// The extras, made if missing; NULL with MemoryError.
FunctionExtras *function_extras(FunctionObject *function);
static inline Object *function_keyword_defaults_borrow(const FunctionObject *function)
{
    return function->extras ? function->extras->keyword_defaults : NULL;
}
// The code object lives as long as the function: it may run still. 0 / -1 with MemoryError.
int function_keep_code(FunctionObject *function, CodeObject *code);
// vm installs: whether a frame runs the code of a function.
typedef struct FunctionHooks {
    bool (*is_running)(const CodeObject *code);
} FunctionHooks;
extern FunctionHooks function_hooks;
Object *function_name_borrow(const FunctionObject *function);
Object *function_qualname_borrow(const FunctionObject *function);

#endif

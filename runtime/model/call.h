// Calling anything, and reading arguments.
#ifndef ADDER_RUNTIME_MODEL_CALL_H
#define ADDER_RUNTIME_MODEL_CALL_H

#include "runtime/type.h"

// callable(*args, **kw): CallFn's convention. TypeError "'T' object is not callable".
Object *call_object(Object *callable, Object *const *args, size_t nargs, Object *kwnames);
Object *call_none(Object *callable); // no arguments
Object *call_one(Object *callable, Object *argument);
Object *call_two(Object *callable, Object *first, Object *second);
Object *call_three(Object *callable, Object *first, Object *second, Object *third);
// callable(*tuple, **dict_or_null)
Object *call_tuple_dict(Object *callable, Object *args_tuple, Object *kwargs_or_null);
// object.name(args): without a bound method where possible. AttributeError if absent.
Object *call_method(Object *object, Object *name, Object *const *args, size_t nargs);
Object *call_method_none(Object *object, Object *name);
Object *call_method_one(Object *object, Object *name, Object *argument);
// Special method on the type: 1 called (*result may be NULL with exception), 0 absent.
int call_special(Object *object, Object *name, Object *const *args, size_t nargs, Object **result);

// --- args: declared signatures of C functions (METHOD_KEYWORDS, make, init, call) ---
// A signature is static data: "name" entries in order; `|` first optional; `$` first keyword-only;
// names of positional-only parameters are empty strings.
typedef struct Signature {
    const char *function; // "sorted": for error texts "sorted() ..."
    const char *const *parameters; // NULL-ended
    uint8_t positional_only, required, positional_max; // counts
} Signature;
// Fills out[] (as many as parameters) with borrowed values or NULL where absent. 0 / -1 with CPython's TypeError.
int args_parse(const Signature *signature, Object *const *args, size_t nargs, Object *kwnames, Object **out);
// TypeError unless min <= nargs <= max: "f expected at most 2 arguments, got 3" as CPython's _PyArg_CheckPositional.
int args_check_count(const char *function, size_t nargs, size_t min, size_t max);
int args_no_keywords(const char *function, Object *kwnames); // "f() takes no keyword arguments"

#endif

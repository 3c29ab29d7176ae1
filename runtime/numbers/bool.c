// bool: the two ints that answer questions.
#include "runtime/numbers/bool.h"

#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"

static Object *bool_repr(Object *self)
{
    return str_from_text(self == object_true ? "True" : "False");
}

static Object *bool_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type;
    if (args_no_keywords("bool", kwnames) < 0 || args_check_count("bool", nargs, 0, 1) < 0)
        return NULL;
    int truth = nargs ? object_is_true(args[0]) : 0;
    return truth < 0 ? NULL : object_from_bool(truth);
}

static Object *bool_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    return bool_make((TypeObject *)type, args, nargs, kwnames);
}

// & | ^ of two bools is a bool.
#define LOGIC(name, op, symbol)                                                                    \
    static Object *name(Object *a, Object *b)                                                      \
    {                                                                                              \
        if (!IS_EXACT(a, BOOL) || !IS_EXACT(b, BOOL))                                              \
            return type_int.binary[op](a, b);                                                      \
        return object_from_bool((a == object_true) symbol(b == object_true));                      \
    }
LOGIC(bool_and, BINARY_AND, &)
LOGIC(bool_or, BINARY_OR, |)
LOGIC(bool_xor, BINARY_XOR, ^)

static void bool_dealloc(Object *self)
{
    (void)self;
    UNREACHABLE(); // both are immortal
}

TypeObject type_bool = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "bool",
    .doc = "bool(x) -> bool\n\n"
           "Returns True when the argument x is true, False otherwise.\n"
           "The builtins True and False are the only two instances of the class bool.\n"
           "The class bool is a subclass of the class int, and cannot be subclassed.",
    .flags = TF_SUBCLASS_INT,
    .base = &type_int,
    .basic_size = sizeof(IntObject),
    .dealloc = bool_dealloc,
    .make = bool_make,
    .construct = bool_construct,
    .repr = bool_repr,
    .binary = {[BINARY_AND] = bool_and, [BINARY_OR] = bool_or, [BINARY_XOR] = bool_xor},
};

// The slots of script classes: each looks its dunder up on the type and calls it.
#ifndef ADDER_RUNTIME_MODEL_SLOT_FUNCTIONS_H
#define ADDER_RUNTIME_MODEL_SLOT_FUNCTIONS_H

#include "runtime/type.h"

Object *slot_repr(Object *self);
Object *slot_str(Object *self);
int64_t slot_hash(Object *self);
Object *slot_call(Object *self, Object *const *args, size_t nargs, Object *kwnames);
Object *slot_get_attribute(Object *self, Object *name);
int slot_set_attribute(Object *self, Object *name, Object *value_or_null);
Object *slot_compare(Object *self, Object *other, CompareOp op);
Object *slot_iterate(Object *self);
Object *slot_next(Object *self);
Object *slot_descriptor_get(Object *self, Object *instance_or_null, Object *owner);
int slot_descriptor_set(Object *self, Object *instance, Object *value_or_null);
int slot_init(Object *self, Object *const *args, size_t nargs, Object *kwnames);
Object *slot_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames);
void slot_finalize(Object *self);
// name of BinaryOp, dunder, reflected dunder, in-place dunder
#define SLOT_BINARY_OPS(OP)                                                                      \
    OP(ADD, add, radd) OP(SUBTRACT, sub, rsub) OP(MULTIPLY, mul, rmul)                           \
    OP(TRUE_DIVIDE, truediv, rtruediv) OP(FLOOR_DIVIDE, floordiv, rfloordiv)                     \
    OP(REMAINDER, mod, rmod) OP(POWER, pow, rpow) OP(LSHIFT, lshift, rlshift)                    \
    OP(RSHIFT, rshift, rrshift) OP(AND, and, rand) OP(OR, or, ror) OP(XOR, xor, rxor)            \
    OP(MATMUL, matmul, rmatmul) OP(DIVMOD, divmod, rdivmod)
#define SLOT_INPLACE_OPS(OP)                                                                     \
    OP(ADD, iadd) OP(SUBTRACT, isub) OP(MULTIPLY, imul) OP(TRUE_DIVIDE, itruediv)                \
    OP(FLOOR_DIVIDE, ifloordiv) OP(REMAINDER, imod) OP(POWER, ipow) OP(LSHIFT, ilshift)          \
    OP(RSHIFT, irshift) OP(AND, iand) OP(OR, ior) OP(XOR, ixor) OP(MATMUL, imatmul)
#define OP(NAME_, name, reflected) Object *slot_binary_##NAME_(Object *left, Object *right);
SLOT_BINARY_OPS(OP)
#undef OP
#define OP(NAME_, name) Object *slot_inplace_##NAME_(Object *self, Object *other);
SLOT_INPLACE_OPS(OP)
#undef OP
// The function of a script class that `left op right` calls first, borrowed, where no other method has
// to be asked before; NULL: go the ordinary way. What follows when it returns NotImplemented:
// slot_binary_rest (the result may be NotImplemented again).
Object *slot_binary_function_borrow(BinaryOp op, Object *left, Object *right);
Object *slot_binary_rest(BinaryOp op, Object *left, Object *right);
// The same for a comparison (object_compare_rest follows) and for left[key].
Object *slot_compare_function_borrow(CompareOp op, Object *left, Object *right);
Object *slot_subscript_function_borrow(Object *self);
Object *slot_power3(Object *base, Object *exponent, Object *modulus);
Object *slot_negative(Object *self);
Object *slot_positive(Object *self);
Object *slot_absolute(Object *self);
Object *slot_invert(Object *self);
Object *slot_to_int(Object *self);
Object *slot_to_float(Object *self);
Object *slot_to_index(Object *self);
int slot_truth(Object *self);
int64_t slot_length(Object *self);
Object *slot_subscript(Object *self, Object *key);
int slot_set_subscript(Object *self, Object *key, Object *value_or_null);
Object *slot_item(Object *self, int64_t index);
int slot_contains(Object *self, Object *value);

#endif

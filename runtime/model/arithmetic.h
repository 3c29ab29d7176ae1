// Operators with reflection and in-place forms.
#ifndef ADDER_RUNTIME_MODEL_ARITHMETIC_H
#define ADDER_RUNTIME_MODEL_ARITHMETIC_H

#include "runtime/type.h"

// left OP right as Python does it: subclass of the right operand first, reflected form, sequence
// concat and repeat; TypeError "unsupported operand type(s) for +: 'int' and 'str'".
Object *object_binary(BinaryOp op, Object *left, Object *right);
// left OP= right. Returns the new value of the target.
// What object_binary or object_inplace do after slot_binary_function_borrow's function has returned
// NotImplemented.
Object *object_binary_rest(BinaryOp op, Object *left, Object *right, bool is_inplace);
Object *object_inplace(BinaryOp op, Object *left, Object *right);
Object *object_power(Object *base, Object *exponent, Object *modulus); // modulus may be None
Object *object_unary(UnaryOp op, Object *operand);
extern const char *const binary_op_symbol[BINARY_OP_COUNT]; // "+", "-", ...

#endif

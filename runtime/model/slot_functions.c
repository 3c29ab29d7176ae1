// The slots of script classes: each looks its dunder up on the type and calls it, and checks what it
// returned as CPython does. Which class gets which of them: slots.c.
// Invariant: `stack[0]` is self, and dunders that are functions are called without a bound method.
// Read call_found and slot_binary first.
#include "runtime/model/slot_functions.h"

#include <string.h>

#include "runtime/containers/iterators.h"
#include "runtime/containers/tuple.h"
#include "runtime/memory/memory.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/str.h"

// ---- Calling a dunder ---------------------------------------------------------------------------

// Calls what was found on stack[0]'s type with stack[0] bound and the other values as arguments.
static Object *call_found(Object *found, Object *const *stack, size_t count)
{
    Object *result;
    TypeObject *type = type_of(found);
    incref(found);
    if (likely(type->flags & TF_METHOD_DESCRIPTOR)) {
        result = call_object(found, stack, count, NULL);
    } else if (type->descriptor_get) {
        Object *bound = type->descriptor_get(found, stack[0], OBJECT(type_of(stack[0])));
        result = bound ? call_object(bound, stack + 1, count - 1, NULL) : NULL;
        xdecref(bound);
    } else {
        result = call_object(found, stack + 1, count - 1, NULL);
    }
    decref(found);
    return result;
}

// AttributeError(name) when the type has no such dunder.
static Object *call_dunder(Object *name, Object *const *stack, size_t count)
{
    Object *found;
    int status = type_find(type_of(stack[0]), name, &found);
    if (likely(status > 0))
        return call_found(found, stack, count);
    return status < 0 ? NULL : error_object(&exc_attribute_error, name);
}

static Object *call_dunder_maybe(Object *name, Object *const *stack, size_t count)
{
    Object *found;
    int status = type_find(type_of(stack[0]), name, &found);
    if (likely(status > 0))
        return call_found(found, stack, count);
    return status < 0 ? NULL : object_not_implemented;
}

// callable(first, *args, **kw).
static Object *call_prepended(Object *callable, Object *first, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *small[8], **stack = small;
    size_t total = nargs + (kwnames ? TUPLE(kwnames)->count : 0) + 1;
    if (total > sizeof small / sizeof *small) {
        stack = memory_alloc(total * sizeof *stack, MEMORY_RAW);
        if (!stack)
            return error_no_memory();
    }
    stack[0] = first;
    if (total > 1)
        memcpy(stack + 1, args, (total - 1) * sizeof *stack);
    Object *result = call_object(callable, stack, nargs + 1, kwnames);
    if (stack != small)
        memory_free(stack, total * sizeof *stack);
    return result;
}

// A found dunder with any arguments, self bound.
static Object *call_found_any(Object *found, Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *result;
    TypeObject *type = type_of(found);
    incref(found);
    if (likely(type->flags & TF_METHOD_DESCRIPTOR)) {
        result = call_prepended(found, self, args, nargs, kwnames);
    } else if (type->descriptor_get) {
        Object *bound = type->descriptor_get(found, self, OBJECT(type_of(self)));
        result = bound ? call_object(bound, args, nargs, kwnames) : NULL;
        xdecref(bound);
    } else {
        result = call_object(found, args, nargs, kwnames);
    }
    decref(found);
    return result;
}

// ---- Printing, hash, call -----------------------------------------------------------------------

Object *slot_repr(Object *self)
{
    Object *found;
    int status = type_find(type_of(self), NAME(repr), &found);
    if (status > 0)
        return call_found(found, &self, 1);
    return status < 0 ? NULL : str_format("<%T object at %p>", self, (void *)self);
}

Object *slot_str(Object *self)
{
    Object *found;
    int status = type_find(type_of(self), NAME(str), &found);
    if (status > 0)
        return call_found(found, &self, 1);
    return status < 0 ? NULL : slot_repr(self);
}

int64_t slot_hash(Object *self)
{
    Object *found;
    int status = type_find(type_of(self), NAME(hash), &found);
    if (status < 0)
        return -1;
    if (status == 0 || found == object_none)
        return hash_not_implemented(self);
    Object *result = call_found(found, &self, 1);
    if (!result)
        return -1;
    int64_t hash = -1;
    if (!IS_INT(result))
        error_text(&exc_type_error, "__hash__ method should return an integer");
    else if (!int_fits_int64(result, &hash))
        hash = int_hash(result);
    else if (hash == -1)
        hash = -2;
    decref(result);
    return hash;
}

Object *slot_call(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *found;
    int status = type_find(type_of(self), NAME(call), &found);
    if (status < 0)
        return NULL;
    if (status == 0)
        return error_object(&exc_attribute_error, NAME(call));
    return call_found_any(found, self, args, nargs, kwnames);
}

// ---- Attributes ---------------------------------------------------------------------------------

// The lookup before __getattr__: 1, 0 (AttributeError was taken back), -1.
static int get_first(Object *self, Object *name, Object **value)
{
    Object *found, *generic;
    int status = type_find(type_of(self), NAME(getattribute), &found);
    if (status < 0 || type_find(&type_object, NAME(getattribute), &generic) < 0)
        return -1;
    if (status == 0 || found == generic) {
        status = object_find_attribute_generic(self, name, value);
        if (status >= 0)
            return status;
    } else {
        Object *stack[2] = {self, name};
        *value = call_found(found, stack, 2);
        if (*value)
            return 1;
    }
    if (!error_is(&exc_attribute_error))
        return -1;
    return 0; // the exception stays set: it is the answer when there is no __getattr__
}

Object *slot_get_attribute(Object *self, Object *name)
{
    Object *value = NULL, *hook;
    int status = get_first(self, name, &value);
    if (status)
        return status > 0 ? value : NULL;
    Object *error = error_take();
    status = type_find(type_of(self), NAME(getattr), &hook);
    if (status > 0) {
        xdecref(error);
        Object *stack[2] = {self, name};
        return call_found(hook, stack, 2);
    }
    if (status < 0) {
        xdecref(error);
        return NULL;
    }
    if (!error)
        return error_attribute(self, name);
    error_restore_steal(error);
    return NULL;
}

int slot_set_attribute(Object *self, Object *name, Object *value_or_null)
{
    Object *stack[3] = {self, name, value_or_null};
    Object *result = value_or_null ? call_dunder(NAME(setattr), stack, 3) : call_dunder(NAME(delattr), stack, 2);
    if (!result)
        return -1;
    decref(result);
    return 0;
}

Object *slot_descriptor_get(Object *self, Object *instance_or_null, Object *owner)
{
    Object *found;
    int status = type_find(type_of(self), NAME(get), &found);
    if (status <= 0)
        return status < 0 ? NULL : new_ref(self);
    Object *stack[3] = {self, instance_or_null ? instance_or_null : object_none, owner ? owner : object_none};
    return call_found(found, stack, 3);
}

int slot_descriptor_set(Object *self, Object *instance, Object *value_or_null)
{
    Object *stack[3] = {self, instance, value_or_null};
    Object *result = value_or_null ? call_dunder(NAME(set), stack, 3) : call_dunder(NAME(delete), stack, 2);
    if (!result)
        return -1;
    decref(result);
    return 0;
}

// ---- Comparison, iteration ----------------------------------------------------------------------

// The dunder of self where a descriptor other than a function gives it: new reference, or NULL
// without exception where it refuses (an empty slot). NotImplemented: it is plain, or there is none.
static Object *bind_silently(Object *self, Object *name)
{
    Object *found;
    if (type_find(type_of(self), name, &found) <= 0) {
        error_clear();
        return object_not_implemented;
    }
    const TypeObject *type = type_of(found);
    if (likely(type->flags & TF_METHOD_DESCRIPTOR || !type->descriptor_get))
        return object_not_implemented;
    incref(found);
    Object *bound = type->descriptor_get(found, self, OBJECT(type_of(self)));
    decref(found);
    if (!bound)
        error_clear();
    return bound;
}

Object *slot_compare(Object *self, Object *other, CompareOp op)
{
    Object *const dunder[] = {NAME(lt), NAME(le), NAME(eq), NAME(ne), NAME(gt), NAME(ge)};
    Object *stack[2] = {self, other};
    Object *bound = bind_silently(self, dunder[op]);
    if (bound == object_not_implemented)
        return call_dunder_maybe(dunder[op], stack, 2);
    if (!bound)
        return object_not_implemented;
    Object *result = call_object(bound, &other, 1, NULL);
    decref(bound);
    return result;
}

Object *slot_iterate(Object *self)
{
    Object *found;
    int status = type_find(type_of(self), NAME(iter), &found);
    if (status > 0 && found != object_none)
        return call_found(found, &self, 1);
    if (status == 0)
        status = type_find(type_of(self), NAME(getitem), &found) > 0 ? 2 : 0;
    if (status == 2)
        return sequence_iter_new(self);
    return status < 0 ? NULL : error_format(&exc_type_error, "'%T' object is not iterable", self);
}

Object *slot_next(Object *self)
{
    return call_dunder(NAME(next), &self, 1);
}

// ---- Making and ending --------------------------------------------------------------------------

int slot_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *found;
    int status = type_find(type_of(self), NAME(init), &found);
    if (status <= 0)
        return status;
    Object *result = call_found_any(found, self, args, nargs, kwnames);
    if (!result)
        return -1;
    if (unlikely(result != object_none)) {
        error_format(&exc_type_error, "__init__() should return None, not '%T'", result);
        decref(result);
        return -1;
    }
    return 0;
}

Object *slot_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *function = object_get_attribute(OBJECT(type), NAME(new));
    if (!function)
        return NULL;
    Object *result = call_prepended(function, OBJECT(type), args, nargs, kwnames);
    decref(function);
    return result;
}

void slot_finalize(Object *self)
{
    if (state.is_finalizing && !state.builtins) // too late: the interpreter is gone
        return;
    Object *found, *saved = error_take();
    Object *bound = bind_silently(self, NAME(del));
    if (bound && type_find(type_of(self), NAME(del), &found) > 0) {
        incref(found);
        bool is_plain = bound == object_not_implemented;
        Object *result = is_plain ? call_found(found, &self, 1) : call_object(bound, NULL, 0, NULL);
        if (result)
            decref(result);
        else
            error_write_unraisable(found, NULL);
        decref(found);
    }
    xdecref(bound);
    if (saved)
        error_restore_steal(saved);
}

// ---- Numbers ------------------------------------------------------------------------------------

// Whether right's class overrides the reflected method that left's class has.
static int is_overloaded(const Object *left, const Object *right, Object *name)
{
    Object *of_right, *of_left;
    int status = type_find(type_of(right), name, &of_right);
    if (status <= 0)
        return status;
    status = type_find(type_of(left), name, &of_left);
    if (status <= 0)
        return status < 0 ? -1 : 1;
    return of_left != of_right;
}

// Called for left's slot and for right's (object_binary): `mine` is this very slot function.
static inline __attribute__((always_inline)) Object *slot_binary(BinaryOp op, BinaryFn mine, Object *name,
                                                                 Object *reflected, Object *left, Object *right)
{
    Object *forward[2] = {left, right}, *backward[2] = {right, left};
    TypeObject *left_type = type_of(left), *right_type = type_of(right);
    bool try_right = left_type != right_type && right_type->binary[op] == mine;
    if (left_type->binary[op] == mine) {
        if (try_right && type_is_subtype(right_type, left_type)) {
            int status = is_overloaded(left, right, reflected);
            if (status < 0)
                return NULL;
            if (status) {
                Object *result = call_dunder_maybe(reflected, backward, 2);
                if (result != object_not_implemented)
                    return result;
                try_right = false;
            }
        }
        Object *result = call_dunder_maybe(name, forward, 2);
        if (result != object_not_implemented || left_type == right_type)
            return result;
    }
    return try_right ? call_dunder_maybe(reflected, backward, 2) : object_not_implemented;
}

#define OP(NAME_, name, reflected)                                                                        \
    Object *slot_binary_##NAME_(Object *left, Object *right)                                              \
    {                                                                                                     \
        return slot_binary(BINARY_##NAME_, slot_binary_##NAME_, NAME(name), NAME(reflected), left, right); \
    }
SLOT_BINARY_OPS(OP)
#undef OP

static Object *binary_name(BinaryOp op, bool is_reflected)
{
    switch (op) {
#define OP(NAME_, name, reflected) \
    case BINARY_##NAME_:           \
        return is_reflected ? NAME(reflected) : NAME(name);
        SLOT_BINARY_OPS(OP)
#undef OP
    default: UNREACHABLE();
    }
}

static BinaryFn binary_function(BinaryOp op)
{
    static const BinaryFn functions[] = {
#define OP(NAME_, name, reflected) [BINARY_##NAME_] = slot_binary_##NAME_,
        SLOT_BINARY_OPS(OP)
#undef OP
    };
    return functions[op];
}

// An exact function that a class has under this name, borrowed; NULL: none, or memory is out.
static Object *function_of_borrow(TypeObject *type, Object *name)
{
    Object *found;
    int status = type_find(type, name, &found);
    if (unlikely(status < 0))
        error_clear();
    return status > 0 && IS_EXACT(found, FUNCTION) ? found : NULL;
}

Object *slot_binary_function_borrow(BinaryOp op, Object *left, Object *right)
{
    TypeObject *left_type = type_of(left), *right_type = type_of(right);
    if (left_type->binary[op] != binary_function(op) ||
        (left_type != right_type && right_type->binary[op] && type_is_subtype(right_type, left_type)))
        return NULL;
    return function_of_borrow(left_type, binary_name(op, false));
}

Object *slot_binary_rest(BinaryOp op, Object *left, Object *right)
{
    BinaryFn slot = type_of(right)->binary[op];
    if (type_of(left) == type_of(right) || !slot)
        return object_not_implemented;
    if (slot != binary_function(op))
        return slot(left, right);
    Object *backward[2] = {right, left};
    return call_dunder_maybe(binary_name(op, true), backward, 2);
}

Object *slot_compare_function_borrow(CompareOp op, Object *left, Object *right)
{
    Object *const dunder[] = {NAME(lt), NAME(le), NAME(eq), NAME(ne), NAME(gt), NAME(ge)};
    TypeObject *left_type = type_of(left), *right_type = type_of(right);
    if (left_type->compare != slot_compare ||
        (left_type != right_type && right_type->compare && type_is_subtype(right_type, left_type)))
        return NULL;
    return function_of_borrow(left_type, dunder[op]);
}

Object *slot_subscript_function_borrow(Object *self)
{
    return type_of(self)->subscript == slot_subscript ? function_of_borrow(type_of(self), NAME(getitem)) : NULL;
}

#define OP(NAME_, name)                                        \
    Object *slot_inplace_##NAME_(Object *self, Object *other)  \
    {                                                          \
        Object *stack[2] = {self, other};                      \
        return call_dunder_maybe(NAME(name), stack, 2);        \
    }
SLOT_INPLACE_OPS(OP)
#undef OP

Object *slot_power3(Object *base, Object *exponent, Object *modulus)
{
    if (modulus == object_none)
        return slot_binary_POWER(base, exponent);
    // Three-argument power never reflects.
    if (type_of(base)->power3 != slot_power3)
        return object_not_implemented;
    Object *stack[3] = {base, exponent, modulus};
    return call_dunder_maybe(NAME(pow), stack, 3);
}

#define UNARY_SLOT(function, name)              \
    Object *function(Object *self)              \
    {                                           \
        return call_dunder(NAME(name), &self, 1); \
    }
UNARY_SLOT(slot_negative, neg)
UNARY_SLOT(slot_positive, pos)
UNARY_SLOT(slot_absolute, abs)
UNARY_SLOT(slot_invert, invert)
UNARY_SLOT(slot_to_int, int)
UNARY_SLOT(slot_to_float, float)
UNARY_SLOT(slot_to_index, index)

int slot_truth(Object *self)
{
    Object *found;
    int status = type_find(type_of(self), NAME(bool), &found);
    if (status < 0)
        return -1;
    if (status == 0) { // __bool__ went away
        int64_t length = type_of(self)->length ? type_of(self)->length(self) : 1;
        return length < 0 ? -1 : length > 0;
    }
    Object *result = call_found(found, &self, 1);
    if (!result)
        return -1;
    if (result == object_true || result == object_false)
        return result == object_true;
    error_format(&exc_type_error, "__bool__ should return bool, returned %T", result);
    decref(result);
    return -1;
}

// ---- Containers ---------------------------------------------------------------------------------

int64_t slot_length(Object *self)
{
    Object *result = call_dunder(NAME(len), &self, 1);
    if (!result)
        return -1;
    Object *index = object_to_index(result);
    decref(result);
    if (!index)
        return -1;
    int64_t length = -1;
    if (int_sign(index) < 0)
        error_text(&exc_value_error, "__len__() should return >= 0");
    else
        length = object_as_index(index, &exc_overflow_error);
    decref(index);
    return length;
}

Object *slot_subscript(Object *self, Object *key)
{
    Object *stack[2] = {self, key};
    return call_dunder(NAME(getitem), stack, 2);
}

int slot_set_subscript(Object *self, Object *key, Object *value_or_null)
{
    Object *stack[3] = {self, key, value_or_null};
    Object *result = value_or_null ? call_dunder(NAME(setitem), stack, 3) : call_dunder(NAME(delitem), stack, 2);
    if (!result)
        return -1;
    decref(result);
    return 0;
}

Object *slot_item(Object *self, int64_t index)
{
    Object *stack[2] = {self, int_from_int64(index)};
    if (!stack[1])
        return NULL;
    Object *result = call_dunder(NAME(getitem), stack, 2);
    decref(stack[1]);
    return result;
}

static int search_by_iterating(Object *self, Object *value)
{
    Object *iterator = object_iterate(self), *item;
    if (!iterator)
        return -1;
    int result = 0;
    while (result == 0 && (item = iterator_next(iterator))) {
        result = object_equal(item, value);
        decref(item);
    }
    if (result == 0 && error_occurred())
        result = -1;
    decref(iterator);
    return result;
}

int slot_contains(Object *self, Object *value)
{
    Object *found;
    int status = type_find(type_of(self), NAME(contains), &found);
    if (status < 0)
        return -1;
    if (status == 0)
        return search_by_iterating(self, value);
    if (found == object_none) {
        error_format(&exc_type_error, "'%T' object is not a container", self);
        return -1;
    }
    Object *stack[2] = {self, value};
    Object *result = call_found(found, stack, 2);
    if (!result)
        return -1;
    int truth = object_is_true(result);
    decref(result);
    return truth;
}

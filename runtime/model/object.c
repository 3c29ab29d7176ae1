// What any object can do: block allocation, printing, hashing, truth, comparison, dir().
// Instances of script classes are made and freed in instance.c; type object itself is object_type.c.
// Invariant: each function here works on any object and trusts only slots, never a type's name.
// Read object_new and object_compare first.
#include "runtime/base/hash.h" // first: its parameters are called like the global `state`

#include "runtime/model/object.h"

#include <string.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/items.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/text/format.h"
#include "runtime/text/str.h"

// ---- Blocks -------------------------------------------------------------------------------------

Object *object_new(TypeObject *type, size_t byte_size)
{
    Object *object;
    if (type_has(type, TF_TRACKED)) {
        object = gc_alloc(type, byte_size);
        if (unlikely(!object))
            return error_no_memory();
    } else {
        object = memory_alloc(byte_size, MEMORY_ATOM);
        if (unlikely(!object))
            return error_no_memory();
        object->refcount = 1;
        object->flags = 0;
        object->type_index = type->index;
    }
    memset(object + 1, 0, byte_size - sizeof(Object));
    return object;
}

void object_free(Object *object, size_t byte_size)
{
    ASSERT(!(object->flags & FLAG_TRACKED));
    if (object_has(object, TF_TRACKED))
        gc_free(object, byte_size);
    else
        memory_free(object, byte_size);
}

// ---- Printing -----------------------------------------------------------------------------------

// Calls a slot that must return a str.
static Object *call_text_slot(Object *object, UnaryFn slot, const char *where, const char *name)
{
    if (recursion_enter(where) < 0)
        return NULL;
    incref(object);
    Object *result = slot(object);
    decref(object);
    recursion_leave();
    if (result && unlikely(!IS_STR(result))) {
        error_format(&exc_type_error, "%s returned non-string (type %T)", name, result);
        decref(result);
        return NULL;
    }
    return result;
}

Object *object_repr(Object *object)
{
    if (IS_EXACT(object, INT))
        return int_to_text(object, 10, false);
    UnaryFn slot = type_of(object)->repr;
    if (unlikely(!slot))
        return str_format("<%T object at %p>", object, (void *)object);
    return call_text_slot(object, slot, " while getting the repr of an object", "__repr__");
}

Object *object_str(Object *object)
{
    if (IS_EXACT(object, STR))
        return new_ref(object);
    if (IS_EXACT(object, INT))
        return int_to_text(object, 10, false);
    UnaryFn slot = type_of(object)->str;
    if (!slot)
        return object_repr(object);
    return call_text_slot(object, slot, " while getting the str of an object", "__str__");
}

// repr() with every character beyond ASCII escaped.
Object *object_ascii(Object *object)
{
    Object *repr = object_repr(object);
    if (!repr || str_is_ascii(repr))
        return repr;
    StrBuilder builder;
    str_builder_init(&builder);
    size_t length = str_length(repr);
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_char_at(repr, i);
        char text[11];
        if (c < 128) {
            text[0] = (char)c, text[1] = 0;
        } else {
            static const char digits[] = "0123456789abcdef";
            int width = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
            text[0] = '\\';
            text[1] = width == 2 ? 'x' : width == 4 ? 'u' : 'U';
            for (int d = 0; d < width; d++)
                text[2 + d] = digits[c >> (4 * (width - 1 - d)) & 15];
            text[2 + width] = 0;
        }
        if (str_builder_text(&builder, text) < 0) {
            str_builder_free(&builder);
            decref(repr);
            return NULL;
        }
    }
    decref(repr);
    return str_builder_finish(&builder);
}

Object *object_format(Object *object, Object *spec)
{
    switch (object->type_index) { // what their __format__ does
    case TYPE_STR:
        return str_length(spec) == 0 ? new_ref(object) : format_str(object, spec);
    case TYPE_INT:
    case TYPE_BIGINT:
        return format_int(object, spec);
    case TYPE_FLOAT:
        return format_float(object, spec);
    default:
        break;
    }
    Object *result = NULL;
    int found = call_special(object, NAME(format), &spec, 1, &result);
    if (unlikely(found == 0))
        return error_format(&exc_type_error, "Type %T doesn't define __format__", object);
    if (found < 0 || !result)
        return NULL;
    if (unlikely(!IS_STR(result))) {
        error_format(&exc_type_error, "__format__ must return a str, not %T", result);
        decref(result);
        return NULL;
    }
    return result;
}

// Objects whose repr is running, innermost last. Deeper nesting than the table is cut off by the
// recursion guard of repr long before.
static struct {
    Object **items;
    size_t count, capacity;
} repr_stack;

int object_repr_enter(Object *object)
{
    for (size_t i = repr_stack.count; i-- > 0;)
        if (repr_stack.items[i] == object)
            return 1;
    if (repr_stack.count == repr_stack.capacity) {
        size_t capacity = repr_stack.capacity ? repr_stack.capacity * 2 : 16;
        Object **items = memory_realloc(repr_stack.items, repr_stack.capacity * sizeof *items,
                                        capacity * sizeof *items);
        if (!items) {
            error_no_memory();
            return -1;
        }
        repr_stack.items = items;
        repr_stack.capacity = capacity;
    }
    repr_stack.items[repr_stack.count++] = object;
    return 0;
}

void object_repr_leave(Object *object)
{
    size_t i = repr_stack.count;
    while (i-- > 0)
        if (repr_stack.items[i] == object)
            break;
    ASSERT(i < repr_stack.count);
    repr_stack.count--;
    for (; i < repr_stack.count; i++)
        repr_stack.items[i] = repr_stack.items[i + 1];
    if (repr_stack.count == 0) { // nothing stays behind for the leak count
        memory_free(repr_stack.items, repr_stack.capacity * sizeof *repr_stack.items);
        repr_stack.items = NULL;
        repr_stack.capacity = 0;
    }
}

// ---- Hash and truth -----------------------------------------------------------------------------

int64_t object_hash(Object *object)
{
    int64_t (*slot)(Object *) = type_of(object)->hash;
    if (likely(slot != NULL))
        return slot(object);
    return hash_not_implemented(object);
}

int64_t hash_not_implemented(Object *self)
{
    error_format(&exc_type_error, "unhashable type: '%T'", self);
    return -1;
}

int64_t object_hash_pointer(Object *self)
{
    // What CPython's address of None makes of it on Debian 12, always the same: so the order of sets is
    // that of CPython's, wherever ours lies in this build.
    const int64_t hash_of_none = 0x954cc;
    return self == object_none ? hash_of_none : hash_pointer(self);
}

int object_is_true(Object *object)
{
    if (object == object_true)
        return 1;
    if (object == object_false || object == object_none)
        return 0;
    if (object->type_index == TYPE_INT)
        return ((IntObject *)object)->value != 0;
    TypeObject *type = type_of(object);
    if (type->truth)
        return type->truth(object);
    if (type->length) {
        int64_t length = type->length(object);
        return length < 0 ? -1 : length > 0;
    }
    return 1;
}

// ---- Comparison ---------------------------------------------------------------------------------

static const char *const compare_symbol[] = {"<", "<=", "==", "!=", ">", ">="};
static const CompareOp compare_reflected[] = {COMPARE_GT, COMPARE_GE, COMPARE_EQ,
                                              COMPARE_NE, COMPARE_LT, COMPARE_LE};

// Tries the operands in the order that Python wants; NotImplemented when neither knows.
static Object *compare_try(Object *a, Object *b, CompareOp op)
{
    TypeObject *left = type_of(a), *right = type_of(b);
    bool is_reflected_tried = false;
    Object *result;
    if (left != right && right->compare && type_is_subtype(right, left)) {
        is_reflected_tried = true;
        result = right->compare(b, a, compare_reflected[op]);
        if (result != object_not_implemented)
            return result;
    }
    if (left->compare) {
        result = left->compare(a, b, op);
        if (result != object_not_implemented)
            return result;
    }
    if (!is_reflected_tried && right->compare)
        return right->compare(b, a, compare_reflected[op]);
    return object_not_implemented;
}

// What a comparison gives that neither side wants.
static Object *compare_default(Object *a, Object *b, CompareOp op)
{
    if (op == COMPARE_EQ)
        return object_from_bool(a == b);
    if (op == COMPARE_NE)
        return object_from_bool(a != b);
    return error_format(&exc_type_error, "'%s' not supported between instances of '%T' and '%T'",
                        compare_symbol[op], a, b);
}

Object *object_compare_rest(Object *a, Object *b, CompareOp op)
{
    TypeObject *right = type_of(b);
    Object *result = right->compare ? right->compare(b, a, compare_reflected[op]) : object_not_implemented;
    return result == object_not_implemented ? compare_default(a, b, op) : result;
}

Object *object_compare(Object *a, Object *b, CompareOp op)
{
    int plain = item_compare_plain(a, b, op);
    if (plain >= 0)
        return object_from_bool(plain);
    if (unlikely(recursion_enter(" in comparison") < 0))
        return NULL;
    incref(a);
    incref(b);
    Object *result = compare_try(a, b, op);
    if (result == object_not_implemented)
        result = compare_default(a, b, op);
    decref(a);
    decref(b);
    recursion_leave();
    return result;
}

// a op b for exact tuples whose items decide it without script code: 1, 0; -1: not known.
static int compare_tuples_plain(const Object *a, const Object *b, CompareOp op)
{
    const TupleObject *left = (const TupleObject *)a, *right = (const TupleObject *)b;
    size_t count = left->count < right->count ? left->count : right->count;
    for (size_t i = 0; i < count; i++) {
        if (left->items[i] == right->items[i])
            continue;
        int equal = item_compare_plain(left->items[i], right->items[i], COMPARE_EQ);
        if (equal < 0)
            return -1;
        if (!equal)
            return op == COMPARE_EQ   ? 0
                   : op == COMPARE_NE ? 1
                                      : item_compare_plain(left->items[i], right->items[i], op);
    }
    return compare_counts(left->count, right->count, op) == object_true;
}

int object_compare_bool(Object *a, Object *b, CompareOp op)
{
    if (a == b) {
        if (op == COMPARE_EQ)
            return 1;
        if (op == COMPARE_NE)
            return 0;
    }
    int plain = item_compare_plain(a, b, op);
    if (plain < 0 && a->type_index == TYPE_TUPLE && b->type_index == TYPE_TUPLE)
        plain = compare_tuples_plain(a, b, op);
    if (plain >= 0)
        return plain;
    Object *result = object_compare(a, b, op);
    if (!result)
        return -1;
    if (result == object_true || result == object_false)
        return result == object_true;
    int truth = object_is_true(result);
    decref(result);
    return truth;
}

// ---- dir() --------------------------------------------------------------------------------------

Object *object_dir(Object *object)
{
    Object *names_found = NULL;
    int found = call_special(object, NAME(dir), NULL, 0, &names_found);
    if (found == 0)
        return error_text(&exc_type_error, "object does not provide __dir__");
    if (found < 0 || !names_found)
        return NULL;
    Object *list = object_to_list(names_found);
    decref(names_found);
    if (list && list_sort(list, NULL, false) < 0)
        ref_clear(&list);
    return list;
}

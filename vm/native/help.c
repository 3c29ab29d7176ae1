// Functions in C that machine code calls: paths that are too long for it. They do what the loop
// does for the instruction `ins` behind which frame->pc is; see NativeStatus for what they say.
#include "vm/native/help.h"
#include "runtime/containers/dict.h"
#include "runtime/containers/iterators.h"
#include "runtime/containers/list.h"
#include "runtime/containers/set.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/arithmetic.h"
#include "runtime/model/attribute.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/shape.h"
#include "runtime/model/singletons.h"
#include "runtime/model/state.h"
#include "runtime/program/c_function.h"
#include "runtime/program/cell.h"
#include "runtime/program/method.h"
#include "runtime/program/module.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "vm/vm.h"

typedef Object *(*FastFn)(Object *, Object *const *, size_t);

static inline Object *operand(const Frame *frame, uint32_t number, bool is_constant)
{
    return is_constant ? frame->code->constants[number] : frame->base[number];
}

// ---- Numbers ------------------------------------------------------------------------------------

int native_box_int(Object **slot, int64_t value)
{
    IntObject *box = memory_alloc(sizeof(IntObject), MEMORY_ATOM);
    if (unlikely(!box)) {
        error_no_memory();
        return NATIVE_FAILED;
    }
    box->header = (Object){.refcount = 1, .flags = 0, .type_index = TYPE_INT};
    box->value = value;
    write_register(slot, OBJECT(box));
    return NATIVE_DONE;
}

int native_box_float(Object **slot, double value)
{
    FloatObject *box = memory_alloc(sizeof(FloatObject), MEMORY_ATOM);
    if (unlikely(!box)) {
        error_no_memory();
        return NATIVE_FAILED;
    }
    box->header = (Object){.refcount = 1, .flags = 0, .type_index = TYPE_FLOAT};
    box->value = value;
    write_register(slot, OBJECT(box));
    return NATIVE_DONE;
}

static int store_int(Object **slot, int64_t value)
{
    if (!int_is_small(value)) {
        if (!*slot || !is_own_box(*slot, TYPE_INT))
            return native_box_int(slot, value);
        ((IntObject *)*slot)->value = value;
        return NATIVE_DONE;
    }
    write_register(slot, int_small_borrow(value));
    return NATIVE_DONE;
}

static int store_float(Object **slot, double value)
{
    if (!*slot || !is_own_box(*slot, TYPE_FLOAT))
        return native_box_float(slot, value);
    ((FloatObject *)*slot)->value = value;
    return NATIVE_DONE;
}

void native_unhold_object(Object **slot, Object *object)
{
    incref(object);
    write_register(slot, object); // over a box at most
}

int native_unhold_int(Object **slot, int64_t value)
{
    return store_int(slot, value);
}

int native_unhold_float(Object **slot, double value)
{
    return store_float(slot, value);
}

static bool int_operation_fails(Opcode op, int64_t left, int64_t right, int64_t *result)
{
    switch (op) {
    case OP_ADD:
        return __builtin_add_overflow(left, right, result);
    case OP_SUBTRACT:
        return __builtin_sub_overflow(left, right, result);
    case OP_MULTIPLY:
        return __builtin_mul_overflow(left, right, result);
    default:
        return true;
    }
}

static bool float_operation_fails(Opcode op, double left, double right, double *result)
{
    switch (op) {
    case OP_ADD:
        *result = left + right;
        return false;
    case OP_SUBTRACT:
        *result = left - right;
        return false;
    case OP_MULTIPLY:
        *result = left * right;
        return false;
    case OP_TRUE_DIVIDE:
        *result = left / right;
        return right == 0;
    default:
        return true;
    }
}

static void consume_numbers(Frame *frame, Instruction ins)
{
    if (ins.d & D_B_TEMP)
        consume_number(&frame->base[ins.b]);
    if (ins.d & D_C_TEMP)
        consume_number(&frame->base[ins.c]);
}

// Two numbers within 64 bits: true, *status is what became of it. The destination may be an
// operand.
static bool binary_numbers(Frame *frame, Instruction ins, Opcode op, int *status)
{
    const Object *left = operand(frame, ins.b, ins.d & D_B_CONST),
                 *right = operand(frame, ins.c, ins.d & D_C_CONST);
    Object **slot = &frame->base[ins.a];
    if (meta_of(left) == META(TYPE_INT) && meta_of(right) == META(TYPE_INT)) {
        int64_t result;
        if (int_operation_fails(op, ((const IntObject *)left)->value,
                                ((const IntObject *)right)->value, &result))
            return false;
        consume_numbers(frame, ins);
        *status = store_int(slot, result);
        return true;
    }
    double result;
    if (!are_mixed_numbers(left, right) ||
        float_operation_fails(op, number_as_double(left), number_as_double(right), &result))
        return false;
    consume_numbers(frame, ins);
    *status = store_float(slot, result);
    return true;
}

int native_binary(Frame *frame, Instruction ins)
{
    Opcode op = opcode_general((Opcode)ins.op);
    native_note_form(frame, ins, op);
    int status;
    if (binary_numbers(frame, ins, op, &status))
        return status;
    status = eval_binary(frame, ins, (BinaryOp)(op - OP_ADD));
    return status > 0 ? NATIVE_SWITCH : status;
}

static bool compare_doubles(CompareOp op, double left, double right)
{
    switch (op) {
    case COMPARE_LT:
        return left < right;
    case COMPARE_LE:
        return left <= right;
    case COMPARE_EQ:
        return left == right;
    case COMPARE_NE:
        return left != right;
    case COMPARE_GT:
        return left > right;
    default:
        return left >= right;
    }
}

static bool compare_ints(CompareOp op, int64_t left, int64_t right)
{
    switch (op) {
    case COMPARE_LT:
        return left < right;
    case COMPARE_LE:
        return left <= right;
    case COMPARE_EQ:
        return left == right;
    case COMPARE_NE:
        return left != right;
    case COMPARE_GT:
        return left > right;
    default:
        return left >= right;
    }
}

// 1, 0; -1: not two numbers that are compared without their methods.
static int compare_numbers(CompareOp op, const Object *left, const Object *right)
{
    if (meta_of(left) == META(TYPE_INT) && meta_of(right) == META(TYPE_INT))
        return compare_ints(op, ((const IntObject *)left)->value,
                            ((const IntObject *)right)->value);
    if (are_mixed_numbers(left, right))
        return compare_doubles(op, number_as_double(left), number_as_double(right));
    return -1;
}

int native_compare(Frame *frame, Instruction ins)
{
    CompareOp op = (CompareOp)(ins.op - OP_LT);
    int truth = compare_numbers(op, operand(frame, ins.b, ins.d & D_B_CONST),
                                operand(frame, ins.c, ins.d & D_C_CONST));
    if (truth < 0) {
        int status = eval_compare(frame, ins, op);
        return status > 0 ? NATIVE_SWITCH : status;
    }
    if (ins.d & D_B_TEMP)
        consume_number(&frame->base[ins.b]);
    if (ins.d & D_C_TEMP)
        consume_number(&frame->base[ins.c]);
    write_register(&frame->base[ins.a], object_from_bool(truth));
    return NATIVE_DONE;
}

int native_compare_jump(Frame *frame, Instruction ins)
{
    CompareOp op = (CompareOp)(opcode_general((Opcode)ins.op) - OP_LT_JUMP);
    native_note_form(frame, ins, opcode_general((Opcode)ins.op));
    int truth = compare_numbers(op, operand(frame, ins.a, ins.d & D_A_CONST),
                                operand(frame, ins.b, ins.d & D_B_CONST));
    if (truth < 0) {
        truth = eval_compare_jump(frame, ins, op);
        if (truth == EVAL_PUSHED)
            return NATIVE_SWITCH;
        return truth < 0 ? NATIVE_FAILED : truth ? NATIVE_TRUE : NATIVE_DONE;
    }
    if (ins.d & D_A_TEMP)
        consume_number(&frame->base[ins.a]);
    if (ins.d & D_B_TEMP)
        consume_number(&frame->base[ins.b]);
    return truth ? NATIVE_TRUE : NATIVE_DONE;
}

// ---- Truth and membership -----------------------------------------------------------------------

// object_is_true of an object that only its container keeps.
int native_truth_held(Object *object)
{
    incref(object);
    int truth = object_is_true(object);
    decref(object);
    return truth;
}

int native_contains_jump(Frame *frame, Instruction ins)
{
    Object *item = operand(frame, ins.a, ins.d & D_A_CONST),
           *container = operand(frame, ins.b, ins.d & D_B_CONST);
    int (*contains)(Object *, Object *) = type_of(container)->contains;
    int truth =
        likely(contains != NULL) ? contains(container, item) : object_contains(container, item);
    if (ins.d & D_A_TEMP)
        consume(&frame->base[ins.a]);
    if (ins.d & D_B_TEMP)
        consume(&frame->base[ins.b]);
    return truth < 0 ? NATIVE_FAILED : truth ? NATIVE_TRUE : NATIVE_DONE;
}

int native_is_jump(Frame *frame, Instruction ins)
{
    bool result =
        operand(frame, ins.a, ins.d & D_A_CONST) == operand(frame, ins.b, ins.d & D_B_CONST);
    if (ins.d & D_A_TEMP)
        consume(&frame->base[ins.a]);
    if (ins.d & D_B_TEMP)
        consume(&frame->base[ins.b]);
    return result ? NATIVE_TRUE : NATIVE_DONE;
}

int native_contains(Frame *frame, Instruction ins)
{
    int truth = object_contains(operand(frame, ins.c, ins.d & D_C_CONST),
                                operand(frame, ins.b, ins.d & D_B_CONST));
    if (ins.d & D_B_TEMP)
        consume(&frame->base[ins.b]);
    if (ins.d & D_C_TEMP)
        consume(&frame->base[ins.c]);
    if (unlikely(truth < 0))
        return NATIVE_FAILED;
    write_register(&frame->base[ins.a], object_from_bool(truth != !!(ins.d & D_NEGATE)));
    return NATIVE_DONE;
}

int native_is(Frame *frame, Instruction ins)
{
    bool result =
        operand(frame, ins.b, ins.d & D_B_CONST) == operand(frame, ins.c, ins.d & D_C_CONST);
    if (ins.d & D_B_TEMP)
        consume(&frame->base[ins.b]);
    if (ins.d & D_C_TEMP)
        consume(&frame->base[ins.c]);
    write_register(&frame->base[ins.a], object_from_bool(result != !!(ins.d & D_NEGATE)));
    return NATIVE_DONE;
}

int native_not(Frame *frame, Instruction ins)
{
    int truth = object_is_true(frame->base[ins.b]);
    if (unlikely(truth < 0))
        return NATIVE_FAILED;
    if (ins.d & D_B_TEMP)
        consume(&frame->base[ins.b]);
    write_register(&frame->base[ins.a], object_from_bool(!truth));
    return NATIVE_DONE;
}

// ---- Attributes ---------------------------------------------------------------------------------

// An attribute that the caches know, by the instruction's present form. Borrowed, or NULL.
static inline Object *find_attr(const Instruction *cache, Instruction ins, const Frame *frame,
                                Object *object)
{
    switch (ins.op) {
    case OP_LOAD_ATTR_SLOT:
        if (!(object->flags & FLAG_HAS_SHAPE))
            return NULL;
        if (INSTANCE(object)->shape == (Shape *)(uintptr_t)cache[0].word)
            return INSTANCE(object)->slots[cache[1].b];
        if (INSTANCE(object)->shape == (Shape *)(uintptr_t)cache[2].word)
            return INSTANCE(object)->slots[cache[1].c];
        return NULL;
    case OP_LOAD_ATTR_MANY: {
        if (unlikely(!(object->flags & FLAG_HAS_SHAPE)))
            return NULL;
        const Object *name = frame->code->constants[ins.c];
        const SharedCacheEntry *entry = special_shared(SHARED_LOAD, INSTANCE(object)->shape, name);
        if (unlikely(entry->shape != INSTANCE(object)->shape || entry->name != name))
            return NULL;
        return INSTANCE(object)->slots[entry->answer];
    }
    case OP_LOAD_ATTR_CLASS:
        if (object->flags & FLAG_HAS_SHAPE &&
            INSTANCE(object)->shape == (Shape *)(uintptr_t)cache[0].word &&
            type_of(object)->version == cache[1].index32)
            return (Object *)(uintptr_t)cache[2].word;
        return NULL;
    case OP_LOAD_ATTR_TYPE:
        if (object == (Object *)(uintptr_t)cache[0].word && IS_TYPE(object) &&
            ((TypeObject *)object)->version == cache[1].index32)
            return (Object *)(uintptr_t)cache[2].word;
        return NULL;
    case OP_LOAD_ATTR_MODULE:
        if (IS_EXACT(object, MODULE) && MODULE(object)->dict->keys_version == cache[0].index32)
            return ((DictStrEntry *)MODULE(object)->dict->entries)[cache[1].index32].value;
        return NULL;
    case OP_LOAD_ATTR_SUBCLASS: {
        Shape **place = (Shape **)(void *)((char *)object + cache[0].index32);
        if (object->type_index == (uint32_t)cache[0].word &&
            *place == (Shape *)(uintptr_t)cache[2].word)
            return ((Object **)(void *)(place + 1))[cache[1].word];
        return NULL;
    }
    default:
        return NULL;
    }
}

Object *native_find_attr(Frame *frame, Instruction ins, Object *object)
{
    ins.op = frame->pc[-1].op;
    return find_attr(frame->pc, ins, frame, object);
}

static int load_property(Frame *frame, Instruction ins)
{
    const Instruction *cache = frame->pc;
    Object *object = frame->base[ins.b];
    if (unlikely(!(object->flags & FLAG_HAS_SHAPE) ||
                 INSTANCE(object)->shape != (Shape *)(uintptr_t)cache[0].word))
        return NATIVE_NOT;
    int status = invoke_push_operator((Object *)(uintptr_t)cache[1].word, &frame->base[ins.b], 1,
                                      FRAME_OPERATOR);
    return status > 0 ? NATIVE_SWITCH : status == 0 ? NATIVE_NOT : NATIVE_FAILED;
}

// The owned value of attribute `ins` of operand b, which is consumed, is written.
static int put_attr(Frame *frame, Instruction ins, Object *value)
{
    if (ins.d & D_B_TEMP) {
        Object *object = frame->base[ins.b];
        frame->base[ins.b] = NULL;
        decref(object);
    }
    write_register(&frame->base[ins.a], value);
    return NATIVE_DONE;
}

static int load_descriptor(Frame *frame, Instruction ins)
{
    const Instruction *cache = frame->pc;
    Object *object = frame->base[ins.b];
    if (unlikely(object->type_index != cache[0].index32))
        return NATIVE_NOT;
    Object *descriptor = (Object *)(uintptr_t)cache[1].word;
    incref(descriptor); // what it calls may take it out of its class
    Object *value =
        type_of(descriptor)->descriptor_get(descriptor, object, OBJECT(type_of(object)));
    decref(descriptor);
    return likely(value != NULL) ? put_attr(frame, ins, value) : NATIVE_FAILED;
}

// LOAD_ATTR in whatever form, into its register.
int native_load_attr(Frame *frame, Instruction ins)
{
    native_note_form(frame, ins, OP_LOAD_ATTR);
    ins.op = frame->pc[-1].op;
    int status;
    switch (ins.op) {
    case OP_LOAD_ATTR_PROPERTY:
        return load_property(frame, ins);
    case OP_LOAD_ATTR_DESCRIPTOR:
        return load_descriptor(frame, ins);
    case OP_LOAD_ATTR:
        status = special_load_attr(frame, ins);
        return status > 0 ? NATIVE_SWITCH : status;
    }
    Object *value = find_attr(frame->pc, ins, frame, frame->base[ins.b]);
    if (likely(value != NULL))
        return put_attr(frame, ins, new_ref(value));
    if (ins.op != OP_LOAD_ATTR_MANY)
        return NATIVE_NOT;
    status = special_load_attr_many(frame, ins);
    return status > 0 ? NATIVE_SWITCH : status;
}

static Object *stored_value(Frame *frame, Instruction ins)
{
    Object *item;
    if (ins.d & D_C_TEMP) {
        item = frame->base[ins.c];
        frame->base[ins.c] = NULL;
    } else {
        item = operand(frame, ins.c, ins.d & D_C_CONST);
        incref(item);
    }
    return item;
}

static int consume_object(Frame *frame, Instruction ins)
{
    if (ins.d & D_A_TEMP) {
        Object *object = frame->base[ins.a];
        frame->base[ins.a] = NULL;
        decref(object);
    }
    return NATIVE_DONE;
}

// STORE_ATTR in whatever form.
int native_store_attr(Frame *frame, Instruction ins)
{
    native_note_form(frame, ins, OP_STORE_ATTR);
    ins.op = frame->pc[-1].op;
    const Instruction *cache = frame->pc;
    Object *object = frame->base[ins.a], **slot;
    bool is_known = object->flags & FLAG_HAS_SHAPE &&
                    INSTANCE(object)->shape == (Shape *)(uintptr_t)cache[0].word;
    switch (ins.op) {
    case OP_STORE_ATTR:
        return special_store_attr(frame, ins);
    case OP_STORE_ATTR_ADD: {
        Shape *next = (Shape *)(uintptr_t)cache[1].word;
        if (unlikely(!is_known || next->slot_count > instance_capacity(object)))
            return NATIVE_NOT;
        instance_add_steal(object, next, stored_value(frame, ins));
        return consume_object(frame, ins);
    }
    case OP_STORE_ATTR_SLOT:
        if (unlikely(!is_known))
            return NATIVE_NOT;
        slot = &INSTANCE(object)->slots[cache[1].index32];
        break;
    case OP_STORE_ATTR_MANY: {
        const Object *name = frame->code->constants[ins.b];
        if (unlikely(!(object->flags & FLAG_HAS_SHAPE)))
            return special_store_attr_many(frame, ins);
        const SharedCacheEntry *entry = special_shared(SHARED_STORE, INSTANCE(object)->shape, name);
        if (unlikely(entry->shape != INSTANCE(object)->shape || entry->name != name))
            return special_store_attr_many(frame, ins);
        slot = &INSTANCE(object)->slots[entry->answer];
        break;
    }
    default:
        return NATIVE_NOT;
    }
    Object *old = *slot;
    *slot = stored_value(frame, ins);
    xdecref(old);
    return consume_object(frame, ins);
}

// Object and method into the window.
static int put_method(Frame *frame, Instruction ins, Object *object, Object *method)
{
    Object **r = frame->base;
    if (ins.d & D_B_TEMP)
        r[ins.b] = NULL; // moves to a+1
    else
        incref(object);
    incref(method);
    write_register(&r[ins.a + 1], object);
    write_register(&r[ins.a], method);
    return NATIVE_DONE;
}

// LOAD_METHOD in whatever form but those that call without self.
int native_load_method(Frame *frame, Instruction ins)
{
    native_note_form(frame, ins, OP_LOAD_METHOD);
    ins.op = frame->pc[-1].op;
    const Instruction *cache = frame->pc;
    Object **r = frame->base, *object = r[ins.b];
    switch (ins.op) {
    case OP_LOAD_METHOD_SHAPE:
        if (!(object->flags & FLAG_HAS_SHAPE))
            return NATIVE_NOT;
        if (INSTANCE(object)->shape == (Shape *)(uintptr_t)cache[0].word)
            return put_method(frame, ins, object, (Object *)(uintptr_t)cache[1].word);
        if (INSTANCE(object)->shape == (Shape *)(uintptr_t)cache[2].word)
            return put_method(frame, ins, object, (Object *)(uintptr_t)cache[3].word);
        return NATIVE_NOT;
    case OP_LOAD_METHOD_SUBCLASS:
        if (object->type_index == (uint32_t)cache[0].word &&
            *(Shape **)(void *)((char *)object + cache[0].index32) ==
                (Shape *)(uintptr_t)cache[2].word)
            return put_method(frame, ins, object, (Object *)(uintptr_t)cache[1].word);
        return NATIVE_NOT;
    case OP_LOAD_METHOD_TYPE:
        if (object->type_index == cache[0].index32)
            return put_method(frame, ins, object, (Object *)(uintptr_t)cache[1].word);
        return NATIVE_NOT;
    case OP_LOAD_METHOD_CLASSMETHOD:
        if (object == (Object *)(uintptr_t)cache[0].word && IS_TYPE(object) &&
            ((TypeObject *)object)->version == cache[1].index32)
            return put_method(frame, ins, object, (Object *)(uintptr_t)cache[2].word);
        return NATIVE_NOT;
    case OP_LOAD_METHOD_MANY: {
        const Object *name = frame->code->constants[ins.c];
        if (likely(object->flags & FLAG_HAS_SHAPE)) {
            const SharedCacheEntry *entry =
                special_shared(SHARED_METHOD, INSTANCE(object)->shape, name);
            if (likely(entry->shape == INSTANCE(object)->shape && entry->name == name))
                return put_method(frame, ins, object, (Object *)entry->answer);
        }
        return special_load_method_many(frame, ins);
    }
    case OP_LOAD_METHOD:
        return special_load_method(frame, ins);
    default:
        return NATIVE_NOT;
    }
}

// A function that is called without self: of a module, a class, or a static method. Borrowed, or
// NULL.
Object *native_find_function(Frame *frame, Instruction ins, Object *object)
{
    ins.op = frame->pc[-1].op;
    const Instruction *cache = frame->pc;
    switch (ins.op) {
    case OP_LOAD_METHOD_MODULE:
        if (IS_EXACT(object, MODULE) && MODULE(object)->dict->keys_version == cache[0].index32)
            return ((DictStrEntry *)MODULE(object)->dict->entries)[cache[1].index32].value;
        return NULL;
    case OP_LOAD_METHOD_CLASS:
        if (object == (Object *)(uintptr_t)cache[0].word && IS_TYPE(object) &&
            ((TypeObject *)object)->version == cache[1].index32)
            return (Object *)(uintptr_t)cache[2].word;
        return NULL;
    case OP_LOAD_METHOD_STATIC:
        if (object->flags & FLAG_HAS_SHAPE &&
            INSTANCE(object)->shape == (Shape *)(uintptr_t)cache[0].word)
            return (Object *)(uintptr_t)cache[1].word;
        return NULL;
    default:
        return NULL;
    }
}

// ---- Items --------------------------------------------------------------------------------------

int native_load_item_dict(Frame *frame, Instruction ins)
{
    Object **r = frame->base, *container = r[ins.b];
    if (unlikely(!IS_EXACT(container, DICT)))
        return NATIVE_NOT;
    Object *key = ins.d & D_C_CONST ? frame->code->constants[ins.c] : eval_shared(&r[ins.c]);
    Object *item = dict_get_borrow(container, key);
    if (unlikely(!item)) {
        if (!error_occurred())
            error_key(key);
        return NATIVE_FAILED;
    }
    incref(item);
    if (ins.d & D_B_TEMP) {
        r[ins.b] = NULL;
        decref(container);
    }
    if (ins.d & D_C_TEMP)
        consume(&r[ins.c]);
    write_register(&r[ins.a], item);
    return NATIVE_DONE;
}

// The same for a dict that only its container keeps.
int native_load_item_fed_dict(Frame *frame, Instruction ins, Object *dict)
{
    Object **r = frame->base;
    if (unlikely(!IS_EXACT(dict, DICT)))
        return NATIVE_NOT;
    incref(dict); // what compares keys may take it from where it was found
    Object *key = ins.d & D_C_CONST ? frame->code->constants[ins.c] : eval_shared(&r[ins.c]);
    Object *item = dict_get_borrow(dict, key);
    if (likely(item != NULL))
        incref(item);
    else if (!error_occurred())
        error_key(key);
    decref(dict);
    if (unlikely(!item))
        return NATIVE_FAILED;
    if (ins.d & D_C_TEMP)
        consume(&r[ins.c]);
    write_register(&r[ins.a], item);
    return NATIVE_DONE;
}

int native_store_item_dict(Frame *frame, Instruction ins)
{
    Object **r = frame->base, *container = r[ins.a];
    if (unlikely(!IS_EXACT(container, DICT)))
        return NATIVE_NOT;
    Object *key = ins.d & D_B_CONST ? frame->code->constants[ins.b] : eval_shared(&r[ins.b]);
    if (unlikely(dict_set(container, key, operand(frame, ins.c, ins.d & D_C_CONST)) < 0))
        return NATIVE_FAILED;
    if (ins.d & D_C_TEMP)
        consume(&r[ins.c]);
    if (ins.d & D_A_TEMP)
        consume(&r[ins.a]);
    if (ins.d & D_B_TEMP)
        consume(&r[ins.b]);
    return NATIVE_DONE;
}

int native_load_item(Frame *frame, Instruction ins)
{
    if (unlikely(frame->pc[-1].op != OP_LOAD_SUBSCR))
        return NATIVE_NOT;
    int status = special_load_subscr(frame, ins);
    return status > 0 ? NATIVE_SWITCH : status;
}

int native_store_item(Frame *frame, Instruction ins)
{
    if (unlikely(frame->pc[-1].op != OP_STORE_SUBSCR))
        return NATIVE_NOT;
    return special_store_subscr(frame, ins);
}

int native_store_byte(Frame *frame, Instruction ins)
{
    Object **r = frame->base, *container = r[ins.a],
           *key = operand(frame, ins.b, ins.d & D_B_CONST);
    Object *byte = operand(frame, ins.c, ins.d & D_C_CONST);
    if (unlikely(!IS_EXACT(container, BYTEARRAY) || meta_of(key) != META(TYPE_INT) ||
                 meta_of(byte) != META(TYPE_INT)))
        return NATIVE_NOT;
    int64_t index = ((IntObject *)key)->value, value = ((IntObject *)byte)->value;
    BytearrayObject *bytes = (BytearrayObject *)container;
    index += index < 0 ? (int64_t)bytes->size : 0;
    if (unlikely((uint64_t)value >= 256 || (uint64_t)index >= bytes->size))
        return NATIVE_NOT;
    bytes->data[index] = (uint8_t)value;
    if (ins.d & D_C_TEMP)
        consume(&r[ins.c]);
    if (ins.d & D_A_TEMP)
        consume(&r[ins.a]);
    if (ins.d & D_B_TEMP)
        consume(&r[ins.b]);
    return NATIVE_DONE;
}

int native_delete_item(Frame *frame, Instruction ins)
{
    int status = object_delete_subscript(frame->base[ins.a], frame->base[ins.b]);
    if (ins.d & D_A_TEMP)
        consume(&frame->base[ins.a]);
    if (ins.d & D_B_TEMP)
        consume(&frame->base[ins.b]);
    return status;
}

// ---- Displays, unpacking, iteration -------------------------------------------------------------

int native_build_tuple(Frame *frame, Instruction ins)
{
    Object **items = &frame->base[ins.b], *tuple = tuple_from_array_steal(items, ins.c);
    for (uint32_t i = 0; i < ins.c; i++)
        items[i] = NULL;
    if (unlikely(!tuple))
        return NATIVE_FAILED;
    write_register(&frame->base[ins.a], tuple);
    return NATIVE_DONE;
}

int native_append(Frame *frame, Instruction ins) // LIST_APPEND
{
    Object *item = frame->base[ins.b];
    if (ins.d & D_B_TEMP)
        frame->base[ins.b] = NULL;
    else
        incref(item);
    return list_append_steal(frame->base[ins.a], item);
}

int native_set_add(Frame *frame, Instruction ins)
{
    if (unlikely(set_add(frame->base[ins.a], frame->base[ins.b]) < 0))
        return NATIVE_FAILED;
    if (ins.d & D_B_TEMP)
        consume(&frame->base[ins.b]);
    return NATIVE_DONE;
}

int native_dict_add(Frame *frame, Instruction ins)
{
    if (unlikely(dict_set(frame->base[ins.a], frame->base[ins.b], frame->base[ins.c]) < 0))
        return NATIVE_FAILED;
    if (ins.d & D_B_TEMP)
        consume(&frame->base[ins.b]);
    if (ins.d & D_C_TEMP)
        consume(&frame->base[ins.c]);
    return NATIVE_DONE;
}

int native_list_to_tuple(Frame *frame, Instruction ins)
{
    Object *tuple = list_to_tuple(frame->base[ins.b]);
    if (unlikely(!tuple))
        return NATIVE_FAILED;
    if (ins.d & D_B_TEMP)
        consume(&frame->base[ins.b]);
    write_register(&frame->base[ins.a], tuple);
    return NATIVE_DONE;
}

int native_unpack(Frame *frame, Instruction ins)
{
    Object **r = frame->base, *sequence = r[ins.b], *const *items = NULL;
    if (IS_EXACT(sequence, TUPLE) && TUPLE(sequence)->count == ins.c)
        items = TUPLE(sequence)->items;
    else if (IS_EXACT(sequence, LIST) && LIST(sequence)->count == ins.c)
        items = LIST(sequence)->items;
    if (unlikely(!items))
        return eval_unpack(frame, ins);
    bool is_temp = ins.d & D_B_TEMP;
    if (is_temp)
        r[ins.b] = NULL;
    for (uint32_t i = 0; i < ins.c; i++) {
        incref(items[i]);
        write_register(&r[ins.a + i], items[i]);
    }
    if (is_temp)
        decref(sequence);
    return NATIVE_DONE;
}

int native_unpack_two(Frame *frame, Instruction ins)
{
    Object **r = frame->base, *sequence = r[ins.c];
    if (likely(IS_EXACT(sequence, LIST) && LIST(sequence)->count == 2)) {
        Object *first = new_ref(LIST(sequence)->items[0]),
               *second = new_ref(LIST(sequence)->items[1]);
        if (ins.d & D_C_TEMP) {
            r[ins.c] = NULL;
            decref(sequence);
        }
        write_register(&r[ins.a], first);
        write_register(&r[ins.b], second);
        return NATIVE_DONE;
    }
    return eval_unpack_two(frame, ins);
}

int native_delete_local(Frame *frame, Instruction ins)
{
    if (unlikely(!frame->base[ins.a]))
        return NATIVE_NOT;
    ref_clear(&frame->base[ins.a]);
    return NATIVE_DONE;
}

int native_make_cell(Frame *frame, Instruction ins)
{
    Object *cell = cell_new_steal(frame->base[ins.a]);
    frame->base[ins.a] = cell;
    return cell ? NATIVE_DONE : NATIVE_FAILED;
}

int native_get_iter(Frame *frame, Instruction ins)
{
    Object *iterator = object_iterate(frame->base[ins.b]);
    if (unlikely(!iterator))
        return NATIVE_FAILED;
    if (ins.d & D_B_TEMP)
        consume(&frame->base[ins.b]);
    write_register(&frame->base[ins.a], iterator);
    return NATIVE_DONE;
}

int native_get_yield_from_iter(Frame *frame, Instruction ins)
{
    Object *delegate = frame->base[ins.b];
    Object *iterator = IS_EXACT(delegate, GENERATOR) ? new_ref(delegate) : object_iterate(delegate);
    if (unlikely(!iterator))
        return NATIVE_FAILED;
    if (ins.d & D_B_TEMP)
        consume(&frame->base[ins.b]);
    write_register(&frame->base[ins.a], iterator);
    return NATIVE_DONE;
}

// FOR_ITER, FOR_LOOP: a step of any iterator. NATIVE_TRUE: it is exhausted and was released.
int native_next(Frame *frame, Instruction ins)
{
    Object *iterator = frame->base[ins.b];
    switch (iterator->type_index) { // the loop has special forms for these
    case TYPE_RANGE_ITER:
    case TYPE_LIST_ITER:
    case TYPE_TUPLE_ITER:
    case TYPE_GENERATOR:
        return NATIVE_NOT;
    }
    Object *item = type_of(iterator)->next(iterator);
    if (likely(item != NULL)) {
        write_register(&frame->base[ins.a], item);
        return NATIVE_DONE;
    }
    if (unlikely(error_occurred())) {
        if (!error_is(&exc_stop_iteration))
            return NATIVE_FAILED;
        error_clear();
    }
    frame->base[ins.b] = NULL;
    decref(iterator);
    return NATIVE_TRUE;
}

// The iterator of a special FOR_ITER or FOR_LOOP has come to its end.
void native_exhausted(Object **slot)
{
    Object *iterator = *slot;
    if (IS_EXACT(iterator, LIST_ITER) && ((ListIterObject *)iterator)->sequence) {
        Object *list =
            ((ListIterObject *)iterator)->sequence; // for good, whatever is appended later
        ((ListIterObject *)iterator)->sequence = NULL;
        decref(list);
    }
    *slot = NULL;
    decref(iterator);
}

// ---- Calls in C ---------------------------------------------------------------------------------

// The window of a call is released and the result written, or the exception left to the unwinder.
int native_finish_call(Frame *frame, Instruction ins, Object *result)
{
    Object **window = &frame->base[ins.a];
    if (unlikely(!result)) {
        for (uint32_t i = 0; i < ins.b + 2u; i++)
            ref_clear(&window[i]);
        return NATIVE_FAILED;
    }
    for (Object **slot = window, **end = window + ins.b + 2; slot < end; slot++) {
        Object *object = *slot;
        if (object) {
            *slot = NULL;
            decref(object);
        }
    }
    if (ins.d & D_DROP)
        decref(result);
    else
        write_register(&frame->base[ins.c], result);
    return NATIVE_DONE;
}

// Is it a C function, or the descriptor of a method, of the definition that the cache names?
static inline const MethodDef *function_definition(const Frame *frame, Instruction ins,
                                                   const Object *self)
{
    const Object *callable = frame->base[ins.a];
    const MethodDef *def = (const MethodDef *)(uintptr_t)frame->pc[0].word;
    bool fits =
        IS_EXACT(callable, C_FUNCTION) && !self && ((const CFunctionObject *)callable)->def == def;
    return fits ? def : NULL;
}
static inline const MethodDef *method_definition(const Frame *frame, Instruction ins,
                                                 const Object *self)
{
    const Object *callable = frame->base[ins.a];
    const MethodDef *def = (const MethodDef *)(uintptr_t)frame->pc[0].word;
    bool fits = IS_EXACT(callable, METHOD_DESCRIPTOR) && self &&
                self->type_index == frame->pc[1].index32 &&
                ((const MethodDescriptorObject *)callable)->def == def;
    return fits ? def : NULL;
}

int native_call_method(Frame *frame, Instruction ins) // CALL_METHOD_FAST, CALL_C_ONE
{
    ins.op = frame->pc[-1].op;
    Object **window = &frame->base[ins.a], *self = ins.d & D_CALL_SELF ? window[1] : NULL;
    const MethodDef *def = method_definition(frame, ins, self);
    if (unlikely(!def || (ins.op != OP_CALL_METHOD_FAST && ins.op != OP_CALL_C_ONE)))
        return NATIVE_NOT;
    Object *result;
    if (ins.op == OP_CALL_C_ONE)
        result = ((BinaryFn)def->function)(self, window[2]);
    else if ((def->kind & METHOD_KIND_MASK) == METHOD_NOARGS)
        result = ((UnaryFn)def->function)(self);
    else
        result = ((FastFn)def->function)(self, window + 2, ins.b);
    return native_finish_call(frame, ins, result);
}

int native_call_builtin(Frame *frame, Instruction ins) // CALL_C_FAST, CALL_BUILTIN_ONE
{
    ins.op = frame->pc[-1].op;
    Object **window = &frame->base[ins.a];
    const MethodDef *def = function_definition(frame, ins, ins.d & D_CALL_SELF ? window[1] : NULL);
    if (unlikely(!def || (ins.op != OP_CALL_C_FAST && ins.op != OP_CALL_BUILTIN_ONE)))
        return NATIVE_NOT;
    Object *self = ((CFunctionObject *)window[0])->self;
    Object *result = ins.op == OP_CALL_BUILTIN_ONE
                         ? ((BinaryFn)def->function)(self, window[2])
                         : ((FastFn)def->function)(self, window + 2, ins.b);
    return native_finish_call(frame, ins, result);
}

int native_call_type(Frame *frame, Instruction ins) // CALL_BUILTIN_TYPE
{
    ins.op = frame->pc[-1].op;
    Object **window = &frame->base[ins.a], *callable = window[0];
    if (unlikely(ins.op != OP_CALL_BUILTIN_TYPE ||
                 callable != (Object *)(uintptr_t)frame->pc[0].word ||
                 (ins.d & D_CALL_SELF && window[1])))
        return NATIVE_NOT;
    return native_finish_call(
        frame, ins, ((TypeObject *)callable)->construct(callable, window + 2, ins.b, NULL));
}

int native_call_append(Frame *frame, Instruction ins)
{
    ins.op = frame->pc[-1].op;
    Object **window = &frame->base[ins.a], *callable = window[0], *self = window[1],
           *item = window[2];
    if (unlikely(ins.op != OP_CALL_LIST_APPEND || !method_definition(frame, ins, self) ||
                 !IS_EXACT(self, LIST) || self->refcount == 1))
        return NATIVE_NOT;
    ListObject *list = LIST(self);
    window[2] = NULL;
    if (likely(list->count < list->capacity))
        list->items[list->count++] = item;
    else if (unlikely(list_append_steal(self, item) < 0))
        return native_finish_call(frame, ins, NULL);
    window[0] = window[1] = NULL;
    decref(callable);
    decref(self);
    if (!(ins.d & D_DROP))
        write_register(&frame->base[ins.c], object_none);
    return NATIVE_DONE;
}

// The length of an exact list, tuple, str, dict or set; -1: of something else.
static int64_t length_of(Object *object)
{
    switch (object->type_index) {
    case TYPE_LIST:
        return (int64_t)LIST(object)->count;
    case TYPE_TUPLE:
        return (int64_t)TUPLE(object)->count;
    case TYPE_STR:
        return (int64_t)str_length(object);
    case TYPE_DICT:
        return DICT(object)->is_shape_backed ? -1 : (int64_t)DICT(object)->used_count;
    case TYPE_SET:
        return (int64_t)((SetObject *)object)->used_count;
    default:
        return -1;
    }
}

int native_call_len(Frame *frame, Instruction ins)
{
    Object **window = &frame->base[ins.a], *callable = window[0], *argument = window[2];
    if (unlikely(frame->pc[-1].op != OP_CALL_LEN || !IS_EXACT(callable, C_FUNCTION) ||
                 ((CFunctionObject *)callable)->def != special_len_def ||
                 (ins.d & D_CALL_SELF && window[1]) || ins.d & D_DROP))
        return NATIVE_NOT;
    int64_t length = length_of(argument);
    if (unlikely(length < 0)) {
        Object *result =
            ((BinaryFn)special_len_def->function)(((CFunctionObject *)callable)->self, argument);
        if (!(ins.d & D_FEEDS) || !result) {
            int status = native_finish_call(frame, ins, result);
            return status == NATIVE_DONE && unlikely(state.interrupt) ? safepoint_run() : status;
        }
        length = ((IntObject *)result)->value; // len() makes sure of it
        decref(result);
    }
    window[0] = window[2] = NULL;
    decref(argument);
    decref(callable);
    if (ins.d & D_FEEDS) {
        native_lent.integer = length;
        return NATIVE_DONE;
    }
    Object *boxed = int_from_int64(length);
    if (unlikely(!boxed))
        return NATIVE_FAILED;
    write_register(&frame->base[ins.c], boxed);
    return NATIVE_DONE;
}

// ---- Names and exceptions -----------------------------------------------------------------------

// LOAD_NAME and the like in their general forms: they count in their caches when to specialise.
int native_load_name(Frame *frame, Instruction ins)
{
    switch (frame->pc[-1].op) {
    case OP_LOAD_NAME:
        return special_load_name(frame, ins);
    case OP_LOAD_GLOBAL:
        return special_load_global(frame, ins);
    default:
        return NATIVE_NOT;
    }
}

int native_store_name(Frame *frame, Instruction ins)
{
    switch (frame->pc[-1].op) {
    case OP_STORE_NAME:
        return special_store_name(frame, ins);
    case OP_STORE_GLOBAL:
        return special_store_global(frame, ins);
    default:
        return NATIVE_NOT;
    }
}

int native_exc_match_jump(Frame *frame, Instruction ins) // NATIVE_TRUE: it matches
{
    return eval_exc_match(frame, ins);
}

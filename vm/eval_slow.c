// The long halves of instructions: what the dispatch loop calls when its fast path does not fit.
// Each follows opcodes.def's contract: operands that are temporaries are consumed left to right, then
// the destination is written; on failure what is not consumed stays for the unwinder.
#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/set.h"
#include "runtime/containers/slice.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/arithmetic.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/memory_error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/model/slot_functions.h"
#include "runtime/program/cell.h"
#include "runtime/program/exception.h"
#include "runtime/text/intern.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "vm/eval.h"
#include "vm/vm.h"

static bool is_temp(const Frame *frame, uint32_t index)
{
    return index >= frame->code->local_count;
}

// Releases the temporary `index` for good, unless it is a local.
static void consume_if_temp(Frame *frame, uint32_t index)
{
    if (is_temp(frame, index))
        consume(&frame->base[index]);
}

static Object *operand(const Frame *frame, Instruction ins, uint32_t index, int constant_bit)
{
    return ins.d & constant_bit ? frame->code->constants[index] : eval_shared(&frame->base[index]);
}

// Consumes operands b and c as `ins` says.
static void consume_operands(Frame *frame, Instruction ins)
{
    if (!(ins.d & D_B_CONST))
        consume_if_temp(frame, ins.b);
    if (!(ins.d & D_C_CONST))
        consume_if_temp(frame, ins.c);
}

int eval_binary(Frame *frame, Instruction ins, BinaryOp op)
{
    Object *left = operand(frame, ins, ins.b, D_B_CONST), *right = operand(frame, ins, ins.c, D_C_CONST);
    Object **destination = &frame->base[ins.a];
    const TypeObject *type = type_of(left);
    if (type_has(type, TF_HEAP) && !(ins.d & D_INPLACE && (type->inplace[op] || type->sequence.inplace_concat))) {
        Object *function = slot_binary_function_borrow(op, left, right);
        int pushed = function ? invoke_push_operator(function, (Object *[]){left, right}, 2, FRAME_OPERATOR) : 0;
        if (pushed)
            return pushed;
    } else if (op == BINARY_ADD && ins.a == ins.b && !(ins.d & D_B_CONST) && IS_EXACT(left, STR) && IS_EXACT(right, STR)) {
        if (str_append_move(destination, right) < 0)
            return -1;
        if (!(ins.d & D_C_CONST) && ins.c != ins.a)
            consume_if_temp(frame, ins.c);
        return 0;
    }
    Object *result = ins.d & D_INPLACE ? object_inplace(op, left, right) : object_binary(op, left, right);
    consume_operands(frame, ins);
    if (!result)
        return -1;
    write_register(destination, result);
    return 0;
}

static void consume_jump_operands(Frame *frame, Instruction ins);

// A script method has returned the result of a fused comparison.
static int jump_result(Frame *frame, Instruction ins, CompareOp op, Object *result)
{
    if (result == object_not_implemented) {
        decref(result);
        result = object_compare_rest(operand(frame, ins, ins.a, D_A_CONST),
                                     operand(frame, ins, ins.b, D_B_CONST), op);
        if (!result)
            return -1;
    }
    consume_jump_operands(frame, ins);
    int truth = object_is_true(result);
    decref(result);
    return truth < 0 ? -1 : truth == !!(ins.d & D_JUMP_IF_TRUE);
}

int eval_operator_result(Frame *frame, Instruction ins, Object *result)
{
    Opcode op = opcode_general((Opcode)ins.op);
    if (op >= OP_LT_JUMP && op <= OP_GE_JUMP)
        return jump_result(frame, ins, (CompareOp)(op - OP_LT_JUMP), result);
    if (op == OP_LOAD_ATTR) {
        consume_if_temp(frame, ins.b);
    } else {
        if (op != OP_LOAD_SUBSCR && result == object_not_implemented) {
            Object *left = operand(frame, ins, ins.b, D_B_CONST);
            Object *right = operand(frame, ins, ins.c, D_C_CONST);
            decref(result);
            result = op >= OP_LT && op <= OP_GE
                         ? object_compare_rest(left, right, (CompareOp)(op - OP_LT))
                         : object_binary_rest((BinaryOp)(op - OP_ADD), left, right, ins.d & D_INPLACE);
            if (!result)
                return -1;
        }
        consume_operands(frame, ins);
    }
    write_register(&frame->base[ins.a], result);
    return 0;
}

// Pushes the frame of left's method, if that is a plain function: 1, 0, -1.
static inline int push_compare(Object *left, Object *right, CompareOp op)
{
    if (!type_has(type_of(left), TF_HEAP))
        return 0;
    Object *function = slot_compare_function_borrow(op, left, right);
    if (!function)
        return 0;
    if (recursion_enter(" in comparison") < 0)
        return -1;
    int pushed = invoke_push_operator(function, (Object *[]){left, right}, 2, FRAME_OPERATOR | FRAME_COMPARE);
    if (pushed <= 0)
        recursion_leave();
    return pushed;
}

int eval_compare(Frame *frame, Instruction ins, CompareOp op)
{
    int pushed = push_compare(operand(frame, ins, ins.b, D_B_CONST), operand(frame, ins, ins.c, D_C_CONST), op);
    if (pushed)
        return pushed;
    Object *result = object_compare(operand(frame, ins, ins.b, D_B_CONST), operand(frame, ins, ins.c, D_C_CONST), op);
    consume_operands(frame, ins);
    if (!result)
        return -1;
    write_register(&frame->base[ins.a], result);
    return 0;
}

// Consumes operands a and b of a fused jump as `ins` says.
static void consume_jump_operands(Frame *frame, Instruction ins)
{
    if (!(ins.d & D_A_CONST))
        consume_if_temp(frame, ins.a);
    if (!(ins.d & D_B_CONST))
        consume_if_temp(frame, ins.b);
}

int eval_compare_jump(Frame *frame, Instruction ins, CompareOp op)
{
    Object *left = operand(frame, ins, ins.a, D_A_CONST), *right = operand(frame, ins, ins.b, D_B_CONST);
    if ((op == COMPARE_EQ || op == COMPARE_NE) && IS_EXACT(left, STR) && IS_EXACT(right, STR)) {
        int equal = str_equal(left, right) == (op == COMPARE_EQ);
        consume_jump_operands(frame, ins);
        return equal;
    }
    int pushed = push_compare(left, right, op);
    if (pushed)
        return pushed < 0 ? -1 : EVAL_PUSHED;
    Object *result = object_compare(left, right, op);
    consume_jump_operands(frame, ins);
    if (!result)
        return -1;
    int truth = result == object_true ? 1 : result == object_false ? 0 : object_is_true(result);
    decref(result);
    return truth;
}

int eval_unary(Frame *frame, Instruction ins)
{
    UnaryOp op = ins.op == OP_INVERT ? UNARY_INVERT : ins.op == OP_POSITIVE ? UNARY_POSITIVE : UNARY_NEGATIVE;
    Object *result = object_unary(op, frame->base[ins.b]);
    if (!result)
        return -1;
    consume_if_temp(frame, ins.b);
    write_register(&frame->base[ins.a], result);
    return 0;
}

// --- names ---

static int raise_name_error(Object *name)
{
    error_format(&exc_name_error, "name '%U' is not defined", name);
    if (state.exception && IS_EXCEPTION(state.exception) && type_of(state.exception) == &exc_name_error)
        ref_set_steal(&((NameErrorObject *)state.exception)->name, new_ref(name));
    return -1;
}

int eval_load_global_name(Frame *frame, Object *name, Object **value)
{
    Object *found = dict_get_str_borrow(frame->globals, name);
    if (!found && !error_occurred())
        found = dict_get_str_borrow(frame_builtins_borrow(frame), name);
    if (!found)
        return error_occurred() ? -1 : raise_name_error(name);
    *value = new_ref(found);
    return 0;
}

// The locals mapping's value for `name`: 1 found (*value new reference), 0 absent, -1.
static int get_local_name(Frame *frame, Object *name, Object **value)
{
    Object *locals = frame->flags & FRAME_LOCALS ? frame->locals : OBJECT(frame->globals);
    if (IS_EXACT(locals, DICT)) {
        *value = dict_get_str_borrow(DICT(locals), name);
        if (*value) {
            incref(*value);
            return 1;
        }
        return error_occurred() ? -1 : 0;
    }
    *value = object_subscript(locals, name);
    if (*value)
        return 1;
    if (!error_is(&exc_key_error))
        return -1;
    error_clear();
    return 0;
}

int eval_load_name(Frame *frame, Instruction ins)
{
    Object *name = frame->code->constants[ins.index32], *value;
    int found = get_local_name(frame, name, &value);
    if (found < 0 || (found == 0 && eval_load_global_name(frame, name, &value) < 0))
        return -1;
    write_register(&frame->base[ins.a], value);
    return 0;
}

int eval_load_class_deref(Frame *frame, Instruction ins)
{
    Object *value;
    int found = get_local_name(frame, frame->code->constants[ins.c], &value);
    if (found < 0)
        return -1;
    if (!found) {
        value = CELL(frame->base[ins.b])->content;
        if (!value) {
            eval_raise_unbound(frame, ins.b);
            return -1;
        }
        incref(value);
    }
    write_register(&frame->base[ins.a], value);
    return 0;
}

int eval_store_name(Frame *frame, Instruction ins)
{
    Object *name = frame->code->constants[ins.index32], *value = frame->base[ins.a];
    Object *locals = frame->flags & FRAME_LOCALS ? frame->locals : OBJECT(frame->globals);
    int status = IS_EXACT(locals, DICT) ? dict_set_str(DICT(locals), name, value)
                                        : object_set_subscript(locals, name, value);
    if (status < 0)
        return -1;
    consume_if_temp(frame, ins.a);
    return 0;
}

int eval_delete_name(Frame *frame, Instruction ins)
{
    Object *name = frame->code->constants[ins.index32];
    Object *locals = frame->flags & FRAME_LOCALS ? frame->locals : OBJECT(frame->globals);
    if (object_delete_subscript(locals, name) == 0)
        return 0;
    if (!error_is(&exc_key_error))
        return -1;
    error_clear();
    return raise_name_error(name);
}

int eval_delete_global(Frame *frame, Instruction ins)
{
    Object *name = frame->code->constants[ins.index32];
    int deleted = dict_delete_optional(OBJECT(frame->globals), name);
    if (deleted < 0)
        return -1;
    return deleted ? 0 : raise_name_error(name);
}

void eval_raise_unbound(Frame *frame, int local_index)
{
    CodeObject *code = frame->code;
    Object *name = TUPLE(code->local_names)->items[local_index];
    if (code->local_kinds[local_index] == CODE_LOCAL_FREE) {
        error_format(&exc_name_error, "cannot access free variable '%U' where it is not associated with a value in "
                                      "enclosing scope", name);
        if (state.exception && type_of(state.exception) == &exc_name_error)
            ref_set_steal(&((NameErrorObject *)state.exception)->name, new_ref(name));
        return;
    }
    error_format(&exc_unbound_local_error,
                 "cannot access local variable '%U' where it is not associated with a value", name);
}

// --- displays ---

// The parts of a slice in the order in which a dying slice lets go of them; also when the subscript failed.
static void consume_slice(Object **window)
{
    consume(&window[2]);
    consume(&window[0]);
    consume(&window[1]);
}

int eval_build_slice(Frame *frame, Instruction ins)
{
    Object **window = &frame->base[ins.b];
    Object *slice = slice_new(window[0], window[1], window[2]);
    if (!slice)
        return -1;
    consume_slice(window);
    write_register(&frame->base[ins.a], slice);
    return 0;
}

// What a slice of small ints and Nones selects of a sequence.
typedef struct Section {
    int64_t start, step, count;
} Section;

// The section that slice(window[0], window[1], window[2]) makes of `length` items. False: a part is of
// another kind, or the step is not a plain one: a slice object has to find out.
static bool plain_section(Object *const *window, size_t length, Section *section)
{
    int64_t step = 1;
    if (window[2] != object_none) {
        if (meta_of(window[2]) != META(TYPE_INT))
            return false;
        step = ((IntObject *)window[2])->value;
        if (step == 0 || step < -INT64_MAX)
            return false;
    }
    int64_t bounds[2] = {step < 0 ? INT64_MAX : 0, step < 0 ? INT64_MIN : INT64_MAX};
    for (int i = 0; i < 2; i++) {
        if (window[i] == object_none)
            continue;
        if (meta_of(window[i]) != META(TYPE_INT))
            return false;
        bounds[i] = ((IntObject *)window[i])->value;
    }
    section->count = slice_adjust((int64_t)length, &bounds[0], &bounds[1], step);
    section->start = bounds[0];
    section->step = step;
    return true;
}

static Object *load_slice(Object *container, Object *const *window)
{
    Section section;
    switch (container->type_index) {
    case TYPE_LIST:
        if (plain_section(window, LIST(container)->count, &section))
            return list_get_section(container, section.start, section.step, (size_t)section.count);
        break;
    case TYPE_STR:
        if (plain_section(window, str_length(container), &section))
            return section.count ? str_substring_step(container, section.start, section.step, (size_t)section.count)
                                 : OBJECT(str_empty);
        break;
    case TYPE_TUPLE:
        if (plain_section(window, TUPLE(container)->count, &section))
            return tuple_get_section(container, section.start, section.step, (size_t)section.count);
        break;
    case TYPE_BYTES:
        if (plain_section(window, ((BytesObject *)container)->size, &section) && section.step == 1)
            return bytes_slice(container, (size_t)section.start, (size_t)(section.start + section.count));
        break;
    }
    Object *slice = slice_new(window[0], window[1], window[2]);
    Object *result = slice ? object_subscript(container, slice) : NULL;
    xdecref(slice);
    return result;
}

int eval_load_slice(Frame *frame, Instruction ins)
{
    Object **window = &frame->base[ins.c];
    Object *result = load_slice(frame->base[ins.b], window);
    consume_if_temp(frame, ins.b);
    consume_slice(window);
    if (!result)
        return -1;
    write_register(&frame->base[ins.a], result);
    return 0;
}

int eval_store_slice(Frame *frame, Instruction ins)
{
    Object **window = &frame->base[ins.b], *container = frame->base[ins.a];
    Object *value = ins.d & D_C_CONST ? frame->code->constants[ins.c] : frame->base[ins.c];
    Section section;
    int status;
    if (IS_EXACT(container, LIST) && plain_section(window, LIST(container)->count, &section) && section.step == 1) {
        status = list_set_slice(container, section.start, section.start + section.count, value);
    } else {
        Object *slice = slice_new(window[0], window[1], window[2]);
        status = slice ? object_set_subscript(container, slice, value) : -1;
        xdecref(slice);
    }
    if (!(ins.d & D_C_CONST))
        consume_if_temp(frame, ins.c);
    consume_if_temp(frame, ins.a);
    consume_slice(window);
    return status;
}

int eval_build_list(Frame *frame, Instruction ins)
{
    Object **items = &frame->base[ins.b], *list = list_from_array_steal(items, ins.c);
    for (uint32_t i = 0; i < ins.c; i++)
        items[i] = NULL;
    if (!list)
        return -1;
    write_register(&frame->base[ins.a], list);
    return 0;
}

int eval_build_set(Frame *frame, Instruction ins)
{
    Object *set = set_new();
    if (!set)
        return -1;
    for (uint32_t i = 0; i < ins.c; i++) {
        if (set_add(set, frame->base[ins.b + i]) < 0) {
            decref(set);
            return -1;
        }
        consume(&frame->base[ins.b + i]);
    }
    write_register(&frame->base[ins.a], set);
    return 0;
}

int eval_build_dict(Frame *frame, Instruction ins)
{
    Object *dict = dict_new_sized(ins.c);
    if (!dict)
        return -1;
    Object **pair = &frame->base[ins.b];
    for (uint32_t i = 0; i < ins.c; i++, pair += 2)
        if (dict_set(dict, pair[0], pair[1]) < 0) {
            decref(dict);
            return -1;
        }
    for (uint32_t i = 0; i < 2u * ins.c; i++)
        consume(&frame->base[ins.b + i]);
    write_register(&frame->base[ins.a], dict);
    return 0;
}

int eval_build_string(Frame *frame, Instruction ins)
{
    Object *text = str_join_array(NULL, &frame->base[ins.b], ins.c);
    if (!text)
        return -1;
    for (uint32_t i = 0; i < ins.c; i++)
        consume(&frame->base[ins.b + i]);
    write_register(&frame->base[ins.a], text);
    return 0;
}

int eval_format(Frame *frame, Instruction ins)
{
    Object *value = frame->base[ins.b], *converted, *result;
    switch (ins.d & 3) {
    case 1: converted = object_str(value); break;
    case 2: converted = object_repr(value); break;
    case 3: converted = object_ascii(value); break;
    default: converted = new_ref(value);
    }
    if (!converted)
        return -1;
    bool has_spec = ins.d & D_HAS_SPEC;
    if (!has_spec && IS_EXACT(converted, STR)) {
        result = converted;
    } else {
        result = object_format(converted, has_spec ? frame->base[ins.c] : OBJECT(str_empty));
        decref(converted);
        if (!result)
            return -1;
    }
    consume_if_temp(frame, ins.b);
    if (has_spec)
        consume_if_temp(frame, ins.c);
    write_register(&frame->base[ins.a], result);
    return 0;
}

int eval_list_extend(Frame *frame, Instruction ins)
{
    Object *iterable = frame->base[ins.b];
    if (list_extend(frame->base[ins.a], iterable) < 0) {
        if (error_is(&exc_type_error) && !type_of(iterable)->iterate &&
            !object_lookup_special_borrow(iterable, NAME(getitem)) && error_is(&exc_type_error)) {
            error_clear();
            error_format(&exc_type_error, "Value after * must be an iterable, not %T", iterable);
        }
        return -1;
    }
    consume_if_temp(frame, ins.b);
    return 0;
}

int eval_dict_update(Frame *frame, Instruction ins)
{
    Object *mapping = frame->base[ins.b];
    if (dict_merge(frame->base[ins.a], mapping, 1) < 0) {
        if (error_is(&exc_attribute_error)) {
            error_clear();
            error_format(&exc_type_error, "'%T' object is not a mapping", mapping);
        }
        return -1;
    }
    consume_if_temp(frame, ins.b);
    return 0;
}

Object *eval_callee_text(Object *callable)
{
    Object *qualname = object_get_attribute_optional(callable, NAME(qualname));
    if (!qualname) {
        if (memory_error_is_current())
            return NULL;
        error_clear();
        return object_str(callable);
    }
    Object *module = object_get_attribute_optional(callable, NAME(module));
    if (!module && memory_error_is_current()) {
        decref(qualname);
        return NULL;
    }
    if (!module)
        error_clear();
    Object *text;
    if (module && IS_STR(module) && !str_equal(module, NAME(plain_builtins)))
        text = str_format("%S.%S()", module, qualname);
    else
        text = str_format("%S()", qualname);
    xdecref(module);
    decref(qualname);
    return text;
}

int eval_dict_merge(Frame *frame, Instruction ins)
{
    Object *mapping = frame->base[ins.b], *callable = frame->base[ins.c];
    if (dict_merge(frame->base[ins.a], mapping, 2) < 0) {
        bool is_duplicate = error_is(&exc_key_error), is_no_mapping = error_is(&exc_attribute_error);
        if (!is_duplicate && !is_no_mapping)
            return -1;
        Object *error = error_take();
        if (is_duplicate && ((ExceptionObject *)error)->traceback) { // raised by a script's __getitem__
            error_restore_steal(error);
            return -1;
        }
        Object *text = eval_callee_text(callable);
        if (!text) {
            decref(error);
            return -1;
        }
        Object *args = ((ExceptionObject *)error)->args;
        if (is_no_mapping)
            error_format(&exc_type_error, "%U argument after ** must be a mapping, not %T", text, mapping);
        else if (args && TUPLE(args)->count == 1 && !IS_STR(TUPLE(args)->items[0]))
            error_text(&exc_type_error, "keywords must be strings");
        else
            error_format(&exc_type_error, "%U got multiple values for keyword argument '%S'", text,
                         args && TUPLE(args)->count ? TUPLE(args)->items[0] : object_none);
        decref(text);
        decref(error);
        return -1;
    }
    consume_if_temp(frame, ins.b);
    return 0;
}

// The iterator of a value to unpack. NULL with CPython's TypeError.
static Object *unpack_iterator(Object *value)
{
    Object *iterator = object_iterate(value);
    if (!iterator && error_is(&exc_type_error) && !type_of(value)->iterate &&
        !object_lookup_special_borrow(value, NAME(getitem)) && error_is(&exc_type_error)) {
        error_clear();
        error_format(&exc_type_error, "cannot unpack non-iterable %T object", value);
    }
    return iterator;
}

// Takes `count` items of an iterator into registers. -1: ValueError, and they are released.
static int unpack_items(Object **registers, Object *iterator, uint32_t count, int expected_at_least)
{
    for (uint32_t i = 0; i < count; i++) {
        Object *item = iterator_next(iterator);
        if (!item) {
            if (!error_occurred()) {
                if (expected_at_least >= 0)
                    error_format(&exc_value_error, "not enough values to unpack (expected at least %d, got %u)",
                                 expected_at_least, i);
                else
                    error_format(&exc_value_error, "not enough values to unpack (expected %u, got %u)", count, i);
            }
            while (i--)
                ref_clear(&registers[i]);
            return -1;
        }
        write_register(&registers[i], item);
    }
    return 0;
}

// The items of the value in register `source`, which is consumed, to `count` registers.
static int unpack_to(Frame *frame, uint32_t source, Object **registers, uint32_t count)
{
    Object *value = frame->base[source];
    if (IS_EXACT(value, LIST) || IS_EXACT(value, TUPLE)) {
        size_t length = IS_EXACT(value, LIST) ? LIST(value)->count : TUPLE(value)->count;
        if (length != count) {
            if (length > count)
                error_format(&exc_value_error, "too many values to unpack (expected %u)", count);
            else
                error_format(&exc_value_error, "not enough values to unpack (expected %u, got %zu)", count, length);
            return -1;
        }
        // The source may be one of the destinations: take it out first.
        incref(value);
        consume_if_temp(frame, source);
        for (uint32_t i = 0; i < count; i++) {
            Object *item = IS_EXACT(value, LIST) ? (i < LIST(value)->count ? LIST(value)->items[i] : object_none)
                                                 : TUPLE(value)->items[i];
            write_register(&registers[i], new_ref(item));
        }
        decref(value);
        return 0;
    }
    Object *iterator = unpack_iterator(value);
    if (!iterator)
        return -1;
    incref(value);
    consume_if_temp(frame, source);
    int status = unpack_items(registers, iterator, count, -1);
    if (status == 0) {
        Object *extra = iterator_next(iterator);
        if (extra) {
            decref(extra);
            error_format(&exc_value_error, "too many values to unpack (expected %u)", count);
        }
        if (extra || error_occurred()) {
            for (uint32_t i = count; i--;)
                ref_clear(&registers[i]);
            status = -1;
        }
    }
    decref(iterator);
    decref(value);
    return status;
}

int eval_unpack(Frame *frame, Instruction ins)
{
    return unpack_to(frame, ins.b, &frame->base[ins.a], ins.c);
}

int eval_unpack_two(Frame *frame, Instruction ins)
{
    Object *items[2] = {NULL, NULL};
    if (unpack_to(frame, ins.c, items, 2) < 0)
        return -1;
    write_register(&frame->base[ins.a], items[0]);
    write_register(&frame->base[ins.b], items[1]);
    return 0;
}

int eval_unpack_ex(Frame *frame, Instruction ins)
{
    uint32_t before = ins.c, after = ins.d;
    Object *value = new_ref(frame->base[ins.b]);
    Object *iterator = unpack_iterator(value);
    if (!iterator) {
        decref(value);
        return -1;
    }
    consume_if_temp(frame, ins.b);
    int status = unpack_items(&frame->base[ins.a], iterator, before, (int)(before + after));
    Object *rest = status == 0 ? object_to_list(iterator) : NULL;
    if (rest && LIST(rest)->count < after) {
        error_format(&exc_value_error, "not enough values to unpack (expected at least %u, got %zu)", before + after,
                     before + LIST(rest)->count);
        ref_clear(&rest);
    }
    if (rest) {
        size_t kept = LIST(rest)->count - after;
        for (uint32_t i = 0; i < after; i++)
            write_register(&frame->base[ins.a + before + 1 + i], LIST(rest)->items[kept + i]);
        LIST(rest)->count = kept;
        write_register(&frame->base[ins.a + before], rest);
    } else if (status == 0) {
        for (uint32_t i = before; i--;)
            ref_clear(&frame->base[ins.a + i]);
        status = -1;
    }
    decref(iterator);
    decref(value);
    return status;
}

// --- functions and classes ---

int eval_make_function(Frame *frame, Instruction ins)
{
    CodeObject *code = (CodeObject *)frame->code->constants[ins.b];
    FunctionObject *function = function_new(code, frame->globals);
    if (!function)
        return -1;
    Object **window = &frame->base[ins.c];
    if (ins.d & 1) {
        function->defaults = *window;
        *window++ = NULL;
    }
    if (ins.d & (2 | 4)) {
        FunctionExtras *extras = function_extras(function);
        if (!extras) {
            decref(OBJECT(function));
            return -1;
        }
        if (ins.d & 2) {
            extras->keyword_defaults = *window;
            *window++ = NULL;
        }
        if (ins.d & 4) {
            extras->annotations = *window;
            *window++ = NULL;
        }
    }
    if (ins.d & 8) {
        function->closure = *window;
        *window = NULL;
    }
    write_register(&frame->base[ins.a], OBJECT(function));
    return 0;
}

int eval_load_build_class(Frame *frame, Instruction ins)
{
    Object *function = dict_get_str_borrow(frame_builtins_borrow(frame), NAME(build_class));
    if (!function) {
        if (!error_occurred())
            error_text(&exc_name_error, "__build_class__ not found");
        return -1;
    }
    write_register(&frame->base[ins.a], new_ref(function));
    return 0;
}

int eval_setup_annotations(Frame *frame)
{
    Object *locals = frame->flags & FRAME_LOCALS ? frame->locals : OBJECT(frame->globals);
    int found = object_contains(locals, NAME(annotations));
    if (found)
        return found < 0 ? -1 : 0;
    Object *annotations = dict_new();
    if (!annotations)
        return -1;
    int status = object_set_subscript(locals, NAME(annotations), annotations);
    decref(annotations);
    return status;
}

// --- exceptions ---

// The exception instance that `raise value` means: new reference or NULL.
static Object *make_exception(Object *value)
{
    if (IS_EXCEPTION(value))
        return new_ref(value);
    if (IS_TYPE(value) && type_has((TypeObject *)value, TF_SUBCLASS_EXCEPTION)) {
        Object *instance = call_none(value);
        if (instance && !IS_EXCEPTION(instance)) {
            error_format(&exc_type_error, "calling %R should have returned an instance of BaseException, not %R", value,
                         type_of(instance));
            ref_clear(&instance);
        }
        return instance;
    }
    return error_text(&exc_type_error, "exceptions must derive from BaseException");
}

static int raise_again(void)
{
    Object *handled = state_handled_exception_borrow();
    if (!handled) {
        error_text(&exc_runtime_error, "No active exception to reraise");
        return -1;
    }
    error_restore_steal(new_ref(handled));
    return 1;
}

// raise exception from cause. 0 / -1 with TypeError.
static int set_cause(ExceptionObject *exception, Object *cause)
{
    if (cause == object_none) {
        cause = NULL;
    } else if (IS_EXCEPTION(cause) || (IS_TYPE(cause) && type_has((TypeObject *)cause, TF_SUBCLASS_EXCEPTION))) {
        cause = make_exception(cause);
        if (!cause)
            return -1;
    } else {
        error_text(&exc_type_error, "exception causes must derive from BaseException");
        return -1;
    }
    ref_set_steal(&exception->cause, cause);
    exception->suppress_context = true;
    return 0;
}

int eval_raise(Frame *frame, Instruction ins)
{
    if (ins.d == 0)
        return raise_again();
    Object *exception = make_exception(frame->base[ins.a]);
    if (exception && ins.d == 2 && set_cause((ExceptionObject *)exception, frame->base[ins.b]) < 0)
        ref_clear(&exception);
    if (exception) {
        error_object(type_of(exception), exception); // sets the context
        decref(exception);
    }
    consume_if_temp(frame, ins.a);
    if (ins.d == 2)
        consume_if_temp(frame, ins.b);
    return -1;
}

int eval_push_exc(Frame *frame, Instruction ins)
{
    Object *exception = frame->base[ins.a];
    Object *previous = state.handled->exception; // its reference moves to the register
    write_register(&frame->base[ins.a + 1], previous ? previous : object_none);
    state.handled->exception = new_ref(exception);
    return 0;
}

int eval_pop_exc(Frame *frame, Instruction ins)
{
    Object *previous = frame->base[ins.a + 1];
    frame->base[ins.a + 1] = NULL;
    if (previous == object_none)
        previous = NULL;
    ref_set_steal(&state.handled->exception, previous);
    ref_clear(&frame->base[ins.a]);
    return 0;
}

// TypeError unless `class` can stand behind except. 0 / -1.
static int check_except_class(Object *class)
{
    if (IS_TYPE(class) && type_has((TypeObject *)class, TF_SUBCLASS_EXCEPTION))
        return 0;
    error_text(&exc_type_error, "catching classes that do not inherit from BaseException is not allowed");
    return -1;
}

int eval_exc_match(Frame *frame, Instruction ins)
{
    Object *exception = frame->base[ins.a], *wanted = frame->base[ins.b];
    int match = 0;
    if (IS_TUPLE(wanted)) {
        for (size_t i = 0; i < TUPLE(wanted)->count; i++)
            if (check_except_class(TUPLE(wanted)->items[i]) < 0)
                return -1;
        for (size_t i = 0; i < TUPLE(wanted)->count && !match; i++)
            match = type_is_subtype(type_of(exception), (TypeObject *)TUPLE(wanted)->items[i]);
    } else {
        if (check_except_class(wanted) < 0)
            return -1;
        match = type_is_subtype(type_of(exception), (TypeObject *)wanted);
    }
    consume_if_temp(frame, ins.b);
    return match;
}

int eval_with_enter(Frame *frame, Instruction ins)
{
    Object *manager = frame->base[ins.b];
    Object *enter = object_lookup_special(manager, NAME(enter));
    if (!enter) {
        if (!error_occurred())
            error_format(&exc_type_error, "'%T' object does not support the context manager protocol", manager);
        return -1;
    }
    Object *exit = object_lookup_special(manager, NAME(exit));
    if (!exit) {
        decref(enter);
        if (!error_occurred())
            error_format(&exc_type_error,
                         "'%T' object does not support the context manager protocol (missed __exit__ method)", manager);
        return -1;
    }
    Object *result = call_none(enter);
    decref(enter);
    if (!result) {
        decref(exit);
        return -1;
    }
    consume_if_temp(frame, ins.b);
    write_register(&frame->base[ins.a], exit);
    write_register(&frame->base[ins.c], result);
    return 0;
}

int eval_with_exit(Frame *frame, Instruction ins)
{
    Object *exit = frame->base[ins.a];
    frame->base[ins.a] = NULL;
    Object *result = call_three(exit, object_none, object_none, object_none);
    decref(exit);
    if (!result)
        return -1;
    decref(result);
    return 0;
}

int eval_with_except(Frame *frame, Instruction ins)
{
    ExceptionObject *exception = (ExceptionObject *)frame->base[ins.c];
    Object *traceback = exception->traceback ? exception->traceback : object_none;
    Object *result = call_three(frame->base[ins.b], OBJECT(type_of(OBJECT(exception))), OBJECT(exception), traceback);
    if (!result)
        return -1;
    write_register(&frame->base[ins.a], result);
    return 0;
}

// --- imports and the prompt ---

int eval_import_name(Frame *frame, Instruction ins)
{
    Object *name = frame->code->constants[ins.c], *fromlist = frame->code->constants[ins.b];
    Object *module;
    Object *import = dict_get_str_borrow(frame_builtins_borrow(frame), NAME(import));
    if (!import) {
        if (!error_occurred())
            error_text(&exc_import_error, "__import__ not found");
        return -1;
    }
    if (import == vm_import_function_borrow()) {
        module = import_name(name, frame->globals, fromlist, ins.d);
    } else { // replaced by the script
        Object *level = int_from_int64(ins.d);
        Object *args[5] = {name, OBJECT(frame->globals), frame->flags & FRAME_LOCALS ? frame->locals : object_none,
                           fromlist, level};
        incref(import);
        module = call_object(import, args, 5, NULL);
        decref(import);
        decref(level);
    }
    if (!module)
        return -1;
    write_register(&frame->base[ins.a], module);
    return 0;
}

int eval_import_from(Frame *frame, Instruction ins)
{
    Object *value = import_from(frame->base[ins.b], frame->code->constants[ins.c]);
    if (!value)
        return -1;
    write_register(&frame->base[ins.a], value);
    return 0;
}

int eval_import_star(Frame *frame, Instruction ins)
{
    Object *locals = frame->flags & FRAME_LOCALS ? frame->locals : OBJECT(frame->globals);
    if (import_star(frame->base[ins.a], locals) < 0)
        return -1;
    consume_if_temp(frame, ins.a);
    return 0;
}

int eval_print_expr(Frame *frame, Instruction ins)
{
    Object *hook = dict_get_str_borrow(state.sys_dict, NAME(displayhook));
    if (!hook) {
        if (!error_occurred())
            error_text(&exc_runtime_error, "lost sys.displayhook");
        return -1;
    }
    incref(hook);
    Object *result = call_one(hook, frame->base[ins.a]);
    decref(hook);
    if (!result)
        return -1;
    decref(result);
    consume_if_temp(frame, ins.a);
    return 0;
}

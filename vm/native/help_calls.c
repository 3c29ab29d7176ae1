// Functions in C that machine code calls where frames are pushed and popped: what the loop does for
// calls that are not simple, for returns from other than plain calls, and for generators.
// NATIVE_SWITCH: vm.frame goes on at its pc, which is an instruction.
#include "runtime/containers/dict.h"
#include "runtime/containers/range.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/shape.h"
#include "runtime/model/singletons.h"
#include "runtime/model/state.h"
#include "runtime/program/c_function.h"
#include "runtime/program/cell.h"
#include "runtime/program/method.h"
#include "runtime/program/super.h"
#include "vm/generator.h"
#include "vm/native/help.h"
#include "vm/vm.h"

// Pushes the frame of a script function whose parameters are bound from base on.
static int push_function(FunctionObject *function, CodeObject *code, Object **base, uint32_t flags)
{
    Frame *frame = ++vm.frame;
    frame->base = base;
    frame->pc = code->code;
    frame->code = code;
    frame->globals = function->globals;
    frame->function = function;
    frame->flags = flags;
    frame->trace_parent = 0;
    state.recursion_depth++;
    return NATIVE_SWITCH;
}

// The exception of a call whose window dies, from left to right.
static int fail_call(Frame *frame, Instruction ins)
{
    return native_finish_call(frame, ins, NULL);
}

static int call_function(Frame *frame, Instruction ins, bool has_self)
{
    FunctionObject *function = FUNCTION(frame->base[ins.a]);
    CodeObject *code = function->code;
    Object **base = &frame->base[ins.a + 2] - has_self;
    size_t count = ins.b + (size_t)has_self;
    if (unlikely(invoke_check_room(base, code) < 0))
        return NATIVE_FAILED;
    if (count == code->simple_count)
        native_clear_locals(base, code);
    else if (unlikely(invoke_bind(function, base, count, NULL, false) < 0))
        return fail_call(frame, ins);
    if (code->flags & CODE_GENERATOR) {
        Object *generator = generator_new(function, code, base);
        if (unlikely(!generator))
            return NATIVE_FAILED;
        return native_finish_call(frame, ins, generator); // the registers moved into the generator
    }
    return push_function(function, code, base, 0);
}

// A bound method in the window becomes its function and its self.
static void unpack_method(Object **window)
{
    MethodObject *method = (MethodObject *)window[0];
    incref(method->function);
    incref(method->self);
    window[0] = method->function;
    write_register(&window[1], method->self);
    decref(OBJECT(method));
}

static int call_type(Frame *frame, Instruction ins)
{
    Object **window = &frame->base[ins.a];
    TypeObject *class = (TypeObject *)window[0];
    if (class->init_function && !type_has(class, TF_IS_ABSTRACT) &&
        !(FUNCTION(class->init_function)->code->flags & CODE_GENERATOR))
        return native_call_class(frame, ins);
    if (ins.b == 0 && class->make == object_make && class->init == object_init &&
        type_has(class, TF_SHAPED) && !type_has(class, TF_IS_ABSTRACT))
        return native_finish_call(frame, ins, instance_new(class));
    if (class == &type_type && ins.b == 1)
        return native_finish_call(frame, ins, new_ref(OBJECT(type_of(window[2]))));
    if (class->construct || class == &type_super)
        return NATIVE_NOT; // the loop has special forms
    return native_finish_call(frame, ins, call_object(window[0], window + 2, ins.b, NULL));
}

// A function or method in C without a special form.
static int call_c(Frame *frame, Instruction ins, bool has_self)
{
    Object **window = &frame->base[ins.a], *callable = window[0];
    if (has_self) {
        MethodDescriptorObject *descriptor = (MethodDescriptorObject *)callable;
        int kind = descriptor->def->kind & METHOD_KIND_MASK;
        if (type_is_subtype(type_of(window[1]), descriptor->owner)) {
            if ((kind == METHOD_NOARGS && ins.b == 0) || (kind == METHOD_O && ins.b == 1) ||
                kind == METHOD_FAST)
                return NATIVE_NOT;
            return native_finish_call(frame, ins,
                                      c_function_call_def(descriptor->def, descriptor->owner->name,
                                                          window[1], window + 2, ins.b, NULL));
        }
    } else {
        const MethodDef *def = ((CFunctionObject *)callable)->def;
        int kind = def->kind & METHOD_KIND_MASK;
        if (kind == METHOD_NOARGS && ins.b == 0)
            return native_finish_call(
                frame, ins, ((UnaryFn)def->function)(((CFunctionObject *)callable)->self));
        if ((kind == METHOD_O && ins.b == 1) || kind == METHOD_FAST)
            return NATIVE_NOT;
    }
    return native_finish_call(
        frame, ins, call_object(callable, window + 2 - has_self, ins.b + (size_t)has_self, NULL));
}

// CALL, CALL_FUNCTION: of functions whose parameters are not simple, and of what has no special
// form.
int native_call(Frame *frame, Instruction ins)
{
    native_note_form(frame, ins, OP_CALL);
    Object **window = &frame->base[ins.a], *callable = window[0];
    bool has_self = ins.d & D_CALL_SELF && window[1];
    if (IS_EXACT(callable, FUNCTION))
        return call_function(frame, ins, has_self);
    if (IS_EXACT(callable, METHOD) && !has_self &&
        IS_EXACT(((MethodObject *)callable)->function, FUNCTION)) {
        unpack_method(window);
        return call_function(frame, ins, true);
    }
    if (IS_EXACT(callable, TYPE) && !has_self)
        return call_type(frame, ins);
    if ((IS_EXACT(callable, C_FUNCTION) && !has_self) ||
        (IS_EXACT(callable, METHOD_DESCRIPTOR) && has_self))
        return call_c(frame, ins, has_self);
    return native_finish_call(
        frame, ins, call_object(callable, window + 2 - has_self, ins.b + (size_t)has_self, NULL));
}

// A new instance in the window of a call, with its __init__ in the place of the class, which is not
// released yet. NULL: an exception is set, and the window is as it was.
static Object *construct(Object **window, TypeObject *class, CodeObject *code)
{
    if (unlikely(recursion_enter(" while calling a Python object") < 0))
        return NULL;
    Object *instance =
        likely(invoke_check_room(window + 1, code) == 0) ? instance_new(class) : NULL;
    if (unlikely(!instance)) {
        recursion_leave();
        return NULL;
    }
    incref(class->init_function);
    window[0] = class->init_function;
    incref(instance);
    write_register(window + 1, instance); // self
    return instance;
}

// The arguments of __init__ did not fit: the instance dies before them.
static void undo_construct(Object **window, TypeObject *class, Object *instance)
{
    recursion_leave();
    Object *init = window[0];
    window[0] = OBJECT(class);
    decref(init);
    ref_clear(window + 1);
    decref(instance);
}

// CALL_CLASS: the loop's `construct`.
int native_call_class(Frame *frame, Instruction ins)
{
    Object **window = &frame->base[ins.a], **base = window + 1;
    TypeObject *class = (TypeObject *)window[0];
    if (unlikely(!IS_EXACT(class, TYPE) || !class->init_function ||
                 type_has(class, TF_IS_ABSTRACT) || (ins.d & D_CALL_SELF && window[1])))
        return NATIVE_NOT;
    FunctionObject *init = FUNCTION(class->init_function);
    CodeObject *code = init->code;
    if (unlikely(code->flags & CODE_GENERATOR))
        return NATIVE_NOT;
    Object *instance = construct(window, class, code);
    if (unlikely(!instance))
        return fail_call(frame, ins);
    if (likely(ins.b + 1u == code->simple_count)) {
        native_clear_locals(base, code);
    } else if (unlikely(invoke_bind(init, base, ins.b + 1u, NULL, true) < 0)) {
        undo_construct(window, class, instance);
        return fail_call(frame, ins);
    }
    push_function(init, code, base, FRAME_INIT);
    vm.frame->constructed = instance;
    decref(OBJECT(class)); // the instance keeps it
    return NATIVE_SWITCH;
}

// CALL_KW, where the keywords are not known to fill the parameters.
int native_call_kw(Frame *frame, Instruction ins)
{
    Object **window = &frame->base[ins.a], *kwnames = window[2 + ins.b];
    if (unlikely(frame->pc[-1].op != OP_CALL_KW))
        return NATIVE_NOT;
    size_t positional = ins.b - TUPLE(kwnames)->count;
    bool has_self = ins.d & D_CALL_SELF && window[1];
    if (IS_EXACT(window[0], METHOD) && !has_self) {
        unpack_method(window);
        has_self = true;
    } else if (IS_EXACT(window[0], FUNCTION) && special_fill_keywords(frame, ins, has_self)) {
        return NATIVE_NOT; // specialised
    }
    Object *callable = window[0];
    if (IS_EXACT(callable, FUNCTION)) {
        FunctionObject *function = FUNCTION(callable);
        CodeObject *code = function->code;
        Object **base = window + 2 - has_self;
        window[2 + ins.b] = NULL;
        int status = invoke_check_room(base, code);
        if (status == 0)
            status = invoke_bind(function, base, positional + has_self, kwnames, false);
        decref(kwnames);
        if (unlikely(status < 0))
            return NATIVE_FAILED;
        if (code->flags & CODE_GENERATOR) {
            Object *generator = generator_new(function, code, base);
            return generator ? native_finish_call(frame, ins, generator) : NATIVE_FAILED;
        }
        return push_function(function, code, base, 0);
    }
    if (IS_EXACT(callable, TYPE) && ((TypeObject *)callable)->init_function && !has_self)
        return NATIVE_NOT;
    Object *result = call_object(callable, window + 2 - has_self, positional + has_self, kwnames);
    for (uint32_t i = 0; i < ins.b + 3u; i++)
        ref_clear(&window[i]);
    if (unlikely(!result))
        return NATIVE_FAILED;
    if (ins.d & D_DROP)
        decref(result);
    else
        write_register(&frame->base[ins.c], result);
    return NATIVE_DONE;
}

// CALL_EX
int native_call_ex(Frame *frame, Instruction ins)
{
    Object *result;
    int pushed = invoke_call_ex(frame, ins, &result);
    if (unlikely(pushed < 0))
        return NATIVE_FAILED;
    if (pushed)
        return NATIVE_SWITCH;
    if (ins.d & D_DROP)
        decref(result);
    else
        write_register(&frame->base[ins.c], result);
    return NATIVE_DONE;
}

// CALL_BOUND_METHOD
int native_call_method_object(Frame *frame, Instruction ins)
{
    Object **window = &frame->base[ins.a], *callable = window[0];
    if (unlikely(!IS_EXACT(callable, METHOD) || (ins.d & D_CALL_SELF && window[1]) ||
                 !IS_EXACT(((MethodObject *)callable)->function, FUNCTION)))
        return NATIVE_NOT;
    unpack_method(window);
    return call_function(frame, ins, true);
}

// CALL_RANGE, and the GET_ITER behind it
int native_call_range(Frame *frame, Instruction ins)
{
    Object **window = &frame->base[ins.a], *start = window[2], *stop = window[1 + ins.b];
    if (unlikely(frame->pc[-1].op != OP_CALL_RANGE || window[0] != OBJECT(&type_range) ||
                 meta_of(stop) != META(TYPE_INT) || meta_of(start) != META(TYPE_INT) ||
                 (ins.d & D_CALL_SELF && window[1])))
        return NATIVE_NOT;
    Object *iterator =
        range_iterator(ins.b == 1 ? 0 : ((IntObject *)start)->value, ((IntObject *)stop)->value);
    if (unlikely(!iterator))
        return fail_call(frame, ins);
    window[0] = NULL;
    for (uint32_t i = 0; i < ins.b; i++)
        consume_number(&window[2 + i]);
    write_register(&frame->base[frame->pc[2].a], iterator);
    return NATIVE_DONE;
}

static bool super_fits(const Instruction *cache, Instruction ins, Object *const *r)
{
    Object *self = r[0], *cell = r[SUPER_NUMBER(cache[0].word)];
    return cache[-1].op == OP_CALL_SUPER && r[ins.a] == OBJECT(&type_super) && self &&
           self->type_index == SUPER_NUMBER(cache[1].word) && IS_EXACT(cell, CELL) &&
           CELL(cell)->content == SUPER_POINTER(cache[0].word) &&
           !(ins.d & D_CALL_SELF && r[ins.a + 1]);
}

// CALL_SUPER, and the LOAD_METHOD behind it
int native_call_super(Frame *frame, Instruction ins)
{
    const Instruction *cache = frame->pc;
    Object **r = frame->base, *self = r[0];
    if (unlikely(!super_fits(cache, ins, r)) &&
        (cache[-1].op != OP_CALL_SUPER || r[ins.a] != OBJECT(&type_super) ||
         !special_fill_super(frame, ins) || !super_fits(cache, ins, r)))
        return NATIVE_NOT;
    Instruction load = cache[2];
    Object *method = SUPER_POINTER(cache[1].word);
    r[ins.a] = NULL;
    decref(OBJECT(&type_super));
    incref(self);
    incref(method);
    write_register(&r[load.a + 1], self);
    write_register(&r[load.a], method);
    return NATIVE_DONE;
}

// The values of a callee's parameters, from keywords and defaults: false, the general way must say
// why not.
static bool keyword_values(FunctionObject *function, const KeywordCache *cache, uint64_t places,
                           Object **named, Object **values)
{
    uint32_t from_default = 0, i; // bits: references of their own
    for (i = 0; i < cache->count; i++, places >>= 8) {
        uint8_t from = (uint8_t)places;
        if (!(from & KEYWORD_DEFAULT)) {
            values[i] = named[from];
            continue;
        }
        if (from == KEYWORD_ONLY_DEFAULT) {
            Object *defaults = function_keyword_defaults_borrow(function);
            Object *name = TUPLE(function->code->local_names)->items[cache->first + i];
            bool is_plain =
                defaults && DICT(defaults)->is_str_keyed; // else looking may run script code
            values[i] = is_plain ? dict_get_borrow(defaults, name) : NULL;
            if (unlikely(!values[i]))
                break;
        } else {
            values[i] = TUPLE(function->defaults)->items[from & (KEYWORD_DEFAULT - 1)];
        }
        incref(values[i]);
        from_default |= 1u << i;
    }
    if (likely(i == cache->count))
        return true;
    error_clear();
    while (i-- > 0)
        if (from_default >> i & 1)
            decref(values[i]);
    return false;
}

// CALL_KW_FUNCTION
int native_call_keywords(Frame *frame, Instruction ins)
{
    Object **window = &frame->base[ins.a];
    FunctionObject *function = FUNCTION(window[0]);
    const KeywordCache cache = {.word = frame->pc[0].word};
    bool has_self = ins.d & D_CALL_SELF && window[1];
    if (unlikely(frame->pc[-1].op != OP_CALL_KW_FUNCTION || !IS_EXACT(function, FUNCTION) ||
                 function->code->serial != cache.serial ||
                 ins.b + has_self != cache.first + cache.named ||
                 (function->defaults ? TUPLE(function->defaults)->count : 0) !=
                     cache.default_count))
        return NATIVE_NOT;
    Object **base = window + 2 - has_self, **named = base + cache.first;
    Object *kwnames = window[2 + ins.b], *values[KEYWORDS_MOST];
    CodeObject *code = function->code;
    if (unlikely(invoke_check_room(base, code) < 0))
        return NATIVE_FAILED;
    if (unlikely(!keyword_values(function, &cache, frame->pc[1].word, named, values)))
        return NATIVE_NOT;
    window[2 + ins.b] = NULL;
    decref(kwnames);
    for (uint32_t i = cache.first + cache.named; i < code->local_count; i++)
        if (base[i])
            ref_clear(&base[i]); // boxes
    for (uint32_t i = 0; i < cache.count; i++)
        named[i] = values[i];
    return push_function(function, code, base, 0);
}

// `value` is the result of the call that `frame` is at: the loop's `returned`.
static int returned(Frame *frame, Object *value)
{
    Instruction ins = frame->pc[-1];
    Object **window = &frame->base[ins.a], *callable = *window;
    *window = NULL;
    xdecref(callable);
    if (ins.d & D_DROP)
        decref(value);
    else
        write_register(&frame->base[ins.c], value);
    if (unlikely(state.interrupt) && safepoint_run() < 0)
        return NATIVE_FAILED;
    frame->pc += 2;
    return NATIVE_SWITCH;
}

// The locals of an __init__ that was called for its class: its arguments outlive the other ones.
static void release_init_locals(Frame *frame)
{
    uint32_t first = code_parameter_count(frame->code);
    for (uint32_t i = first; i < frame->code->local_count; i++)
        ref_clear(&frame->base[i]);
    for (uint32_t i = 0; i < first; i++)
        ref_clear(&frame->base[i]);
}

// RETURN from the body of __init__ that was called for its class, with simple arguments.
static int return_from_init(Frame *frame, Object *value)
{
    release_init_locals(frame);
    if (unlikely(frame->flags != FRAME_INIT)) // a finalizer asked for the frame
        frame_leave_locals(frame);
    Object *constructed = frame->constructed;
    vm.frame = --frame;
    state.recursion_depth--;
    recursion_leave();
    if (unlikely(value != object_none)) {
        error_format(&exc_type_error, "__init__() should return None, not '%T'", value);
        decref(value);
        decref(constructed);
        return NATIVE_FAILED;
    }
    return returned(frame, constructed);
}

// RETURN from a method that an operator of the frame below has called.
static int return_to_operator(Frame *frame, Object *value)
{
    uint32_t flags = frame->flags;
    for (uint32_t i = 0; i < frame->code->local_count; i++)
        ref_clear(&frame->base[i]);
    if (unlikely(frame->flags != flags)) // a finalizer asked for the frame
        frame_leave_locals(frame);
    Object *function = frame->constructed;
    vm.frame = --frame;
    state.recursion_depth -= flags & FRAME_COMPARE ? 2 : 1;
    decref(function);
    Instruction ins = frame->pc[-1];
    int status = eval_operator_result(frame, ins, value);
    if (unlikely(status < 0))
        return NATIVE_FAILED;
    if (unlikely(state.interrupt) && safepoint_run() < 0)
        return NATIVE_FAILED;
    frame->pc += opcode_info[ins.op].cache_words + (status ? ins.jump16 : 0);
    return NATIVE_SWITCH;
}

// RETURN from the body of a generator, or of a frame that C has called.
int native_return(Frame *frame, Object *value)
{
    uint32_t flags = frame->flags;
    if (flags == FRAME_INIT && !(frame->code->flags & CODE_VARARGS))
        return return_from_init(frame, value);
    if ((flags & ~(uint32_t)FRAME_COMPARE) == FRAME_OPERATOR)
        return return_to_operator(frame, value);
    native_lent.object = value;
    return NATIVE_NOT;
}

// The value leaves the generator's frame, which is vm.frame, and those that delegate to it.
static int yield(Frame *frame, uint32_t live_count, Object *value)
{
    for (;;) {
        uint32_t flags = frame->flags;
        generator_suspend(frame, live_count);
        vm.frame = --frame;
        state.recursion_depth--;
        if (flags & FRAME_ENTRY) {
            native_lent.object = value;
            return NATIVE_LEFT;
        }
        if (!(flags & FRAME_DELEGATE))
            break;
        live_count = frame->pc[-1].c;
    }
    Instruction ins = frame->pc[-1];
    write_register(&frame->base[ins.a], value);
    if (ins.d & D_JUMP_IF_TRUE) { // FOR_LOOP
        if (unlikely(state.interrupt) && safepoint_run() < 0)
            return NATIVE_FAILED;
        frame->pc += 1 + ins.jump16;
    } else {
        frame->pc += 1;
    }
    return NATIVE_SWITCH;
}

int native_yield(Frame *frame, Instruction ins)
{
    Object *value = frame->base[ins.b];
    if (ins.d & D_B_TEMP)
        frame->base[ins.b] = NULL;
    else
        incref(value);
    return yield(frame, ins.c, value);
}

int native_yield_from(Frame *frame, Instruction ins)
{
    Object *value;
    int status = generator_delegate(frame, ins, &value);
    if (unlikely(status < 0))
        return NATIVE_FAILED;
    if (status == DELEGATE_PUSHED)
        return NATIVE_SWITCH;
    if (status == DELEGATE_YIELDS)
        return yield(frame, ins.c, value);
    Object *iterator = frame->base[ins.b];
    frame->base[ins.b] = NULL;
    decref(iterator);
    write_register(&frame->base[ins.a], value);
    return NATIVE_DONE;
}

// FOR_ITER_GENERATOR, FOR_LOOP_GENERATOR
int native_next_generator(Frame *frame, Instruction ins)
{
    GeneratorObject *generator = GENERATOR(frame->base[ins.b]);
    if (unlikely(!IS_EXACT(generator, GENERATOR) || generator->state > GENERATOR_SUSPENDED))
        return NATIVE_NOT;
    if (likely(generator_resume_iteration(frame, generator) != NULL))
        return NATIVE_SWITCH;
    return generator_push(generator, object_none, FRAME_ITERATION) < 0 ? NATIVE_FAILED
                                                                       : NATIVE_SWITCH;
}

// The locals of a callee that are no arguments: what dead registers kept goes.
void native_clear_locals(Object **base, const CodeObject *code)
{
    for (uint32_t i = code->argument_count; i < code->local_count; i++)
        if (base[i])
            ref_clear(&base[i]);
}

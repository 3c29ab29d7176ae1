// Generator objects: resume and suspend, send, throw, close. Read generator_push first.
//
// Invariant: registers[0 .. live_count) are NULL or owned while CREATED or SUSPENDED; live_count is 0
// while RUNNING and FINISHED.
#include "vm/generator.h"

#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/model/weakref.h"
#include "runtime/text/str.h"
#include "vm/eval.h"

static size_t byte_size_of(const CodeObject *code)
{
    return sizeof(GeneratorObject) + code->register_count * sizeof(Object *);
}

Object *generator_new(FunctionObject *function, CodeObject *code, Object **base)
{
    GeneratorObject *generator = (GeneratorObject *)gc_alloc(&type_generator, byte_size_of(code));
    if (!generator) {
        for (uint32_t i = 0; i < code->local_count; i++)
            ref_clear(&base[i]);
        return error_no_memory();
    }
    generator->function = new_ref(function);
    generator->code = new_ref(code);
    generator->pc = code->code;
    generator->sent = NULL;
    generator->name = new_ref(function_name_borrow(function));
    generator->qualname = new_ref(function_qualname_borrow(function));
    generator->frame = NULL;
    generator->handled = (HandledException){0};
    generator->live_count = code->local_count;
    generator->state = GENERATOR_CREATED;
    for (uint32_t i = 0; i < code->local_count; i++) {
        generator->registers[i] = base[i];
        base[i] = NULL;
    }
    gc_track(OBJECT(generator));
    return OBJECT(generator);
}

int generator_push(GeneratorObject *generator, Object *sent, uint32_t flags)
{
    CodeObject *code = generator->code;
    Object **base = frame_stack_top();
    if (unlikely(base + code->register_count > vm.stack_limit ||
                 state.recursion_depth >= state.recursion_limit || vm.frame + 1 >= vm.frame_limit) &&
        invoke_check_room(base, code) < 0)
        return -1;
    uint32_t live_count = generator->live_count;
    for (uint32_t i = 0; i < live_count; i++) {
        Object *box = base[i];
        base[i] = generator->registers[i];
        if (unlikely(box != NULL))
            decref(box); // a lingering box: frees without running code
    }
    generator->live_count = 0;
    Frame *frame = vm.frame + 1;
    frame->base = base;
    frame->pc = generator->pc;
    frame->code = code;
    frame->globals = generator->function->globals;
    frame->function = generator->function;
    frame->flags = FRAME_GENERATOR | flags;
    frame->trace_parent = 0;
    frame->generator = new_ref(generator);
    if (generator->frame) {
        frame->flags |= FRAME_OBJECT;
        frame->object = generator->frame; // moves to the frame
        frame->object->frame = frame;
        frame->object->generator = NULL;
        generator->frame = NULL;
    }
    bool is_resumed = generator->state == GENERATOR_SUSPENDED;
    generator->state = GENERATOR_RUNNING;
    generator->handled.previous = state.handled;
    state.handled = &generator->handled;
    vm.frame = frame;
    state.recursion_depth++;
    if (is_resumed && sent) { // last: what the register held may run script code when it dies
        Instruction yield = frame->pc[-1];
        if (likely(yield.op == OP_YIELD)) {
            if (!(yield.d & D_DROP)) {
                incref(sent);
                write_register(&base[yield.a], sent);
            }
        } else { // YIELD_FROM runs again
            frame->pc--;
            ref_set_steal(&generator->sent, new_ref(sent));
        }
    }
    return 0;
}

void generator_suspend(Frame *frame, uint32_t live_count)
{
    GeneratorObject *generator = frame->generator;
    ASSERT(generator->state == GENERATOR_RUNNING && state.handled == &generator->handled);
    for (uint32_t i = 0; i < live_count; i++) {
        generator->registers[i] = frame->base[i];
        frame->base[i] = NULL;
    }
    generator->live_count = live_count;
    generator->pc = frame->pc;
    generator->state = GENERATOR_SUSPENDED;
    if (frame->flags & FRAME_OBJECT) {
        frame->object->frame = NULL;
        frame->object->generator = generator;
        frame->object->instruction = frame_instruction(frame);
        generator->frame = frame->object;
    }
    state.handled = generator->handled.previous;
    generator->handled.previous = NULL;
    decref(OBJECT(generator)); // whoever resumed it holds it
}

static void release_function(GeneratorObject *generator)
{
    FunctionObject *function = generator->function;
    generator->function = NULL;
    xdecref(OBJECT(function));
}

// Called when the frame is gone. What dies here may run script code.
static void leave_running(GeneratorObject *generator)
{
    generator->state = GENERATOR_FINISHED;
    if (state.handled == &generator->handled)
        state.handled = generator->handled.previous;
    generator->handled.previous = NULL;
    ref_clear(&generator->handled.exception);
    release_function(generator);
}

void generator_finish(GeneratorObject *generator)
{
    leave_running(generator);
}

void generator_fail(GeneratorObject *generator)
{
    leave_running(generator);
    if (!error_is(&exc_stop_iteration))
        return;
    Object *cause = error_take();
    error_text(&exc_runtime_error, "generator raised StopIteration");
    ExceptionObject *exception = (ExceptionObject *)state.exception;
    ref_set_steal(&exception->cause, new_ref(cause));
    ref_set_steal(&exception->context, cause);
    exception->suppress_context = true;
}

// StopIteration(value), whatever value is (error_object would spread a tuple).
static void raise_stop(Object *value)
{
    Object *stop = value == object_none ? call_none(OBJECT(&exc_stop_iteration))
                                        : call_one(OBJECT(&exc_stop_iteration), value);
    if (stop)
        error_object(&exc_stop_iteration, stop);
    xdecref(stop);
}

// Runs it until it yields or ends. NULL without exception: it returned None; with StopIteration: it
// returned another value.
static Object *resume(GeneratorObject *generator, Object *sent)
{
    if (generator->state == GENERATOR_RUNNING)
        return error_text(&exc_value_error, "generator already executing");
    if (generator->state == GENERATOR_FINISHED) {
        return NULL;
    }
    if (generator->state == GENERATOR_CREATED && sent && sent != object_none)
        return error_text(&exc_type_error, "can't send non-None value to a just-started generator");
    if (generator_push(generator, sent ? sent : object_none, FRAME_ENTRY) < 0)
        return NULL;
    incref(OBJECT(generator));
    Object *result = eval_run();
    if (result && generator->state == GENERATOR_FINISHED) {
        if (result != object_none)
            raise_stop(result);
        decref(result);
        result = NULL;
    }
    decref(OBJECT(generator));
    return result;
}

// Raises the current exception inside the generator, at its yield.
static Object *resume_raising(GeneratorObject *generator)
{
    if (generator->state == GENERATOR_RUNNING)
        return error_text(&exc_value_error, "generator already executing");
    if (generator->state == GENERATOR_FINISHED)
        return NULL;
    Object *exception = error_take();
    if (generator_push(generator, NULL, FRAME_ENTRY) < 0) {
        decref(exception);
        return NULL;
    }
    if (vm.frame->pc == generator->code->code) { // it fails before its first instruction
        Frame *frame = vm.frame;
        error_restore_steal(exception);
        traceback_add(frame);
        exception = error_take();
        frame_leave_locals(frame);
        vm.frame--;
        state.recursion_depth--;
        leave_running(generator);
        decref(OBJECT(generator));
        error_restore_steal(exception);
        return NULL;
    }
    if (generator->handled.exception)
        error_raise_steal(exception); // what the frame handles becomes its context, whatever it had
    else
        error_restore_steal(exception);
    incref(OBJECT(generator));
    Object *result = eval_run();
    if (result && generator->state == GENERATOR_FINISHED) {
        if (result != object_none)
            raise_stop(result);
        decref(result);
        result = NULL;
        if (!error_occurred())
            raise_stop(object_none);
    }
    decref(OBJECT(generator));
    return result;
}

Object *generator_delegate_borrow(GeneratorObject *generator)
{
    if (generator->state != GENERATOR_SUSPENDED)
        return NULL;
    Instruction ins = generator->pc[-1];
    return ins.op == OP_YIELD_FROM ? generator->registers[ins.b] : NULL;
}

// StopIteration's value out of the current exception (cleared); NULL if it is another exception.
static Object *take_stop_value(void)
{
    if (!error_occurred())
        return new_ref(object_none);
    if (!error_is(&exc_stop_iteration))
        return NULL;
    Object *stop = error_take();
    Object *value = ((StopIterationObject *)stop)->value;
    value = new_ref(value ? value : object_none);
    decref(stop);
    return value;
}

int generator_delegate(Frame *frame, Instruction ins, Object **value)
{
    Object *iterator = frame->base[ins.b];
    GeneratorObject *self = frame->generator;
    Object *sent = self->sent;
    self->sent = NULL;
    Object *result;
    if (IS_EXACT(iterator, GENERATOR) && GENERATOR(iterator)->state <= GENERATOR_SUSPENDED &&
        (!sent || sent == object_none || GENERATOR(iterator)->state == GENERATOR_SUSPENDED)) {
        int status = generator_push(GENERATOR(iterator), sent ? sent : object_none, FRAME_DELEGATE);
        xdecref(sent);
        return status < 0 ? -1 : DELEGATE_PUSHED;
    }
    if (IS_EXACT(iterator, GENERATOR))
        result = resume(GENERATOR(iterator), sent);
    else if (!sent || sent == object_none)
        result = type_of(iterator)->next ? type_of(iterator)->next(iterator)
                                         : error_format(&exc_type_error, "'%T' object is not an iterator", iterator);
    else
        result = call_method_one(iterator, NAME(send), sent);
    xdecref(sent);
    if (result) {
        *value = result;
        return DELEGATE_YIELDS;
    }
    *value = take_stop_value();
    return *value ? DELEGATE_RETURNED : -1;
}

// --- methods ---

static Object *generator_next(Object *self)
{
    return resume(GENERATOR(self), NULL);
}

static Object *stop_if_ended(Object *result)
{
    if (!result && !error_occurred())
        raise_stop(object_none);
    return result;
}

static Object *generator_method_send(Object *self, Object *value)
{
    return stop_if_ended(resume(GENERATOR(self), value));
}

// Closes the iterator that a generator delegates to. 0 / -1.
static int close_delegate(Object *iterator)
{
    if (IS_EXACT(iterator, GENERATOR)) {
        Object *result = call_method_none(iterator, NAME(close));
        xdecref(result);
        return result ? 0 : -1;
    }
    Object *close = object_get_attribute_optional(iterator, NAME(close));
    if (!close) {
        if (error_occurred())
            error_write_unraisable(iterator, NULL);
        return 0;
    }
    Object *result = call_none(close);
    decref(close);
    xdecref(result);
    return result ? 0 : -1;
}

static Object *generator_method_close(Object *self)
{
    GeneratorObject *generator = GENERATOR(self);
    if (generator->state == GENERATOR_CREATED) { // never started: nothing to unwind
        generator->state = GENERATOR_FINISHED;
        uint32_t live_count = generator->live_count;
        generator->live_count = 0;
        for (uint32_t i = 0; i < live_count; i++)
            ref_clear(&generator->registers[i]);
        release_function(generator);
        return_none;
    }
    if (generator->state == GENERATOR_FINISHED)
        return_none;
    int status = 0;
    Object *iterator = generator_delegate_borrow(generator);
    if (iterator) {
        incref(iterator);
        generator->state = GENERATOR_RUNNING; // re-entering it now is an error
        status = close_delegate(iterator);
        generator->state = GENERATOR_SUSPENDED;
        decref(iterator);
    }
    if (status == 0)
        error_object(&exc_generator_exit, NULL);
    Object *result = resume_raising(generator);
    if (result) {
        decref(result);
        return error_text(&exc_runtime_error, "generator ignored GeneratorExit");
    }
    if (error_is(&exc_stop_iteration) || error_is(&exc_generator_exit)) {
        error_clear();
        return_none;
    }
    return NULL;
}

// The exception that throw(type, value, traceback) means, as the current exception. 0 / -1 (bad arguments).
static int set_thrown(Object *type, Object *value, Object *traceback)
{
    if (traceback == object_none)
        traceback = NULL;
    if (traceback && !IS_EXACT(traceback, TRACEBACK)) {
        error_text(&exc_type_error, "throw() third argument must be a traceback object");
        return -1;
    }
    if (IS_TYPE(type) && type_has((TypeObject *)type, TF_SUBCLASS_EXCEPTION)) {
        Object *handled = state_handled_exception_borrow();
        error_object((TypeObject *)type, value == object_none ? NULL : value);
        ExceptionObject *made = (ExceptionObject *)state.exception;
        if (handled && made->context == handled && error_is((TypeObject *)type))
            ref_clear(&made->context); // what the caller handles is no context: it is raised in the body
    } else if (IS_EXCEPTION(type)) {
        if (value && value != object_none) {
            error_text(&exc_type_error, "instance exception may not have a separate value");
            return -1;
        }
        error_set_borrow(type);
    } else {
        error_format(&exc_type_error,
                     "exceptions must be classes or instances deriving from BaseException, not %T", type);
        return -1;
    }
    if (traceback && state.exception)
        ref_set_steal(&((ExceptionObject *)state.exception)->traceback, new_ref(traceback));
    return 0;
}

// Calls throw() of the iterator that the suspended generator delegates to. Below the frame of another
// generator stands that of this one, as CPython has it; nothing runs in it.
static Object *call_throw(GeneratorObject *generator, Object *iterator, Object *method, Object *const *args,
                          size_t nargs)
{
    uint32_t live_count = generator->live_count;
    bool has_frame = IS_EXACT(iterator, GENERATOR);
    if (has_frame) {
        if (generator_push(generator, NULL, FRAME_ENTRY) < 0)
            return NULL;
        state.handled = generator->handled.previous; // the exception it handles is not visible above
    }
    Object *result = call_object(method, args, nargs, NULL);
    if (has_frame) {
        state.handled = &generator->handled;
        generator_suspend(vm.frame, live_count);
        vm.frame--;
        state.recursion_depth--;
    }
    return result;
}

// throw() reaches the iterator that the generator delegates to first. True: *result is final.
static bool throw_into_delegate(GeneratorObject *generator, Object *const *args, size_t nargs, Object **result)
{
    Object *iterator = generator_delegate_borrow(generator);
    if (!iterator)
        return false;
    int is_exit = IS_TYPE(args[0]) ? object_is_subclass(args[0], OBJECT(&exc_generator_exit)) : 0;
    if (is_exit == 0)
        is_exit = object_is_instance(args[0], OBJECT(&exc_generator_exit));
    if (is_exit < 0) {
        *result = NULL;
        return true;
    }
    incref(iterator);
    generator->state = GENERATOR_RUNNING;
    if (is_exit) {
        int status = close_delegate(iterator);
        generator->state = GENERATOR_SUSPENDED;
        decref(iterator);
        if (status < 0) {
            *result = stop_if_ended(resume_raising(generator));
            return true;
        }
        return false;
    }
    Object *method = object_get_attribute_optional(iterator, NAME(throw));
    if (!method) {
        generator->state = GENERATOR_SUSPENDED;
        decref(iterator);
        if (error_occurred()) {
            *result = NULL;
            return true;
        }
        return false;
    }
    Object *yielded = call_throw(generator, iterator, method, args, nargs);
    decref(method);
    decref(iterator);
    generator->state = GENERATOR_SUSPENDED;
    if (yielded) {
        *result = yielded;
        return true;
    }
    Object *value = take_stop_value();
    if (!value) {
        *result = stop_if_ended(resume_raising(generator));
        return true;
    }
    // The delegate returned: YIELD_FROM is done, its destination gets the value, the body goes on.
    Instruction ins = generator->pc[-1];
    ref_clear(&generator->registers[ins.b]);
    if (generator_push(generator, NULL, FRAME_ENTRY) < 0) {
        decref(value);
        *result = NULL;
        return true;
    }
    write_register(&vm.frame->base[ins.a], value);
    incref(OBJECT(generator));
    yielded = eval_run();
    if (yielded && generator->state == GENERATOR_FINISHED) {
        raise_stop(yielded);
        decref(yielded);
        yielded = NULL;
    }
    decref(OBJECT(generator));
    *result = yielded;
    return true;
}

static Object *generator_method_throw(Object *self, Object *const *args, size_t nargs)
{
    if (args_check_count("throw", nargs, 1, 3) < 0)
        return NULL;
    GeneratorObject *generator = GENERATOR(self);
    Object *result;
    if (generator->state == GENERATOR_SUSPENDED && throw_into_delegate(generator, args, nargs, &result))
        return result;
    if (set_thrown(args[0], nargs > 1 ? args[1] : NULL, nargs > 2 ? args[2] : NULL) < 0)
        return NULL;
    return stop_if_ended(resume_raising(generator));
}

static void generator_finalize(Object *self)
{
    GeneratorObject *generator = GENERATOR(self);
    if (generator->state != GENERATOR_SUSPENDED)
        return; // never started, or over
    Object *saved = error_take();
    Object *result = generator_method_close(self);
    if (result)
        decref(result);
    else
        error_write_unraisable(self, NULL);
    if (saved)
        error_restore_steal(saved);
}

static int generator_clear(Object *self)
{
    GeneratorObject *generator = GENERATOR(self);
    if (generator->state == GENERATOR_RUNNING)
        return 0;
    uint32_t live_count = generator->live_count;
    generator->live_count = 0;
    if (generator->state != GENERATOR_FINISHED)
        generator->state = GENERATOR_FINISHED;
    if (generator->frame) {
        generator->frame->generator = NULL;
        ref_clear(&generator->frame);
    }
    for (uint32_t i = 0; i < live_count; i++)
        ref_clear(&generator->registers[i]);
    ref_clear(&generator->sent);
    ref_clear(&generator->handled.exception);
    return 0;
}

void generator_abandon(GeneratorObject *generator)
{
    generator_finalize(OBJECT(generator));
    generator_clear(OBJECT(generator));
}

static int generator_traverse(Object *self, VisitFn visit, void *context)
{
    GeneratorObject *generator = GENERATOR(self);
    VISIT(generator->function);
    VISIT(generator->frame);
    VISIT(generator->sent);
    VISIT(generator->handled.exception);
    for (uint32_t i = 0; i < generator->live_count; i++)
        VISIT(generator->registers[i]);
    return 0;
}

static void generator_dealloc(Object *self)
{
    GeneratorObject *generator = GENERATOR(self);
    if (self->flags & FLAG_HAS_WEAKREFS)
        weakref_clear_object(self);
    if (generator->state == GENERATOR_SUSPENDED && !(self->flags & FLAG_FINALIZED)) {
        self->flags |= FLAG_FINALIZED;
        self->refcount = 1;
        gc_track(self);
        generator_finalize(self);
        if (--self->refcount > 0)
            return; // resurrected
        gc_untrack(self);
    }
    if (!dealloc_enter(self))
        return;
    generator_clear(self);
    size_t byte_size = byte_size_of(generator->code);
    xdecref(OBJECT(generator->function));
    decref(OBJECT(generator->code));
    decref(generator->name);
    decref(generator->qualname);
    gc_free(self, byte_size);
    dealloc_leave();
}

static Object *generator_repr(Object *self)
{
    return str_format("<generator object %U at %p>", GENERATOR(self)->qualname, (void *)self);
}

static Object *get_name(Object *self, void *closure)
{
    return new_ref(closure ? GENERATOR(self)->qualname : GENERATOR(self)->name);
}

static int set_name(Object *self, Object *value, void *closure)
{
    if (!value || !IS_STR(value)) {
        error_format(&exc_type_error, "%s must be set to a string object", closure ? "__qualname__" : "__name__");
        return -1;
    }
    ref_set_steal(closure ? &GENERATOR(self)->qualname : &GENERATOR(self)->name, new_ref(value));
    return 0;
}

static Object *get_running(Object *self, void *closure)
{
    (void)closure;
    return object_from_bool(GENERATOR(self)->state == GENERATOR_RUNNING);
}

static Object *get_suspended(Object *self, void *closure)
{
    (void)closure;
    return object_from_bool(GENERATOR(self)->state == GENERATOR_SUSPENDED);
}

static Object *get_code(Object *self, void *closure)
{
    (void)closure;
    return OBJECT(new_ref(GENERATOR(self)->code));
}

static Object *get_delegate(Object *self, void *closure)
{
    (void)closure;
    Object *iterator = generator_delegate_borrow(GENERATOR(self));
    return new_ref(iterator ? iterator : object_none);
}

static Object *get_frame(Object *self, void *closure)
{
    (void)closure;
    GeneratorObject *generator = GENERATOR(self);
    if (generator->state == GENERATOR_FINISHED)
        return_none;
    if (generator->state == GENERATOR_RUNNING) {
        for (Frame *frame = vm.frame; frame >= vm.frames; frame--)
            if (frame->flags & FRAME_GENERATOR && frame->generator == generator)
                return OBJECT(frame_object(frame));
        return_none;
    }
    if (!generator->frame) {
        generator->frame = frame_object_suspended(generator);
        if (!generator->frame)
            return NULL;
    }
    return OBJECT(new_ref(generator->frame));
}

static const MethodDef generator_methods[] = {
    {"send", (void *)generator_method_send, METHOD_O,
     "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration."},
    {"throw", (void *)generator_method_throw, METHOD_FAST, NULL},
    {"close", (void *)generator_method_close, METHOD_NOARGS,
     "close() -> raise GeneratorExit inside generator."},
    {0},
};

static const GetSetDef generator_getsets[] = {
    {"__name__", get_name, set_name, "name of the generator", NULL},
    {"__qualname__", get_name, set_name, "qualified name of the generator", (void *)1},
    {"gi_running", get_running, NULL, NULL, NULL},
    {"gi_suspended", get_suspended, NULL, NULL, NULL},
    {"gi_code", get_code, NULL, NULL, NULL},
    {"gi_frame", get_frame, NULL, NULL, NULL},
    {"gi_yieldfrom", get_delegate, NULL, "object being iterated by yield from, or None", NULL},
    {0},
};

static Object *generator_iterate(Object *self)
{
    return new_ref(self);
}

TypeObject type_generator = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "generator",
    .flags = TF_TRACKED | TF_HAS_WEAKREF | TF_NO_INSTANTIATION,
    .basic_size = sizeof(GeneratorObject),
    .item_size = sizeof(Object *),
    .dealloc = generator_dealloc,
    .traverse = generator_traverse,
    .clear = generator_clear,
    .finalize = generator_finalize,
    .repr = generator_repr,
    .iterate = generator_iterate,
    .next = generator_next,
    .methods = generator_methods,
    .getsets = generator_getsets,
};

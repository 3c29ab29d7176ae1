// Generators: a suspended frame kept in an object. Resuming copies its registers onto the value
// stack and pushes a frame; suspending copies them back. While it runs, the object holds none.
#ifndef ADDER_VM_GENERATOR_H
#define ADDER_VM_GENERATOR_H

#include "runtime/model/state.h"
#include "vm/frame.h"

typedef enum GeneratorState { // the order matters: up to SUSPENDED it can be resumed
    GENERATOR_CREATED,
    GENERATOR_SUSPENDED,
    GENERATOR_RUNNING,
    GENERATOR_FINISHED,
} GeneratorState;

struct GeneratorObject {
    Object header;
    FunctionObject *function; // owned; NULL when finished
    CodeObject *code;         // owned
    const Instruction *pc;    // where to go on
    Object *sent;             // for YIELD_FROM executed again: owned or NULL
    Object *name, *qualname;  // owned
    FrameObject *frame;       // gi_frame, if asked for: owned
    HandledException handled; // exceptions being handled inside
    uint32_t live_count;      // registers[] in use while suspended
    uint8_t state;            // GeneratorState
    Object *registers[];      // code->register_count
};
#define GENERATOR(o) ((GeneratorObject *)(o))

// New generator for a call of a function by this code whose bound parameters are base[0 ..]: the local_count registers move in.
Object *generator_new(FunctionObject *function, CodeObject *code, Object **base);
// Pushes its frame as vm.frame, FRAME_GENERATOR | flags; `sent` (borrowed) is the yield's value.
// NULL: an exception, or a result, follows instead.
// 0 / -1 with RecursionError.
int generator_push(GeneratorObject *generator, Object *sent, uint32_t flags);
// generator_push for the usual step of a loop: suspended at a yield that wants no value, its frame not
// asked for. The pushed frame, or NULL: it is not that simple (nothing has changed).
static inline Frame *generator_resume_iteration(Frame *f, GeneratorObject *generator)
{
    CodeObject *code = generator->code;
    Object **base = f->base + f->code->register_count;
    if (unlikely(generator->state != GENERATOR_SUSPENDED || generator->frame || generator->pc[-1].op != OP_YIELD ||
                 !(generator->pc[-1].d & D_DROP) || base + code->register_count > vm.stack_limit ||
                 state.recursion_depth >= state.recursion_limit || f + 1 >= vm.frame_limit))
        return NULL;
    for (uint32_t i = 0, count = generator->live_count; i < count; i++) {
        Object *box = base[i];
        base[i] = generator->registers[i];
        if (unlikely(box != NULL))
            decref(box); // frees without running code
    }
    generator->live_count = 0;
    generator->state = GENERATOR_RUNNING;
    incref(OBJECT(generator));
    f++;
    f->base = base;
    f->pc = generator->pc;
    f->code = code;
    f->globals = generator->function->globals;
    f->function = generator->function;
    f->flags = FRAME_GENERATOR | FRAME_ITERATION;
    f->trace_parent = 0;
    f->generator = generator;
    generator->handled.previous = state.handled;
    state.handled = &generator->handled;
    vm.frame = f;
    state.recursion_depth++;
    return f;
}
// The running generator frame yields: its first `live_count` registers move back, the frame's
// reference to the generator is released. The caller pops the frame.
void generator_suspend(Frame *frame, uint32_t live_count);
// The body returned / raised: the generator is finished. StopIteration becomes RuntimeError.
void generator_finish(GeneratorObject *generator);
void generator_fail(GeneratorObject *generator);
// Closes a generator that is not running, errors unraisable, and drops its registers: frame.clear().
void generator_abandon(GeneratorObject *generator);
// YIELD_FROM: sends to the iterator in register b. -1: an exception is set.
enum {
    DELEGATE_RETURNED, // *value is the result
    DELEGATE_YIELDS,   // *value is to be yielded
    DELEGATE_PUSHED    // a generator's frame was pushed, FRAME_DELEGATE
};
int generator_delegate(Frame *frame, Instruction ins, Object **value);
// The iterator that a suspended generator delegates to (borrowed), or NULL.
Object *generator_delegate_borrow(GeneratorObject *generator);

#endif

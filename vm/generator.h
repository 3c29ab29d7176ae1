// Generators: a suspended frame kept in an object. Resuming copies its registers onto the value
// stack and pushes a frame; suspending copies them back. While it runs, the object holds none.
#ifndef ADDER_VM_GENERATOR_H
#define ADDER_VM_GENERATOR_H

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

// Native code: hot code objects are translated, instruction by instruction, into x86-64 machine
// code.
//
// A translated instruction does what its handler in eval.c does where all guesses hold, and nothing
// else: where a guard fails it leaves, before any effect, for the loop, which executes the
// instruction and goes on until the next jump, call or return. So the loop stays the one definition
// of what an instruction means; native code is a cache of its usual paths. Long paths are calls of
// C functions.
//
// While it runs: rbx is the register window (r), r12 the frame (f), rbp the code words; vm.frame
// and the frames below are as the loop wants them at every call out and at every exit.
#ifndef ADDER_VM_NATIVE_NATIVE_H
#define ADDER_VM_NATIVE_NATIVE_H

#include "runtime/program/code.h"
#include "vm/frame.h"

typedef enum NativeExitKind {
    NATIVE_GO_ON,       // pc is an instruction to execute: a guard failed
    NATIVE_GO_ON_COLD,  // the same: it was not translated, as the loop might specialise it
    NATIVE_GO_ON_NEVER, // the same: it has no template
    NATIVE_ERROR,       // an exception: pc is behind the opcode
    NATIVE_ENTER,       // vm.frame was pushed by a slow half
    NATIVE_RETURNED,    // in the caller at its call: the result is native_lent.object, owned
    NATIVE_RETURNING,   // native_lent.object, owned, leaves the frame
    NATIVE_LEAVE,       // a frame that C has called was left: native_lent.object is the result
    NATIVE_FED_OBJECT_1,
    NATIVE_FED_OBJECT_2, // as NATIVE_GO_ON, with an operand in native_lent
    NATIVE_FED_INT_1,
    NATIVE_FED_INT_2,
    NATIVE_FED_FLOAT_1,
    NATIVE_FED_FLOAT_2,
} NativeExitKind;

typedef struct NativeExit {
    const Instruction *pc;
    uint64_t kind; // NativeExitKind
} NativeExit;

typedef struct NativeCode {
    uint8_t *base;        // where its machine code begins
    const uint8_t *entry; // of the first instruction
    uint32_t exits;       // times that a guard failed
    uint32_t cold_exits;  // NATIVE_GO_ON_COLD
    uint32_t exits_most;  // then it is translated again
    uint32_t generation;  // times that the code object was translated
    uint8_t *left;        // by word: how often a guard failed there (NATIVE_LEFT_*)
    uint32_t offsets[];   // of each word's instruction; 0: it can't be entered there
} NativeCode;

typedef struct NativeLent {
    Object *object;
    int64_t integer;
    double real;
} NativeLent;
extern NativeLent native_lent;

enum { NATIVE_EXITS_FIRST = 256, NATIVE_COLD_MOST = 256 };
enum {                      // NativeCode.left
    NATIVE_LEFT_MOST = 31,  // counts those of this translation
    NATIVE_LEFT_ONCE = 32,  // counts translations with more than a few
    NATIVE_LEFT_TWICE = 64, // two of them: the guess is not worth much
    NATIVE_LEFT_COLD = 128, // it was executed where it had no template
};

// Translates a hot code object, whose `heat` is reset. NULL: it can't be (no memory, not this
// machine).
NativeCode *native_translate(CodeObject *code);
// The loop executes the instruction at pc. Where many do, the code object is translated again: the
// loop has specialised it otherwise meanwhile.
static inline void native_left(CodeObject *code, const Instruction *pc, NativeExitKind kind)
{
    NativeCode *native = code->native;
    if (unlikely(!native))
        return;
    uint8_t *left = &native->left[pc - code->code];
    bool is_time = false;
    if (kind == NATIVE_GO_ON_COLD) {
        *left |= NATIVE_LEFT_COLD;
        is_time = ++native->cold_exits > NATIVE_COLD_MOST;
    } else if (kind != NATIVE_GO_ON_NEVER) {
        if ((*left & NATIVE_LEFT_MOST) < NATIVE_LEFT_MOST)
            ++*left;
        is_time = ++native->exits > native->exits_most;
    }
    if (unlikely(is_time))
        native_translate(code);
}
// Machine code of the instruction at pc; NULL: it can't be entered there.
static inline const uint8_t *native_entry(const CodeObject *code, const Instruction *pc)
{
    const NativeCode *native = code->native;
    uint32_t offset = native->offsets[pc - code->code];
    return offset ? native->base + offset : NULL;
}
typedef NativeExit (*NativeRun)(const uint8_t *entry, Frame *frame, Object **registers,
                                const Instruction *code);
extern NativeRun native_run;
extern uint32_t native_depth; // of native_run's calls

#endif

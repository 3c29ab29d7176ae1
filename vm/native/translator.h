// What the templates of native code share: the state of a translation, and the common sequences.
#ifndef ADDER_VM_NATIVE_TRANSLATOR_H
#define ADDER_VM_NATIVE_TRANSLATOR_H

#include "vm/native/assembler.h"
#include "vm/native/help.h"

// A result that only the next instruction reads, on its way there: see vm/eval_fed.h.
typedef enum FedKind { FED_NOTHING, FED_OBJECT, FED_INT, FED_FLOAT } FedKind;
typedef struct Fed {
    FedKind kind;
    bool is_second;     // operand of the reader
    Register in;        // RAX or R10; a float is in XMM0
    uint16_t register_; // where it belongs if the reader can't take it
} Fed;

// A result in a temporary that an instruction further on reads as its first operand, with nothing
// but loads and arithmetic in between that feed its second one: it waits in R15 (an object that its
// container keeps, an int) or XMM4, without box, reference or register. An exit before that puts it
// where it belongs.
typedef struct Held {
    FedKind kind;
    uint16_t slot;
} Held;

// Code that is rarely run, emitted behind the rest: jumped to from `site`, back to `back` or to
// `target`.
typedef enum StubKind {
    STUB_EXIT,      // a guard failed
    STUB_HELP,      // a guard failed: C executes the instruction (Translator.help)
    STUB_ERROR,     // an exception is set
    STUB_DEALLOC,   // RDI died
    STUB_RELEASE,   // RDI, not NULL, is released
    STUB_SMALL_INT, // `value` is a small int: its cached object is stored in register `slot`
    STUB_NEW_INT,   // `value` needs a box in register `slot`
    STUB_NEW_FLOAT, // XMM0 does
    STUB_SAFE_POINT,
    STUB_EXHAUSTED, // of FOR_LOOP and FOR_ITER: register `slot` held the iterator; goes on at word
                    // `target`
    STUB_TRUTH,     // RSI is asked; R13: its truth
    STUB_RETURN_FLAGGED, // the frame's flags have changed while its locals went
    STUB_RETURN,         // of R13, from a frame with flags
    STUB_RETURNED,       // the caller goes on in the loop: R13 is the result
    STUB_EQUAL_STR,      // RAX and RSI are compared; R13: are they equal?
    STUB_CALL_FAILED,    // a call in C has failed
    STUB_CLEAR,          // a local of a callee holds what a dead register kept
    STUB_ENTER,          // the callee begins in the loop
    STUB_STATUS,         // EAX is not NATIVE_DONE
    STUB_CONSUME,        // the number in RDI, from register `slot`, is somebody else's too
} StubKind;
typedef struct Stub {
    StubKind kind;
    uint8_t *site;       // distance of the jump to it
    const uint8_t *back; // where it goes on
    const void *help;
    uint32_t index; // word of the instruction
    uint32_t target;
    uint16_t slot;
    Register value;
    Fed fed;
    Held held;
} Stub;
typedef struct Jump { // to the instruction at word `target`
    uint8_t *site;
    uint32_t target;
} Jump;

enum { STUBS_MOST = 8192, JUMPS_MOST = 4096 };
typedef struct Translator {
    Assembler assembler;
    CodeObject *code;
    NativeCode *native;
    Instruction ins; // being translated
    uint32_t index;  // its word
    Fed fed;         // what it is fed
    Fed fed_next;    // what it feeds
    Held held;
    uint32_t never_held; // word of an instruction whose result could not be held, + 1
    uint8_t *targets;    // by word: a jump's
    const void *help;    // what executes an instruction whose guard fails; NULL: the loop
    Stub *stubs;
    size_t stub_count;
    Jump *jumps;
    size_t jump_count;
    bool failed;
} Translator;

#define SLOT(number) ((int32_t)(number)*8)
#define CACHE_WORD(number) SLOT(t->index + 1 + (number)) // behind RBP
#define CACHE_INDEX32(number) (CACHE_WORD(number) + 4)
#define CACHE_B(number) (CACHE_WORD(number) + 4)
#define CACHE_C(number) (CACHE_WORD(number) + 6)
enum { SMALL_INT_FIRST = -5, SMALL_INT_COUNT = 262 };

// Adds a stub that `site` jumps to; its `back` is filled in by stub_back, when what follows begins.
Stub *translate_stub(Translator *t, StubKind kind, uint8_t *site);
void translate_guard(Translator *t, Condition condition); // leaves the machine code if it holds
void translate_jump(Translator *t, uint8_t *site, uint32_t target); // to a word's instruction
void translate_join(Translator *t, size_t first_stub); // helped stubs from this one on go on here
void translate_save(Translator *t);                    // f->pc
void translate_release(Translator *t);                 // RDI, not NULL
void translate_incref(Translator *t, Register object); // clobbers RCX
void translate_release_in(Assembler *a,
                          uint8_t **died);      // the same; where it dies is up to the caller
void translate_release_optional(Translator *t); // RDI
void translate_put(Translator *t, uint32_t slot, Register value); // owned; clobbers RCX, RDI
void translate_store_int(Translator *t, uint32_t slot, Register value, bool is_unshared);
void translate_store_float(Translator *t, uint32_t slot); // XMM0
void translate_small_int(Translator *t,
                         Register index); // index from the first one: its cached object
void translate_unfeed(Translator *t);     // the operand goes to its register
void translate_check(Translator *t, Register object,
                     uint32_t meta);                      // exact and unflagged, or leaves
void translate_result_int(Translator *t, Register value); // RAX or R10
void translate_result_float(Translator *t);               // XMM0
void translate_result_object(Translator *t, Register value, bool is_second); // RAX or R10: borrowed
// The value of operand `slot` into `to`, owned: moved from a temporary, else with a reference of
// its own.
void translate_take_value(Translator *t, Register to, uint32_t slot, bool is_temp,
                          bool is_constant);
// What is fed, or operand `slot`, loaded into RSI.
Register translate_operand_object(Translator *t, uint32_t slot);
void translate_consume_in(Translator *t, uint32_t slot); // RSI, from this register, not NULL
void translate_consume(Translator *t, uint32_t slot, bool is_constant); // if it is a temporary
// Leaves unless the instruction still has the form that it was translated in: then its caches mean
// the same.
void translate_check_form(Translator *t);
void translate_leave(Translator *t, uint32_t index, NativeExitKind kind);
void translate_stubs(Translator *t);
void translate_consume_number(Translator *t, uint32_t slot);
bool translate_may_hold(const Translator *t, FedKind kind); // the result of the instruction
static inline bool is_held(const Translator *t, uint32_t slot)
{
    return t->held.kind && t->held.slot == slot;
}
void translate_store_in_place(Translator *t);
void translate_check_harmless(Translator *t);
void translate_safe_point(Translator *t);
void translate_jump_back(Translator *t, uint32_t target);
void translate_jump_if(Translator *t, Condition condition, int32_t distance); // of a fused jump
// A call of f(frame, ins), with what is fed as third argument if there is something. What it
// answers other than NATIVE_DONE leads away.
void translate_help(Translator *t, const void *function);
// The same of a question: jumps to word `target` if the answer is `sense`.
void translate_question(Translator *t, const void *function, bool sense, int32_t distance);

// The templates, by group: false, there is none for this instruction (with what it is fed).
bool translate_number(Translator *t);
bool translate_name(Translator *t);
bool translate_attribute(Translator *t);
bool translate_item(Translator *t);
bool translate_call(Translator *t);
bool translate_helped(Translator *t);

static inline Register other_than(Register in) // of the two in which results are fed
{
    return in == RAX ? R10 : RAX;
}
// Has a guard of the instruction failed now and then? Its guess is not worth much.
static inline bool was_left(const Translator *t)
{
    return t->native->left[t->index] & NATIVE_LEFT_TWICE;
}
// Has it been executed in this form, which the loop might have specialised?
static inline bool is_settled(const Translator *t)
{
    return t->native->left[t->index] != 0;
}
static inline bool is_fed_object(const Translator *t)
{
    return t->fed.kind == FED_OBJECT && !t->fed.is_second;
}

// Where all machine code goes at its end.
struct NativeCommon {
    const uint8_t *tail;     // every exit: RAX pc, RDX its kind
    const uint8_t *go_on;    // vm.frame goes on at its pc, in machine code if it has some
    const uint8_t *leave;    // EAX: NATIVE_FAILED or NATIVE_LEFT
    const uint8_t *returned; // EAX: what native_return says
};
extern struct NativeCommon native_common;

#endif

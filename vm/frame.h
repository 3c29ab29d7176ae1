// Frames: what runs. Two contiguous stacks, address space reserved once, never moved: the value
// stack holds the registers of all frames, the frame stack their Frame records.
//
//   value stack  ... | caller's locals | temporaries ... function, self, arg0, arg1 ...
//                                                       ^window       | callee's locals ...
//                                                                     ^callee's base
//
// The caller's argument registers are the callee's first locals: base is the window's second
// register when it holds self, else its third. Every register is NULL or owned. Above the live
// temporaries of the running frame a register may hold an exact int or float box with count 1 (see
// opcodes.def); therefore a new frame clears the locals that are not arguments, and nothing else.
#ifndef ADDER_VM_FRAME_H
#define ADDER_VM_FRAME_H

#include "runtime/model/state.h"
#include "runtime/program/code.h"
#include "runtime/program/function.h"

typedef struct FrameObject FrameObject;
typedef struct GeneratorObject GeneratorObject;

enum { // Frame.flags; a plain script-to-script call has none
    FRAME_ENTRY = 1,      // C called: returning leaves eval_run
    FRAME_LOCALS = 2,     // `locals` is valid: a mapping (class body, module, exec)
    FRAME_OBJECT = 4,     // `object` is valid: someone asked for the frame
    FRAME_GENERATOR = 8,  // `generator` is valid: this is its body
    FRAME_INIT = 16,      // body of __init__ called for Class(...): the result is `constructed`; counts twice
    FRAME_ITERATION = 32, // a generator resumed by FOR_ITER or FOR_LOOP of the frame below
    FRAME_DELEGATE = 64,  // a generator resumed by YIELD_FROM of the frame below
    FRAME_COMPARE = 256,  // with FRAME_OPERATOR: the depth counts one more, as for comparisons in C
    FRAME_LEFT = 512,     // its locals are being released: scripts do not see it any more
    FRAME_NAMES = 2048,   // with FRAME_INIT: keywords that are not in the order of the parameters, in `locals`
    FRAME_SPREAD = 1024,  // called by CALL_EX of the frame below, whose window holds the arguments too
    FRAME_OPERATOR = 128, // a method that an operator, item or attribute of the frame below calls
};

typedef struct Frame {
    Object **base;           // register 0
    const Instruction *pc;   // the word behind the instruction being executed (its caches)
    CodeObject *code;        // kept alive by the function or whoever runs it
    DictObject *globals;     // borrowed from the function
    FunctionObject *function; // borrowed: the window owns it; NULL: module, class body by exec
    uint32_t flags;          // FRAME_*
    uint32_t trace_parent;   // 0 when the frame begins; the memory tracer's own (TraceHooks)
    // valid only where `flags` says so
    Object *locals;             // owned; FRAME_NAMES: the names of the keywords
    FrameObject *object;        // owned
    GeneratorObject *generator; // owned while it runs
    Object *constructed;        // owned; FRAME_OPERATOR: the function
} Frame;

// What a script sees of a frame: made when a traceback or sys._getframe asks for it. While the frame
// runs, `frame` points at it; when the frame ends, its locals move here if the object lives on.
struct FrameObject {
    Object header;
    Frame *frame;        // running (or generator suspended: NULL and `generator` set); NULL: ended
    GeneratorObject *generator; // borrowed while the generator lives: locals are in it
    FrameObject *back;   // owned; set when the frame ends (while it runs: the frame below)
    CodeObject *code;    // owned
    DictObject *globals; // owned
    Object *locals;      // owned: mapping of a FRAME_LOCALS frame, or dict made by f_locals; or NULL
    Object **values;     // locals of an ended function frame: code->local_count owned or NULL; or NULL
    int32_t instruction; // index of the last instruction executed, once ended
    Object *trace_dict;
};

typedef struct TracebackObject {
    Object header;
    struct TracebackObject *next; // owned: towards where it was raised
    FrameObject *frame;           // owned
    int32_t instruction;          // word index in frame->code
    int32_t line;                 // -1: not resolved yet
} TracebackObject;

typedef struct Vm {
    Frame *frame;        // the running frame; frames - 1 before the first
    Frame *frames;       // bottom of the frame stack
    Frame *frame_limit;
    Object **stack;      // bottom of the value stack
    Object **stack_limit;
    Object **stack_high; // highest slot used since the last trim
} Vm;
extern Vm vm;

int frame_start(void); // reserves the stacks
void frame_stop(void);
void frame_release_lingering(void); // at the end: boxes that dead registers still hold
// First free register above the running frame.
static inline Object **frame_stack_top(void)
{
    return vm.frame < vm.frames ? vm.stack : vm.frame->base + vm.frame->code->register_count;
}
static inline int32_t frame_instruction(const Frame *frame)
{
    return (int32_t)(frame->pc - 1 - frame->code->code);
}
// The frame's object (new reference), made at first call. NULL with MemoryError.
FrameObject *frame_object(Frame *frame);
// `frame` or the nearest below it that scripts see: finalizers of a frame's locals find its caller.
// vm.frames - 1: none.
Frame *frame_visible(Frame *frame);
// The frame object of a suspended or new generator (new reference).
FrameObject *frame_object_suspended(GeneratorObject *generator);
// Line of the instruction that the frame is at.
int frame_line(const Frame *frame);
int frame_object_line(FrameObject *frame);
// f_locals / locals(): new reference to the mapping; for functions a dict brought up to date.
Object *frame_locals(Frame *frame);
// The frame ends (registers of temporaries are released already): gives its locals to its object if
// that lives on, else releases them in order, those of a constructor before its arguments. Pops nothing.
void frame_leave_locals(Frame *frame);
// Builtins of a frame: borrowed; globals' __builtins__ or the builtin module's.
DictObject *frame_builtins_borrow(Frame *frame);
DictObject *frame_builtins_of_borrow(DictObject *globals);
// Adds the frame at `instruction` to the current exception's traceback. Under OOM the entry is dropped.
void traceback_add(Frame *frame);
int traceback_line(TracebackObject *traceback);

#endif

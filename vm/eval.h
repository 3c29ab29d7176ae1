// The dispatch loop and what its slow halves share.
#ifndef ADDER_VM_EVAL_H
#define ADDER_VM_EVAL_H

#include "runtime/bytecode/opcode.h"
#include "runtime/model/shape.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "vm/frame.h"

// Runs vm.frame (pushed by the caller, FRAME_ENTRY set) until it returns, yields or fails. Pops it.
// New reference to the result, or NULL with an exception.
Object *eval_run(void);

// Flags and type index as one word: an exact, unflagged object of a type reads META(type).
static inline uint32_t meta_of(const Object *object)
{
    uint32_t word;
    __builtin_memcpy(&word, (const char *)object + 4, sizeof word);
    return word;
}
#define META(type) ((uint32_t)(type) << 16)

// A box that nobody else sees: exact, count 1, no flag. The header is compared in two halves: a
// 64-bit load behind a 32-bit store of the count (an incref a moment ago) would stall for lack of
// store forwarding, which took a fifth of the time of a matrix product.
static inline bool is_own_box(const Object *object, TypeIndex type)
{
    return object->refcount == 1 && meta_of(object) == META(type);
}

// Own box of an int or float: it may stay in a dead register.
static inline bool is_lingering_box(const Object *object)
{
    _Static_assert(TYPE_FLOAT == TYPE_INT + 1, "one range check finds either");
    return object->refcount == 1 && (uint16_t)(object->type_index - TYPE_INT) <= 1 && object->flags == 0;
}

// An int and a float that a comparison of doubles decides: the int is exact as one.
static inline bool is_exact_double(const Object *object)
{
    const int64_t limit = (int64_t)1 << 53;
    return meta_of(object) == META(TYPE_FLOAT) ||
           (meta_of(object) == META(TYPE_INT) && ((const IntObject *)object)->value <= limit &&
            ((const IntObject *)object)->value >= -limit);
}
static inline bool are_mixed_numbers(const Object *left, const Object *right)
{
    return is_exact_double(left) && is_exact_double(right);
}
static inline double number_as_double(const Object *object)
{
    return meta_of(object) == META(TYPE_FLOAT) ? ((const FloatObject *)object)->value
                                               : (double)((const IntObject *)object)->value;
}

// Consumes the temporary in *slot.
static inline void consume(Object **slot)
{
    Object *object = *slot;
    if (object && !is_lingering_box(object)) {
        *slot = NULL;
        decref(object);
    }
}

// The same for a temporary that is known to hold an unflagged int or float.
static inline void consume_number(Object **slot)
{
    Object *number = *slot;
    if (number->refcount != 1) { // somebody else's too, so it does not die here
        *slot = NULL;
        decref(number);
    }
}

// What others may see of an operand: a small int that has a box of its own (D_UNSHARED) becomes the
// cached one. Borrowed.
static inline Object *eval_shared(Object **slot)
{
    Object *object = *slot;
    if (meta_of(object) == META(TYPE_INT) && object->refcount == 1 && int_is_small(((IntObject *)object)->value)) {
        *slot = int_small_borrow(((IntObject *)object)->value);
        decref(object);
    }
    return *slot;
}

// Writes a destination register: first the new value, then the old one is released.
static inline void write_register(Object **slot, Object *value)
{
    Object *old = *slot;
    *slot = value;
    if (old)
        decref(old);
}

// --- eval_slow.c: the long halves of instructions. `ins` is the instruction; operands are consumed
// and the destination written as opcodes.def says. 0, or -1 with an exception. ---
// 1: a frame was pushed that computes the result (FRAME_OPERATOR); see eval_operator_result.
int eval_binary(Frame *frame, Instruction ins, BinaryOp op);
// 1: a frame was pushed, as by eval_binary.
int eval_compare(Frame *frame, Instruction ins, CompareOp op);
// Fused compare and branch: 1 true, 0 false, -1; EVAL_PUSHED: a frame was pushed.
enum { EVAL_PUSHED = 2 };
int eval_compare_jump(Frame *frame, Instruction ins, CompareOp op);
// The frame that an operator pushed has returned `result`, which is taken over: 0; 1 a fused jump is
// taken; -1.
int eval_operator_result(Frame *frame, Instruction ins, Object *result);
int eval_unary(Frame *frame, Instruction ins);
int eval_load_name(Frame *frame, Instruction ins);
int eval_load_global_name(Frame *frame, Object *name, Object **value);
int eval_store_name(Frame *frame, Instruction ins);
int eval_delete_name(Frame *frame, Instruction ins);
int eval_delete_global(Frame *frame, Instruction ins);
int eval_load_class_deref(Frame *frame, Instruction ins);
void eval_raise_unbound(Frame *frame, int local_index);
int eval_load_slice(Frame *frame, Instruction ins);
int eval_store_slice(Frame *frame, Instruction ins);
int eval_build_slice(Frame *frame, Instruction ins);
int eval_build_list(Frame *frame, Instruction ins);
int eval_build_set(Frame *frame, Instruction ins);
int eval_build_dict(Frame *frame, Instruction ins);
int eval_build_string(Frame *frame, Instruction ins);
int eval_format(Frame *frame, Instruction ins);
int eval_list_extend(Frame *frame, Instruction ins);
int eval_dict_update(Frame *frame, Instruction ins);
// "module.f()" for messages about calls: new str.
Object *eval_callee_text(Object *callable);
int eval_dict_merge(Frame *frame, Instruction ins);
int eval_unpack(Frame *frame, Instruction ins);
int eval_unpack_two(Frame *frame, Instruction ins);
int eval_unpack_ex(Frame *frame, Instruction ins);
int eval_make_function(Frame *frame, Instruction ins);
int eval_load_build_class(Frame *frame, Instruction ins);
int eval_setup_annotations(Frame *frame);
int eval_raise(Frame *frame, Instruction ins); // always -1; *is_reraise: no traceback entry is added
int eval_push_exc(Frame *frame, Instruction ins);
int eval_pop_exc(Frame *frame, Instruction ins);
int eval_exc_match(Frame *frame, Instruction ins); // 1, 0, -1
int eval_with_enter(Frame *frame, Instruction ins);
int eval_with_exit(Frame *frame, Instruction ins);
int eval_with_except(Frame *frame, Instruction ins);
int eval_import_name(Frame *frame, Instruction ins);
int eval_import_from(Frame *frame, Instruction ins);
int eval_import_star(Frame *frame, Instruction ins);
int eval_print_expr(Frame *frame, Instruction ins);

// --- specialize.c: general attribute, global, item and call-target instructions, and their caches.
// They do the operation and may rewrite the instruction at frame->pc - 1. 0 / -1. ---
// LOAD_ATTR, LOAD_SUBSCR: 1 when a frame was pushed.
int special_load_attr(Frame *frame, Instruction ins);
int special_store_attr(Frame *frame, Instruction ins);
int special_load_method(Frame *frame, Instruction ins);
// LOAD_ATTR_SLOT, LOAD_METHOD_SHAPE met another shape: enters it as the second one. False: no room.
bool special_add_attr(Frame *frame, Instruction ins);
bool special_add_method(Frame *frame, Instruction ins);
// STORE_ATTR_SLOT met another shape: true when it became STORE_ATTR_MANY.
bool special_store_other(Frame *frame, Instruction ins);
// LOAD_ATTR_MANY, STORE_ATTR_MANY, LOAD_METHOD_MANY did not find the answer in the shared cache.
int special_load_attr_many(Frame *frame, Instruction ins);
int special_store_attr_many(Frame *frame, Instruction ins);
int special_load_method_many(Frame *frame, Instruction ins);
// The shared cache answers for instructions that meet instances of many shapes: slot or method of
// (shape, name). A shape keeps its names alive, a class the names of its methods, and a sweep empties
// the cache before either goes: so addresses identify them.
typedef struct SharedCacheEntry {
    const Shape *shape;
    const Object *name;
    uintptr_t answer; // slot, or the borrowed method
} SharedCacheEntry;
enum { SHARED_LOAD, SHARED_STORE, SHARED_METHOD, SHARED_KIND_COUNT, SHARED_CACHE_SIZE = 512 };
extern SharedCacheEntry special_shared_cache[SHARED_KIND_COUNT][SHARED_CACHE_SIZE];
static inline SharedCacheEntry *special_shared(int kind, const Shape *shape, const Object *name)
{
    uintptr_t hash = ((uintptr_t)shape >> 4) * 5 + ((uintptr_t)name >> 4);
    return &special_shared_cache[kind][(hash ^ hash >> 9) & (SHARED_CACHE_SIZE - 1)];
}
// CALL_SUPER's caches: the class whose method runs, and the register of its cell; the method, and
// the type index of self. True: they are filled for this call, which is `super()` before LOAD_METHOD.
#define SUPER_CACHE(pointer, number) ((uint64_t)(uintptr_t)(pointer) | (uint64_t)(number) << 48)
#define SUPER_POINTER(word) ((void *)(uintptr_t)((word) << 16 >> 16))
#define SUPER_NUMBER(word) ((uint32_t)((word) >> 48))
bool special_fill_super(Frame *frame, Instruction ins);
// CALL_KW of a script function whose parameters behind the positional arguments, at most eight, are filled by
// keywords and defaults: first cache word: serial of its code, then as below; second: a byte a parameter, the
// number of the value among the keywords', KEYWORD_DEFAULT | index in the defaults, or KEYWORD_ONLY_DEFAULT: it is
// looked up by name. True: specialised.
enum { KEYWORDS_MOST = 8, KEYWORD_DEFAULT = 0x80, KEYWORD_ONLY_DEFAULT = 0xff };
typedef union KeywordCache {
    uint64_t word;
    struct {
        uint32_t serial;
        uint8_t first, count, named, default_count; // parameters; of them count from first on; keywords
    };
} KeywordCache;
bool special_fill_keywords(Frame *frame, Instruction ins, bool has_self);
int special_load_global(Frame *frame, Instruction ins);
int special_load_name(Frame *frame, Instruction ins);
int special_store_global(Frame *frame, Instruction ins);
int special_store_name(Frame *frame, Instruction ins);
int special_load_subscr(Frame *frame, Instruction ins);
int special_store_subscr(Frame *frame, Instruction ins);
// The definition of the builtin len (module builtins sets it): CALL_LEN stands for calls of it.
extern const MethodDef *special_len_def;
// Back to the general form after a wrong guess; the next attempt waits.
void special_despecialize(Instruction *instruction);
// The instruction before `reader` writes its result to a register from now on (D_FEEDS).
void special_stop_feeding(Frame *frame, const Instruction *reader);
// Clears every inline cache that depends on classes (type_hooks.sweep_caches).
void special_sweep(void);

// --- invoke.c ---
// Arguments of a call are in base[0 .. positional) followed by keyword values for kwnames (tuple or
// NULL); all owned. Rearranges them into the callee's parameters. 0; -1 with TypeError, and then every
// register of the window is released or, with `restores`, the arguments are where they were.
int invoke_bind(FunctionObject *function, Object **base, size_t positional, Object *kwnames, bool restores);
// Arguments of a new instance's __init__ with *args or FRAME_NAMES die in the order of the call.
void invoke_release_init_arguments(Frame *frame);
// Whether keywords behind `positional` arguments fill the parameters that follow those, in order.
bool invoke_names_in_order(const CodeObject *code, size_t positional, Object *kwnames);
// Room for `code`'s registers at base, recursion and frame limits. 0 / -1 with RecursionError.
int invoke_check_room(Object **base, const CodeObject *code);
// Pushes the frame of a simple script function for an operator of vm.frame; flags: FRAME_OPERATOR and
// what goes with it. 1; 0: its parameters are not `count` plain ones; -1 with RecursionError.
int invoke_push_operator(Object *function, Object *const *args, size_t count, uint32_t flags);
// CALL_EX: result through call_object or a pushed frame: 1 a frame was pushed, 0 *result is set, -1.
int invoke_call_ex(Frame *frame, Instruction ins, Object **result);
// The callable and the arguments of CALL_EX, in CPython's order.
void invoke_release_window(Object **window);

// --- unwind.c ---
// The current exception leaves the instruction that frame->pc says. True: a handler in this frame was
// prepared (frame->pc is the handler). False: the frame's registers were released and its locals left;
// the caller pops it.
bool unwind_frame(Frame *frame, bool add_traceback);
// Releases registers from `first` up to the end of the frame, top down.
void unwind_release(Frame *frame, uint32_t first);

#endif

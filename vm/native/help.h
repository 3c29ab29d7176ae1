// Functions in C that machine code calls.
#ifndef ADDER_VM_NATIVE_HELP_H
#define ADDER_VM_NATIVE_HELP_H

#include "runtime/memory/memory.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "vm/eval.h"
#include "vm/native/native.h"

typedef enum NativeStatus {
    NATIVE_FAILED = -1, // an exception is set
    NATIVE_DONE = 0,    // the next instruction follows; of a question: no
    NATIVE_TRUE,        // of a question: yes
    NATIVE_NOT, // the guess was wrong and nothing has happened: the loop executes the instruction
    NATIVE_SWITCH, // vm.frame is another one, and goes on at its pc
    NATIVE_LEFT,   // a frame that C has called is left: native_lent.object is the result
} NativeStatus;

// The instruction was translated in its general form: if the loop has specialised it since, it is
// worth another translation, which calls of the code object will use.
static inline void native_note_form(const Frame *frame, Instruction translated, Opcode general)
{
    NativeCode *native = frame->code->native;
    if (unlikely(translated.op == general && frame->pc[-1].op != general && native &&
                 ++native->exits > native->exits_most))
        native_translate(frame->code);
}

// Boxes in a register.
int native_box_int(Object **slot, int64_t value);
int native_box_float(Object **slot, double value);
// What machine code held for a later instruction goes to its register.
void native_unhold_object(Object **slot, Object *object);
int native_unhold_int(Object **slot, int64_t value);
int native_unhold_float(Object **slot, double value);
int native_truth_held(Object *object); // 1, 0, -1
void native_clear_locals(Object **base, const CodeObject *code);
void native_exhausted(Object **slot);

// One each for instructions: NativeStatus.
typedef int (*NativeHelp)(Frame *frame, Instruction ins);
int native_binary(Frame *frame, Instruction ins);
int native_compare(Frame *frame, Instruction ins);
int native_compare_jump(Frame *frame, Instruction ins);
int native_contains(Frame *frame, Instruction ins);
int native_contains_jump(Frame *frame, Instruction ins);
int native_load_name(Frame *frame, Instruction ins);
int native_store_name(Frame *frame, Instruction ins);
int native_exc_match_jump(Frame *frame, Instruction ins);
int native_is_jump(Frame *frame, Instruction ins);
int native_is(Frame *frame, Instruction ins);
int native_not(Frame *frame, Instruction ins);
int native_load_attr(Frame *frame, Instruction ins);
int native_store_attr(Frame *frame, Instruction ins);
int native_load_method(Frame *frame, Instruction ins);
int native_load_item_dict(Frame *frame, Instruction ins);
int native_load_item_fed_dict(Frame *frame, Instruction ins, Object *dict);
int native_store_item_dict(Frame *frame, Instruction ins);
int native_load_item(Frame *frame, Instruction ins);
int native_store_item(Frame *frame, Instruction ins);
int native_store_byte(Frame *frame, Instruction ins);
int native_delete_item(Frame *frame, Instruction ins);
int native_build_tuple(Frame *frame, Instruction ins);
int native_append(Frame *frame, Instruction ins);
int native_set_add(Frame *frame, Instruction ins);
int native_dict_add(Frame *frame, Instruction ins);
int native_list_to_tuple(Frame *frame, Instruction ins);
int native_unpack(Frame *frame, Instruction ins);
int native_unpack_two(Frame *frame, Instruction ins);
int native_delete_local(Frame *frame, Instruction ins);
int native_make_cell(Frame *frame, Instruction ins);
int native_get_iter(Frame *frame, Instruction ins);
int native_get_yield_from_iter(Frame *frame, Instruction ins);
int native_next(Frame *frame, Instruction ins);
int native_call_method(Frame *frame, Instruction ins);
int native_call_builtin(Frame *frame, Instruction ins);
int native_call_type(Frame *frame, Instruction ins);
int native_call_append(Frame *frame, Instruction ins);
int native_call_len(Frame *frame, Instruction ins);
int native_finish_call(Frame *frame, Instruction ins, Object *result);

// What an inline or shared cache answers (borrowed), or NULL.
Object *native_find_attr(Frame *frame, Instruction ins, Object *object);
Object *native_find_function(Frame *frame, Instruction ins, Object *object);

// help_calls.c: calls, returns and generators.
int native_call(Frame *frame, Instruction ins);
int native_call_kw(Frame *frame, Instruction ins);
int native_call_ex(Frame *frame, Instruction ins);
int native_call_class(Frame *frame, Instruction ins);
int native_call_method_object(Frame *frame, Instruction ins);
int native_call_range(Frame *frame, Instruction ins);
int native_call_super(Frame *frame, Instruction ins);
int native_call_keywords(Frame *frame, Instruction ins);
int native_return(Frame *frame, Object *value);
int native_yield(Frame *frame, Instruction ins);
int native_yield_from(Frame *frame, Instruction ins);
int native_next_generator(Frame *frame, Instruction ins);

#endif

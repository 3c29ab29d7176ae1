// An exception leaves an instruction: find the handler in this frame, or leave the frame.
#include "runtime/bytecode/exctable.h"
#include "runtime/model/error.h"
#include "vm/eval.h"

void unwind_release(Frame *frame, uint32_t first)
{
    Object *saved = error_take(); // what dies may run script code
    for (uint32_t i = frame->code->register_count; i-- > first;)
        if (frame->base[i])
            ref_clear(&frame->base[i]);
    error_restore_steal(saved);
}

bool unwind_frame(Frame *frame, bool add_traceback)
{
    CodeObject *code = frame->code;
    if (frame->pc > code->code && opcode_general((Opcode)frame->pc[-1].op) == OP_LOAD_ATTR &&
        frame->base[frame->pc[-1].b]) // a property's getter raised
        error_fill_attribute(frame->base[frame->pc[-1].b], code->constants[frame->pc[-1].c]);
    if (add_traceback)
        traceback_add(frame);
    ExceptionEntry entry;
    if (code->exception_table_size &&
        exctable_find(code->exception_table, code->exception_table_size, (uint32_t)frame_instruction(frame), &entry)) {
        uint32_t depth = code->local_count + entry.depth;
        unwind_release(frame, depth);
        frame->base[depth] = error_take();
        frame->pc = code->code + entry.handler;
        return true;
    }
    unwind_release(frame, code->local_count);
    Object *saved = error_take();
    frame_leave_locals(frame);
    error_restore_steal(saved);
    return false;
}

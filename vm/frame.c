// The two stacks, and the objects that show frames and tracebacks to scripts.
// Read frame_leave_locals first: it says what happens to the locals when a frame ends.
#include "vm/frame.h"

#include <sys/mman.h>

#include "runtime/bytecode/linetable.h"
#include "runtime/containers/dict.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/program/cell.h"
#include "runtime/program/module.h"
#include "runtime/text/str.h"
#include "vm/eval.h"
#include "vm/generator.h"

Vm vm;

// --- the stacks ---

int frame_start(void)
{
    size_t stack_bytes = VALUE_STACK_SLOTS * sizeof(Object *), frame_bytes = FRAME_STACK_LIMIT * sizeof(Frame);
    void *stack = mmap(NULL, stack_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    void *frames = mmap(NULL, frame_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (stack == MAP_FAILED || frames == MAP_FAILED)
        return -1;
    vm.stack = stack;
    vm.stack_limit = vm.stack + VALUE_STACK_SLOTS;
    vm.stack_high = vm.stack;
    vm.frames = (Frame *)frames + 1; // frames[-1] exists: "no frame"
    vm.frame_limit = (Frame *)frames + FRAME_STACK_LIMIT;
    vm.frame = vm.frames - 1;
    return 0;
}

void frame_release_lingering(void)
{
    // Lingering boxes may lie anywhere below the highest slot ever used; untouched pages read as NULL.
    for (Object **slot = vm.stack; slot < vm.stack_limit;) {
        unsigned char resident[64];
        size_t page = 4096, span = sizeof resident * page;
        size_t left = (size_t)((char *)vm.stack_limit - (char *)slot);
        if (span > left)
            span = left;
        if (mincore(slot, span, resident) < 0)
            break;
        bool any = false;
        for (size_t i = 0; i < (span + page - 1) / page; i++) {
            Object **first = (Object **)(void *)((char *)slot + i * page);
            if (!(resident[i] & 1))
                continue;
            any = true;
            for (size_t j = 0; j < page / sizeof(Object *); j++)
                if (first[j])
                    ref_clear(&first[j]);
        }
        if (!any && (char *)slot - (char *)vm.stack >= 1 << 22)
            break; // the touched part is one run from the bottom
        slot = (Object **)(void *)((char *)slot + span);
    }
}

void frame_stop(void)
{
    munmap(vm.stack, VALUE_STACK_SLOTS * sizeof(Object *));
    munmap(vm.frames - 1, FRAME_STACK_LIMIT * sizeof(Frame));
    vm = (Vm){0};
}

DictObject *frame_builtins_of_borrow(DictObject *globals)
{
    Object *builtins = dict_get_str_borrow(globals, NAME(builtins));
    if (!builtins)
        return state.builtins;
    if (IS_EXACT(builtins, MODULE))
        return MODULE(builtins)->dict;
    return IS_EXACT(builtins, DICT) ? DICT(builtins) : state.builtins;
}

DictObject *frame_builtins_borrow(Frame *frame)
{
    return frame_builtins_of_borrow(frame->globals);
}

// --- lines ---

static int line_at(const CodeObject *code, int32_t instruction)
{
    if (instruction < 0)
        return code->first_line;
    return linetable_find(code->line_table, code->line_table_size, code->first_line, (uint32_t)instruction).line;
}

int frame_line(const Frame *frame)
{
    return line_at(frame->code, frame_instruction(frame));
}

static int32_t instruction_of(FrameObject *self)
{
    if (self->frame)
        return frame_instruction(self->frame);
    if (self->generator)
        return (int32_t)(self->generator->pc - 1 - self->code->code);
    return self->instruction;
}

int frame_object_line(FrameObject *self)
{
    return line_at(self->code, instruction_of(self));
}

int traceback_line(TracebackObject *traceback)
{
    if (traceback->line < 0)
        traceback->line = line_at(traceback->frame->code, traceback->instruction);
    return traceback->line;
}

// --- frame objects ---

static FrameObject *new_frame_object(CodeObject *code, DictObject *globals)
{
    FrameObject *self = (FrameObject *)object_new(&type_frame, sizeof(FrameObject));
    if (!self)
        return NULL;
    self->code = new_ref(code);
    self->globals = new_ref(globals);
    self->instruction = -1;
    gc_track(OBJECT(self));
    return self;
}

// Returning releases the locals while the frame is still on the stack; the plain way, in eval_run,
// leaves no other mark than the instruction.
static bool is_leaving(const Frame *frame)
{
    if (frame->flags & FRAME_LEFT)
        return true;
    if (frame->pc == frame->code->code)
        return false;
    Opcode op = (Opcode)frame->pc[-1].op;
    return op == OP_RETURN || op == OP_RETURN_CONST;
}

Frame *frame_visible(Frame *frame)
{
    while (frame >= vm.frames && is_leaving(frame))
        frame--;
    return frame;
}

FrameObject *frame_object(Frame *frame)
{
    if (frame->flags & FRAME_OBJECT)
        return new_ref(frame->object);
    FrameObject *self = new_frame_object(frame->code, frame->globals);
    if (!self)
        return NULL;
    self->frame = frame;
    if (frame->flags & FRAME_LOCALS)
        self->locals = new_ref(frame->locals);
    frame->object = self;
    frame->flags |= FRAME_OBJECT;
    return new_ref(self);
}

FrameObject *frame_object_suspended(GeneratorObject *generator)
{
    FrameObject *self = new_frame_object(generator->code, generator->function->globals);
    if (self)
        self->generator = generator;
    return self;
}

// The ending frame's object lives on: it takes over the locals and the link to the caller.
static void move_locals(Frame *frame, FrameObject *object)
{
    uint32_t count = frame->code->local_count;
    object->instruction = frame_instruction(frame);
    object->frame = NULL;
    if (count > 0) {
        object->values = memory_alloc(count * sizeof(Object *), MEMORY_RAW);
        if (object->values)
            for (uint32_t i = 0; i < count; i++) {
                object->values[i] = frame->base[i];
                frame->base[i] = NULL;
            }
    }
    if (frame->flags & FRAME_GENERATOR)
        return; // it does not keep who resumed it last: f_back of an ended generator is None
    Frame *back = frame_visible(frame - 1);
    if (back >= vm.frames && !object->back) {
        object->back = frame_object(back);
        if (!object->back)
            error_clear(); // a traceback without its callers is better than none
    }
}

// Lets go of the frame's object, which takes the locals over if it lives on.
static void leave_object(Frame *frame)
{
    if (frame->flags & FRAME_OBJECT) {
        FrameObject *object = frame->object;
        frame->flags &= ~(uint32_t)FRAME_OBJECT;
        if (object->header.refcount != 1) {
            Object *saved = error_take();
            move_locals(frame, object);
            if (saved)
                error_restore_steal(saved);
        } else {
            object->frame = NULL;
        }
        decref(OBJECT(object));
    }
}

void frame_leave_locals(Frame *frame)
{
    frame->flags |= FRAME_LEFT;
    leave_object(frame);
    const uint32_t parameters = frame->flags & FRAME_INIT ? code_parameter_count(frame->code) : 0;
    for (uint32_t i = parameters, count = frame->code->local_count; i < count; i++)
        if (frame->base[i])
            ref_clear(&frame->base[i]);
    if (parameters && (frame->code->flags & CODE_VARARGS || frame->flags & FRAME_NAMES))
        invoke_release_init_arguments(frame);
    for (uint32_t i = 0; i < parameters; i++)
        if (frame->base[i])
            ref_clear(&frame->base[i]);
    if (frame->flags & FRAME_LOCALS)
        ref_clear(&frame->locals);
    leave_object(frame); // a finalizer of what was released may have asked for the frame
}

// The register array of a frame object's locals, or NULL when it has none any more.
static Object **registers_of(FrameObject *self)
{
    if (self->frame)
        return self->frame->base;
    if (self->generator)
        return self->generator->live_count ? self->generator->registers : NULL;
    return self->values;
}

// Brings the dict of a function frame's f_locals up to date. 0 / -1.
static int refresh_locals(Object *dict, const CodeObject *code, Object *const *registers)
{
    for (uint32_t i = 0; i < code->local_count; i++) {
        Object *name = TUPLE(code->local_names)->items[i];
        Object *value = registers ? registers[i] : NULL;
        if (code->local_kinds[i] != CODE_LOCAL_PLAIN && value && IS_EXACT(value, CELL))
            value = CELL(value)->content;
        if (code->local_kinds[i] == CODE_LOCAL_FREE && !(code->flags & CODE_OPTIMIZED))
            continue;
        int status = value ? dict_set(dict, name, value) : dict_delete_optional(dict, name);
        if (status < 0)
            return -1;
    }
    return 0;
}

static Object *locals_of(FrameObject *self)
{
    if (!(self->code->flags & CODE_OPTIMIZED) && self->locals)
        return new_ref(self->locals);
    if (!(self->code->flags & CODE_OPTIMIZED))
        return OBJECT(new_ref(self->globals));
    if (!self->locals) {
        self->locals = dict_new();
        if (!self->locals)
            return NULL;
    }
    if (refresh_locals(self->locals, self->code, registers_of(self)) < 0)
        return NULL;
    return new_ref(self->locals);
}

Object *frame_locals(Frame *frame)
{
    if (frame->flags & FRAME_LOCALS)
        return new_ref(frame->locals);
    if (!(frame->code->flags & CODE_OPTIMIZED))
        return OBJECT(new_ref(frame->globals));
    FrameObject *object = frame_object(frame);
    if (!object)
        return NULL;
    Object *locals = locals_of(object);
    decref(OBJECT(object));
    return locals;
}

static int frame_traverse(Object *object, VisitFn visit, void *context)
{
    FrameObject *self = (FrameObject *)object;
    VISIT(self->back);
    VISIT(self->globals);
    VISIT(self->locals);
    VISIT(self->trace_dict);
    if (self->values)
        for (uint32_t i = 0; i < self->code->local_count; i++)
            VISIT(self->values[i]);
    return 0;
}

static int clear_values(FrameObject *self)
{
    Object **values = self->values;
    self->values = NULL;
    if (!values)
        return 0;
    for (uint32_t i = 0; i < self->code->local_count; i++)
        xdecref(values[i]);
    memory_free(values, self->code->local_count * sizeof(Object *));
    return 0;
}

static int frame_slot_clear(Object *object)
{
    FrameObject *self = (FrameObject *)object;
    clear_values(self);
    ref_clear(&self->locals);
    ref_clear(&self->trace_dict);
    return 0;
}

static void frame_dealloc(Object *object)
{
    if (!dealloc_enter(object))
        return;
    FrameObject *self = (FrameObject *)object;
    if (self->generator && self->generator->frame == self)
        self->generator->frame = NULL;
    frame_slot_clear(object);
    xdecref(OBJECT(self->back));
    decref(OBJECT(self->globals));
    decref(OBJECT(self->code));
    gc_free(object, sizeof(FrameObject));
    dealloc_leave();
}

static Object *frame_repr(Object *object)
{
    FrameObject *self = (FrameObject *)object;
    return str_format("<frame at %p, file %R, line %d, code %U>", (void *)object, self->code->filename,
                      frame_object_line(self), self->code->name);
}

static Object *get_back(Object *object, void *closure)
{
    (void)closure;
    FrameObject *self = (FrameObject *)object;
    if (self->frame) {
        Frame *back = frame_visible(self->frame - 1);
        if (back >= vm.frames)
            return OBJECT(frame_object(back));
    }
    return self->back ? OBJECT(new_ref(self->back)) : object_none;
}

static Object *get_locals(Object *object, void *closure)
{
    (void)closure;
    return locals_of((FrameObject *)object);
}

static Object *get_line(Object *object, void *closure)
{
    (void)closure;
    int line = frame_object_line((FrameObject *)object);
    return line < 0 ? object_none : int_from_int64(line);
}

// Jumping needs a trace function, which Adder does not have: refused in CPython's words.
static int set_line(Object *object, Object *value, void *closure)
{
    (void)object;
    (void)closure;
    if (!value)
        error_text(&exc_attribute_error, "cannot delete attribute");
    else if (type_of(value) != &type_int)
        error_text(&exc_value_error, "lineno must be an integer");
    else
        error_text(&exc_value_error, "can't jump from the 'call' trace event of a new frame");
    return -1;
}

static Object *get_instruction(Object *object, void *closure)
{
    (void)closure;
    return int_from_int64(instruction_of((FrameObject *)object) * (int64_t)sizeof(Instruction));
}

static Object *get_builtins(Object *object, void *closure)
{
    (void)closure;
    Frame frame = {.globals = ((FrameObject *)object)->globals};
    return OBJECT(new_ref(frame_builtins_borrow(&frame)));
}

static Object *frame_method_clear(Object *object)
{
    FrameObject *self = (FrameObject *)object;
    if (self->frame)
        return error_text(&exc_runtime_error, "cannot clear an executing frame");
    if (self->generator) {
        GeneratorObject *generator = new_ref(self->generator);
        generator_abandon(generator); // as in CPython the locals stay with the frame until a second call
        decref(OBJECT(generator));
    } else {
        frame_slot_clear(object);
    }
    return_none;
}

static const MethodDef frame_methods[] = {
    {"clear", (void *)frame_method_clear, METHOD_NOARGS, "F.clear(): clear most references held by the frame"},
    {0},
};
static const GetSetDef frame_getsets[] = {
    {"f_back", get_back, NULL, NULL, NULL},       {"f_locals", get_locals, NULL, NULL, NULL},
    {"f_lineno", get_line, set_line, NULL, NULL},     {"f_lasti", get_instruction, NULL, NULL, NULL},
    {"f_builtins", get_builtins, NULL, NULL, NULL}, {0},
};
static const MemberDef frame_members[] = {
    {"f_code", MEMBER_OBJECT, offsetof(FrameObject, code), true, NULL},
    {"f_globals", MEMBER_OBJECT, offsetof(FrameObject, globals), true, NULL},
    {0},
};

TypeObject type_frame = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "frame",
    .flags = TF_TRACKED | TF_NO_INSTANTIATION,
    .basic_size = sizeof(FrameObject),
    .dealloc = frame_dealloc,
    .traverse = frame_traverse,
    .clear = frame_slot_clear,
    .repr = frame_repr,
    .methods = frame_methods,
    .getsets = frame_getsets,
    .members = frame_members,
};

// --- tracebacks ---

void traceback_add(Frame *frame)
{
    ExceptionObject *exception = (ExceptionObject *)state.exception;
    Object *saved = error_take(); // allocation may fail: the entry is dropped then
    FrameObject *object = frame_object(frame);
    TracebackObject *entry = object ? (TracebackObject *)object_new(&type_traceback, sizeof(TracebackObject)) : NULL;
    if (!entry) {
        xdecref(OBJECT(object));
        error_restore_steal(saved);
        return;
    }
    entry->next = (TracebackObject *)exception->traceback; // its reference moves
    entry->frame = object;
    entry->instruction = frame_instruction(frame);
    entry->line = -1;
    exception->traceback = OBJECT(entry);
    gc_track(OBJECT(entry));
    error_restore_steal(saved);
}

static int traceback_traverse(Object *object, VisitFn visit, void *context)
{
    VISIT(((TracebackObject *)object)->next);
    VISIT(((TracebackObject *)object)->frame);
    return 0;
}

static int traceback_clear(Object *object)
{
    ref_clear(&((TracebackObject *)object)->next);
    ref_clear(&((TracebackObject *)object)->frame);
    return 0;
}

static void traceback_dealloc(Object *object)
{
    if (!dealloc_enter(object))
        return;
    traceback_clear(object);
    gc_free(object, sizeof(TracebackObject));
    dealloc_leave();
}

static Object *get_traceback_line(Object *object, void *closure)
{
    (void)closure;
    int line = traceback_line((TracebackObject *)object);
    return line < 0 ? object_none : int_from_int64(line);
}

static Object *get_traceback_instruction(Object *object, void *closure)
{
    (void)closure;
    return int_from_int64(((TracebackObject *)object)->instruction * (int64_t)sizeof(Instruction));
}

static Object *get_next(Object *object, void *closure)
{
    (void)closure;
    TracebackObject *next = ((TracebackObject *)object)->next;
    return next ? OBJECT(new_ref(next)) : object_none;
}

static int set_next(Object *object, Object *value, void *closure)
{
    (void)closure;
    if (!value) {
        error_text(&exc_type_error, "can't delete tb_next attribute");
        return -1;
    }
    if (value == object_none) {
        value = NULL;
    } else if (!IS_EXACT(value, TRACEBACK)) {
        error_format(&exc_type_error, "expected traceback object, got '%T'", value);
        return -1;
    }
    for (TracebackObject *entry = (TracebackObject *)value; entry; entry = entry->next)
        if (entry == (TracebackObject *)object) {
            error_text(&exc_value_error, "traceback loop detected");
            return -1;
        }
    xincref(value);
    ref_set_steal(&((TracebackObject *)object)->next, (TracebackObject *)value);
    return 0;
}

static const GetSetDef traceback_getsets[] = {
    {"tb_lineno", get_traceback_line, NULL, NULL, NULL},
    {"tb_lasti", get_traceback_instruction, NULL, NULL, NULL},
    {"tb_next", get_next, set_next, NULL, NULL},
    {0},
};
static const MemberDef traceback_members[] = {
    {"tb_frame", MEMBER_OBJECT, offsetof(TracebackObject, frame), true, NULL},
    {0},
};

TypeObject type_traceback = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "traceback",
    .flags = TF_TRACKED | TF_NO_INSTANTIATION,
    .basic_size = sizeof(TracebackObject),
    .dealloc = traceback_dealloc,
    .traverse = traceback_traverse,
    .clear = traceback_clear,
    .getsets = traceback_getsets,
    .members = traceback_members,
};

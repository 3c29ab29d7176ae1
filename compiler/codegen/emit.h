// Instructions under construction: what codegen appends and what becomes a code object.
//
// Jumps name labels, constants their place in the table; widths, cache words, final constant
// indices and jump distances come last (emit_assemble). Instructions that no path reaches are not
// kept: while unit->is_dead, emitting does nothing.
//
// Errors are sticky: after the first one `failed` is set, an exception is set, and emitting does
// nothing any more; callers check at the end.
#ifndef ADDER_COMPILER_CODEGEN_EMIT_H
#define ADDER_COMPILER_CODEGEN_EMIT_H

#include "compiler/codegen/constants.h"
#include "compiler/codegen/context.h"
#include "runtime/bytecode/linetable.h"
#include "runtime/program/code.h"

typedef struct Ins {
    uint8_t op, d;
    bool removed;
    uint32_t a, b, c;   // operands K: index in b. J, L: see label
    int32_t label;      // where it jumps, or -1
    int32_t handler;    // index of the handler that covers it, or -1
    uint32_t word;      // its place in the final code
    SourceRange range;
} Ins;

typedef struct LabelInfo {
    int32_t target;   // index of an instruction, -1 while not placed
    uint64_t *bound;  // locals bound on every jump to it so far; NULL: no jump yet
} LabelInfo;

typedef struct Handler {
    int32_t label;
    uint32_t depth; // temporaries that stay
} Handler;

typedef struct Emitter {
    CompileContext *context;
    Region region;      // everything here, freed with the emitter
    Ins *code;
    uint32_t count, capacity;
    LabelInfo *labels;
    uint32_t label_count, label_capacity;
    Handler *handlers;
    uint32_t handler_count, handler_capacity;
    Constants constants;
    int32_t handler;    // covers what is emitted now, or -1
    SourceRange range;  // place of what is emitted now
    uint32_t local_count;
    uint64_t *bound;    // locals that are certainly bound here
    uint64_t *deletable; // locals that some statement deletes
    uint32_t bound_words;
    uint32_t last_label; // index of the instruction where a label was placed last
    bool is_dead;
    uint32_t muted;     // > 0: inside a part that nothing reaches
    bool failed;
    Ins scratch;        // what emitting returns when it does nothing
} Emitter;

void emit_init(Emitter *emitter, CompileContext *context, uint32_t local_count);
void emit_free(Emitter *emitter);
// Marks the emitter failed; an exception is set already.
void emit_fail(Emitter *emitter);
void emit_no_memory(Emitter *emitter);
void *emit_alloc(Emitter *emitter, size_t byte_size); // zeroed; NULL after failure

// Appends an instruction; never NULL (the scratch one when dead or failed).
Ins *emit(Emitter *emitter, Opcode op, unsigned d, uint32_t a, uint32_t b, uint32_t c);
Ins *emit_jump(Emitter *emitter, Opcode op, unsigned d, uint32_t a, uint32_t b, int32_t label);
// Index of a constant (borrowed) or name; `is_short`: for a 16-bit operand.
uint32_t emit_constant(Emitter *emitter, Object *value, bool is_short);

int32_t emit_label(Emitter *emitter);
// The label is here: paths that jumped to it join the current one.
void emit_place(Emitter *emitter, int32_t label);
// A label that will be jumped back to: locals that may be deleted meanwhile count as unbound.
void emit_place_loop(Emitter *emitter, int32_t label);
// The label is the entry of a handler; `bound`: what was bound where its range began.
void emit_place_handler(Emitter *emitter, int32_t label, const uint64_t *bound);
int32_t emit_new_handler(Emitter *emitter, int32_t label, uint32_t depth);

uint64_t *emit_copy_bound(Emitter *emitter);
static inline bool emit_is_bound(const Emitter *emitter, uint32_t local)
{
    return emitter->bound[local / 64] >> (local % 64) & 1;
}
static inline void emit_set_bound(Emitter *emitter, uint32_t local, bool bound)
{
    uint64_t bit = (uint64_t)1 << (local % 64);
    if (bound)
        emitter->bound[local / 64] |= bit;
    else
        emitter->bound[local / 64] &= ~bit;
}

// Makes the code object: `parts` holds all but code, constants, tables. NULL with an exception.
CodeObject *emit_assemble(Emitter *emitter, CodeParts *parts);

#endif

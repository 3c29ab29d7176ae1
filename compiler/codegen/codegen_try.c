// try, with, return, break, continue: blocks, and what runs when one is left.
//
// A handler is entered with the exception in the first register above its depth (h); PUSH_EXC h
// makes it the handled one and keeps the one before in h + 1. An exception inside a handler goes to
// its cleanup code, which restores the handled exception (POP_EXC h) and raises again what arrived
// in h + 2. Code on the way out of a block is covered by what surrounds the block (outer_handler).
#include "compiler/codegen/codegen.h"

#include "runtime/model/error.h"
#include "runtime/model/singletons.h"

#include <string.h>

// Blocks that CPython counts against its limit.
static bool block_counts(BlockKind kind)
{
    return kind != BLOCK_VALUE && kind != BLOCK_NAMED;
}

Block *block_push(Unit *unit, const Node *place, BlockKind kind, uint32_t reg)
{
    bool counts = block_counts(kind);
    if (unit->nested_count + counts > BLOCK_DEPTH_MAX ||
        unit->block_count >= sizeof unit->blocks / sizeof unit->blocks[0]) {
        unit_error(unit, place, "too many statically nested blocks");
        return NULL;
    }
    unit->nested_count += counts;
    Block *block = &unit->blocks[unit->block_count++];
    *block = (Block){.kind = kind, .reg = reg, .continue_label = -1, .break_label = -1,
                     .outer_handler = unit->emitter.handler, .node = place};
    return block;
}

void block_pop(Unit *unit)
{
    unit->nested_count -= block_counts(unit->blocks[--unit->block_count].kind);
}

// Starts a range covered by a new handler that keeps the temporaries below `top`.
static int32_t start_range(Unit *unit, int32_t label)
{
    Emitter *emitter = &unit->emitter;
    int32_t outer = emitter->handler;
    emitter->handler = emit_new_handler(emitter, label, unit->top - emitter->local_count);
    return outer;
}

// Handlers of a range that nothing reaches are generated for their errors alone. Such parts nest,
// so `muted` counts.
static void mute_begin(Unit *unit, bool is_dead)
{
    unit->emitter.muted += is_dead;
}

static void mute_end(Unit *unit, bool is_dead)
{
    if (is_dead) {
        unit->emitter.muted--;
        unit->emitter.is_dead = true;
    }
}

// The way out of a handler by an exception: see the head of this file. What falls in here (no
// clause matched, end of finally) has put the exception into h + 2 as well.
static void emit_cleanup(Unit *unit, int32_t label, uint32_t handled, const uint64_t *bound)
{
    Emitter *emitter = &unit->emitter;
    SourceRange saved = emitter->range;
    emitter->range = SOURCE_RANGE_NONE;
    emit_place_handler(emitter, label, bound);
    emit(emitter, OP_POP_EXC, 0, handled, 0, 0);
    emit(emitter, OP_RERAISE, 0, handled + 2, 0, 0);
    emitter->range = saved;
}

// Reserves the registers that a handler at the current top uses: h, h + 1, and h + 2 for cleanup.
static uint32_t push_handled(Unit *unit)
{
    uint32_t handled = register_push(unit);
    register_push(unit);
    register_push(unit);
    unit->top = handled + 2;
    return handled;
}

// ---- Leaving blocks -----------------------------------------------------------------------------

static void unbind_name(Unit *unit, const Node *handler)
{
    Object *name = handler->ExceptHandler.name;
    uint32_t temp = register_push(unit);
    expr_load_constant(unit, object_none, temp);
    name_store(unit, handler, name, temp);
    name_delete(unit, handler, name);
    unit->top = temp;
}

// The finally body as seen from inside its try: the blocks from `index` on are out of sight.
static void run_finally(Unit *unit, uint32_t index, int64_t value)
{
    Block blocks[BLOCK_DEPTH_MAX * 3];
    const Block block = unit->blocks[index];
    uint32_t block_count = unit->block_count, nested_count = unit->nested_count;
    uint32_t top = unit->top;
    memcpy(blocks, unit->blocks, sizeof blocks);
    unit->block_count = index;
    unit->nested_count = 0;
    for (uint32_t i = 0; i < index; i++)
        unit->nested_count += block_counts(unit->blocks[i].kind);
    if (value < 0) {
        unit->top = block.reg; // what was above is released already
        stmt_body(unit, &block.node->Try.finalbody);
    } else if (block_push(unit, block.node, BLOCK_VALUE, (uint32_t)value)) {
        stmt_body(unit, &block.node->Try.finalbody);
    }
    memcpy(unit->blocks, blocks, sizeof blocks);
    unit->block_count = block_count;
    unit->nested_count = nested_count;
    unit->top = top;
}

// What runs when control leaves the block at `index` other than by its end; blocks further in have
// been left already. `value`: the temporary of a return value that waits, or -1. Returns how many
// blocks were left: the name of an except clause and its handler go together, as in CPython.
static uint32_t leave_block(Unit *unit, uint32_t index, int64_t value)
{
    Emitter *emitter = &unit->emitter;
    const Block block = unit->blocks[index];
    SourceRange saved = emitter->range;
    emitter->handler = block.outer_handler;
    switch (block.kind) {
    case BLOCK_WHILE:
    case BLOCK_TRY:
        break;
    case BLOCK_FOR:
    case BLOCK_VALUE:
        emit(emitter, OP_DROP, 0, block.reg, 0, 0);
        break;
    case BLOCK_WITH:
        unit_set_place(unit, block.node);
        emit(emitter, OP_WITH_EXIT, 0, block.reg, 0, 0);
        emitter->range = saved;
        break;
    case BLOCK_HANDLER:
        emit(emitter, OP_POP_EXC, 0, block.reg, 0, 0);
        break;
    case BLOCK_NAMED:
        emitter->handler = unit->blocks[index - 1].outer_handler;
        emit(emitter, OP_POP_EXC, 0, block.reg, 0, 0);
        unbind_name(unit, block.node);
        return 2;
    case BLOCK_FINALLY:
        run_finally(unit, index, value);
        emitter->range = saved;
        break;
    }
    return 1;
}

// True if leaving all blocks runs code that could change or see a borrowed return value.
static bool return_runs_code(const Unit *unit)
{
    for (uint32_t i = 0; i < unit->block_count; i++) {
        BlockKind kind = unit->blocks[i].kind;
        if (kind == BLOCK_FINALLY || kind == BLOCK_WITH || kind == BLOCK_HANDLER ||
            kind == BLOCK_NAMED)
            return true;
    }
    return false;
}

void stmt_return(Unit *unit, const Node *node)
{
    Emitter *emitter = &unit->emitter;
    if (unit->scope->kind != SCOPE_FUNCTION) {
        unit_error(unit, node, "'return' outside function");
        return;
    }
    const Node *value = node->Return.value;
    uint32_t saved = unit->top;
    int32_t handler = emitter->handler;
    bool runs_code = return_runs_code(unit);
    bool is_constant = !value || value->kind == AST_CONSTANT;
    Operand operand = {OPERAND_CONSTANT, 0, false};
    if (is_constant)
        operand.index = emit_constant(emitter, value ? value->Constant.value : object_none, false);
    else if (runs_code)
        operand = operand_temp(expr_push(unit, value));
    else
        operand = expr_operand(unit, value, OPERAND_NO_CONSTANT);
    for (uint32_t left = unit->block_count; left > 0;)
        left -= leave_block(unit, left - 1, operand.kind == OPERAND_TEMP ? (int64_t)operand.index : -1);
    if (is_constant)
        emit(emitter, OP_RETURN_CONST, 0, 0, operand.index, 0);
    else
        emit(emitter, OP_RETURN, register_bits(operand, 0, UINT32_MAX), operand.index, 0, 0);
    emitter->handler = handler;
    unit->top = saved;
}

static void leave_loop(Unit *unit, const Node *node, bool is_break)
{
    Emitter *emitter = &unit->emitter;
    int32_t handler = emitter->handler;
    for (uint32_t left = unit->block_count; left > 0;) {
        const Block *block = &unit->blocks[left - 1];
        if (block->kind != BLOCK_WHILE && block->kind != BLOCK_FOR) {
            left -= leave_block(unit, left - 1, -1);
            continue;
        }
        int32_t label = is_break ? block->break_label : block->continue_label;
        if (is_break)
            leave_block(unit, left - 1, -1);
        emit_jump(emitter, is_break ? OP_JUMP : OP_JUMP_BACK, 0, 0, 0, label);
        emitter->handler = handler;
        return;
    }
    emitter->handler = handler;
    if (is_break)
        unit_error(unit, node, "'break' outside loop");
    else
        unit_error(unit, node, "'continue' not properly in loop");
}

void stmt_break(Unit *unit, const Node *node)
{
    leave_loop(unit, node, true);
}

void stmt_continue(Unit *unit, const Node *node)
{
    leave_loop(unit, node, false);
}

// ---- try ----------------------------------------------------------------------------------------

static void named_body(Unit *unit, const Node *handler, uint32_t handled)
{
    Emitter *emitter = &unit->emitter;
    int32_t unbind = emit_label(emitter);
    uint64_t *bound = emit_copy_bound(emitter);
    if (!bound || !block_push(unit, handler, BLOCK_NAMED, handled))
        return;
    int32_t outer = start_range(unit, unbind);
    stmt_body(unit, &handler->ExceptHandler.body);
    emitter->handler = outer;
    block_pop(unit);
    Block *block = &unit->blocks[unit->block_count - 1]; // the BLOCK_HANDLER
    emitter->handler = block->outer_handler;
    emit(emitter, OP_POP_EXC, 0, handled, 0, 0);
    unbind_name(unit, handler);
    int32_t end = emit_label(emitter);
    emit_jump(emitter, OP_JUMP, 0, 0, 0, end);
    emitter->handler = outer;
    emitter->range = SOURCE_RANGE_NONE;
    emit_place_handler(emitter, unbind, bound);
    register_push(unit); // the exception that arrived
    unbind_name(unit, handler);
    emit(emitter, OP_RERAISE, 0, handled + 2, 0, 0);
    unit->top = handled + 2;
    emit_place(emitter, end);
}

static void except_clause(Unit *unit, const Node *node, uint32_t handled, int32_t next)
{
    Emitter *emitter = &unit->emitter;
    unit_set_place(unit, node);
    if (node->ExceptHandler.type) {
        Operand type = expr_operand(unit, node->ExceptHandler.type, OPERAND_NO_CONSTANT);
        emit_jump(emitter, OP_EXC_MATCH_JUMP, register_bits(type, 1, UINT32_MAX), handled,
                  type.index, next);
        unit->top = handled + 2;
    }
    if (node->ExceptHandler.name) {
        uint32_t copy = register_push(unit);
        emit(emitter, OP_MOVE, 0, copy, handled, 0);
        name_store(unit, node, node->ExceptHandler.name, copy);
        unit->top = handled + 2;
        named_body(unit, node, handled);
        return;
    }
    stmt_body(unit, &node->ExceptHandler.body);
    emitter->handler = unit->blocks[unit->block_count - 1].outer_handler;
    emit(emitter, OP_POP_EXC, 0, handled, 0, 0);
}

static void try_handlers(Unit *unit, const Node *node, int32_t label, const uint64_t *bound,
                         int32_t end)
{
    Emitter *emitter = &unit->emitter;
    const NodeSeq *handlers = &node->Try.handlers;
    uint32_t saved = unit->top;
    emitter->range = SOURCE_RANGE_NONE;
    emit_place_handler(emitter, label, bound);
    uint32_t handled = push_handled(unit);
    emit(emitter, OP_PUSH_EXC, 0, handled, 0, 0);
    if (!block_push(unit, node, BLOCK_HANDLER, handled))
        return;
    int32_t cleanup = emit_label(emitter);
    int32_t outer = start_range(unit, cleanup);
    int32_t inner = emitter->handler;
    for (size_t i = 0; i < handlers->count; i++) {
        const Node *handler = handlers->items[i];
        if (!handler->ExceptHandler.type && i + 1 < handlers->count) {
            unit_error(unit, handler, "default 'except:' must be last");
            return;
        }
        int32_t next = emit_label(emitter);
        emitter->handler = inner;
        except_clause(unit, handler, handled, next);
        emitter->handler = outer;
        emit_jump(emitter, OP_JUMP, 0, 0, 0, end);
        emitter->handler = inner;
        emit_place(emitter, next);
        unit->top = handled + 2;
    }
    emit(emitter, OP_MOVE, 0, handled + 2, handled, 0); // and on into the cleanup
    emitter->handler = outer;
    block_pop(unit);
    emit_cleanup(unit, cleanup, handled, bound);
    unit->top = saved;
}

static void try_except(Unit *unit, const Node *node)
{
    Emitter *emitter = &unit->emitter;
    int32_t handlers = emit_label(emitter), end = emit_label(emitter);
    uint64_t *bound = emit_copy_bound(emitter);
    if (!bound || !block_push(unit, node, BLOCK_TRY, unit->top))
        return;
    bool was_dead = emitter->is_dead;
    int32_t outer = start_range(unit, handlers);
    stmt_body(unit, &node->Try.body);
    emitter->handler = outer;
    block_pop(unit);
    stmt_body(unit, &node->Try.orelse);
    emit_jump(emitter, OP_JUMP, 0, 0, 0, end);
    mute_begin(unit, was_dead);
    try_handlers(unit, node, handlers, bound, end);
    mute_end(unit, was_dead);
    emit_place(emitter, end);
}

static void try_finally(Unit *unit, const Node *node)
{
    Emitter *emitter = &unit->emitter;
    int32_t label = emit_label(emitter), cleanup = emit_label(emitter), end = emit_label(emitter);
    uint64_t *bound = emit_copy_bound(emitter);
    uint32_t saved = unit->top;
    if (!bound || !block_push(unit, node, BLOCK_FINALLY, unit->top))
        return;
    bool was_dead = emitter->is_dead;
    int32_t outer = start_range(unit, label);
    if (node->Try.handlers.count)
        try_except(unit, node);
    else
        stmt_body(unit, &node->Try.body);
    emitter->handler = outer;
    block_pop(unit);
    stmt_body(unit, &node->Try.finalbody);
    if (was_dead)
        return;
    emit_jump(emitter, OP_JUMP, 0, 0, 0, end);
    emitter->range = SOURCE_RANGE_NONE;
    emit_place_handler(emitter, label, bound);
    uint32_t handled = push_handled(unit);
    emit(emitter, OP_PUSH_EXC, 0, handled, 0, 0);
    if (!block_push(unit, node, BLOCK_HANDLER, handled))
        return;
    start_range(unit, cleanup);
    stmt_body(unit, &node->Try.finalbody);
    emit(emitter, OP_MOVE, 0, handled + 2, handled, 0); // and on into the cleanup
    emitter->handler = outer;
    block_pop(unit);
    emit_cleanup(unit, cleanup, handled, bound);
    unit->top = saved;
    emit_place(emitter, end);
}

void stmt_try(Unit *unit, const Node *node)
{
    if (node->Try.finalbody.count)
        try_finally(unit, node);
    else
        try_except(unit, node);
}

// ---- with ---------------------------------------------------------------------------------------

static void with_target(Unit *unit, const Node *target, uint32_t value)
{
    Emitter *emitter = &unit->emitter;
    if (target)
        assign_to(unit, target, value);
    else
        emit(emitter, OP_DROP, 0, value, 0, 0);
}

static void with_handler(Unit *unit, const Node *node, uint32_t exit, int32_t label,
                         const uint64_t *bound, int32_t end)
{
    Emitter *emitter = &unit->emitter;
    int32_t cleanup = emit_label(emitter), suppressed = emit_label(emitter);
    unit_set_place(unit, node);
    emit_place_handler(emitter, label, bound);
    uint32_t handled = push_handled(unit);
    emit(emitter, OP_PUSH_EXC, 0, handled, 0, 0);
    int32_t outer = start_range(unit, cleanup);
    uint32_t result = register_push(unit);
    emit(emitter, OP_WITH_EXCEPT, 0, result, exit, handled);
    emit_jump(emitter, OP_JUMP_IF_TRUE, 0, result, 0, suppressed);
    emit(emitter, OP_MOVE, 0, handled + 2, handled, 0); // and on into the cleanup
    emitter->handler = outer;
    emit_cleanup(unit, cleanup, handled, bound);
    emit_place(emitter, suppressed);
    emit(emitter, OP_POP_EXC, 0, handled, 0, 0);
    emit(emitter, OP_DROP, 0, exit, 0, 0);
    emit_jump(emitter, OP_JUMP, 0, 0, 0, end);
}

void stmt_with(Unit *unit, const Node *node, size_t item_index)
{
    Emitter *emitter = &unit->emitter;
    const Node *item = node->With.items.items[item_index];
    const Node *target = item->withitem.optional_vars;
    uint32_t saved = unit->top;
    unit_set_place(unit, node);
    uint32_t exit = unit->top;
    Operand manager = expr_operand(unit, item->withitem.context_expr, OPERAND_NO_CONSTANT);
    unit->top = exit;
    register_push(unit);
    int64_t local =
        target && target->kind == AST_NAME ? name_local_register(unit, target->Name.id) : -1;
    uint32_t value = local >= 0 ? (uint32_t)local : register_push(unit);
    unit_set_place(unit, node);
    emit(emitter, OP_WITH_ENTER, register_bits(manager, 1, exit), exit, manager.index, value);
    unit->top = exit + 1;
    int32_t label = emit_label(emitter), end = emit_label(emitter);
    uint64_t *bound = emit_copy_bound(emitter);
    if (!bound || !block_push(unit, node, BLOCK_WITH, exit))
        return;
    bool was_dead = emitter->is_dead;
    int32_t outer = start_range(unit, label);
    if (local >= 0) {
        emit_set_bound(emitter, (uint32_t)local, true);
    } else {
        unit->top = value + 1;
        with_target(unit, target, value);
        unit->top = exit + 1;
    }
    if (item_index + 1 < node->With.items.count)
        stmt_with(unit, node, item_index + 1);
    else
        stmt_body(unit, &node->With.body);
    emitter->handler = outer;
    block_pop(unit);
    unit_set_place(unit, node);
    emit(emitter, OP_WITH_EXIT, 0, exit, 0, 0);
    if (was_dead) {
        unit->top = saved;
        return;
    }
    emit_jump(emitter, OP_JUMP, 0, 0, 0, end);
    with_handler(unit, node, exit, label, bound, end);
    unit->top = saved;
    emit_place(emitter, end);
}

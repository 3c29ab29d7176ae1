// Code generation: from tree and scopes to code objects. codegen.c owns units (one a code object);
// codegen_expr.c, codegen_call.c, codegen_stmt.c and codegen_try.c fill them.
//
// An expression is generated into a wanted destination register (expr_to), or read as an operand
// wherever it already is (expr_operand): a constant, or a local that is borrowed in place.
// Temporaries form a stack above the locals: unit->top is the first free one. Each function leaves
// `top` as it found it, unless its name says push.
#ifndef ADDER_COMPILER_CODEGEN_CODEGEN_H
#define ADDER_COMPILER_CODEGEN_CODEGEN_H

#include "compiler/codegen/emit.h"
#include "compiler/codegen/scope.h"

#define BLOCK_DEPTH_MAX 20 // CPython's CO_MAXBLOCKS: nested loops, try and with

typedef enum BlockKind {
    BLOCK_WHILE,
    BLOCK_FOR,       // register: the iterator
    BLOCK_TRY,       // body of try/except: nothing to undo
    BLOCK_FINALLY,   // body of try/finally: its finally body runs on the way out
    BLOCK_WITH,      // register: the bound __exit__
    BLOCK_HANDLER,   // except or finally body with the exception in register, register + 1
    BLOCK_NAMED,     // body of `except E as name`: the name is unbound on the way out
    BLOCK_VALUE,     // register: a return value that waits for a finally body
} BlockKind;

typedef struct Block {
    BlockKind kind;
    uint32_t reg;
    int32_t continue_label, break_label;
    int32_t outer_handler; // covers what runs on the way out
    const Node *node;      // With, Try or ExceptHandler
} Block;

typedef struct Unit {
    Emitter emitter;
    CompileContext *context;
    const ScopeTable *scopes;
    Scope *scope;
    struct Unit *parent;
    Object *qualname;     // owned
    Object *doc;          // borrowed, or NULL
    uint32_t next_plain;  // register for the next plain local that is met
    uint32_t top, register_count;
    Block blocks[BLOCK_DEPTH_MAX * 3];
    uint32_t block_count, nested_count; // nested_count: those that CPython counts
    bool is_interactive;
    const Node *last_future_free; // the first statement that no __future__ import may follow
} Unit;

// The code object of a whole tree; NULL with an exception.
CodeObject *codegen_tree(CompileContext *context, const ScopeTable *scopes);

// ---- Operands and registers (registers.c) -------------------------------------------------------

typedef enum OperandKind { OPERAND_LOCAL, OPERAND_TEMP, OPERAND_CONSTANT } OperandKind;
typedef struct Operand {
    OperandKind kind;
    uint32_t index;     // register or constant
    bool is_arithmetic; // a temporary whose box may linger
} Operand;

// The first free temporary, now in use.
uint32_t register_push(Unit *unit);
// The bits of d that belong to an operand in position 0, 1 or 2 (a, b, c); `target`: the register
// that the instruction writes, or UINT32_MAX.
unsigned register_bits(Operand operand, int position, uint32_t target);
static inline bool register_is_temporary(const Unit *unit, uint32_t reg)
{
    return reg >= unit->emitter.local_count;
}
static inline Operand operand_temp(uint32_t reg)
{
    return (Operand){OPERAND_TEMP, reg, false};
}
// If `target` is the topmost temporary, lets subexpressions use it. Returns the top to restore.
uint32_t register_open(Unit *unit, uint32_t target);
void register_close(Unit *unit, uint32_t saved_top);
// `target` if it is a temporary, else a new one (pushed): for values that are built in steps.
uint32_t register_work(Unit *unit, uint32_t target);
// Register of a local, cell or free symbol, given at first sight.
uint32_t register_of_symbol(Unit *unit, Symbol *symbol);

// ---- Places (codegen.c) -------------------------------------------------------------------------

SourceRange range_of(const Node *node);
SourceRange unit_set_place(Unit *unit, const Node *node); // returns the place so far
void unit_error(Unit *unit, const Node *node, const char *format, ...);
// Object made for this unit: kept by the tree. NULL stays NULL (and marks the unit failed).
Object *unit_own(Unit *unit, Object *object);
Object *unit_text(Unit *unit, const char *text); // interned
Object *unit_mangle(Unit *unit, Object *name);

// ---- Names (codegen.c) --------------------------------------------------------------------------

typedef enum NameAccess {
    NAME_LOCAL,
    NAME_DEREF,
    NAME_CLASS_DEREF,
    NAME_GLOBAL,
    NAME_BY_NAME,
} NameAccess;
typedef struct NameRef {
    NameAccess access;
    Object *name;    // mangled
    Symbol *symbol;
    uint32_t reg;
} NameRef;
NameRef name_resolve(Unit *unit, Object *name);
void name_load(Unit *unit, Object *name, uint32_t target);
// Stores a temporary (consumed). Checks for __debug__.
void name_store(Unit *unit, const Node *place, Object *name, uint32_t temp);
void name_delete(Unit *unit, const Node *place, Object *name);
// Register of `name` if it is a plain local that may be written directly, else -1.
int64_t name_local_register(Unit *unit, Object *name);
void name_check_forbidden(Unit *unit, const Node *place, Object *name, const char *verb);

// ---- Expressions (codegen_expr.c, codegen_call.c) -----------------------------------------------

void expr_to(Unit *unit, const Node *node, uint32_t target);
uint32_t expr_push(Unit *unit, const Node *node);
enum { OPERAND_ANY = 0, OPERAND_NO_CONSTANT = 1, OPERAND_NOT_LAST = 2 };
// Where the value of `node` can be read; a temporary is pushed. OPERAND_NOT_LAST: other
// subexpressions are evaluated before it is used.
Operand expr_operand(Unit *unit, const Node *node, unsigned flags);
void expr_drop(Unit *unit, const Node *node); // value is not wanted
void expr_jump(Unit *unit, const Node *node, int32_t label, bool sense);
// The last comparison that a condition consists of, or NULL. CPython 3.11 leaves its place to what
// follows the condition: the element of a comprehension, the raise of an assert.
const Node *expr_last_compare(const Node *condition);
void expr_load_constant(Unit *unit, Object *value, uint32_t target);
// Name of the type that a literal, display, comprehension or lambda makes; else NULL.
const char *expr_literal_type(const Node *node);
void call_to(Unit *unit, const Node *node, uint32_t target);
// Arguments (first_count registers of the window are filled already) and the call itself.
void call_arguments(Unit *unit, uint32_t base, uint32_t first_count, const NodeSeq *args,
                    const NodeSeq *keywords, bool has_self, uint32_t target, SourceRange place,
                    const Node *call);
void display_to(Unit *unit, const Node *node, uint32_t target);
void dict_to(Unit *unit, const Node *node, uint32_t target);
void comprehension_to(Unit *unit, const Node *node, uint32_t target);
void lambda_to(Unit *unit, const Node *node, uint32_t target);
SourceRange place_of_attribute(const Node *attribute, SourceRange place);

// ---- Statements (codegen_stmt.c, codegen_try.c, codegen_def.c) ----------------------------------

void stmt_body(Unit *unit, const NodeSeq *body);
void assign_to(Unit *unit, const Node *target, uint32_t temp); // consumes the temporary
void assign_value(Unit *unit, const Node *target, const Node *value);
void stmt_try(Unit *unit, const Node *node);
void stmt_with(Unit *unit, const Node *node, size_t item_index);
void stmt_return(Unit *unit, const Node *node);
void stmt_break(Unit *unit, const Node *node);
void stmt_continue(Unit *unit, const Node *node);
Block *block_push(Unit *unit, const Node *place, BlockKind kind, uint32_t reg);
void block_pop(Unit *unit);
void stmt_function(Unit *unit, const Node *node);
void stmt_class(Unit *unit, const Node *node);
// Function of a code object: its closure is built, `flags` and `window` are MAKE_FUNCTION's (the
// parts below the closure are filled; `top` is behind them).
void make_closure(Unit *unit, CodeObject *code, const Scope *scope, uint32_t target,
                  uint32_t window, unsigned flags);
// Whether a body starts with a docstring.
bool body_docstring(const NodeSeq *body, Object **doc);

// ---- Units (codegen.c) --------------------------------------------------------------------------

bool unit_start(Unit *unit, Unit *parent, const Node *node);
CodeObject *unit_finish(Unit *unit);
void unit_stop(Unit *unit);

#endif

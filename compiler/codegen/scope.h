// Scopes: which names each function, class and module binds, and where each name lives.
//
// scope_build() walks the tree twice: the first walk collects the names of each scope in the order
// of CPython's symtable (its errors come out in that order), the second decides what each name is.
#ifndef ADDER_COMPILER_CODEGEN_SCOPE_H
#define ADDER_COMPILER_CODEGEN_SCOPE_H

#include "compiler/codegen/context.h"

typedef enum ScopeKind { SCOPE_MODULE, SCOPE_CLASS, SCOPE_FUNCTION } ScopeKind;

enum { // what the walk saw of a name
    SYMBOL_GLOBAL = 1 << 0,     // global statement
    SYMBOL_LOCAL = 1 << 1,      // assigned
    SYMBOL_PARAMETER = 1 << 2,
    SYMBOL_NONLOCAL = 1 << 3,   // nonlocal statement
    SYMBOL_USED = 1 << 4,
    SYMBOL_IMPORTED = 1 << 5,
    SYMBOL_ANNOTATED = 1 << 6,
    SYMBOL_ITERATION = 1 << 7,  // target of a comprehension
    SYMBOL_PASSED_ON = 1 << 8,  // class scopes: bound here, yet a method's free variable, too
    SYMBOL_WALRUS = 1 << 9,     // target of := in this very scope: reads before it must be copied
    SYMBOL_DELETED = 1 << 10,   // del, or the name of an except clause
    SYMBOL_BOUND = SYMBOL_LOCAL | SYMBOL_PARAMETER | SYMBOL_IMPORTED,
};

typedef enum SymbolPlace { // what the analysis decided
    PLACE_UNKNOWN,
    PLACE_LOCAL,
    PLACE_CELL,            // a local that an inner function uses
    PLACE_FREE,            // a local of an outer function
    PLACE_GLOBAL_EXPLICIT, // by a global statement
    PLACE_GLOBAL,          // bound nowhere
} SymbolPlace;

typedef struct Symbol {
    Object *name; // interned, mangled
    uint32_t flags;
    uint8_t place;
    int32_t register_index; // -1: not given yet (codegen gives plain locals theirs at first sight)
} Symbol;

typedef struct SymbolMap { // insertion-ordered, by identity of the interned name
    Symbol **items;
    uint32_t count, capacity;
    uint32_t *slots; // open addressing: index + 1 into items, 0: empty
    uint32_t slot_count;
} SymbolMap;

typedef struct Directive { // a global or nonlocal statement (or a := in a comprehension)
    Object *name;
    const Node *node;
} Directive;

typedef struct Scope {
    ScopeKind kind;
    const Node *node;    // FunctionDef, Lambda, a comprehension, ClassDef, Module...
    struct Scope *parent;
    Object *name;        // as code->name
    Object *class_name;  // for mangling, or NULL
    SymbolMap symbols;
    Symbol **parameters; // in register order
    uint32_t parameter_count, parameter_capacity;
    Symbol **cells;      // cells that are no parameters, sorted by name
    Symbol **frees;      // free variables, sorted by name; class scopes: those passed on, too
    uint32_t cell_count, free_count;
    uint32_t plain_count; // locals that are neither parameters nor cells
    struct Scope **children; // in the order of the walk
    uint32_t child_count, child_capacity;
    Directive *directives;
    uint32_t directive_count, directive_capacity;
    int iterable_depth;  // > 0 inside the iterable of a comprehension: no := there
    bool is_nested;      // inside a function
    bool is_generator;
    bool is_comprehension;
    bool in_target;      // visiting the target of a comprehension's for
    bool needs_class_cell; // class scope: a method uses __class__
    bool has_annotations;
} Scope;

typedef struct ScopeTable {
    Scope *module;
    struct ScopeSlot { // scope of each node that has one
        const Node *node;
        Scope *scope;
    } *slots;
    uint32_t slot_count, count;
} ScopeTable;

// Fills `table` for a whole tree; all memory is the tree's. 0, or -1 with SyntaxError...
int scope_build(CompileContext *context, ScopeTable *table);
Scope *scope_of_node(const ScopeTable *table, const Node *node);
// The symbol of a (mangled) name, or NULL.
Symbol *scope_find(const Scope *scope, const Object *name);

#endif

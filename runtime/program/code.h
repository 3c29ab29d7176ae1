// The code object: what the compiler makes of a function, class body or module.
#ifndef ADDER_RUNTIME_PROGRAM_CODE_H
#define ADDER_RUNTIME_PROGRAM_CODE_H

#include "runtime/bytecode/opcode.h"
#include "runtime/type.h"

enum { // co_flags, CPython's values
    CODE_OPTIMIZED = 0x1,
    CODE_NEWLOCALS = 0x2,
    CODE_VARARGS = 0x4,
    CODE_VARKEYWORDS = 0x8,
    CODE_NESTED = 0x10,
    CODE_GENERATOR = 0x20,
    CODE_FUTURE_ANNOTATIONS = 0x1000000,
    // own
    CODE_SIMPLE_CALL = 1 << 30, // only positional-or-keyword parameters, no cells among them, no generator
};

typedef struct CodeObject {
    Object header;
    Instruction *code;        // the instructions; specialised in place
    Object **constants;       // owned; names are interned strs among them
    uint32_t word_count;
    uint32_t constant_count;
    uint32_t flags;           // CODE_*
    uint16_t argument_count;  // positional parameters, positional-only ones included
    uint16_t positional_only_count;
    uint16_t keyword_only_count;
    uint16_t local_count;     // registers of locals: parameters, *args, **kwargs, other locals, cells, free variables
    uint16_t plain_local_count; // those before the pure cells; parameters that are cells keep their register
    uint16_t free_count;      // the last free_count locals come from the closure (COPY_FREE)
    uint16_t simple_count;    // argument_count of a CODE_SIMPLE_CALL; else what no call has (CODE_NOT_SIMPLE)
    uint32_t register_count;  // locals and temporaries, call windows included
    int32_t first_line;
    Object *name;             // str
    Object *qualname;         // str
    Object *filename;         // str
    Object *local_names;      // tuple of local_count strs, in register order
    uint8_t *local_kinds;     // local_count bytes: CODE_LOCAL_*
    uint8_t *line_table;      // bytecode/linetable's format
    uint32_t line_table_size;
    uint8_t *exception_table; // bytecode/exctable's format
    uint32_t exception_table_size;
    Object *doc;              // str or NULL: first statement of a function body
    struct CodeObject *next, *previous; // list of all code objects, to sweep inline caches
    uint32_t serial;          // no other code object has or had it; 0: they ran out
    int32_t heat;             // counts jumps and calls; above 0: the vm translates it (vm/native)
    struct NativeCode *native; // the vm's translation or NULL
} CodeObject;

enum { CODE_NOT_SIMPLE = UINT16_MAX };
extern int32_t code_cold; // jumps and calls of a new code object before it is translated
enum { CODE_LOCAL_PLAIN = 0, CODE_LOCAL_CELL = 1, CODE_LOCAL_FREE = 2 };

// What the compiler hands over; everything is copied or its reference taken (new references stay the caller's).
typedef struct CodeParts {
    const Instruction *code;
    uint32_t word_count;
    Object *const *constants;
    uint32_t constant_count;
    uint32_t flags;
    uint16_t argument_count, positional_only_count, keyword_only_count, local_count, plain_local_count, free_count;
    uint32_t register_count;
    int32_t first_line;
    Object *name, *qualname, *filename, *local_names, *doc;
    const uint8_t *local_kinds;
    const uint8_t *line_table;
    uint32_t line_table_size;
    const uint8_t *exception_table;
    uint32_t exception_table_size;
} CodeParts;

// New code object, or NULL with MemoryError.
CodeObject *code_new(const CodeParts *parts);
// First of the list of all code objects (borrowed).
CodeObject *code_first_borrow(void);

// Registers of parameters, those of *args and **kwargs included.
static inline uint32_t code_parameter_count(const CodeObject *code)
{
    return (uint32_t)code->argument_count + code->keyword_only_count + !!(code->flags & CODE_VARARGS) +
           !!(code->flags & CODE_VARKEYWORDS);
}

#endif

// Code objects. Untracked, as in CPython: constants cannot refer back. All are linked into one list,
// so that a change of a class can sweep the inline caches. Tables are copies in raw memory.
#include "runtime/program/code.h"

#include "runtime/containers/tuple.h"
#include "runtime/memory/memory.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"

#include <string.h>

#define CODE(object) ((CodeObject *)(object))
#define CODE_OWN_FLAGS ((uint32_t)CODE_SIMPLE_CALL) // not shown in co_flags

static CodeObject *first_code;
int32_t code_cold = 64;

CodeObject *code_first_borrow(void)
{
    return first_code;
}

// ---- Life ---------------------------------------------------------------------------------------

// Copy of a table in raw memory; NULL for an empty one. *is_ok becomes false when memory is out.
static void *copy_table(const void *table, size_t byte_size, bool *is_ok)
{
    if (byte_size == 0)
        return NULL;
    void *copy = memory_alloc(byte_size, MEMORY_RAW);
    if (copy)
        memcpy(copy, table, byte_size);
    else
        *is_ok = false;
    return copy;
}

static void link_code(CodeObject *code)
{
    static uint32_t last_serial;
    if (last_serial < UINT32_MAX)
        last_serial++;
    code->serial = last_serial == UINT32_MAX ? 0 : last_serial;
    code->next = first_code;
    code->previous = NULL;
    if (first_code)
        first_code->previous = code;
    first_code = code;
}

static void unlink_code(CodeObject *code)
{
    if (code->previous)
        code->previous->next = code->next;
    else if (first_code == code)
        first_code = code->next;
    if (code->next)
        code->next->previous = code->previous;
}

// The numbers and references; the tables follow.
static void fill(CodeObject *code, const CodeParts *parts)
{
    code->flags = parts->flags;
    code->argument_count = parts->argument_count;
    code->simple_count = parts->flags & CODE_SIMPLE_CALL ? parts->argument_count : CODE_NOT_SIMPLE;
    code->positional_only_count = parts->positional_only_count;
    code->keyword_only_count = parts->keyword_only_count;
    code->local_count = parts->local_count;
    code->plain_local_count = parts->plain_local_count;
    code->free_count = parts->free_count;
    code->register_count = parts->register_count;
    code->first_line = parts->first_line;
    code->name = new_ref(parts->name);
    code->qualname = new_ref(parts->qualname ? parts->qualname : parts->name);
    code->filename = new_ref(parts->filename);
    code->local_names = parts->local_names ? new_ref(parts->local_names) : OBJECT(tuple_empty);
    code->doc = parts->doc ? new_ref(parts->doc) : NULL;
}

CodeObject *code_new(const CodeParts *parts)
{
    Object *self = object_new(&type_code, sizeof(CodeObject));
    if (!self)
        return NULL;
    CodeObject *code = CODE(self);
    bool is_ok = true;
    fill(code, parts);
    link_code(code);
    code->heat = -code_cold;
    code->word_count = parts->word_count;
    code->code = copy_table(parts->code, parts->word_count * sizeof(Instruction), &is_ok);
    code->constants = copy_table(parts->constants, parts->constant_count * sizeof(Object *), &is_ok);
    if (code->constants)
        for (uint32_t i = 0; i < parts->constant_count; i++)
            incref(code->constants[i]);
    code->constant_count = parts->constant_count;
    code->local_kinds = copy_table(parts->local_kinds, parts->local_count, &is_ok);
    code->line_table = copy_table(parts->line_table, parts->line_table_size, &is_ok);
    code->line_table_size = parts->line_table_size;
    code->exception_table =
        copy_table(parts->exception_table, parts->exception_table_size, &is_ok);
    code->exception_table_size = parts->exception_table_size;
    if (!is_ok) {
        decref(self);
        return error_no_memory();
    }
    return code;
}

static void code_dealloc(Object *self)
{
    CodeObject *code = CODE(self);
    unlink_code(code);
    if (code->constants) {
        for (uint32_t i = 0; i < code->constant_count; i++)
            decref(code->constants[i]);
        memory_free(code->constants, code->constant_count * sizeof(Object *));
    }
    memory_free(code->code, code->word_count * sizeof(Instruction));
    memory_free(code->local_kinds, code->local_count);
    memory_free(code->line_table, code->line_table_size);
    memory_free(code->exception_table, code->exception_table_size);
    decref(code->name);
    decref(code->qualname);
    decref(code->filename);
    xdecref(code->local_names);
    xdecref(code->doc);
    object_free(self, sizeof *code);
}

static Object *code_repr(Object *self)
{
    CodeObject *code = CODE(self);
    return str_format("<code object %U at %p, file \"%U\", line %d>", code->name, self,
                      code->filename, code->first_line);
}

// ---- Comparing ----------------------------------------------------------------------------------

static bool tables_equal(const void *a, size_t a_size, const void *b, size_t b_size)
{
    return a_size == b_size && (a_size == 0 || memcmp(a, b, a_size) == 0);
}

// The same instructions, whatever they were specialised to.
static bool instructions_equal(const CodeObject *a, const CodeObject *b)
{
    if (a->word_count != b->word_count)
        return false;
    for (uint32_t i = 0; i < a->word_count;) {
        Instruction left = a->code[i], right = b->code[i];
        Opcode op = opcode_general((Opcode)left.op);
        if (op != opcode_general((Opcode)right.op))
            return false;
        left.op = right.op = 0;
        if (left.word != right.word)
            return false;
        i += (uint32_t)opcode_word_count(op);
    }
    return true;
}

// 1, 0, -1. Constants are equal when type and value are: 1, 1.0 and True differ.
static int constants_equal(const CodeObject *a, const CodeObject *b)
{
    if (a->constant_count != b->constant_count)
        return 0;
    for (uint32_t i = 0; i < a->constant_count; i++) {
        Object *left = a->constants[i], *right = b->constants[i];
        if (type_of(left) != type_of(right))
            return 0;
        int equal = object_equal(left, right);
        if (equal <= 0)
            return equal;
    }
    return 1;
}

static Object *code_compare(Object *self, Object *other, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !IS_EXACT(other, CODE))
        return_not_implemented;
    CodeObject *a = CODE(self), *b = CODE(other);
    int equal = a == b;
    if (!equal && a->flags == b->flags && a->argument_count == b->argument_count &&
        a->positional_only_count == b->positional_only_count &&
        a->keyword_only_count == b->keyword_only_count && a->first_line == b->first_line &&
        str_compare(a->name, b->name) == 0 && instructions_equal(a, b) &&
        tables_equal(a->line_table, a->line_table_size, b->line_table, b->line_table_size) &&
        tables_equal(a->exception_table, a->exception_table_size, b->exception_table,
                     b->exception_table_size)) {
        equal = constants_equal(a, b);
        if (equal > 0)
            equal = object_equal(a->local_names, b->local_names);
        if (equal < 0)
            return NULL;
    }
    return object_from_bool((equal != 0) == (op == COMPARE_EQ));
}

static int64_t code_hash(Object *self)
{
    CodeObject *code = CODE(self);
    int64_t hash = str_hash_cached(code->name);
    hash ^= (int64_t)code->argument_count ^ (int64_t)code->word_count << 8 ^
            (int64_t)code->first_line << 20;
    return hash == -1 ? -2 : hash;
}

// ---- Attributes ---------------------------------------------------------------------------------

#define GET_NUMBER(name, expression)                            \
    static Object *get_##name(Object *self, void *closure)      \
    {                                                           \
        (void)closure;                                          \
        CodeObject *code = CODE(self);                          \
        return int_from_int64((int64_t)(expression));           \
    }
GET_NUMBER(argument_count, code->argument_count)
GET_NUMBER(positional_only_count, code->positional_only_count)
GET_NUMBER(keyword_only_count, code->keyword_only_count)
GET_NUMBER(local_count, code->plain_local_count)
GET_NUMBER(stack_size, code->register_count - code->local_count)
GET_NUMBER(flags, code->flags & ~CODE_OWN_FLAGS)

static Object *get_code(Object *self, void *closure)
{
    (void)closure;
    CodeObject *code = CODE(self);
    return bytes_new((const char *)code->code, code->word_count * sizeof(Instruction));
}

static Object *get_line_table(Object *self, void *closure)
{
    (void)closure;
    return bytes_new((const char *)CODE(self)->line_table, CODE(self)->line_table_size);
}

static Object *get_exception_table(Object *self, void *closure)
{
    (void)closure;
    return bytes_new((const char *)CODE(self)->exception_table, CODE(self)->exception_table_size);
}

// Which constants are names (operands 'n', and 'K' of the instructions that load and store names).
static bool operand_is_name(Opcode op, int position)
{
    const char *name = opcode_info[op].name;
    char letter = opcode_info[op].operands[position];
    if (letter == 'n')
        return true;
    return letter == 'K' && (strstr(name, "GLOBAL") || strstr(name, "_NAME") ||
                             strstr(name, "IMPORT"));
}

// Marks in `is_name` (constant_count bytes, zeroed) the constants that instructions use as names.
static void mark_names(const CodeObject *code, uint8_t *is_name)
{
    for (uint32_t i = 0; i < code->word_count;) {
        Instruction instruction = code->code[i];
        Opcode op = opcode_general((Opcode)instruction.op);
        uint32_t operand[3] = {instruction.a, instruction.b, instruction.c};
        if (opcode_info[op].operands[1] == 'K')
            operand[1] = instruction.index32;
        for (int k = 0; k < 3; k++)
            if (operand_is_name(op, k) && operand[k] < code->constant_count)
                is_name[operand[k]] = 1;
        i += (uint32_t)opcode_word_count(op);
    }
}

// co_names with closure, co_consts without.
static Object *get_constants(Object *self, void *closure)
{
    CodeObject *code = CODE(self);
    uint32_t total = code->constant_count;
    uint8_t wanted = closure != NULL;
    if (total == 0)
        return OBJECT(tuple_empty);
    uint8_t *is_name = memory_alloc(total, MEMORY_RAW);
    if (!is_name)
        return error_no_memory();
    memset(is_name, 0, total);
    mark_names(code, is_name);
    size_t count = 0, next = 0;
    for (uint32_t i = 0; i < total; i++)
        count += is_name[i] == wanted;
    Object *tuple = tuple_new(count);
    for (uint32_t i = 0; tuple && i < total; i++)
        if (is_name[i] == wanted)
            TUPLE(tuple)->items[next++] = new_ref(code->constants[i]);
    memory_free(is_name, total);
    return tuple;
}

static Object *get_variable_names(Object *self, void *closure)
{
    (void)closure;
    return tuple_slice(CODE(self)->local_names, 0, CODE(self)->plain_local_count);
}

static Object *get_free_names(Object *self, void *closure)
{
    (void)closure;
    CodeObject *code = CODE(self);
    return tuple_slice(code->local_names, code->local_count - code->free_count, code->local_count);
}

static Object *get_cell_names(Object *self, void *closure)
{
    (void)closure;
    CodeObject *code = CODE(self);
    size_t count = 0, next = 0;
    for (size_t i = 0; i < code->local_count; i++)
        count += code->local_kinds && code->local_kinds[i] == CODE_LOCAL_CELL;
    Object *tuple = tuple_new(count);
    for (size_t i = 0; tuple && next < count; i++)
        if (code->local_kinds[i] == CODE_LOCAL_CELL)
            TUPLE(tuple)->items[next++] = new_ref(TUPLE(code->local_names)->items[i]);
    return tuple;
}

#define GETTER(name, function, closure) {name, function, NULL, NULL, closure}
static const GetSetDef code_getsets[] = {
    GETTER("co_argcount", get_argument_count, NULL),
    GETTER("co_posonlyargcount", get_positional_only_count, NULL),
    GETTER("co_kwonlyargcount", get_keyword_only_count, NULL),
    GETTER("co_nlocals", get_local_count, NULL),
    GETTER("co_stacksize", get_stack_size, NULL),
    GETTER("co_flags", get_flags, NULL),
    GETTER("co_code", get_code, NULL),
    GETTER("co_consts", get_constants, NULL),
    GETTER("co_names", get_constants, (void *)1),
    GETTER("co_varnames", get_variable_names, NULL),
    GETTER("co_freevars", get_free_names, NULL),
    GETTER("co_cellvars", get_cell_names, NULL),
    GETTER("co_linetable", get_line_table, NULL),
    GETTER("co_exceptiontable", get_exception_table, NULL),
    {NULL, NULL, NULL, NULL, NULL},
};
static const MemberDef code_members[] = {
    {"co_filename", MEMBER_OBJECT, offsetof(CodeObject, filename), true, NULL},
    {"co_name", MEMBER_OBJECT, offsetof(CodeObject, name), true, NULL},
    {"co_qualname", MEMBER_OBJECT, offsetof(CodeObject, qualname), true, NULL},
    {"co_firstlineno", MEMBER_INT32, offsetof(CodeObject, first_line), true, NULL},
    {NULL, MEMBER_OBJECT, 0, false, NULL},
};

TypeObject type_code = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "code",
    .doc = "Create a code object.  Not for the faint of heart.",
    .flags = TF_HAS_WEAKREF | TF_NO_INSTANTIATION,
    .index = TYPE_CODE,
    .basic_size = sizeof(CodeObject),
    .base = &type_object,
    .getsets = code_getsets,
    .members = code_members,
    .dealloc = code_dealloc,
    .repr = code_repr,
    .hash = code_hash,
    .compare = code_compare,
};

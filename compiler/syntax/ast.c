// Trees, nodes, and the tables made from ast.def.
#include "compiler/syntax/ast.h"

#include <string.h>

#include "runtime/memory/region.h"
#include "runtime/model/error.h"

// ---- Trees --------------------------------------------------------------------------------------

void tree_init(Tree *tree, Object *filename)
{
    memset(tree, 0, sizeof *tree);
    region_init(&tree->region);
    xincref(filename);
    tree->filename = filename;
}

void tree_free(Tree *tree)
{
    for (size_t i = tree->owned_count; i-- > 0;)
        decref(tree->owned[i]);
    tree->owned_count = 0;
    ref_clear(&tree->filename);
    region_free(&tree->region);
}

void *tree_alloc(Tree *tree, size_t byte_size)
{
    void *memory = region_zalloc(&tree->region, byte_size);
    return likely(memory) ? memory : error_no_memory();
}

Object *tree_own(Tree *tree, Object *object)
{
    if (!object || object_is_immortal(object))
        return object;
    if (tree->owned_count == tree->owned_capacity) {
        size_t capacity = tree->owned_capacity ? tree->owned_capacity * 2 : 32;
        Object **owned = tree_alloc(tree, capacity * sizeof *owned);
        if (!owned) {
            decref(object);
            return NULL;
        }
        if (tree->owned_count)
            memcpy(owned, tree->owned, tree->owned_count * sizeof *owned);
        tree->owned = owned;
        tree->owned_capacity = capacity;
    }
    return tree->owned[tree->owned_count++] = object;
}

// ---- Nodes --------------------------------------------------------------------------------------

#define NODE_END(member) (offsetof(Node, member) + sizeof(((Node *)0)->member))
#define NODE_SIZE(member)                                                                          \
    (NODE_END(member) > NODE_END(Constant) ? NODE_END(member) : NODE_END(Constant))
static const uint8_t node_sizes[AST_KIND_COUNT] = {
#define NODE(UPPER, Name, GROUP, fields) [AST_##UPPER] = NODE_SIZE(Name),
#include "compiler/syntax/ast.def"
#undef NODE
};
_Static_assert(sizeof(Node) < 256, "node_sizes has one byte an entry");

Node *ast_new(Tree *tree, AstKind kind, int lineno, int col_offset, int end_lineno,
              int end_col_offset)
{
    Node *node = tree_alloc(tree, node_sizes[kind]);
    if (!node)
        return NULL;
    node->kind = (uint8_t)kind;
    node->lineno = lineno;
    node->col_offset = col_offset;
    node->end_lineno = end_lineno;
    node->end_col_offset = end_col_offset;
    return node;
}

Node *ast_new_at(Tree *tree, AstKind kind, const Node *place)
{
    return ast_new(tree, kind, place->lineno, place->col_offset, place->end_lineno,
                   place->end_col_offset);
}

// ---- Tables -------------------------------------------------------------------------------------

const char *ast_kind_name(AstKind kind)
{
    static const char *const names[] = {
#define NODE(UPPER, Name, GROUP, fields) #Name,
#include "compiler/syntax/ast.def"
#undef NODE
    };
    return names[kind];
}

AstGroup ast_kind_group(AstKind kind)
{
    static const uint8_t groups[] = {
#define NODE(UPPER, Name, GROUP, fields) AST_GROUP_##GROUP,
#include "compiler/syntax/ast.def"
#undef NODE
    };
    return (AstGroup)groups[kind];
}

#define FIELD(Name, KIND, field) {#field, AST_FIELD_##KIND, offsetof(Node, Name.field)},
#define NODE(UPPER, Name, GROUP, fields)                                                           \
    static const AstField fields_of_##UPPER[] = {fields{NULL, AST_FIELD_INT, 0}};
#include "compiler/syntax/ast.def"
#undef NODE
#undef FIELD

const AstField *ast_kind_fields(AstKind kind)
{
    static const AstField *const tables[] = {
#define NODE(UPPER, Name, GROUP, fields) fields_of_##UPPER,
#include "compiler/syntax/ast.def"
#undef NODE
    };
    return tables[kind];
}

typedef struct OpInfo {
    const char *name;
    const char *text;
} OpInfo;

#define ENTRY(UPPER, Name, text) {#Name, text},
static const OpInfo operators[] = {
#define OPERATOR ENTRY
#include "compiler/syntax/ast.def"
#undef OPERATOR
};
static const OpInfo cmp_ops[] = {
#define CMPOP ENTRY
#include "compiler/syntax/ast.def"
#undef CMPOP
};
static const OpInfo unary_ops[] = {
#define UNARYOP ENTRY
#include "compiler/syntax/ast.def"
#undef UNARYOP
};
static const OpInfo bool_ops[] = {
#define BOOLOP ENTRY
#include "compiler/syntax/ast.def"
#undef BOOLOP
};
static const OpInfo contexts[] = {
#define CONTEXT ENTRY
#include "compiler/syntax/ast.def"
#undef CONTEXT
};
#undef ENTRY

const char *ast_operator_name(AstOperator op)
{
    return operators[op].name;
}

const char *ast_operator_text(AstOperator op)
{
    return operators[op].text;
}

const char *ast_cmp_op_name(AstCmpOp op)
{
    return cmp_ops[op].name;
}

const char *ast_cmp_op_text(AstCmpOp op)
{
    return cmp_ops[op].text;
}

const char *ast_unary_op_name(AstUnaryOp op)
{
    return unary_ops[op].name;
}

const char *ast_unary_op_text(AstUnaryOp op)
{
    return unary_ops[op].text;
}

const char *ast_bool_op_name(AstBoolOp op)
{
    return bool_ops[op].name;
}

const char *ast_bool_op_text(AstBoolOp op)
{
    return bool_ops[op].text;
}

const char *ast_context_name(AstContext context)
{
    return contexts[context].name;
}

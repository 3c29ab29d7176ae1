// The syntax tree: CPython 3.11's node and field names, in the region of a Tree.
//
// A node's children are reached as in CPython's C structs without the `v`:
//     node->kind == AST_BIN_OP  ->  node->BinOp.left, node->BinOp.op, node->BinOp.right
// A node is only as large as its kind needs, but never smaller than a Constant: an expression may
// be turned into a Constant in place, nothing else may change its kind.
// Objects in the tree (names, constants) are owned by the tree, not by the nodes.
#ifndef ADDER_COMPILER_SYNTAX_AST_H
#define ADDER_COMPILER_SYNTAX_AST_H

#include "runtime/memory/region.h"
#include "runtime/object.h"

typedef enum AstKind {
#define NODE(UPPER, Name, GROUP, fields) AST_##UPPER,
#include "compiler/syntax/ast.def"
#undef NODE
    AST_KIND_COUNT
} AstKind;

typedef enum AstGroup { AST_GROUP_MOD, AST_GROUP_STMT, AST_GROUP_EXPR, AST_GROUP_PART } AstGroup;

typedef enum AstOperator {
#define OPERATOR(UPPER, Name, text) AST_OP_##UPPER,
#include "compiler/syntax/ast.def"
#undef OPERATOR
    AST_OP_COUNT
} AstOperator;

typedef enum AstCmpOp {
#define CMPOP(UPPER, Name, text) AST_CMP_##UPPER,
#include "compiler/syntax/ast.def"
#undef CMPOP
    AST_CMP_COUNT
} AstCmpOp;

typedef enum AstUnaryOp {
#define UNARYOP(UPPER, Name, text) AST_UNARY_##UPPER,
#include "compiler/syntax/ast.def"
#undef UNARYOP
    AST_UNARY_COUNT
} AstUnaryOp;

typedef enum AstBoolOp {
#define BOOLOP(UPPER, Name, text) AST_BOOL_##UPPER,
#include "compiler/syntax/ast.def"
#undef BOOLOP
    AST_BOOL_COUNT
} AstBoolOp;

typedef enum AstContext {
#define CONTEXT(UPPER, Name, text) AST_CTX_##UPPER,
#include "compiler/syntax/ast.def"
#undef CONTEXT
    AST_CTX_COUNT
} AstContext;

typedef struct Node Node;

typedef struct NodeSeq {
    size_t count;
    Node **items;
} NodeSeq;

typedef struct NameSeq {
    size_t count;
    Object **items;
} NameSeq;

typedef struct OpSeq {
    size_t count;
    int *items;
} OpSeq;

// C type of each FIELD kind of ast.def.
typedef Node *AstField_NODE;
typedef Node *AstField_OPT;
typedef NodeSeq AstField_SEQ;
typedef Object *AstField_NAME;
typedef NameSeq AstField_NAMES;
typedef Object *AstField_VALUE;
typedef int AstField_INT;
typedef int AstField_CTX;
typedef int AstField_BINOP;
typedef int AstField_UNARYOP;
typedef int AstField_BOOLOP;
typedef OpSeq AstField_CMPOPS;

struct Node {
    uint8_t kind;   // AstKind
    uint8_t flags;  // NODE_*, below
    int lineno;     // first line is 1
    int col_offset; // bytes of UTF-8 from the line's start, from 0
    int end_lineno;
    int end_col_offset; // one past the last byte
    union {
#define FIELD(Name, KIND, field) AstField_##KIND field;
#define NODE(UPPER, Name, GROUP, fields)                                                           \
    struct {                                                                                       \
        fields                                                                                     \
    } Name;
#include "compiler/syntax/ast.def"
#undef NODE
#undef FIELD
    };
};

enum {
    NODE_PARENTHESIZED = 1, // an expression in its own parentheses: `(x)`
    NODE_FREE_FLAG = 2,     // the first of the flags that later stages may use as they like
};

typedef struct Tree {
    Region region;
    Node *root;       // Module, Interactive or Expression
    Object *filename; // owned str
    const char *text; // the source as UTF-8 with '\n' line ends, NUL-ended, in the region
    size_t text_size;
    const char **lines; // start of each line in `text`; lines[0] is line 1
    size_t line_count;
    Object **owned; // objects that the tree holds; in the region
    size_t owned_count;
    size_t owned_capacity;
    unsigned flags; // PARSE_* flags it was parsed with
} Tree;

// Makes an empty tree (no allocation but the reference to `filename`, a str or NULL).
void tree_init(Tree *tree, Object *filename);
// Releases the owned objects and the region. Needed after failure of a parse, too.
void tree_free(Tree *tree);
// Lets the tree own `object` (steals the reference, also on failure) and returns it, borrowed.
// NULL goes through. On failure NULL with MemoryError set.
Object *tree_own(Tree *tree, Object *object);
// `byte_size` zeroed bytes of the tree's region, or NULL with MemoryError set.
void *tree_alloc(Tree *tree, size_t byte_size);

// A zeroed node of a kind at a position, or NULL with MemoryError set.
Node *ast_new(Tree *tree, AstKind kind, int lineno, int col_offset, int end_lineno,
              int end_col_offset);
// The same, at the position of another node.
Node *ast_new_at(Tree *tree, AstKind kind, const Node *place);

static inline bool ast_is_expr(const Node *node)
{
    return node->kind >= AST_BOOL_OP && node->kind <= AST_SLICE;
}

static inline bool ast_is_stmt(const Node *node)
{
    return node->kind >= AST_FUNCTION_DEF && node->kind <= AST_CONTINUE;
}

// Tables made from ast.def: names as CPython spells them, and the fields of each kind.
typedef enum AstFieldKind {
    AST_FIELD_NODE,
    AST_FIELD_OPT,
    AST_FIELD_SEQ,
    AST_FIELD_NAME,
    AST_FIELD_NAMES,
    AST_FIELD_VALUE,
    AST_FIELD_INT,
    AST_FIELD_CTX,
    AST_FIELD_BINOP,
    AST_FIELD_UNARYOP,
    AST_FIELD_BOOLOP,
    AST_FIELD_CMPOPS,
} AstFieldKind;

typedef struct AstField {
    const char *name; // NULL ends a kind's list
    AstFieldKind kind;
    size_t offset; // in Node
} AstField;

const char *ast_kind_name(AstKind kind);
AstGroup ast_kind_group(AstKind kind);
const AstField *ast_kind_fields(AstKind kind);
const char *ast_operator_name(AstOperator op); // "Add"
const char *ast_operator_text(AstOperator op); // "+"
const char *ast_cmp_op_name(AstCmpOp op);
const char *ast_cmp_op_text(AstCmpOp op);
const char *ast_unary_op_name(AstUnaryOp op);
const char *ast_unary_op_text(AstUnaryOp op);
const char *ast_bool_op_name(AstBoolOp op);
const char *ast_bool_op_text(AstBoolOp op);
const char *ast_context_name(AstContext context);

// CPython's Python/ast_unparse.c: the source text of an expression as a new str; NULL on error.
Object *ast_unparse(const Node *expr);

// What ast.dump(tree, indent=1, include_attributes=...) prints, as a new str; NULL on error.
Object *ast_dump(const Node *node, bool include_attributes);

#endif

// The tree as text, as CPython's ast.dump(tree, indent=1) writes it, so that the two can be
// compared. Read dump_node first.
#include "compiler/syntax/ast.h"

#include "runtime/memory/buffer.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/text/str.h"

typedef struct Dumper {
    Buffer out;
    bool with_attributes;
} Dumper;

static int dump_node(Dumper *d, const Node *node, int level);

static int append(Dumper *d, const char *text)
{
    if (buffer_append_text(&d->out, text) == 0)
        return 0;
    error_no_memory();
    return -1;
}

static int start_line(Dumper *d, int level)
{
    if (append(d, "\n") < 0)
        return -1;
    for (int i = 0; i < level; i++) {
        if (append(d, " ") < 0)
            return -1;
    }
    return 0;
}

static int append_int(Dumper *d, int value)
{
    if (buffer_append_format(&d->out, "%d", value) == 0)
        return 0;
    error_no_memory();
    return -1;
}

static int append_repr(Dumper *d, Object *value)
{
    Object *repr = object_repr(value);
    const char *text = repr ? str_utf8(repr, NULL) : NULL;
    int status = text ? append(d, text) : -1;
    xdecref(repr);
    return status;
}

// ---- Fields -------------------------------------------------------------------------------------

#define FIELD_OF(type, node, field)                                                                \
    (*(type const *)(const void *)((const char *)(node) + (field)->offset))

// None with a default of None: ast.dump leaves it out.
static bool is_absent(const Node *node, const AstField *field)
{
    switch (field->kind) {
    case AST_FIELD_NODE:
    case AST_FIELD_OPT:
    case AST_FIELD_NAME:
    case AST_FIELD_VALUE:
        return FIELD_OF(void *, node, field) == NULL;
    default:
        return false;
    }
}

// Whether a field's text has no structure, so that few of them share a line.
static bool is_simple(const Node *node, const AstField *field)
{
    switch (field->kind) {
    case AST_FIELD_NODE:
    case AST_FIELD_OPT:
        return false;
    case AST_FIELD_SEQ:
        return FIELD_OF(NodeSeq, node, field).count == 0;
    case AST_FIELD_NAMES:
        return FIELD_OF(NameSeq, node, field).count == 0;
    case AST_FIELD_CMPOPS:
        return FIELD_OF(OpSeq, node, field).count == 0;
    default:
        return true;
    }
}

static const char *op_name(const Node *node, const AstField *field)
{
    int value = FIELD_OF(int, node, field);
    switch (field->kind) {
    case AST_FIELD_CTX:
        return ast_context_name((AstContext)value);
    case AST_FIELD_BINOP:
        return ast_operator_name((AstOperator)value);
    case AST_FIELD_UNARYOP:
        return ast_unary_op_name((AstUnaryOp)value);
    default:
        return ast_bool_op_name((AstBoolOp)value);
    }
}

static int dump_item(Dumper *d, const Node *node, const AstField *field, size_t index, int level)
{
    if (field->kind == AST_FIELD_SEQ) {
        const Node *item = FIELD_OF(NodeSeq, node, field).items[index];
        return item ? dump_node(d, item, level) : append(d, "None");
    }
    if (field->kind == AST_FIELD_NAMES)
        return append_repr(d, FIELD_OF(NameSeq, node, field).items[index]);
    const char *name = ast_cmp_op_name((AstCmpOp)FIELD_OF(OpSeq, node, field).items[index]);
    return append(d, name) < 0 ? -1 : append(d, "()");
}

static int dump_list(Dumper *d, const Node *node, const AstField *field, int level)
{
    size_t count = FIELD_OF(size_t, node, field); // the first member of each sequence
    if (append(d, "[") < 0)
        return -1;
    for (size_t i = 0; i < count; i++) {
        if (i && append(d, ",") < 0)
            return -1;
        if (start_line(d, level + 1) < 0 || dump_item(d, node, field, i, level + 1) < 0)
            return -1;
    }
    return append(d, "]");
}

static int dump_field(Dumper *d, const Node *node, const AstField *field, int level)
{
    if (append(d, field->name) < 0 || append(d, "=") < 0)
        return -1;
    switch (field->kind) {
    case AST_FIELD_NODE:
    case AST_FIELD_OPT:
        return dump_node(d, FIELD_OF(Node *, node, field), level);
    case AST_FIELD_SEQ:
    case AST_FIELD_NAMES:
    case AST_FIELD_CMPOPS:
        return dump_list(d, node, field, level);
    case AST_FIELD_NAME:
    case AST_FIELD_VALUE:
        return append_repr(d, FIELD_OF(Object *, node, field));
    case AST_FIELD_INT:
        return append_int(d, FIELD_OF(int, node, field));
    default:
        return append(d, op_name(node, field)) < 0 ? -1 : append(d, "()");
    }
}

// ---- Nodes --------------------------------------------------------------------------------------

static bool has_attributes(const Node *node)
{
    switch (ast_kind_group((AstKind)node->kind)) {
    case AST_GROUP_MOD:
        return false;
    case AST_GROUP_PART:
        return node->kind != AST_COMPREHENSION && node->kind != AST_ARGUMENTS &&
               node->kind != AST_WITHITEM;
    default:
        return true;
    }
}

// What stands before an argument: nothing, a comma, or a new line.
static int separate(Dumper *d, bool is_first, bool in_line, int level)
{
    if (in_line)
        return is_first ? 0 : append(d, ", ");
    if (!is_first && append(d, ",") < 0)
        return -1;
    return start_line(d, level + 1);
}

static int dump_attributes(Dumper *d, const Node *node, bool is_first, int level)
{
    const struct {
        const char *name;
        int value;
    } attributes[] = {{"lineno=", node->lineno},
                      {"col_offset=", node->col_offset},
                      {"end_lineno=", node->end_lineno},
                      {"end_col_offset=", node->end_col_offset}};
    for (int i = 0; i < 4; i++) {
        if (separate(d, is_first && i == 0, false, level) < 0 ||
            append(d, attributes[i].name) < 0 || append_int(d, attributes[i].value) < 0)
            return -1;
    }
    return 0;
}

static int dump_fields(Dumper *d, const Node *node, int level)
{
    int count = 0;
    bool in_line = true;
    for (const AstField *f = ast_kind_fields((AstKind)node->kind); f->name; f++) {
        if (!is_absent(node, f)) {
            count++;
            in_line &= is_simple(node, f);
        }
    }
    bool is_module = node->kind == AST_MODULE,
         attributes = d->with_attributes && has_attributes(node);
    in_line = in_line && count + is_module + 4 * attributes <= 3;
    bool is_first = true;
    for (const AstField *f = ast_kind_fields((AstKind)node->kind); f->name; f++) {
        if (is_absent(node, f))
            continue;
        if (separate(d, is_first, in_line, level) < 0 || dump_field(d, node, f, level + 1) < 0)
            return -1;
        is_first = false;
    }
    if (is_module &&
        (separate(d, is_first, in_line, level) < 0 || append(d, "type_ignores=[]") < 0))
        return -1;
    return attributes ? dump_attributes(d, node, is_first, level) : 0;
}

static int dump_node(Dumper *d, const Node *node, int level)
{
    if (recursion_enter(" while dumping a syntax tree") < 0)
        return -1;
    int status = append(d, ast_kind_name((AstKind)node->kind));
    if (status == 0)
        status = append(d, "(");
    if (status == 0)
        status = dump_fields(d, node, level);
    if (status == 0)
        status = append(d, ")");
    recursion_leave();
    return status;
}

Object *ast_dump(const Node *node, bool include_attributes)
{
    Dumper d = {.with_attributes = include_attributes};
    buffer_init(&d.out);
    Object *text = NULL;
    if (dump_node(&d, node, 0) == 0)
        text = str_from_utf8(d.out.data, d.out.size);
    buffer_free(&d.out);
    return text;
}

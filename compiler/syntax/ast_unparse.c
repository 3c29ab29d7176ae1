// Source text of an expression, as CPython 3.11's Python/ast_unparse.c writes it: for annotations
// that are kept as strings. Parentheses follow from the level that the surroundings ask for.
#include "compiler/syntax/ast.h"

#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"

// Binding strength, weakest first.
typedef enum Level {
    LEVEL_TUPLE,
    LEVEL_TEST, // if-else, lambda
    LEVEL_OR,
    LEVEL_AND,
    LEVEL_NOT,
    LEVEL_CMP,
    LEVEL_EXPR,
    LEVEL_BOR = LEVEL_EXPR,
    LEVEL_BXOR,
    LEVEL_BAND,
    LEVEL_SHIFT,
    LEVEL_ARITH,
    LEVEL_TERM,
    LEVEL_FACTOR,
    LEVEL_POWER,
    LEVEL_AWAIT,
    LEVEL_ATOM,
} Level;

static int write_expr(StrBuilder *out, const Node *node, int level);

static int text(StrBuilder *out, const char *ascii)
{
    return str_builder_text(out, ascii);
}

static int text_if(StrBuilder *out, bool condition, const char *ascii)
{
    return condition ? text(out, ascii) : 0;
}

static int write_list(StrBuilder *out, NodeSeq list, int level)
{
    for (size_t i = 0; i < list.count; i++) {
        if (text_if(out, i > 0, ", ") < 0 || write_expr(out, list.items[i], level) < 0)
            return -1;
    }
    return 0;
}

// ---- Operators ----------------------------------------------------------------------------------

static int write_bool_op(StrBuilder *out, const Node *node, int level)
{
    int own = node->BoolOp.op == AST_BOOL_AND ? LEVEL_AND : LEVEL_OR;
    if (text_if(out, level > own, "(") < 0)
        return -1;
    for (size_t i = 0; i < node->BoolOp.values.count; i++) {
        if (text_if(out, i > 0, own == LEVEL_AND ? " and " : " or ") < 0 ||
            write_expr(out, node->BoolOp.values.items[i], own + 1) < 0)
            return -1;
    }
    return text_if(out, level > own, ")");
}

static int operator_level(int op)
{
    switch (op) {
    case AST_OP_ADD:
    case AST_OP_SUB:
        return LEVEL_ARITH;
    case AST_OP_L_SHIFT:
    case AST_OP_R_SHIFT:
        return LEVEL_SHIFT;
    case AST_OP_BIT_OR:
        return LEVEL_BOR;
    case AST_OP_BIT_XOR:
        return LEVEL_BXOR;
    case AST_OP_BIT_AND:
        return LEVEL_BAND;
    case AST_OP_POW:
        return LEVEL_POWER;
    default:
        return LEVEL_TERM;
    }
}

static int write_bin_op(StrBuilder *out, const Node *node, int level)
{
    int own = operator_level(node->BinOp.op);
    bool is_right = node->BinOp.op == AST_OP_POW;
    if (text_if(out, level > own, "(") < 0 ||
        write_expr(out, node->BinOp.left, own + is_right) < 0 || text(out, " ") < 0 ||
        text(out, ast_operator_text((AstOperator)node->BinOp.op)) < 0 || text(out, " ") < 0 ||
        write_expr(out, node->BinOp.right, own + !is_right) < 0)
        return -1;
    return text_if(out, level > own, ")");
}

static int write_unary_op(StrBuilder *out, const Node *node, int level)
{
    bool is_not = node->UnaryOp.op == AST_UNARY_NOT;
    int own = is_not ? LEVEL_NOT : LEVEL_FACTOR;
    if (text_if(out, level > own, "(") < 0 ||
        text(out, ast_unary_op_text((AstUnaryOp)node->UnaryOp.op)) < 0 ||
        text_if(out, is_not, " ") < 0 || write_expr(out, node->UnaryOp.operand, own) < 0)
        return -1;
    return text_if(out, level > own, ")");
}

static int write_compare(StrBuilder *out, const Node *node, int level)
{
    if (text_if(out, level > LEVEL_CMP, "(") < 0 ||
        write_expr(out, node->Compare.left, LEVEL_CMP + 1) < 0)
        return -1;
    for (size_t i = 0; i < node->Compare.ops.count; i++) {
        if (text(out, " ") < 0 ||
            text(out, ast_cmp_op_text((AstCmpOp)node->Compare.ops.items[i])) < 0 ||
            text(out, " ") < 0 ||
            write_expr(out, node->Compare.comparators.items[i], LEVEL_CMP + 1) < 0)
            return -1;
    }
    return text_if(out, level > LEVEL_CMP, ")");
}

static int write_if_exp(StrBuilder *out, const Node *node, int level)
{
    if (text_if(out, level > LEVEL_TEST, "(") < 0 ||
        write_expr(out, node->IfExp.body, LEVEL_TEST + 1) < 0 || text(out, " if ") < 0 ||
        write_expr(out, node->IfExp.test, LEVEL_TEST + 1) < 0 || text(out, " else ") < 0 ||
        write_expr(out, node->IfExp.orelse, LEVEL_TEST) < 0)
        return -1;
    return text_if(out, level > LEVEL_TEST, ")");
}

static int write_named(StrBuilder *out, const Node *node, int level)
{
    if (text_if(out, level > LEVEL_TUPLE, "(") < 0 ||
        write_expr(out, node->NamedExpr.target, LEVEL_ATOM) < 0 || text(out, " := ") < 0 ||
        write_expr(out, node->NamedExpr.value, LEVEL_ATOM) < 0)
        return -1;
    return text_if(out, level > LEVEL_TUPLE, ")");
}

// ---- Lambda and call ----------------------------------------------------------------------------

static int write_arg(StrBuilder *out, const Node *arg)
{
    if (str_builder_str(out, arg->arg.arg) < 0)
        return -1;
    if (!arg->arg.annotation)
        return 0;
    return text(out, ": ") < 0 ? -1 : write_expr(out, arg->arg.annotation, LEVEL_TEST);
}

static int write_default(StrBuilder *out, const Node *value)
{
    if (!value)
        return 0;
    return text(out, "=") < 0 ? -1 : write_expr(out, value, LEVEL_TEST);
}

static int write_comma(StrBuilder *out, bool *is_first)
{
    bool was_first = *is_first;
    *is_first = false;
    return text_if(out, !was_first, ", ");
}

static int write_positional(StrBuilder *out, const Node *args, bool *is_first)
{
    size_t posonly = args->arguments.posonlyargs.count;
    size_t count = posonly + args->arguments.args.count;
    size_t plain = count - args->arguments.defaults.count;
    for (size_t i = 0; i < count; i++) {
        const Node *arg = i < posonly ? args->arguments.posonlyargs.items[i]
                                      : args->arguments.args.items[i - posonly];
        const Node *value = i >= plain ? args->arguments.defaults.items[i - plain] : NULL;
        if (write_comma(out, is_first) < 0 || write_arg(out, arg) < 0 ||
            write_default(out, value) < 0 || text_if(out, i + 1 == posonly, ", /") < 0)
            return -1;
    }
    return 0;
}

static int write_args(StrBuilder *out, const Node *args)
{
    bool is_first = true;
    if (write_positional(out, args, &is_first) < 0)
        return -1;
    if (args->arguments.vararg || args->arguments.kwonlyargs.count) {
        if (write_comma(out, &is_first) < 0 || text(out, "*") < 0)
            return -1;
        if (args->arguments.vararg && write_arg(out, args->arguments.vararg) < 0)
            return -1;
    }
    for (size_t i = 0; i < args->arguments.kwonlyargs.count; i++) {
        if (write_comma(out, &is_first) < 0 ||
            write_arg(out, args->arguments.kwonlyargs.items[i]) < 0 ||
            write_default(out, args->arguments.kw_defaults.items[i]) < 0)
            return -1;
    }
    if (!args->arguments.kwarg)
        return 0;
    if (write_comma(out, &is_first) < 0 || text(out, "**") < 0)
        return -1;
    return write_arg(out, args->arguments.kwarg);
}

static int write_lambda(StrBuilder *out, const Node *node, int level)
{
    const Node *args = node->Lambda.args;
    bool has_positional = args->arguments.posonlyargs.count + args->arguments.args.count > 0;
    if (text_if(out, level > LEVEL_TEST, "(") < 0 ||
        text(out, has_positional ? "lambda " : "lambda") < 0 || write_args(out, args) < 0 ||
        text(out, ": ") < 0 || write_expr(out, node->Lambda.body, LEVEL_TEST) < 0)
        return -1;
    return text_if(out, level > LEVEL_TEST, ")");
}

static int write_call(StrBuilder *out, const Node *node)
{
    NodeSeq args = node->Call.args, keywords = node->Call.keywords;
    if (write_expr(out, node->Call.func, LEVEL_ATOM) < 0)
        return -1;
    if (args.count == 1 && !keywords.count && args.items[0]->kind == AST_GENERATOR_EXP)
        return write_expr(out, args.items[0], LEVEL_TEST); // it brings the parentheses
    if (text(out, "(") < 0 || write_list(out, args, LEVEL_TEST) < 0)
        return -1;
    for (size_t i = 0; i < keywords.count; i++) {
        const Node *keyword = keywords.items[i];
        if (text_if(out, i > 0 || args.count > 0, ", ") < 0)
            return -1;
        if (keyword->keyword.arg
                ? str_builder_str(out, keyword->keyword.arg) < 0 || text(out, "=") < 0
                : text(out, "**") < 0)
            return -1;
        if (write_expr(out, keyword->keyword.value, LEVEL_TEST) < 0)
            return -1;
    }
    return text(out, ")");
}

// ---- Displays and comprehensions ----------------------------------------------------------------

static int write_dict(StrBuilder *out, const Node *node)
{
    if (text(out, "{") < 0)
        return -1;
    for (size_t i = 0; i < node->Dict.values.count; i++) {
        const Node *key = node->Dict.keys.items[i], *value = node->Dict.values.items[i];
        if (text_if(out, i > 0, ", ") < 0)
            return -1;
        if (!key) {
            if (text(out, "**") < 0 || write_expr(out, value, LEVEL_EXPR) < 0)
                return -1;
        } else if (write_expr(out, key, LEVEL_TEST) < 0 || text(out, ": ") < 0 ||
                   write_expr(out, value, LEVEL_TEST) < 0) {
            return -1;
        }
    }
    return text(out, "}");
}

static int write_enclosed(StrBuilder *out, const char *open, NodeSeq list, const char *close)
{
    if (text(out, open) < 0 || write_list(out, list, LEVEL_TEST) < 0)
        return -1;
    return text(out, close);
}

static int write_tuple(StrBuilder *out, const Node *node, int level)
{
    size_t count = node->Tuple.elts.count;
    if (count == 0)
        return text(out, "()");
    if (text_if(out, level > LEVEL_TUPLE, "(") < 0 ||
        write_list(out, node->Tuple.elts, LEVEL_TEST) < 0 || text_if(out, count == 1, ",") < 0)
        return -1;
    return text_if(out, level > LEVEL_TUPLE, ")");
}

static int write_generators(StrBuilder *out, NodeSeq generators)
{
    for (size_t i = 0; i < generators.count; i++) {
        const Node *generator = generators.items[i];
        if (text(out, " for ") < 0 ||
            write_expr(out, generator->comprehension.target, LEVEL_TUPLE) < 0 ||
            text(out, " in ") < 0 ||
            write_expr(out, generator->comprehension.iter, LEVEL_TEST + 1) < 0)
            return -1;
        for (size_t k = 0; k < generator->comprehension.ifs.count; k++) {
            if (text(out, " if ") < 0 ||
                write_expr(out, generator->comprehension.ifs.items[k], LEVEL_TEST + 1) < 0)
                return -1;
        }
    }
    return 0;
}

static int write_comp(StrBuilder *out, const char *open, const Node *node, const char *close)
{
    if (text(out, open) < 0 || write_expr(out, node->ListComp.elt, LEVEL_TEST) < 0 ||
        write_generators(out, node->ListComp.generators) < 0)
        return -1;
    return text(out, close);
}

static int write_dict_comp(StrBuilder *out, const Node *node)
{
    if (text(out, "{") < 0 || write_expr(out, node->DictComp.key, LEVEL_TEST) < 0 ||
        text(out, ": ") < 0 || write_expr(out, node->DictComp.value, LEVEL_TEST) < 0 ||
        write_generators(out, node->DictComp.generators) < 0)
        return -1;
    return text(out, "}");
}

// ---- Constants and f-strings --------------------------------------------------------------------

static int write_constant(StrBuilder *out, const Node *node)
{
    Object *value = node->Constant.value;
    if (value == object_ellipsis)
        return text(out, "...");
    if (node->Constant.kind && str_builder_str(out, node->Constant.kind) < 0)
        return -1;
    Object *repr = object_repr(value);
    if (repr && (value->type_index == TYPE_FLOAT || value->type_index == TYPE_COMPLEX)) {
        Object *infinity = str_from_text("inf"), *number = str_from_text("1e309");
        ref_set_steal(&repr, infinity && number ? str_replace(repr, infinity, number, -1) : NULL);
        xdecref(infinity);
        xdecref(number);
    }
    int status = repr ? str_builder_str(out, repr) : -1;
    xdecref(repr);
    return status;
}

static int write_format_parts(StrBuilder *out, const Node *node);

static int write_field(StrBuilder *out, const Node *node)
{
    Object *expr;
    StrBuilder inner;
    str_builder_init(&inner);
    if (write_expr(&inner, node->FormattedValue.value, LEVEL_TEST + 1) < 0 ||
        !(expr = str_builder_finish(&inner))) {
        str_builder_free(&inner);
        return -1;
    }
    bool needs_blank = str_length(expr) && str_char_at(expr, 0) == '{';
    int status = text(out, needs_blank ? "{ " : "{");
    if (status == 0)
        status = str_builder_str(out, expr);
    decref(expr);
    if (status < 0)
        return -1;
    int conversion = node->FormattedValue.conversion;
    if (conversion > 0 && (text(out, "!") < 0 || str_builder_char(out, (uint32_t)conversion) < 0))
        return -1;
    if (node->FormattedValue.format_spec &&
        (text(out, ":") < 0 || write_format_parts(out, node->FormattedValue.format_spec) < 0))
        return -1;
    return text(out, "}");
}

static int write_braced(StrBuilder *out, Object *str)
{
    for (size_t i = 0; i < str_length(str); i++) {
        uint32_t c = str_char_at(str, i);
        if (str_builder_char(out, c) < 0)
            return -1;
        if ((c == '{' || c == '}') && str_builder_char(out, c) < 0)
            return -1;
    }
    return 0;
}

static int write_format_parts(StrBuilder *out, const Node *node)
{
    if (node->kind == AST_FORMATTED_VALUE)
        return write_field(out, node);
    if (node->kind == AST_CONSTANT)
        return write_braced(out, node->Constant.value);
    for (size_t i = 0; i < node->JoinedStr.values.count; i++) {
        if (write_format_parts(out, node->JoinedStr.values.items[i]) < 0)
            return -1;
    }
    return 0;
}

// f and the repr of the inside.
static int write_format(StrBuilder *out, const Node *node)
{
    StrBuilder inner;
    str_builder_init(&inner);
    Object *body = write_format_parts(&inner, node) == 0 ? str_builder_finish(&inner) : NULL;
    str_builder_free(&inner);
    Object *repr = body ? str_repr(body) : NULL;
    int status = repr && text(out, "f") == 0 ? str_builder_str(out, repr) : -1;
    xdecref(body);
    xdecref(repr);
    return status;
}

// ---- Places -------------------------------------------------------------------------------------

static int write_attribute(StrBuilder *out, const Node *node)
{
    const Node *value = node->Attribute.value;
    bool is_int = value->kind == AST_CONSTANT && (value->Constant.value->type_index == TYPE_INT ||
                                                  value->Constant.value->type_index == TYPE_BIGINT);
    if (write_expr(out, value, LEVEL_ATOM) < 0 || text(out, is_int ? " ." : ".") < 0)
        return -1;
    return str_builder_str(out, node->Attribute.attr);
}

static int write_slice(StrBuilder *out, const Node *node)
{
    if (node->Slice.lower && write_expr(out, node->Slice.lower, LEVEL_TEST) < 0)
        return -1;
    if (text(out, ":") < 0)
        return -1;
    if (node->Slice.upper && write_expr(out, node->Slice.upper, LEVEL_TEST) < 0)
        return -1;
    if (!node->Slice.step)
        return 0;
    return text(out, ":") < 0 ? -1 : write_expr(out, node->Slice.step, LEVEL_TEST);
}

static int write_subscript(StrBuilder *out, const Node *node)
{
    if (write_expr(out, node->Subscript.value, LEVEL_ATOM) < 0 || text(out, "[") < 0 ||
        write_expr(out, node->Subscript.slice, LEVEL_TUPLE) < 0)
        return -1;
    return text(out, "]");
}

static int write_yield(StrBuilder *out, const char *open, const Node *value)
{
    if (!value)
        return text(out, "(yield)");
    if (text(out, open) < 0 || write_expr(out, value, LEVEL_TEST) < 0)
        return -1;
    return text(out, ")");
}

static int write_kind(StrBuilder *out, const Node *node, int level)
{
    switch (node->kind) {
    case AST_BOOL_OP:
        return write_bool_op(out, node, level);
    case AST_BIN_OP:
        return write_bin_op(out, node, level);
    case AST_UNARY_OP:
        return write_unary_op(out, node, level);
    case AST_LAMBDA:
        return write_lambda(out, node, level);
    case AST_IF_EXP:
        return write_if_exp(out, node, level);
    case AST_DICT:
        return write_dict(out, node);
    case AST_SET:
        return write_enclosed(out, "{", node->Set.elts, "}");
    case AST_LIST:
        return write_enclosed(out, "[", node->List.elts, "]");
    case AST_TUPLE:
        return write_tuple(out, node, level);
    case AST_LIST_COMP:
        return write_comp(out, "[", node, "]");
    case AST_SET_COMP:
        return write_comp(out, "{", node, "}");
    case AST_GENERATOR_EXP:
        return write_comp(out, "(", node, ")");
    case AST_DICT_COMP:
        return write_dict_comp(out, node);
    case AST_YIELD:
        return write_yield(out, "(yield ", node->Yield.value);
    case AST_YIELD_FROM:
        return write_yield(out, "(yield from ", node->YieldFrom.value);
    case AST_COMPARE:
        return write_compare(out, node, level);
    case AST_CALL:
        return write_call(out, node);
    case AST_CONSTANT:
        return write_constant(out, node);
    case AST_JOINED_STR:
    case AST_FORMATTED_VALUE:
        return write_format(out, node);
    case AST_ATTRIBUTE:
        return write_attribute(out, node);
    case AST_STARRED:
        return text(out, "*") < 0 ? -1 : write_expr(out, node->Starred.value, LEVEL_EXPR);
    case AST_NAME:
        return str_builder_str(out, node->Name.id);
    case AST_SLICE:
        return write_slice(out, node);
    case AST_SUBSCRIPT:
        return write_subscript(out, node);
    case AST_NAMED_EXPR:
        return write_named(out, node, level);
    default:
        UNREACHABLE();
    }
}

static int write_expr(StrBuilder *out, const Node *node, int level)
{
    if (recursion_enter(" during compilation") < 0)
        return -1;
    int status = write_kind(out, node, level);
    recursion_leave();
    return status;
}

Object *ast_unparse(const Node *expr)
{
    StrBuilder out;
    str_builder_init(&out);
    if (write_expr(&out, expr, LEVEL_TEST) == 0)
        return str_builder_finish(&out);
    str_builder_free(&out);
    return NULL;
}

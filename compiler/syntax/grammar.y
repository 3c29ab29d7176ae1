// The grammar of Python 3.11, without async, await, match and except*. Each action is one call
// (builder.h). A program that this grammar refuses is judged again by diagnose.c, which finds the
// words for what is wrong; so nothing here cares for messages.
//
// Targets are parsed as expressions and checked by the builder. `with (a as b, c):` is parsed with
// items in the parentheses of a tuple, which the builder takes apart or refuses.
// Every nonterminal's value is a Piece: a node or a list, and the text it stands for.
%name Grammar
%token_prefix TOK_
%token_type {Token}
%default_type {Piece}
%extra_argument {Parser *p}
%stack_size 0
%start_symbol start

// The order of token.def, so that the numbers stay the same from build to build.
%token ENDMARKER NEWLINE INDENT DEDENT NAME NUMBER STRING UNKNOWN LPAR RPAR LSQB RSQB LBRACE
       RBRACE COLON COMMA SEMI DOT ELLIPSIS RARROW COLONEQUAL PLUS MINUS STAR SLASH DOUBLESLASH
       PERCENT AT DOUBLESTAR VBAR AMPER CIRCUMFLEX TILDE LEFTSHIFT RIGHTSHIFT LESS GREATER EQEQUAL
       NOTEQUAL LESSEQUAL GREATEREQUAL LESSGREATER EQUAL PLUSEQUAL MINEQUAL STAREQUAL SLASHEQUAL
       DOUBLESLASHEQUAL PERCENTEQUAL ATEQUAL DOUBLESTAREQUAL VBAREQUAL AMPEREQUAL CIRCUMFLEXEQUAL
       LEFTSHIFTEQUAL RIGHTSHIFTEQUAL FALSE NONE TRUE AND AS ASSERT ASYNC AWAIT BREAK CLASS
       CONTINUE DEF DEL ELIF ELSE EXCEPT FINALLY FOR FROM GLOBAL IF IMPORT IN IS LAMBDA NONLOCAL
       NOT OR PASS RAISE RETURN TRY WHILE WITH YIELD START_FILE START_EVAL START_SINGLE
       START_PIECE.

%include {
#include "compiler/syntax/builder.h"
#include "compiler/syntax/parser.h"

#define YYNOERRORRECOVERY 1
#define YYMALLOCARGTYPE size_t
// lemon grows its stack with these
#define malloc parser_stack_alloc
#define realloc parser_stack_realloc
#define free parser_stack_free
#define NDEBUG 1
}
%syntax_error { parser_reject(p); }
%stack_overflow { parser_fail_memory(p); }

// Operators from weak to strong. Comparisons, conditionals and lambda have rules of their own.
%left OR.
%left AND.
%right NOT.
%left VBAR.
%left CIRCUMFLEX.
%left AMPER.
%left LEFTSHIFT RIGHTSHIFT.
%left PLUS MINUS.
%left STAR SLASH DOUBLESLASH PERCENT AT.
%right TILDE.
%right DOUBLESTAR.

// ---- Starts -------------------------------------------------------------------------------------

start ::= START_FILE top(B) ENDMARKER.             { build_module(p, AST_MODULE, &B); }
start ::= START_SINGLE single(B) ENDMARKER.        { build_module(p, AST_INTERACTIVE, &B); }
start ::= START_EVAL star_exprs(B) newlines ENDMARKER. { build_expression(p, &B); }
start ::= START_PIECE piece(B) NEWLINE.            { build_piece(p, &B); }

top(A) ::= .                                       { A = pieces_empty(p); }
top(A) ::= top(A) simple_line(B).                  { pieces_extend(p, &A, &B); }
top(A) ::= top(A) compound(B).                     { pieces_append(p, &A, &B); }

single(A) ::= simple_line(A).
single(A) ::= compound(B) NEWLINE.                 { A = pieces_of(p, &B); }

newlines ::= .
newlines ::= newlines NEWLINE.

// part of a program, as diagnose.c asks for it, or the expression of an f-string
piece(A) ::= group(B).                             { A = build_sequence(p, &B, NULL); }
piece(A) ::= group(B) COMMA(C).                    { A = build_sequence(p, &B, &C); }
piece(A) ::= yield_expr(A).

// ---- Statements ---------------------------------------------------------------------------------

stmts(A) ::= simple_line(A).
stmts(A) ::= compound(B).                          { A = pieces_of(p, &B); }
stmts(A) ::= stmts(A) simple_line(B).              { pieces_extend(p, &A, &B); }
stmts(A) ::= stmts(A) compound(B).                 { pieces_append(p, &A, &B); }

block(A) ::= NEWLINE INDENT stmts(B) DEDENT.       { A = B; }
block(A) ::= simple_line(A).

simple_line(A) ::= simples(A) NEWLINE.
simple_line(A) ::= simples(A) SEMI(B) NEWLINE.     { pieces_end(&A, &B); }
simples(A) ::= simple(B).                          { A = pieces_of(p, &B); }
simples(A) ::= simples(A) SEMI simple(B).          { pieces_append(p, &A, &B); }

simple(A) ::= star_exprs(B).                       { A = build_expr_stmt(p, &B); }
simple(A) ::= yield_expr(B).                       { A = build_expr_stmt(p, &B); }
simple(A) ::= targets(B) rhs(C).                   { A = build_assign(p, &B, &C); }
simple(A) ::= star_exprs(B) augop(C) rhs(D).       { A = build_aug_assign(p, &B, &C, &D); }
simple(A) ::= star_exprs(B) COLON expr(C).         { A = build_ann_assign(p, &B, &C, NULL); }
simple(A) ::= star_exprs(B) COLON expr(C) EQUAL rhs(D). { A = build_ann_assign(p, &B, &C, &D); }
simple(A) ::= RETURN(B).                           { A = build_return(p, &B, NULL); }
simple(A) ::= RETURN(B) star_exprs(C).             { A = build_return(p, &B, &C); }
simple(A) ::= RAISE(B).                            { A = build_raise(p, &B, NULL, NULL); }
simple(A) ::= RAISE(B) expr(C).                    { A = build_raise(p, &B, &C, NULL); }
simple(A) ::= RAISE(B) expr(C) FROM expr(D).       { A = build_raise(p, &B, &C, &D); }
simple(A) ::= GLOBAL(B) names(C).                  { A = build_global(p, AST_GLOBAL, &B, &C); }
simple(A) ::= NONLOCAL(B) names(C).                { A = build_global(p, AST_NONLOCAL, &B, &C); }
simple(A) ::= DEL(B) star_exprs(C).                { A = build_delete(p, &B, &C); }
simple(A) ::= PASS(B).                             { A = build_bare_stmt(p, AST_PASS, &B); }
simple(A) ::= BREAK(B).                            { A = build_bare_stmt(p, AST_BREAK, &B); }
simple(A) ::= CONTINUE(B).                         { A = build_bare_stmt(p, AST_CONTINUE, &B); }
simple(A) ::= ASSERT(B) expr(C).                   { A = build_assert(p, &B, &C, NULL); }
simple(A) ::= ASSERT(B) expr(C) COMMA expr(D).     { A = build_assert(p, &B, &C, &D); }
simple(A) ::= IMPORT(B) dotted_as_names(C).        { A = build_import(p, &B, &C); }
simple(A) ::= FROM(B) dotted(C) IMPORT imported(D).
                                                   { A = build_import_from(p, &B, NULL, &C, &D); }
simple(A) ::= FROM(B) dots(C) dotted(D) IMPORT imported(E).
                                                   { A = build_import_from(p, &B, &C, &D, &E); }
simple(A) ::= FROM(B) dots(C) IMPORT imported(D).
                                                   { A = build_import_from(p, &B, &C, NULL, &D); }

targets(A) ::= star_exprs(B) EQUAL.                { A = pieces_of(p, &B); }
targets(A) ::= targets(A) star_exprs(B) EQUAL.     { pieces_append(p, &A, &B); }
rhs(A) ::= star_exprs(A).
rhs(A) ::= yield_expr(A).
augop(A) ::= PLUSEQUAL.        { A.op = AST_OP_ADD; }
augop(A) ::= MINEQUAL.         { A.op = AST_OP_SUB; }
augop(A) ::= STAREQUAL.        { A.op = AST_OP_MULT; }
augop(A) ::= ATEQUAL.          { A.op = AST_OP_MAT_MULT; }
augop(A) ::= SLASHEQUAL.       { A.op = AST_OP_DIV; }
augop(A) ::= PERCENTEQUAL.     { A.op = AST_OP_MOD; }
augop(A) ::= AMPEREQUAL.       { A.op = AST_OP_BIT_AND; }
augop(A) ::= VBAREQUAL.        { A.op = AST_OP_BIT_OR; }
augop(A) ::= CIRCUMFLEXEQUAL.  { A.op = AST_OP_BIT_XOR; }
augop(A) ::= LEFTSHIFTEQUAL.   { A.op = AST_OP_L_SHIFT; }
augop(A) ::= RIGHTSHIFTEQUAL.  { A.op = AST_OP_R_SHIFT; }
augop(A) ::= DOUBLESTAREQUAL.  { A.op = AST_OP_POW; }
augop(A) ::= DOUBLESLASHEQUAL. { A.op = AST_OP_FLOOR_DIV; }

names(A) ::= NAME(B).                              { A = pieces_of_name(p, &B); }
names(A) ::= names(A) COMMA NAME(B).               { pieces_append_name(p, &A, &B); }

dots(A) ::= dot(A).
dots(A) ::= dots(A) dot(B).                        { A.op += B.op; }
dot(A) ::= DOT.                                    { A.op = 1; }
dot(A) ::= ELLIPSIS.                               { A.op = 3; }
dotted(A) ::= NAME(B).                             { A = build_dotted(p, NULL, &B); }
dotted(A) ::= dotted(B) DOT NAME(C).               { A = build_dotted(p, &B, &C); }
dotted_as(A) ::= dotted(B).                        { A = build_alias(p, &B, NULL); }
dotted_as(A) ::= dotted(B) AS NAME(C).             { A = build_alias(p, &B, &C); }
dotted_as_names(A) ::= dotted_as(B).               { A = pieces_of(p, &B); }
dotted_as_names(A) ::= dotted_as_names(A) COMMA dotted_as(B). { pieces_append(p, &A, &B); }
imported(A) ::= STAR(B).                           { A = build_import_star(p, &B); }
imported(A) ::= import_names(A).
imported(A) ::= LPAR import_names(B) RPAR(C).      { A = B; pieces_end(&A, &C); }
imported(A) ::= LPAR import_names(B) COMMA RPAR(C). { A = B; pieces_end(&A, &C); }
import_names(A) ::= import_as(B).                  { A = pieces_of(p, &B); }
import_names(A) ::= import_names(A) COMMA import_as(B). { pieces_append(p, &A, &B); }
import_as(A) ::= NAME(B).                          { A = build_import_as(p, &B, NULL); }
import_as(A) ::= NAME(B) AS NAME(C).               { A = build_import_as(p, &B, &C); }

// ---- Compound statements ------------------------------------------------------------------------

compound(A) ::= IF(B) named(C) COLON block(D) else_if(E). { A = build_if(p, &B, &C, &D, &E); }
else_if(A) ::= .                                   { A = pieces_none(); }
else_if(A) ::= else(A).
else_if(A) ::= ELIF(B) named(C) COLON block(D) else_if(E). { A = build_elif(p, &B, &C, &D, &E); }
else_opt(A) ::= .                                  { A = pieces_none(); }
else_opt(A) ::= else(A).
else(A) ::= ELSE COLON block(B).                   { A = B; }

compound(A) ::= WHILE(B) named(C) COLON block(D) else_opt(E).
                                                   { A = build_while(p, &B, &C, &D, &E); }
compound(A) ::= FOR(B) for_targets(C) IN star_exprs(D) COLON block(E) else_opt(F).
                                                   { A = build_for(p, &B, &C, &D, &E, &F); }
compound(A) ::= TRY(B) COLON block(C) FINALLY COLON block(D).
                                                   { A = build_try(p, &B, &C, NULL, NULL, &D); }
compound(A) ::= TRY(B) COLON block(C) handlers(D) else_opt(E).
                                                   { A = build_try(p, &B, &C, &D, &E, NULL); }
compound(A) ::= TRY(B) COLON block(C) handlers(D) else_opt(E) FINALLY COLON block(F).
                                                   { A = build_try(p, &B, &C, &D, &E, &F); }
handlers(A) ::= handler(B).                        { A = pieces_of(p, &B); }
handlers(A) ::= handlers(A) handler(B).            { pieces_append(p, &A, &B); }
handler(A) ::= EXCEPT(B) COLON block(C).           { A = build_handler(p, &B, NULL, NULL, &C); }
handler(A) ::= EXCEPT(B) expr(C) COLON block(D).   { A = build_handler(p, &B, &C, NULL, &D); }
handler(A) ::= EXCEPT(B) expr(C) AS NAME(D) COLON block(E).
                                                   { A = build_handler(p, &B, &C, &D, &E); }

compound(A) ::= WITH(B) with_items(C) COLON block(D). { A = build_with(p, &B, &C, &D); }
with_items(A) ::= with_item(B).                    { A = pieces_of(p, &B); }
with_items(A) ::= with_items(A) COMMA with_item(B). { pieces_append(p, &A, &B); }
with_item(A) ::= expr(B).                          { A = build_with_item(p, &B, NULL); }
with_item(A) ::= expr(B) AS for_target(C).         { A = build_with_item(p, &B, &C); }

compound(A) ::= definition(A).
compound(A) ::= decorators(B) definition(C).       { A = build_decorated(p, &B, &C); }
decorators(A) ::= AT named(B) NEWLINE.             { A = pieces_of(p, &B); }
decorators(A) ::= decorators(A) AT named(B) NEWLINE. { pieces_append(p, &A, &B); }
definition(A) ::= CLASS(B) NAME(C) COLON block(D). { A = build_class(p, &B, &C, NULL, &D); }
definition(A) ::= CLASS(B) NAME(C) class_args(D) COLON block(E).
                                                   { A = build_class(p, &B, &C, &D, &E); }
class_args(A) ::= LPAR args(B) RPAR.               { A = build_class_args(p, &B); }
definition(A) ::= DEF(B) NAME(C) LPAR params(D) RPAR COLON block(E).
                                                   { A = build_def(p, &B, &C, &D, NULL, &E); }
definition(A) ::= DEF(B) NAME(C) LPAR params(D) RPAR RARROW expr(E) COLON block(F).
                                                   { A = build_def(p, &B, &C, &D, &E, &F); }

// ---- Parameters ---------------------------------------------------------------------------------

params(A) ::= .                                    { A = build_params(p, NULL); }
params(A) ::= param_list(B).                       { A = build_params(p, &B); }
params(A) ::= param_list(B) COMMA.                 { A = build_params(p, &B); }
param_list(A) ::= param(A).
param_list(A) ::= param_list(A) COMMA param(B).    { pieces_extend(p, &A, &B); }
param(A) ::= NAME(B).
            { A = build_param(p, PARAM_PLAIN, &B, NULL, NULL); }
param(A) ::= NAME(B) EQUAL expr(C).
            { A = build_param(p, PARAM_PLAIN, &B, NULL, &C); }
param(A) ::= NAME(B) COLON expr(C).
            { A = build_param(p, PARAM_PLAIN, &B, &C, NULL); }
param(A) ::= NAME(B) COLON expr(C) EQUAL expr(D).  { A = build_param(p, PARAM_PLAIN, &B, &C, &D); }
param(A) ::= STAR NAME(B).
            { A = build_param(p, PARAM_STAR, &B, NULL, NULL); }
param(A) ::= STAR NAME(B) COLON expr(C).           { A = build_param(p, PARAM_STAR, &B, &C, NULL); }
param(A) ::= STAR NAME(B) COLON starred(C).        { A = build_param(p, PARAM_STAR, &B, &C, NULL); }
param(A) ::= DOUBLESTAR NAME(B).
            { A = build_param(p, PARAM_DOUBLESTAR, &B, NULL, NULL); }
param(A) ::= DOUBLESTAR NAME(B) COLON expr(C).
            { A = build_param(p, PARAM_DOUBLESTAR, &B, &C, NULL); }
param(A) ::= STAR(B).                              { A = build_marker(p, PARAM_BARE_STAR, &B); }
param(A) ::= SLASH(B).                             { A = build_marker(p, PARAM_SLASH, &B); }

lambda_params(A) ::= .                             { A = build_params(p, NULL); }
lambda_params(A) ::= lambda_list(B).               { A = build_params(p, &B); }
lambda_params(A) ::= lambda_list(B) COMMA.         { A = build_params(p, &B); }
lambda_list(A) ::= lambda_param(A).
lambda_list(A) ::= lambda_list(A) COMMA lambda_param(B). { pieces_extend(p, &A, &B); }
lambda_param(A) ::= NAME(B).
            { A = build_param(p, PARAM_PLAIN, &B, NULL, NULL); }
lambda_param(A) ::= NAME(B) EQUAL expr(C).
            { A = build_param(p, PARAM_PLAIN, &B, NULL, &C); }
lambda_param(A) ::= STAR NAME(B).
            { A = build_param(p, PARAM_STAR, &B, NULL, NULL); }
lambda_param(A) ::= DOUBLESTAR NAME(B).
            { A = build_param(p, PARAM_DOUBLESTAR, &B, NULL, NULL); }
lambda_param(A) ::= STAR(B).                       { A = build_marker(p, PARAM_BARE_STAR, &B); }
lambda_param(A) ::= SLASH(B).                      { A = build_marker(p, PARAM_SLASH, &B); }

// ---- Expressions --------------------------------------------------------------------------------

star_exprs(A) ::= star_list(B).                    { A = build_sequence(p, &B, NULL); }
star_exprs(A) ::= star_list(B) COMMA(C).           { A = build_sequence(p, &B, &C); }
star_list(A) ::= star_expr(B).                     { A = pieces_of(p, &B); }
star_list(A) ::= star_list(A) COMMA star_expr(B).  { pieces_append(p, &A, &B); }
star_expr(A) ::= expr(A).
star_expr(A) ::= starred(A).
starred(A) ::= STAR(B) bitor(C). [OR]              { A = build_starred(p, &B, &C); }

for_targets(A) ::= for_list(B).                    { A = build_for_target(p, &B, NULL); }
for_targets(A) ::= for_list(B) COMMA(C).           { A = build_for_target(p, &B, &C); }
for_list(A) ::= for_target(B).                     { A = pieces_of(p, &B); }
for_list(A) ::= for_list(A) COMMA for_target(B).   { pieces_append(p, &A, &B); }
for_target(A) ::= bitor(A).
for_target(A) ::= starred(A).

yield_expr(A) ::= YIELD(B).                        { A = build_yield(p, &B, NULL); }
yield_expr(A) ::= YIELD(B) star_exprs(C).          { A = build_yield(p, &B, &C); }
yield_expr(A) ::= YIELD(B) FROM expr(C).           { A = build_yield_from(p, &B, &C); }

named(A) ::= expr(A).
named(A) ::= NAME(B) COLONEQUAL expr(C).           { A = build_named(p, &B, &C); }

expr(A) ::= disj(A).
expr(A) ::= disj(B) IF disj(C) ELSE expr(D).       { A = build_if_exp(p, &B, &C, &D); }
expr(A) ::= LAMBDA(B) lambda_params(C) COLON expr(D). { A = build_lambda(p, &B, &C, &D); }

disj(A) ::= comp(A).
disj(A) ::= disj(B) OR disj(C).                    { A = build_bool_op(p, AST_BOOL_OR, &B, &C); }
disj(A) ::= disj(B) AND disj(C).                   { A = build_bool_op(p, AST_BOOL_AND, &B, &C); }
disj(A) ::= NOT(B) disj(C).                        { A = build_unary_op(p, AST_UNARY_NOT, &B, &C); }

comp(A) ::= bitor(A).
comp(A) ::= comp(B) comp_op(C) bitor(D).           { A = build_compare(p, &B, &C, &D); }
comp_op(A) ::= LESS.          { A.op = AST_CMP_LT; }
comp_op(A) ::= GREATER.       { A.op = AST_CMP_GT; }
comp_op(A) ::= EQEQUAL.       { A.op = AST_CMP_EQ; }
comp_op(A) ::= GREATEREQUAL.  { A.op = AST_CMP_GT_E; }
comp_op(A) ::= LESSEQUAL.     { A.op = AST_CMP_LT_E; }
comp_op(A) ::= NOTEQUAL.      { A.op = AST_CMP_NOT_EQ; }
comp_op(A) ::= IN.            { A.op = AST_CMP_IN; }
comp_op(A) ::= NOT IN.        { A.op = AST_CMP_NOT_IN; }
comp_op(A) ::= IS.            { A.op = AST_CMP_IS; }
comp_op(A) ::= IS NOT.        { A.op = AST_CMP_IS_NOT; }

bitor(A) ::= prim(A).
bitor(A) ::= bitor(B) VBAR bitor(C).        { A = build_bin_op(p, AST_OP_BIT_OR, &B, &C); }
bitor(A) ::= bitor(B) CIRCUMFLEX bitor(C).  { A = build_bin_op(p, AST_OP_BIT_XOR, &B, &C); }
bitor(A) ::= bitor(B) AMPER bitor(C).       { A = build_bin_op(p, AST_OP_BIT_AND, &B, &C); }
bitor(A) ::= bitor(B) LEFTSHIFT bitor(C).   { A = build_bin_op(p, AST_OP_L_SHIFT, &B, &C); }
bitor(A) ::= bitor(B) RIGHTSHIFT bitor(C).  { A = build_bin_op(p, AST_OP_R_SHIFT, &B, &C); }
bitor(A) ::= bitor(B) PLUS bitor(C).        { A = build_bin_op(p, AST_OP_ADD, &B, &C); }
bitor(A) ::= bitor(B) MINUS bitor(C).       { A = build_bin_op(p, AST_OP_SUB, &B, &C); }
bitor(A) ::= bitor(B) STAR bitor(C).        { A = build_bin_op(p, AST_OP_MULT, &B, &C); }
bitor(A) ::= bitor(B) SLASH bitor(C).       { A = build_bin_op(p, AST_OP_DIV, &B, &C); }
bitor(A) ::= bitor(B) DOUBLESLASH bitor(C). { A = build_bin_op(p, AST_OP_FLOOR_DIV, &B, &C); }
bitor(A) ::= bitor(B) PERCENT bitor(C).     { A = build_bin_op(p, AST_OP_MOD, &B, &C); }
bitor(A) ::= bitor(B) AT bitor(C).          { A = build_bin_op(p, AST_OP_MAT_MULT, &B, &C); }
bitor(A) ::= bitor(B) DOUBLESTAR bitor(C).  { A = build_bin_op(p, AST_OP_POW, &B, &C); }
bitor(A) ::= PLUS(B) bitor(C). [TILDE]      { A = build_unary_op(p, AST_UNARY_U_ADD, &B, &C); }
bitor(A) ::= MINUS(B) bitor(C). [TILDE]     { A = build_unary_op(p, AST_UNARY_U_SUB, &B, &C); }
bitor(A) ::= TILDE(B) bitor(C).             { A = build_unary_op(p, AST_UNARY_INVERT, &B, &C); }

prim(A) ::= atom(A).
prim(A) ::= prim(B) DOT NAME(C).                   { A = build_attribute(p, &B, &C); }
prim(A) ::= prim(B) LPAR(C) args(D) RPAR(E).       { A = build_call(p, &B, &C, &D, &E); }
prim(A) ::= prim(B) LSQB subs(C) RSQB(D).          { A = build_subscript(p, &B, &C, &D); }

subs(A) ::= sub_list(B).                           { A = build_slices(p, &B, NULL); }
subs(A) ::= sub_list(B) COMMA(C).                  { A = build_slices(p, &B, &C); }
sub_list(A) ::= sub(B).                            { A = pieces_of(p, &B); }
sub_list(A) ::= sub_list(A) COMMA sub(B).          { pieces_append(p, &A, &B); }
sub(A) ::= named(A).
sub(A) ::= STAR(B) expr(C).                        { A = build_starred(p, &B, &C); }
sub(A) ::= opt_expr(B) COLON(C) opt_expr(D).       { A = build_slice(p, &B, &C, &D, NULL, NULL); }
sub(A) ::= opt_expr(B) COLON(C) opt_expr(D) COLON(E) opt_expr(F).
                                                   { A = build_slice(p, &B, &C, &D, &E, &F); }
opt_expr(A) ::= .                                  { A = pieces_none(); }
opt_expr(A) ::= expr(A).

args(A) ::= .                                      { A = pieces_empty(p); }
args(A) ::= arg_list(A).
args(A) ::= arg_list(A) COMMA(B).                  { args_trailing(&A, &B); }
arg_list(A) ::= arg(B).                            { A = pieces_of(p, &B); }
arg_list(A) ::= arg_list(A) COMMA arg(B).          { pieces_append(p, &A, &B); }
arg(A) ::= named(A).
arg(A) ::= named(B) comp_fors(C).                  { A = build_bare_generator(p, &B, &C); }
arg(A) ::= NAME(B) EQUAL expr(C).                  { A = build_keyword(p, &B, &C); }
arg(A) ::= STAR(B) expr(C).                        { A = build_starred(p, &B, &C); }
arg(A) ::= DOUBLESTAR(B) expr(C).                  { A = build_double_star(p, &B, &C); }

atom(A) ::= NAME(B).                               { A = build_name(p, &B); }
atom(A) ::= NUMBER(B).                             { A = build_number(p, &B); }
atom(A) ::= strings(B).                            { A = build_strings(p, &B); }
atom(A) ::= TRUE(B).                               { A = build_constant(p, &B, object_true); }
atom(A) ::= FALSE(B).                              { A = build_constant(p, &B, object_false); }
atom(A) ::= NONE(B).                               { A = build_constant(p, &B, object_none); }
atom(A) ::= ELLIPSIS(B).                           { A = build_constant(p, &B, object_ellipsis); }
strings(A) ::= STRING(B).                          { A = strings_of(p, &B); }
strings(A) ::= strings(A) STRING(B).               { strings_append(p, &A, &B); }

atom(A) ::= LPAR(B) RPAR(C).                       { A = build_tuple(p, &B, NULL, &C); }
atom(A) ::= LPAR(B) yield_expr(C) RPAR(D).         { A = build_group(p, &B, &C, &D); }
atom(A) ::= LPAR(B) group(C) RPAR(D).              { A = build_paren(p, &B, &C, &D); }
atom(A) ::= LPAR(B) group(C) COMMA RPAR(D).        { A = build_tuple(p, &B, &C, &D); }
atom(A) ::= LPAR(B) named(C) comp_fors(D) RPAR(E).
            { A = build_comp(p, AST_GENERATOR_EXP, &B, &C, &D, &E); }
group(A) ::= group_item(B).                        { A = pieces_of(p, &B); }
group(A) ::= group(A) COMMA group_item(B).         { pieces_append(p, &A, &B); }
group_item(A) ::= named(A).
group_item(A) ::= starred(A).
group_item(A) ::= expr(B) AS for_target(C).        { A = build_paren_item(p, &B, &C); }

atom(A) ::= LSQB(B) RSQB(C).                       { A = build_list(p, &B, NULL, &C); }
atom(A) ::= LSQB(B) elements(C) RSQB(D).           { A = build_list(p, &B, &C, &D); }
atom(A) ::= LSQB(B) elements(C) COMMA RSQB(D).     { A = build_list(p, &B, &C, &D); }
atom(A) ::= LSQB(B) named(C) comp_fors(D) RSQB(E).
            { A = build_comp(p, AST_LIST_COMP, &B, &C, &D, &E); }
elements(A) ::= element(B).                        { A = pieces_of(p, &B); }
elements(A) ::= elements(A) COMMA element(B).      { pieces_append(p, &A, &B); }
element(A) ::= named(A).
element(A) ::= starred(A).

atom(A) ::= LBRACE(B) RBRACE(C).                   { A = build_dict(p, &B, NULL, &C); }
atom(A) ::= LBRACE(B) elements(C) RBRACE(D).       { A = build_set(p, &B, &C, &D); }
atom(A) ::= LBRACE(B) elements(C) COMMA RBRACE(D). { A = build_set(p, &B, &C, &D); }
atom(A) ::= LBRACE(B) named(C) comp_fors(D) RBRACE(E).
            { A = build_comp(p, AST_SET_COMP, &B, &C, &D, &E); }
atom(A) ::= LBRACE(B) pairs(C) RBRACE(D).          { A = build_dict(p, &B, &C, &D); }
atom(A) ::= LBRACE(B) pairs(C) COMMA RBRACE(D).    { A = build_dict(p, &B, &C, &D); }
atom(A) ::= LBRACE(B) expr(C) COLON expr(D) comp_fors(E) RBRACE(F).
                                                   { A = build_dict_comp(p, &B, &C, &D, &E, &F); }
pairs(A) ::= pair(A).
pairs(A) ::= pairs(A) COMMA pair(B).               { pieces_extend(p, &A, &B); }
pair(A) ::= expr(B) COLON expr(C).                 { A = pieces_of_pair(p, &B, &C); }
pair(A) ::= DOUBLESTAR bitor(B).  [OR]             { A = pieces_of_pair(p, NULL, &B); }

comp_fors(A) ::= comp_for(B).                      { A = pieces_of(p, &B); }
comp_fors(A) ::= comp_fors(A) comp_for(B).         { pieces_append(p, &A, &B); }
comp_for(A) ::= FOR(B) for_targets(C) IN disj(D) comp_ifs(E).
                                                   { A = build_comp_for(p, &B, &C, &D, &E); }
comp_ifs(A) ::= .                                  { A = pieces_empty(p); }
comp_ifs(A) ::= comp_ifs(A) IF disj(B).            { pieces_append(p, &A, &B); }

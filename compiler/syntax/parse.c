// The pump: tokens from layout to the grammar, and what to do when one of them refuses.
// Read parser_run first.
#include "compiler/syntax/parse.h"

#include <stdio.h>
#include <string.h>

#include "compiler/syntax/diagnose.h"
#include "compiler/syntax/grammar.h"
#include "compiler/syntax/parser.h"
#include "compiler/syntax/source.h"
#include "compiler/syntax/syntax_error.h"
#include "runtime/memory/buffer.h"
#include "runtime/memory/memory.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

// Made by lemon from grammar.y.
void *GrammarAlloc(void *(*alloc)(size_t byte_size));
void GrammarFree(void *engine, void (*release)(void *block));
void Grammar(void *engine, int kind, Token token, Parser *parser);

SyntaxHooks syntax_hooks;

// ---- Memory of lemon's stack --------------------------------------------------------------------

#define STACK_PREFIX 16
#define STACK_BYTES_MAX ((size_t)PARSER_DEPTH_MAX * 6 * 48) // up to six entries a level of nesting

void *parser_stack_alloc(size_t byte_size)
{
    char *block = memory_alloc(byte_size + STACK_PREFIX, MEMORY_RAW);
    if (!block)
        return NULL;
    *(size_t *)(void *)block = byte_size;
    return block + STACK_PREFIX;
}

void parser_stack_free(void *block)
{
    if (!block)
        return;
    char *start = (char *)block - STACK_PREFIX;
    memory_free(start, *(size_t *)(void *)start + STACK_PREFIX);
}

void *parser_stack_realloc(void *block, size_t byte_size)
{
    if (byte_size > STACK_BYTES_MAX)
        return NULL;
    char *new_block = parser_stack_alloc(byte_size);
    if (!new_block || !block)
        return new_block;
    size_t old_size = *(size_t *)(void *)((char *)block - STACK_PREFIX);
    memcpy(new_block, block, old_size < byte_size ? old_size : byte_size);
    parser_stack_free(block);
    return new_block;
}

// ---- The parser ---------------------------------------------------------------------------------

int parser_init(Parser *parser, Tree *tree, const char *text, size_t byte_size, int start_kind,
                unsigned flags)
{
    memset(parser, 0, offsetof(Parser, lexer));
    parser->tree = tree;
    lexer_init(&parser->lexer, tree, text, byte_size);
    memset((char *)parser + offsetof(Parser, mode), 0, sizeof *parser - offsetof(Parser, mode));
    parser->start_kind = start_kind;
    parser->flags = flags;
    return 0;
}

void parser_free(Parser *parser)
{
    memory_free(parser->tokens, parser->token_capacity * sizeof *parser->tokens);
    parser->tokens = NULL;
    parser->token_capacity = parser->token_count = 0;
}

void parser_reject(Parser *parser)
{
    parser->is_rejected = true;
}

void parser_fail_memory(Parser *parser)
{
    if (!parser->has_failed)
        error_no_memory();
    parser->has_failed = true;
}

Object *parser_name(Parser *parser, const char *text, size_t size)
{
    size_t slot = size * 31;
    for (size_t i = 0; i < size && i < 8; i++)
        slot = slot * 33 + (unsigned char)text[i];
    CachedName *cached = parser->names ? &parser->names[slot % NAME_CACHE_SIZE] : NULL;
    if (cached && cached->size == size && memcmp(cached->text, text, size) == 0)
        return cached->name;
    Object *name = tree_own(parser->tree, intern_utf8(text, size));
    if (!name)
        parser->has_failed = true;
    else if (cached)
        *cached = (CachedName){text, size, name};
    return name;
}

// ---- Tokens -------------------------------------------------------------------------------------

// Whether the token at `index` opens a top-level statement, as far as its neighbours tell.
static bool opens_statement(const Parser *parser, size_t index)
{
    if (parser->lexer.indent || parser->lexer.pending || index == 0)
        return false;
    int previous = parser->tokens[index - 1].kind;
    if (previous != TOK_NEWLINE && previous != TOK_DEDENT)
        return false;
    if (parser->tokens[parser->statement_start].kind == TOK_AT)
        return false; // the statement that it decorates is still to come
    switch (parser->tokens[index].kind) {
    case TOK_ELSE:
    case TOK_ELIF:
    case TOK_EXCEPT:
    case TOK_FINALLY:
    case TOK_DEDENT:
    case TOK_INDENT:
        return false;
    default:
        return true;
    }
}

// Forgets what lies before the last but one statement.
static void drop_tokens(Parser *parser)
{
    size_t start = parser->statement_start, count = parser->token_count - start;
    memmove(parser->tokens, parser->tokens + start, count * sizeof *parser->tokens);
    parser->token_count = count;
    parser->statement_start = count - 1;
}

// In interactive input the end of the text ends the line, and (unless the caller wants to see the
// newline) the open blocks.
static void end_line(Parser *parser, Token *token)
{
    if (parser->start_kind != TOK_START_SINGLE)
        return;
    if (token->kind != TOK_ENDMARKER || !parser->has_read) {
        parser->has_read = true;
        return;
    }
    token->kind = TOK_NEWLINE;
    parser->has_read = false;
    Lexer *lexer = &parser->lexer;
    if (lexer->indent && !(parser->flags & PARSE_DONT_IMPLY_DEDENT)) {
        lexer->pending = -lexer->indent;
        lexer->indent = 0;
    }
}

static int read_token(Parser *parser)
{
    if (parser->token_count == parser->token_capacity) {
        size_t capacity = parser->token_capacity ? parser->token_capacity * 2 : 64;
        Token *tokens = memory_realloc(parser->tokens, parser->token_capacity * sizeof *tokens,
                                       capacity * sizeof *tokens);
        if (!tokens) {
            parser_fail_memory(parser);
            return -1;
        }
        parser->tokens = tokens;
        parser->token_capacity = capacity;
    }
    Token *token = &parser->tokens[parser->token_count];
    memset(token, 0, sizeof *token);
    if (layout_next(&parser->lexer, token) < 0)
        return syntax_error_fault(parser);
    end_line(parser, token);
    parser->token_count++;
    return 0;
}

const Token *parser_token(Parser *parser, size_t index)
{
    if (index >= parser->token_count && read_token(parser) < 0)
        return NULL;
    return &parser->tokens[index];
}

// ---- Running ------------------------------------------------------------------------------------

static bool is_compound_start(int kind)
{
    switch (kind) {
    case TOK_IF:
    case TOK_WHILE:
    case TOK_FOR:
    case TOK_TRY:
    case TOK_WITH:
    case TOK_DEF:
    case TOK_CLASS:
    case TOK_AT:
        return true;
    default:
        return false;
    }
}

static int pump(Parser *parser, void *engine)
{
    Token token = {0};
    Grammar(engine, parser->start_kind, token, parser);
    while (!parser->is_rejected && !parser->has_failed) {
        if (read_token(parser) < 0)
            return -1;
        bool is_start = parser->start_kind == TOK_START_FILE &&
                        opens_statement(parser, parser->token_count - 1);
        if (is_start)
            drop_tokens(parser);
        token = parser->tokens[parser->token_count - 1];
        Grammar(engine, token.kind, token, parser);
        if (is_start && parser->open_item_count)
            parser_reject(parser); // the statement before is complete now, and no `with` took them
        bool is_line = parser->start_kind == TOK_START_SINGLE && token.kind == TOK_NEWLINE &&
                       !is_compound_start(parser->tokens[0].kind);
        bool is_piece = parser->start_kind == TOK_START_PIECE && token.kind == TOK_NEWLINE;
        if (is_line)
            Grammar(engine, TOK_ENDMARKER, token, parser);
        if (is_line || is_piece || token.kind == TOK_ENDMARKER)
            break;
    }
    if (!parser->is_rejected && !parser->has_failed)
        Grammar(engine, TOK_END, token, parser);
    if (parser->open_item_count)
        parser->is_rejected = true;
    return parser->has_failed ? -1 : 0;
}

// CPython reads the rest of the text after a syntax error: an error of the scanner there is told
// instead, because it is often the cause.
static int prefer_later_fault(Parser *parser)
{
    Lexer *lexer = &parser->lexer;
    if (parser->is_settled || !error_occurred() || !error_is(&exc_syntax_error) ||
        lexer->fault.kind != FAULT_NONE)
        return -1;
    Object *found = error_take();
    lexer->quiet = true;
    int lineno = parser->token_count ? parser->tokens[parser->token_count - 1].lineno : 1;
    Token token;
    do {
        memset(&token, 0, sizeof token);
    } while (layout_next(lexer, &token) == 0 && token.kind != TOK_ENDMARKER);
    FaultKind kind = lexer->fault.kind;
    bool is_unclosed = kind != FAULT_NONE && kind != FAULT_RAISED && lexer->level &&
                       lineno > lexer->brackets[lexer->level - 1].lineno;
    if (kind == FAULT_RAISED)
        syntax_error_fault(parser);
    else if (is_unclosed)
        syntax_error_unclosed(parser);
    if (error_occurred())
        decref(found);
    else
        error_restore_steal(found);
    return -1;
}

// Whether the scanner came to the end of the text, so that more text might help.
static int fail_incomplete(Parser *parser)
{
    if (error_occurred() && !error_is(&exc_syntax_error))
        return -1;
    error_clear();
    return syntax_error_last(parser, &exc_syntax_error, "incomplete input");
}

int parser_run(Parser *parser)
{
    void *engine = GrammarAlloc(parser_stack_alloc);
    if (!engine) {
        parser_fail_memory(parser);
        return -1;
    }
    int status = pump(parser, engine);
    GrammarFree(engine, parser_stack_free);
    if (status == 0 && !parser->is_rejected)
        return 0;
    if (parser->flags & PARSE_INCOMPLETE_INPUT && parser->lexer.hit_end && !parser->outer)
        return fail_incomplete(parser);
    if (status == 0)
        diagnose(parser);
    return prefer_later_fault(parser);
}

Node *parser_parse_range(Parser *parser, size_t start, size_t end)
{
    void *engine = GrammarAlloc(parser_stack_alloc);
    if (!engine) {
        parser_fail_memory(parser);
        return NULL;
    }
    bool was_rejected = parser->is_rejected, had_failed = parser->has_failed;
    int item_count = parser->open_item_count;
    parser->is_rejected = parser->has_failed = false;
    parser->piece = NULL;
    Token token = {0};
    Grammar(engine, TOK_START_PIECE, token, parser);
    for (size_t i = start; i < end && !parser->is_rejected && !parser->has_failed; i++)
        Grammar(engine, parser->tokens[i].kind, parser->tokens[i], parser);
    for (int kind = TOK_NEWLINE; kind >= 0 && !parser->is_rejected && !parser->has_failed;
         kind = kind == TOK_NEWLINE ? TOK_END : -1)
        Grammar(engine, kind, token, parser);
    GrammarFree(engine, parser_stack_free);
    bool is_out_of_memory = parser->has_failed && error_is(&exc_memory_error);
    if (parser->has_failed && !is_out_of_memory)
        error_clear();
    Node *piece = parser->is_rejected || parser->has_failed ? NULL : parser->piece;
    parser->is_rejected = was_rejected;
    parser->has_failed = had_failed || is_out_of_memory;
    parser->open_item_count = item_count;
    return piece;
}

// ---- The door -----------------------------------------------------------------------------------

static int run_mode(Parser *parser)
{
    if (parser_run(parser) < 0)
        return -1;
    if (parser->start_kind != TOK_START_SINGLE || layout_at_end(&parser->lexer))
        return 0;
    return syntax_error_last(parser, &exc_syntax_error,
                             "multiple statements found while compiling a single statement");
}

int parse_text(Tree *tree, const char *text, size_t byte_size, Object *filename, ParseMode mode,
               unsigned flags)
{
    static const int starts[] = {TOK_START_FILE, TOK_START_EVAL, TOK_START_SINGLE};
    tree_init(tree, filename);
    tree->flags = flags;
    if (source_load(tree, text, byte_size, mode, flags) < 0)
        return -1;
    Parser parser;
    CachedName names[NAME_CACHE_SIZE] = {{NULL, 0, NULL}};
    parser_init(&parser, tree, tree->text, tree->text_size, starts[mode], flags);
    parser.names = names;
    int status = run_mode(&parser);
    parser_free(&parser);
    return status;
}

// ---- Is this input complete? --------------------------------------------------------------------

static bool is_blank_text(const char *text)
{
    while (*text) {
        text += strspn(text, " \t\f\r\n");
        if (*text == '#')
            text += strcspn(text, "\n");
        else if (*text)
            return false;
    }
    return true;
}

// COMPLETE if it compiles; INCOMPLETE if the error was "incomplete input", else WRONG.
static ParseStatus try_input(const char *text, size_t byte_size, Object *filename)
{
    Tree tree;
    int status = parse_text(&tree, text, byte_size, filename, PARSE_SINGLE,
                            PARSE_INCOMPLETE_INPUT | PARSE_DONT_IMPLY_DEDENT | PARSE_FROM_STR);
    tree_free(&tree);
    if (status == 0)
        return PARSE_COMPLETE;
    if (!error_is(&exc_syntax_error))
        return PARSE_FAILED;
    Object *error = error_take();
    Object *message = str_format("%S", error);
    decref(error);
    if (!message)
        return PARSE_FAILED;
    const char *words = str_utf8(message, NULL);
    bool is_incomplete = words && strstr(words, "incomplete input");
    decref(message);
    return is_incomplete ? PARSE_INCOMPLETE : PARSE_WRONG;
}

ParseStatus parse_is_complete(const char *text)
{
    if (is_blank_text(text))
        return PARSE_COMPLETE;
    size_t size = strlen(text);
    char *longer = memory_alloc(size + 2, MEMORY_RAW);
    Object *filename = str_from_text("<stdin>");
    ParseStatus status = PARSE_FAILED;
    SyntaxHooks hooks = syntax_hooks;
    syntax_hooks.warning = NULL;
    if (longer && filename) {
        memcpy(longer, text, size);
        memcpy(longer + size, "\n", 2);
        status = try_input(text, size, filename);
        if (status == PARSE_INCOMPLETE || status == PARSE_WRONG) {
            ParseStatus with_newline = try_input(longer, size + 1, filename);
            status = with_newline == PARSE_COMPLETE ? PARSE_INCOMPLETE : with_newline;
        }
    } else if (!longer) {
        error_no_memory();
    }
    syntax_hooks = hooks;
    memory_free(longer, size + 2);
    xdecref(filename);
    return status;
}

// ---- Tokens as text -----------------------------------------------------------------------------

static int dump_token(Buffer *out, const Token *token)
{
    char place[60];
    snprintf(place, sizeof place, "%d,%d-%d,%d:", token->lineno,
             token->col_offset < 0 ? token->cursor_col : token->col_offset, token->end_lineno,
             token->end_col_offset < 0 ? token->cursor_col : token->end_col_offset);
    if (buffer_append_format(out, "%-20s%-15s'", place, token_kind_name(token->kind)) < 0)
        return -1;
    for (uint32_t i = 0; i < token->size; i++) {
        char c = token->start[i];
        int status = c == '\n'                ? buffer_append_text(out, "\\n")
                     : c == '\'' || c == '\\' ? buffer_append_format(out, "\\%c", c)
                                              : buffer_append_byte(out, (uint8_t)c);
        if (status < 0)
            return -1;
    }
    return buffer_append_text(out, "'\n");
}

Object *parse_token_dump(const char *text, size_t byte_size, Object *filename, unsigned flags)
{
    Tree tree;
    Parser parser;
    Buffer out;
    Object *result = NULL;
    tree_init(&tree, filename);
    buffer_init(&out);
    parser_init(&parser, &tree, "", 0, TOK_START_FILE, flags);
    if (source_load(&tree, text, byte_size, PARSE_FILE, flags) < 0)
        goto done;
    parser_init(&parser, &tree, tree.text, tree.text_size, TOK_START_FILE, flags);
    for (size_t i = 0;; i++) {
        const Token *token = parser_token(&parser, i);
        if (!token)
            goto done;
        if (dump_token(&out, token) < 0) {
            error_no_memory();
            goto done;
        }
        if (token->kind == TOK_ENDMARKER)
            break;
    }
    result = str_from_utf8(out.data, out.size);
done:
    parser_free(&parser);
    buffer_free(&out);
    tree_free(&tree);
    return result;
}

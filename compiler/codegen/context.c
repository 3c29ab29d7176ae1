// Errors, warnings, depth and name mangling: what every stage of the compiler needs.
#include "compiler/codegen/context.h"

#include "compiler/syntax/parse.h"
#include "runtime/model/error.h"
#include "runtime/model/state.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

#include <stdarg.h>
#include <string.h>

// The source line of an error, only where CPython can read it again: in a file.
static Object *line_text(const Tree *tree, int lineno)
{
    if (!(tree->flags & PARSE_FROM_FILE) || lineno < 1 || (size_t)lineno > tree->line_count)
        return NULL;
    const char *start = tree->lines[lineno - 1];
    const char *end = strchr(start, '\n');
    return str_from_utf8(start, end ? (size_t)(end + 1 - start) : strlen(start));
}

int context_error(CompileContext *context, const Node *node, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    Object *message = str_format_list(format, list);
    va_end(list);
    if (!message)
        return -1;
    Tree *tree = context->tree;
    Object *text = node ? line_text(tree, node->lineno) : NULL;
    if (!text && error_occurred() && error_is(&exc_memory_error)) {
        decref(message);
        return -1;
    }
    if (!text)
        error_clear();
    if (node)
        error_set_syntax(&exc_syntax_error, message, tree->filename, node->lineno,
                         node->col_offset + 1, text, node->end_lineno,
                         node->end_col_offset == SYNTAX_NO_END ? SYNTAX_NO_END
                                                               : node->end_col_offset + 1);
    else
        error_set_syntax(&exc_syntax_error, message, tree->filename, 0, 0, NULL, 0, 0);
    decref(message);
    xdecref(text);
    return -1;
}

int context_warn(CompileContext *context, const Node *node, const char *format, ...)
{
    if (!syntax_hooks.warning)
        return 0;
    va_list list;
    va_start(list, format);
    Object *message = str_format_list(format, list);
    va_end(list);
    if (!message)
        return -1;
    int result = syntax_hooks.warning(true, message, context->tree->filename, node->lineno);
    if (result < 0 && error_is(&exc_syntax_warning)) { // filter "error": CPython raises SyntaxError
        error_clear();
        context_error(context, node, "%U", message);
    }
    decref(message);
    return result;
}

void *context_alloc(CompileContext *context, size_t byte_size)
{
    void *bytes = region_zalloc(&context->tree->region, byte_size);
    if (!bytes)
        error_no_memory();
    return bytes;
}

int context_enter(CompileContext *context)
{
    if (++context->depth % 3 == 0 && recursion_enter(" during compilation") < 0) {
        context->depth--;
        return -1;
    }
    return 0;
}

void context_leave(CompileContext *context)
{
    if (context->depth-- % 3 == 0)
        recursion_leave();
}

Object *context_mangle(CompileContext *context, Object *class_name, Object *name)
{
    if (!class_name)
        return name;
    size_t size, class_size;
    const char *text = str_utf8(name, &size);
    if (!text)
        return NULL;
    if (size < 2 || text[0] != '_' || text[1] != '_' ||
        (text[size - 1] == '_' && text[size - 2] == '_') || memchr(text, '.', size))
        return name;
    const char *class_text = str_utf8(class_name, &class_size);
    if (!class_text)
        return NULL;
    while (*class_text == '_') {
        class_text++;
        class_size--;
    }
    if (!class_size)
        return name;
    char *mangled = region_alloc(&context->tree->region, size + class_size + 1);
    if (!mangled)
        return error_no_memory();
    mangled[0] = '_';
    memcpy(mangled + 1, class_text, class_size);
    memcpy(mangled + 1 + class_size, text, size);
    return tree_own(context->tree, intern_utf8(mangled, size + class_size + 1));
}

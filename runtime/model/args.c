// Reading the arguments of C functions by declared signature, with CPython's texts
// (_PyArg_UnpackKeywords and _PyArg_CheckPositional).
#include "runtime/model/call.h"

#include "runtime/containers/tuple.h"
#include "runtime/model/error.h"
#include "runtime/text/str.h"

#include <string.h>

static size_t count_parameters(const Signature *signature)
{
    size_t count = 0;
    while (signature->parameters[count])
        count++;
    return count;
}

static bool text_equals(Object *str, const char *text)
{
    size_t length = strlen(text);
    return str_is_ascii(str) && str_length(str) == length &&
           memcmp(STR(str)->data, text, length) == 0;
}

// Index of the keyword called `text`, or -1.
static ptrdiff_t find_keyword(Object *kwnames, const char *text)
{
    for (size_t i = 0; i < TUPLE(kwnames)->count; i++)
        if (text_equals(TUPLE(kwnames)->items[i], text))
            return (ptrdiff_t)i;
    return -1;
}

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

// -1 with TypeError when the number of arguments alone is wrong.
static int check_counts(const Signature *signature, size_t total, size_t nargs, size_t keyword_count)
{
    const char *function = signature->function;
    size_t max = signature->positional_max, required = signature->required;
    size_t min = required < signature->positional_only ? required : signature->positional_only;
    if (nargs + keyword_count > total)
        error_format(&exc_type_error, "%.200s() takes at most %zu %sargument%s (%zu given)", function,
                     total, nargs ? "" : "keyword ", plural(total), nargs + keyword_count);
    else if (nargs > max && max == 0)
        error_format(&exc_type_error, "%.200s() takes no positional arguments", function);
    else if (nargs > max)
        error_format(&exc_type_error, "%.200s() takes %s %zu positional argument%s (%zu given)",
                     function, required < max ? "at most" : "exactly", max, plural(max), nargs);
    else if (nargs < min)
        error_format(&exc_type_error, "%.200s() takes %s %zu positional argument%s (%zu given)",
                     function, min < max ? "at least" : "exactly", min, plural(min), nargs);
    else
        return 0;
    return -1;
}

// Some keyword was not used: it names a positional argument again, or nothing at all.
static void *raise_bad_keyword(const Signature *signature, size_t nargs, Object *kwnames)
{
    for (size_t i = signature->positional_only; i < nargs; i++)
        if (find_keyword(kwnames, signature->parameters[i]) >= 0)
            return error_format(&exc_type_error,
                                "argument for %.200s() given by name ('%s') and position (%zu)",
                                signature->function, signature->parameters[i], i + 1);
    for (size_t i = 0; i < TUPLE(kwnames)->count; i++) {
        Object *name = TUPLE(kwnames)->items[i];
        bool is_known = false;
        for (size_t k = signature->positional_only; signature->parameters[k]; k++)
            is_known |= text_equals(name, signature->parameters[k]);
        if (!is_known)
            return error_format(&exc_type_error,
                                "'%S' is an invalid keyword argument for %.200s()", name,
                                signature->function);
    }
    UNREACHABLE();
    return NULL;
}

int args_parse(const Signature *signature, Object *const *args, size_t nargs, Object *kwnames,
               Object **out)
{
    size_t total = count_parameters(signature);
    size_t keyword_count = kwnames ? TUPLE(kwnames)->count : 0, unused = keyword_count;
    if (check_counts(signature, total, nargs, keyword_count) < 0)
        return -1;
    for (size_t i = 0; i < nargs; i++)
        out[i] = args[i];
    for (size_t i = nargs; i < total; i++) {
        out[i] = NULL;
        if (unused && i >= signature->positional_only) {
            ptrdiff_t found = find_keyword(kwnames, signature->parameters[i]);
            if (found >= 0) {
                out[i] = args[nargs + (size_t)found];
                unused--;
            }
        }
        if (!out[i] && i < signature->required) {
            error_format(&exc_type_error, "%.200s() missing required argument '%s' (pos %zu)",
                         signature->function, signature->parameters[i], i + 1);
            return -1;
        }
    }
    if (unlikely(unused)) {
        raise_bad_keyword(signature, nargs, kwnames);
        return -1;
    }
    return 0;
}

int args_check_count(const char *function, size_t nargs, size_t min, size_t max)
{
    if (nargs >= min && nargs <= max)
        return 0;
    size_t bound = nargs < min ? min : max;
    const char *word = min == max ? "" : nargs < min ? "at least " : "at most ";
    error_format(&exc_type_error, "%.200s expected %s%zu argument%s, got %zu", function, word, bound,
                 plural(bound), nargs);
    return -1;
}

int args_no_keywords(const char *function, Object *kwnames)
{
    if (!kwnames || TUPLE(kwnames)->count == 0)
        return 0;
    error_format(&exc_type_error, "%.200s() takes no keyword arguments", function);
    return -1;
}

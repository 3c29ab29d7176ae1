// Builtin functions that compile, run or look at code and namespaces.
#include <string.h>

#include "compiler/compile.h"
#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "stdlib/machine/mod_builtins.h"
#include "vm/frame.h"
#include "vm/vm.h"

// The futures that code compiled from the running frame inherits.
static unsigned inherited_flags(void)
{
    return vm.frame >= vm.frames && vm.frame->code->flags & CODE_FUTURE_ANNOTATIONS ? COMPILE_FUTURE_ANNOTATIONS : 0;
}

// Text of a source argument (borrowed). -1 with TypeError. Also says whether it is str: no cookie then.
static int source_text(Object *source, const char *function, const char **text, size_t *size, unsigned *flags)
{
    const uint8_t *data;
    if (IS_STR(source)) {
        *text = str_utf8(source, size);
        *flags |= COMPILE_FROM_STR;
        return *text ? 0 : -1;
    }
    if (bytes_view(source, &data, size)) {
        *text = (const char *)data;
        return 0;
    }
    error_format(&exc_type_error, "%s() arg 1 must be a string, bytes or %s object", function,
                 strcmp(function, "compile") == 0 ? "AST" : "code");
    return -1;
}

Object *builtins_fn_compile(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"source", "filename", "mode", "flags", "dont_inherit", "optimize",
                                             "_feature_version", NULL};
    static const Signature signature = {"compile", parameters, 0, 3, 6};
    Object *values[7];
    (void)self;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    if (!IS_STR(values[1]) && !IS_BYTES(values[1]))
        return error_format(&exc_type_error, "expected str, bytes or os.PathLike object, not %T", values[1]);
    if (!IS_STR(values[2]))
        return error_format(&exc_type_error, "compile() argument 'mode' must be str, not %T", values[2]);
    CompileMode mode;
    if (str_equal_text(values[2], "exec"))
        mode = COMPILE_FILE;
    else if (str_equal_text(values[2], "eval"))
        mode = COMPILE_EVAL;
    else if (str_equal_text(values[2], "single"))
        mode = COMPILE_SINGLE;
    else
        return error_text(&exc_value_error, "compile() mode must be 'exec', 'eval' or 'single'");
    int64_t wanted = values[3] ? int_as_int64(values[3]) : 0;
    if (wanted == -1 && error_occurred())
        return NULL;
    if (wanted & ~(int64_t)(CODE_FUTURE_ANNOTATIONS | 0x200 | 0xfff0000))
        return error_text(&exc_value_error, "compile(): unrecognised flags");
    int dont_inherit = values[4] ? object_is_true(values[4]) : 0;
    if (dont_inherit < 0)
        return NULL;
    unsigned flags = dont_inherit ? 0 : inherited_flags();
    if (wanted & CODE_FUTURE_ANNOTATIONS)
        flags |= COMPILE_FUTURE_ANNOTATIONS;
    const char *text;
    size_t size;
    if (source_text(values[0], "compile", &text, &size, &flags) < 0)
        return NULL;
    Object *filename = IS_STR(values[1]) ? new_ref(values[1])
                                         : bytes_decode(((BytesObject *)values[1])->data,
                                                        ((BytesObject *)values[1])->size, "utf-8", "surrogateescape");
    if (!filename)
        return NULL;
    CodeObject *code = compile_text(text, size, filename, mode, flags);
    decref(filename);
    return OBJECT(code);
}

// Globals and locals of eval and exec: borrowed. Without globals those of the caller (locals in *owned).
static int namespaces(const char *function, Object *globals_given, Object *locals_given, DictObject **globals,
                      Object **locals, Object **owned)
{
    *owned = NULL;
    if (globals_given == object_none)
        globals_given = NULL;
    if (locals_given == object_none)
        locals_given = NULL;
    if (locals_given && !type_of(locals_given)->subscript) {
        if (strcmp(function, "eval") == 0)
            error_text(&exc_type_error, "locals must be a mapping");
        else
            error_format(&exc_type_error, "locals must be a mapping or None, not %T", locals_given);
        return -1;
    }
    if (globals_given) {
        if (!IS_DICT(globals_given)) {
            if (strcmp(function, "eval") == 0)
                error_text(&exc_type_error, type_of(globals_given)->subscript
                                                ? "globals must be a real dict; try eval(code, {}, mapping)"
                                                : "globals must be a dict");
            else
                error_format(&exc_type_error, "exec() globals must be a dict, not %T", globals_given);
            return -1;
        }
        *globals = DICT(globals_given);
        *locals = locals_given ? locals_given : globals_given;
        return 0;
    }
    *globals = vm.frame->globals;
    *locals = locals_given;
    if (!locals_given) {
        *locals = *owned = frame_locals(vm.frame);
        if (!*locals)
            return -1;
    }
    return 0;
}

// Whether exec() may run the code with this closure. 0, or -1 with TypeError.
static int check_closure(const CodeObject *code, Object *closure_or_null, CompileMode mode)
{
    uint32_t wanted = code->free_count;
    if (mode == COMPILE_EVAL) {
        if (wanted)
            error_text(&exc_type_error, "code object passed to eval() may not contain free variables");
        return wanted ? -1 : 0;
    }
    if (wanted == 0) {
        if (closure_or_null)
            error_text(&exc_type_error, "cannot use a closure with this code object");
        return closure_or_null ? -1 : 0;
    }
    bool fits = closure_or_null && IS_EXACT(closure_or_null, TUPLE) && TUPLE(closure_or_null)->count == wanted;
    for (uint32_t i = 0; fits && i < wanted; i++)
        fits = IS_EXACT(TUPLE(closure_or_null)->items[i], CELL);
    if (!fits)
        error_format(&exc_type_error, "code object requires a closure of exactly length %zu", (size_t)wanted);
    return fits ? 0 : -1;
}

// Runs the code of a function as a call without arguments, which it may miss.
static Object *call_code(CodeObject *code, DictObject *globals, Object *closure_or_null)
{
    FunctionObject *callable = function_new(code, globals);
    if (!callable)
        return NULL;
    if (closure_or_null)
        ref_set_steal(&callable->closure, new_ref(closure_or_null));
    Object *result = call_none(OBJECT(callable));
    decref(OBJECT(callable));
    return result;
}

static Object *run_source(const char *function, Object *source, Object *globals_given, Object *locals_given,
                          Object *closure, CompileMode mode)
{
    DictObject *globals;
    Object *locals, *owned, *result = NULL;
    if (namespaces(function, globals_given, locals_given, &globals, &locals, &owned) < 0)
        return NULL;
    CodeObject *code = NULL;
    if (IS_EXACT(source, CODE)) {
        code = new_ref((CodeObject *)source);
        if (check_closure(code, closure, mode) < 0)
            goto done;
    } else {
        if (closure) {
            error_text(&exc_type_error, "closure can only be used when source is a code object");
            goto done;
        }
        const char *text;
        size_t size;
        unsigned flags = inherited_flags();
        if (source_text(source, function, &text, &size, &flags) < 0)
            goto done;
        if (mode == COMPILE_EVAL)
            while (size && (*text == ' ' || *text == '\t'))
                text++, size--;
        code = compile_text(text, size, NAME(anonymous_string), mode, flags);
        if (!code)
            goto done;
    }
    bool has_parameters = code->argument_count + code->keyword_only_count > 0 ||
                          code->flags & (CODE_VARARGS | CODE_VARKEYWORDS);
    if (has_parameters || code->free_count)
        result = call_code(code, globals, closure);
    else
        result = vm_run_code(code, globals, locals);
done:
    xdecref(OBJECT(code));
    xdecref(owned);
    return result;
}

Object *builtins_fn_eval(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (args_check_count("eval", nargs, 1, 3) < 0)
        return NULL;
    return run_source("eval", args[0], nargs > 1 ? args[1] : NULL, nargs > 2 ? args[2] : NULL, NULL,
                      COMPILE_EVAL);
}

Object *builtins_fn_exec(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"", "", "", "closure", NULL};
    static const Signature signature = {"exec", parameters, 3, 1, 3};
    Object *values[4];
    (void)self;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    Object *closure = values[3] == object_none ? NULL : values[3];
    Object *result = run_source("exec", values[0], values[1], values[2], closure, COMPILE_FILE);
    if (!result)
        return NULL;
    decref(result);
    return_none;
}

Object *builtins_fn_globals(Object *self)
{
    (void)self;
    return OBJECT(new_ref(vm.frame->globals));
}

Object *builtins_fn_locals(Object *self)
{
    (void)self;
    return frame_locals(vm.frame);
}

Object *builtins_fn_dir(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (args_check_count("dir", nargs, 0, 1) < 0)
        return NULL;
    if (nargs)
        return object_dir(args[0]);
    Object *locals = frame_locals(vm.frame);
    Object *names_list = locals ? call_method_none(locals, NAME(keys)) : NULL;
    xdecref(locals);
    if (!names_list)
        return NULL;
    Object *list = object_to_list(names_list);
    decref(names_list);
    if (list && list_sort(list, NULL, false) < 0)
        ref_clear(&list);
    return list;
}

Object *builtins_fn_vars(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (args_check_count("vars", nargs, 0, 1) < 0)
        return NULL;
    if (nargs == 0)
        return frame_locals(vm.frame);
    Object *dict = object_get_attribute_optional(args[0], NAME(dict));
    if (!dict && !error_occurred())
        error_text(&exc_type_error, "vars() argument must have __dict__ attribute");
    return dict;
}

Object *builtins_fn_build_class(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)self;
    if (nargs < 2)
        return error_text(&exc_type_error, "__build_class__: not enough arguments");
    if (!IS_EXACT(args[0], FUNCTION))
        return error_text(&exc_type_error, "__build_class__: func must be a function");
    if (!IS_STR(args[1]))
        return error_text(&exc_type_error, "__build_class__: name is not a string");
    return class_build(args[0], args[1], args + 2, nargs - 2, args + nargs, kwnames);
}

Object *builtins_fn_import(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"name", "globals", "locals", "fromlist", "level", NULL};
    static const Signature signature = {"__import__", parameters, 0, 1, 5};
    Object *values[5];
    (void)self;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    if (!IS_STR(values[0]))
        return error_text(&exc_type_error, "module name must be a string");
    int level = values[4] ? int_as_int32(values[4]) : 0;
    if (level < 0) {
        if (!error_occurred())
            error_text(&exc_value_error, "level must be >= 0");
        return NULL;
    }
    if (level > 0 && values[1] && !IS_DICT(values[1]))
        return error_text(&exc_type_error, "globals must be a dict");
    DictObject *globals = values[1] && IS_DICT(values[1]) ? DICT(values[1]) : NULL;
    return import_name(values[0], globals, values[3], level);
}

// Calls of script functions: room on the stacks, binding of arguments to parameters, entry from C.
// Read function_call for the whole way; invoke_bind for the rules.
#include <string.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"
#include "vm/eval.h"
#include "vm/generator.h"
#include "vm/vm.h"

int invoke_check_room(Object **base, const CodeObject *code)
{
    if (unlikely(state.recursion_depth >= state.recursion_limit)) {
        if (recursion_enter(NULL) < 0)
            return -1;
        recursion_leave();
    }
    if (unlikely(base + code->register_count > vm.stack_limit || vm.frame + 1 >= vm.frame_limit)) {
        error_text(&exc_recursion_error, "maximum recursion depth exceeded");
        return -1;
    }
    return 0;
}

// --- binding ---

// "f() missing 2 required positional arguments: 'a' and 'b'"
static void raise_missing(FunctionObject *function, Object *const *names_missing, size_t count, const char *kind)
{
    StrBuilder builder;
    str_builder_init(&builder);
    int status = 0;
    for (size_t i = 0; i < count && status == 0; i++) {
        if (i > 0)
            status = str_builder_text(&builder, count == 2 ? " and " : i + 1 == count ? ", and " : ", ");
        if (status == 0)
            status = str_builder_text(&builder, "'");
        if (status == 0)
            status = str_builder_str(&builder, names_missing[i]);
        if (status == 0)
            status = str_builder_text(&builder, "'");
    }
    Object *list = status == 0 ? str_builder_finish(&builder) : NULL;
    if (!list) {
        str_builder_free(&builder);
        return;
    }
    error_format(&exc_type_error, "%U() missing %zu required %s argument%s: %U", function_qualname_borrow(function), count,
                 kind, count == 1 ? "" : "s", list);
    decref(list);
}

// "f() takes from 1 to 2 positional arguments but 3 were given"
static void raise_too_many(FunctionObject *function, const CodeObject *code, Object *const *slots, size_t given)
{
    size_t maximum = code->argument_count;
    size_t default_count = function->defaults ? TUPLE(function->defaults)->count : 0;
    size_t keyword_only_given = 0;
    for (size_t i = 0; i < code->keyword_only_count; i++)
        keyword_only_given += slots[maximum + i] != NULL;
    bool is_plural = default_count ? true : maximum != 1;
    Object *signature = default_count ? str_format("from %zu to %zu", maximum - default_count, maximum)
                                      : str_format("%zu", maximum);
    Object *extra = keyword_only_given
                        ? str_format(" positional argument%s (and %zu keyword-only argument%s)", given != 1 ? "s" : "",
                                     keyword_only_given, keyword_only_given != 1 ? "s" : "")
                        : str_from_text("");
    if (signature && extra)
        error_format(&exc_type_error, "%U() takes %U positional argument%s but %zu%U %s given",
                     function_qualname_borrow(function), signature, is_plural ? "s" : "", given, extra,
                     given == 1 && !keyword_only_given ? "was" : "were");
    xdecref(signature);
    xdecref(extra);
}

// Index of the parameter that keyword `name` fills, or -1; -2 with exception.
static int find_parameter(const CodeObject *code, Object *name)
{
    Object *const *names_array = TUPLE(code->local_names)->items;
    int first = code->positional_only_count, end = code->argument_count + code->keyword_only_count;
    for (int i = first; i < end; i++)
        if (names_array[i] == name)
            return i;
    if (str_is_interned(name)) // the names of parameters are
        return -1;
    for (int i = first; i < end; i++)
        if (str_equal(names_array[i], name))
            return i;
    return -1;
}

// Positional-only parameters passed by keyword, or an unexpected keyword.
static void raise_bad_keyword(FunctionObject *function, Object *name, Object *kwnames)
{
    CodeObject *code = function->code;
    StrBuilder builder;
    str_builder_init(&builder);
    size_t found = 0;
    for (size_t i = 0; i < code->positional_only_count; i++) {
        Object *parameter = TUPLE(code->local_names)->items[i];
        for (size_t j = 0; j < TUPLE(kwnames)->count; j++)
            if (str_equal(parameter, TUPLE(kwnames)->items[j])) {
                if ((found && str_builder_text(&builder, ", ") < 0) || str_builder_str(&builder, parameter) < 0) {
                    str_builder_free(&builder);
                    return;
                }
                found++;
            }
    }
    if (!found) {
        str_builder_free(&builder);
        error_format(&exc_type_error, "%U() got an unexpected keyword argument '%S'", function_qualname_borrow(function),
                     name);
        return;
    }
    Object *list = str_builder_finish(&builder);
    if (list)
        error_format(&exc_type_error, "%U() got some positional-only arguments passed as keyword arguments: '%U'",
                     function_qualname_borrow(function), list);
    xdecref(list);
}

// Enters what no parameter takes of values[] into the **kwargs dict `extra`. A name of a script
// class derived from str may run script code here, so the slots must still be empty. The values stay too.
static int collect_extra(const CodeObject *code, Object **values, Object *kwnames, Object *extra)
{
    for (size_t i = 0; i < TUPLE(kwnames)->count; i++) {
        Object *name = TUPLE(kwnames)->items[i];
        if (!IS_STR(name) || find_parameter(code, name) >= 0)
            continue;
        if (dict_set(extra, name, values[i]) < 0)
            return -1;
    }
    return 0;
}

// Distributes keyword values[] over slots[], taken over; others are in **kwargs, if there is such a thing.
static int bind_keywords(FunctionObject *function, const CodeObject *code, Object **slots, Object **values,
                         Object *kwnames)
{
    for (size_t i = 0; i < TUPLE(kwnames)->count; i++) {
        Object *name = TUPLE(kwnames)->items[i];
        if (!IS_STR(name)) {
            error_format(&exc_type_error, "%U() keywords must be strings", function_qualname_borrow(function));
            return -1;
        }
        int index = find_parameter(code, name);
        if (index < 0) {
            if (code->flags & CODE_VARKEYWORDS)
                continue;
            raise_bad_keyword(function, name, kwnames);
            return -1;
        }
        if (slots[index]) {
            error_format(&exc_type_error, "%U() got multiple values for argument '%S'", function_qualname_borrow(function),
                         name);
            return -1;
        }
        slots[index] = values[i];
        values[i] = NULL;
    }
    return 0;
}

// The same where keys of script classes may run code when they are compared: that code may give the
// function other defaults, and its frame lies where the parameters do, so they move aside.
static Object *keyword_default_slowly(Object *defaults, const CodeObject *code, Object **slots, Object *name)
{
    size_t count = code->local_count;
    Object **aside = memory_alloc(count * sizeof(Object *), MEMORY_RAW);
    if (!aside)
        return error_no_memory();
    memcpy(aside, slots, count * sizeof(Object *));
    memset(slots, 0, count * sizeof(Object *));
    incref(defaults);
    Object *value = dict_get_borrow(defaults, name);
    xincref(value);
    decref(defaults);
    for (size_t i = 0; i < count; i++)
        if (slots[i])
            ref_clear(&slots[i]); // a lingering box
    memcpy(slots, aside, count * sizeof(Object *));
    memory_free(aside, count * sizeof(Object *));
    return value;
}

// Default of a keyword-only parameter: new reference or NULL.
static Object *keyword_default(FunctionObject *function, const CodeObject *code, Object **slots, Object *name)
{
    Object *defaults = function_keyword_defaults_borrow(function);
    if (!defaults)
        return NULL;
    if (unlikely(!DICT(defaults)->is_str_keyed))
        return keyword_default_slowly(defaults, code, slots, name);
    Object *value = dict_get_borrow(defaults, name);
    xincref(value);
    return value;
}

// Fills parameters that got no value from the defaults; TypeError for what is still missing.
static int bind_defaults(FunctionObject *function, const CodeObject *code, Object **slots, size_t positional_given)
{
    Object *const *parameter_names = TUPLE(code->local_names)->items;
    size_t default_count = function->defaults ? TUPLE(function->defaults)->count : 0;
    size_t required = code->argument_count > default_count ? code->argument_count - default_count : 0;
    Object *missing[64];
    size_t missing_count = 0;
    for (size_t i = positional_given; i < required; i++)
        if (!slots[i] && missing_count < 64)
            missing[missing_count++] = parameter_names[i];
    if (missing_count) {
        raise_missing(function, missing, missing_count, "positional");
        return -1;
    }
    size_t skipped = default_count > code->argument_count ? default_count - code->argument_count : 0;
    for (size_t i = required; i < code->argument_count; i++)
        if (!slots[i])
            slots[i] = new_ref(TUPLE(function->defaults)->items[i - required + skipped]);
    for (size_t i = code->argument_count; i < (size_t)code->argument_count + code->keyword_only_count; i++) {
        if (slots[i])
            continue;
        slots[i] = keyword_default(function, code, slots, parameter_names[i]);
        if (slots[i])
            continue;
        if (error_occurred())
            return -1;
        if (missing_count < 64)
            missing[missing_count++] = parameter_names[i];
    }
    if (missing_count) {
        raise_missing(function, missing, missing_count, "keyword-only");
        return -1;
    }
    return 0;
}

// The simple and frequent case: positional arguments only, no *args, **kwargs or keyword-only parameters.
static int bind_positional(FunctionObject *function, Object **base, size_t positional)
{
    CodeObject *code = function->code;
    size_t default_count = function->defaults ? TUPLE(function->defaults)->count : 0;
    if (positional > code->argument_count || positional + default_count < code->argument_count)
        return 1; // the general way raises
    for (size_t i = positional; i < code->local_count; i++)
        if (base[i])
            ref_clear(&base[i]);
    size_t first_default = code->argument_count - default_count;
    for (size_t i = positional; i < code->argument_count; i++)
        base[i] = new_ref(TUPLE(function->defaults)->items[i - first_default]);
    return 0;
}

static int bind_general(FunctionObject *function, const CodeObject *code, Object **slots, Object **given,
                        size_t positional, Object *kwnames)
{
    size_t parameter_count = (size_t)code->argument_count + code->keyword_only_count;
    size_t taken = positional < code->argument_count ? positional : code->argument_count;
    Object *extra = NULL;
    if (code->flags & CODE_VARKEYWORDS) {
        extra = dict_new();
        if (!extra)
            return -1;
        if (kwnames && collect_extra(code, given + positional, kwnames, extra) < 0) {
            decref(extra);
            return -1;
        }
        slots[parameter_count + !!(code->flags & CODE_VARARGS)] = extra;
    }
    for (size_t i = 0; i < taken; i++) {
        slots[i] = given[i];
        given[i] = NULL;
    }
    if (code->flags & CODE_VARARGS) {
        Object *rest = tuple_from_array(given + taken, positional - taken);
        if (!rest)
            return -1;
        slots[parameter_count] = rest;
    }
    if (kwnames && bind_keywords(function, code, slots, given + positional, kwnames) < 0)
        return -1;
    if (positional > code->argument_count && !(code->flags & CODE_VARARGS)) {
        raise_too_many(function, code, slots, positional);
        return -1;
    }
    return bind_defaults(function, code, slots, taken);
}

// Keywords that name parameters, no *args, no **kwargs, nothing missing, everything small: values move to
// their places. 1: it is not that simple (nothing has changed).
static int bind_named(FunctionObject *function, Object **base, size_t positional, Object *kwnames)
{
    enum { MOST = 16 };
    CodeObject *code = function->code;
    size_t named = TUPLE(kwnames)->count, end = (size_t)code->argument_count + code->keyword_only_count;
    if (end > MOST || named > MOST || positional > code->argument_count)
        return 1;
    Object *const *parameters = TUPLE(code->local_names)->items;
    Object *values[MOST] = {NULL};
    size_t first = positional > code->positional_only_count ? positional : code->positional_only_count;
    for (size_t i = 0; i < named; i++) {
        Object *name = TUPLE(kwnames)->items[i];
        size_t place = first;
        while (place < end && parameters[place] != name)
            place++;
        if (place == end || values[place])
            return 1;
        values[place] = base[positional + i];
    }
    size_t default_count = function->defaults ? TUPLE(function->defaults)->count : 0;
    Object *keyword_defaults = code->keyword_only_count ? function_keyword_defaults_borrow(function) : NULL;
    if (keyword_defaults && !DICT(keyword_defaults)->is_str_keyed) // other keys may run script code
        return 1;
    uint32_t from_default = 0; // bits of parameters
    for (size_t i = positional; i < end; i++) {
        if (values[i])
            continue;
        if (i >= code->argument_count)
            values[i] = keyword_defaults ? dict_get_borrow(keyword_defaults, parameters[i]) : NULL;
        else if (i + default_count >= code->argument_count)
            values[i] = TUPLE(function->defaults)->items[i + default_count - code->argument_count];
        if (!values[i]) {
            error_clear();
            return 1;
        }
        from_default |= (uint32_t)1 << i;
    }
    for (size_t i = positional + named; i < code->local_count; i++)
        if (base[i])
            ref_clear(&base[i]); // lingering boxes
    for (size_t i = positional; i < end || i < positional + named; i++) {
        base[i] = i < end ? values[i] : NULL;
        if (i < end && from_default >> i & 1)
            incref(values[i]);
    }
    return 0;
}

// Binding failed: what the slots hold goes back behind what is left of the given values, so that nothing
// lies in the way of the frames of what dies. Each object that dies was given, so there is room for it.
static void take_back(Object **slots, size_t slot_count, Object **given, size_t given_count)
{
    size_t left = 0;
    for (size_t i = 0; i < given_count; i++) {
        Object *value = given[i];
        given[i] = NULL;
        if (value && value->refcount == 1)
            given[left++] = value;
        else
            xdecref(value); // *args or **kwargs may have it
    }
    for (size_t i = 0; i < slot_count; i++) {
        Object *value = slots[i];
        slots[i] = NULL;
        if (value && value->refcount == 1 && left < given_count)
            given[left++] = value;
        else
            xdecref(value);
    }
}

// Binding failed: what was given goes back to where it was. The slots end empty; nothing dies.
static void restore(const CodeObject *code, Object **slots, Object **given, size_t positional, Object *kwnames)
{
    for (size_t i = 0; i < positional && i < code->argument_count; i++)
        if (!given[i]) {
            given[i] = slots[i];
            slots[i] = NULL;
        }
    for (size_t i = 0; kwnames && i < TUPLE(kwnames)->count; i++)
        if (!given[positional + i]) {
            int index = find_parameter(code, TUPLE(kwnames)->items[i]);
            given[positional + i] = slots[index];
            slots[index] = NULL;
        }
    for (size_t i = 0; i < code->local_count; i++)
        ref_clear(&slots[i]); // defaults, tuples and dicts of what was given
}

static inline __attribute__((always_inline)) int
bind(FunctionObject *function, Object **base, size_t positional, Object *kwnames, bool restores)
{
    CodeObject *code = function->code;
    size_t given = positional + (kwnames ? TUPLE(kwnames)->count : 0);
    if (kwnames && !(code->flags & (CODE_VARARGS | CODE_VARKEYWORDS)) &&
        bind_named(function, base, positional, kwnames) == 0)
        return 0;
    if (!kwnames && !(code->flags & (CODE_VARARGS | CODE_VARKEYWORDS)) && code->keyword_only_count == 0) {
        int status = bind_positional(function, base, positional);
        if (status <= 0)
            return status;
    }
    // The arguments move aside, so that parameters can be filled in any order.
    Object *small[16];
    Object **aside = small;
    const size_t size = given * sizeof(Object *);
    if (given > 16) {
        aside = memory_alloc(size, MEMORY_RAW);
        if (!aside) {
            error_no_memory();
            for (size_t i = 0; !restores && i < given; i++)
                ref_clear(&base[i]);
            return -1;
        }
    }
    for (size_t i = 0; i < given; i++) {
        aside[i] = base[i];
        base[i] = NULL;
    }
    for (size_t i = given; i < code->local_count; i++)
        if (base[i])
            ref_clear(&base[i]); // lingering boxes
    incref(OBJECT(code));
    int status = bind_general(function, code, base, aside, positional, kwnames);
    if (unlikely(function->code != code) && status == 0)
        status = function_keep_code(function, code); // script code gave it another one, for the next call
    if (status < 0 && restores) {
        restore(code, base, aside, positional, kwnames);
        memcpy(base, aside, given * sizeof(Object *));
        given = 0;
    } else if (status < 0) {
        take_back(base, code->local_count, aside, given);
    }
    decref(OBJECT(code));
    for (size_t i = 0; i < given; i++)
        xdecref(aside[i]);
    if (aside != small)
        memory_free(aside, size);
    return status;
}

int invoke_bind(FunctionObject *function, Object **base, size_t positional, Object *kwnames)
{
    return bind(function, base, positional, kwnames, false);
}

int invoke_bind_init(FunctionObject *function, Object **base, size_t positional, Object *kwnames)
{
    return bind(function, base, positional, kwnames, true);
}

void invoke_release_init_arguments(Frame *frame)
{
    size_t count = (size_t)frame->code->argument_count + frame->code->keyword_only_count;
    for (size_t i = 0; i < count; i++)
        ref_clear(&frame->base[i]);
    Object *rest = frame->base[count];
    if (!rest || !IS_EXACT(rest, TUPLE) || rest->refcount != 1)
        return;
    for (size_t i = 0; i < TUPLE(rest)->count; i++) { // a tuple's own end takes them from the last to the first
        Object *item = TUPLE(rest)->items[i];
        TUPLE(rest)->items[i] = object_none;
        decref(item);
    }
}

// --- entry from C ---

Object *function_call(Object *callable, Object *const *args, size_t nargs, Object *kwnames)
{
    FunctionObject *function = FUNCTION(callable);
    CodeObject *code = function->code;
    Object **base = frame_stack_top();
    size_t given = nargs + (kwnames ? TUPLE(kwnames)->count : 0);
    if (unlikely(base + given > vm.stack_limit))
        return error_text(&exc_recursion_error, "maximum recursion depth exceeded");
    if (recursion_enter(NULL) < 0) // C stack and depth; the frame counts for itself
        return NULL;
    recursion_leave();
    if (invoke_check_room(base, code) < 0)
        return NULL;
    for (size_t i = 0; i < given; i++) {
        incref(args[i]);
        write_register(&base[i], args[i]);
    }
    if (code->flags & CODE_SIMPLE_CALL && !kwnames && nargs == code->argument_count) {
        for (size_t i = nargs; i < code->local_count; i++)
            if (base[i])
                ref_clear(&base[i]);
    } else if (invoke_bind(function, base, nargs, kwnames) < 0) {
        return NULL;
    }
    if (code->flags & CODE_GENERATOR)
        return generator_new(function, code, base);
    Frame *frame = vm.frame + 1;
    frame->base = base;
    frame->pc = code->code;
    frame->code = code;
    frame->globals = function->globals;
    frame->function = function;
    frame->flags = FRAME_ENTRY;
    frame->trace_parent = 0;
    vm.frame = frame;
    state.recursion_depth++;
    incref(callable);
    Object *result = eval_run();
    decref(callable);
    return result;
}

int invoke_push_operator(Object *callable, Object *const *args, size_t count, uint32_t flags)
{
    FunctionObject *function = FUNCTION(callable);
    CodeObject *code = function->code;
    if (code->simple_count != count)
        return 0;
    Object **base = frame_stack_top();
    if (invoke_check_room(base, code) < 0)
        return -1;
    for (size_t i = 0; i < code->local_count; i++) {
        Object *box = base[i]; // a lingering one
        base[i] = i < count ? new_ref(args[i]) : NULL;
        xdecref(box);
    }
    Frame *frame = vm.frame + 1;
    frame->base = base;
    frame->pc = code->code;
    frame->code = code;
    frame->globals = function->globals;
    frame->function = function;
    frame->flags = flags;
    frame->trace_parent = 0;
    frame->constructed = new_ref(callable);
    vm.frame = frame;
    state.recursion_depth++;
    return 1;
}

// Values of a ** mapping as keyword values behind `count` positional ones at base. New kwnames tuple.
static Object *spread_keywords(Object **base, Object *dict)
{
    Object *kwnames = tuple_new(dict_length(dict));
    size_t position = 0, count = 0;
    Object *key, *value;
    while (kwnames && dict_next(dict, &position, &key, &value)) {
        if (!IS_STR(key)) {
            error_text(&exc_type_error, "keywords must be strings");
            ref_clear(&kwnames);
            break;
        }
        TUPLE(kwnames)->items[count] = new_ref(key);
        incref(value);
        write_register(&base[count++], value);
    }
    return kwnames;
}

// Releases the window of CALL_EX.
static void release_window(Object **window)
{
    for (int i = 0; i < 4; i++)
        ref_clear(&window[i]);
}

// Makes sure that *args in window[2] is a tuple. 0 / -1.
static int make_args_tuple(Object **window)
{
    if (IS_EXACT(window[2], TUPLE))
        return 0;
    Object *iterable = window[2];
    if (!type_of(iterable)->iterate && !object_has(iterable, TF_SUBCLASS_TUPLE)) {
        Object *iterator = object_iterate(iterable);
        if (!iterator) {
            if (error_is(&exc_memory_error))
                return -1;
            error_clear();
            Object *qualname = eval_callee_text(window[0]);
            if (qualname)
                error_format(&exc_type_error, "%U argument after * must be an iterable, not %T", qualname, iterable);
            xdecref(qualname);
            return -1;
        }
        decref(iterator);
    }
    Object *tuple = object_to_tuple(iterable);
    if (!tuple)
        return -1;
    write_register(&window[2], tuple);
    return 0;
}

int invoke_call_ex(Frame *frame, Instruction ins, Object **result)
{
    Object **window = &frame->base[ins.a];
    if (make_args_tuple(window) < 0)
        return -1;
    Object *callable = window[0], *args = window[2];
    Object *kwargs = ins.d & 1 ? window[3] : NULL; // else the register is dead
    size_t count = TUPLE(args)->count;
    bool is_function = IS_EXACT(callable, FUNCTION) && !(FUNCTION(callable)->code->flags & CODE_GENERATOR);
    size_t keyword_count = kwargs ? dict_length(kwargs) : 0;
    Object **base = &window[4]; // args, kwargs stay below until they are spread
    if (!is_function || base + count + keyword_count > vm.stack_limit) {
        *result = call_tuple_dict(callable, args, keyword_count ? kwargs : NULL);
        release_window(window);
        return *result ? 0 : -1;
    }
    FunctionObject *function = FUNCTION(callable);
    CodeObject *code = function->code;
    // The frame's base is window + 2, as for CALL: spread a copy of args there.
    Object *args_held = args, *kwargs_held = kwargs;
    window[2] = NULL;
    if (kwargs)
        window[3] = NULL;
    base = &window[2];
    if (invoke_check_room(base, code) < 0) {
        decref(args_held);
        xdecref(kwargs_held);
        return -1;
    }
    for (size_t i = 0; i < count; i++) {
        incref(TUPLE(args_held)->items[i]);
        write_register(&base[i], TUPLE(args_held)->items[i]);
    }
    Object *kwnames = NULL;
    int status = 0;
    if (keyword_count) {
        kwnames = spread_keywords(base + count, kwargs_held);
        if (!kwnames) {
            for (size_t i = 0; i < count + keyword_count; i++)
                ref_clear(&base[i]);
            status = -1;
        }
    }
    if (status == 0)
        status = invoke_bind(function, base, count, kwnames);
    decref(args_held); // if binding failed, the arguments die with them
    xdecref(kwargs_held);
    xdecref(kwnames);
    if (status < 0)
        return -1;
    Frame *callee = frame + 1;
    callee->base = base;
    callee->pc = code->code;
    callee->code = code;
    callee->globals = function->globals;
    callee->function = function;
    callee->flags = 0;
    callee->trace_parent = 0;
    vm.frame = callee;
    state.recursion_depth++;
    return 1;
}

// Calls of script functions: room on the stacks, binding of arguments to parameters, entry from C.
// Read function_call for the whole way; invoke_bind for the rules.
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
static void raise_too_many(FunctionObject *function, Object *const *slots, size_t given)
{
    CodeObject *code = function->code;
    size_t maximum = code->argument_count;
    size_t default_count = function->defaults ? TUPLE(function->defaults)->count : 0;
    size_t keyword_only_given = 0;
    for (size_t i = 0; i < code->keyword_only_count; i++)
        keyword_only_given += slots[maximum + i] != NULL;
    bool is_plural = default_count ? true : maximum != 1;
    Object *signature = default_count ? str_format("from %zd to %zu", (ssize_t)maximum - (ssize_t)default_count, maximum)
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

// Whether keyword `name` is that parameter: 1, 0, -1. A class derived from str is asked.
static int is_name_of(Object *name, Object *parameter)
{
    if (IS_EXACT(name, STR))
        return str_equal(parameter, name);
    return object_compare_bool(name, parameter, COMPARE_EQ);
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
    for (int i = first; i < end; i++) {
        int is_same = is_name_of(name, names_array[i]);
        if (is_same)
            return is_same < 0 ? -2 : i;
    }
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
        for (size_t j = 0; j < TUPLE(kwnames)->count; j++) {
            Object *given = TUPLE(kwnames)->items[j];
            int is_same = is_name_of(given, parameter);
            if (is_same && (is_same < 0 || (found && str_builder_text(&builder, ", ") < 0) ||
                            str_builder_str(&builder, given) < 0)) {
                str_builder_free(&builder);
                return;
            }
            found += is_same != 0;
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

// Distributes keyword values[] over slots[] and the **kwargs dict `extra`. Values are taken over.
static int bind_keywords(FunctionObject *function, Object **slots, Object **values, Object *kwnames, Object *extra)
{
    for (size_t i = 0; i < TUPLE(kwnames)->count; i++) {
        Object *name = TUPLE(kwnames)->items[i];
        if (!IS_STR(name)) {
            error_format(&exc_type_error, "%U() keywords must be strings", function_qualname_borrow(function));
            return -1;
        }
        int index = find_parameter(function->code, name);
        if (index == -2)
            return -1;
        if (index < 0 && !extra) {
            raise_bad_keyword(function, name, kwnames);
            return -1;
        }
        if (index < 0) {
            if (dict_set(extra, name, values[i]) < 0)
                return -1;
            ref_clear(&values[i]);
            continue;
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

// The callee's registers get a frame, which scripts do not see: finalizers, names and defaults may run script
// code, whose frames would else begin there. The caller sets vm.frame back.
static void enter_bound_frame(FunctionObject *function, Object **base)
{
    CodeObject *code = function->code;
    if (vm.frame >= vm.frames && vm.frame->base == base)
        return; // it has
    *++vm.frame = (Frame){.base = base, .pc = code->code + 1, .code = code, .globals = function->globals,
                          .function = function, .flags = FRAME_LEFT};
}

// Fills parameters that got no value from the defaults; TypeError for what is still missing.
static int bind_defaults(FunctionObject *function, Object **slots, size_t positional_given)
{
    CodeObject *code = function->code;
    Object *const *parameter_names = TUPLE(code->local_names)->items;
    size_t default_count = function->defaults ? TUPLE(function->defaults)->count : 0;
    size_t required = code->argument_count > default_count ? code->argument_count - default_count : 0;
    Object *missing[64];
    size_t missing_count = 0;
    for (size_t i = positional_given; i < required; i++)
        if (!slots[i] && missing_count < 64)
            missing[missing_count++] = parameter_names[i];
    if (missing_count) {
        enter_bound_frame(function, slots);
        raise_missing(function, missing, missing_count, "positional");
        return -1;
    }
    size_t skipped = default_count > code->argument_count ? default_count - code->argument_count : 0;
    for (size_t i = required; i < code->argument_count; i++)
        if (!slots[i])
            slots[i] = new_ref(TUPLE(function->defaults)->items[i - required + skipped]);
    Object *keyword_defaults = function_keyword_defaults_borrow(function);
    if (keyword_defaults && code->keyword_only_count && !DICT(keyword_defaults)->is_str_keyed)
        enter_bound_frame(function, slots); // its keys may run script code
    for (size_t i = code->argument_count; i < (size_t)code->argument_count + code->keyword_only_count; i++) {
        if (slots[i])
            continue;
        keyword_defaults = function_keyword_defaults_borrow(function); // a key before may have set others
        xincref(keyword_defaults);
        Object *value = keyword_defaults ? dict_get_borrow(keyword_defaults, parameter_names[i]) : NULL;
        if (value)
            slots[i] = new_ref(value);
        else if (!error_occurred() && missing_count < 64)
            missing[missing_count++] = parameter_names[i];
        xdecref(keyword_defaults);
        if (!value && error_occurred())
            break;
    }
    if (missing_count && !error_occurred()) {
        enter_bound_frame(function, slots);
        raise_missing(function, missing, missing_count, "keyword-only");
    }
    return error_occurred() ? -1 : 0;
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

static int bind_general(FunctionObject *function, Object **slots, Object **given, size_t positional, Object *kwnames)
{
    CodeObject *code = function->code;
    size_t parameter_count = (size_t)code->argument_count + code->keyword_only_count;
    size_t taken = positional < code->argument_count ? positional : code->argument_count;
    Object *extra = NULL, *rest = NULL; // made while the slots are empty: a full memory may run finalizers
    if (code->flags & CODE_VARKEYWORDS && !(extra = dict_new()))
        return -1;
    if (code->flags & CODE_VARARGS && !(rest = tuple_from_array(given + taken, positional - taken))) {
        xdecref(extra);
        return -1;
    }
    if (extra)
        slots[parameter_count + !!(code->flags & CODE_VARARGS)] = extra;
    if (rest)
        slots[parameter_count] = rest;
    for (size_t i = 0; i < taken; i++) {
        slots[i] = given[i];
        given[i] = NULL;
    }
    if (kwnames) {
        enter_bound_frame(function, slots);
        if (bind_keywords(function, slots, given + positional, kwnames, extra) < 0)
            return -1;
    }
    if (positional > code->argument_count && !(code->flags & CODE_VARARGS)) {
        enter_bound_frame(function, slots);
        raise_too_many(function, slots, positional);
        return -1;
    }
    return bind_defaults(function, slots, taken);
}

enum { NAMED_MOST = 16 }; // parameters and keywords that bind_named takes

// What the parameters from the `taken`-th on get, all borrowed: values[] has what keywords gave.
// *from_default: bits of those that have a default. False: something is missing, or only the general
// way may look.
static bool fill_from_defaults(FunctionObject *function, size_t taken, Object **values, uint32_t *from_default)
{
    CodeObject *code = function->code;
    Object *const *parameters = TUPLE(code->local_names)->items;
    size_t end = (size_t)code->argument_count + code->keyword_only_count;
    size_t default_count = function->defaults ? TUPLE(function->defaults)->count : 0;
    Object *keyword_defaults = code->keyword_only_count ? function_keyword_defaults_borrow(function) : NULL;
    if (keyword_defaults && !DICT(keyword_defaults)->is_str_keyed)
        return false; // other keys may run script code
    const DictStrEntry *entry = NULL, *entry_end = NULL;
    if (keyword_defaults && (entry = DICT(keyword_defaults)->entries))
        entry_end = entry + DICT(keyword_defaults)->entry_count;
    *from_default = 0;
    for (size_t i = taken; i < end; i++) {
        if (i >= code->argument_count) {
            // They mostly stand in the order of the parameters.
            Object *value = NULL;
            if (entry < entry_end && entry->key == parameters[i])
                value = entry++->value;
            if (values[i])
                continue;
            if (!value && keyword_defaults)
                value = dict_get_borrow(keyword_defaults, parameters[i]);
            values[i] = value;
        } else if (values[i]) {
            continue;
        } else if (i + default_count >= code->argument_count) {
            values[i] = TUPLE(function->defaults)->items[i + default_count - code->argument_count];
        }
        if (!values[i]) {
            error_clear();
            return false;
        }
        *from_default |= (uint32_t)1 << i;
    }
    return true;
}

// Keywords (or NULL) that name parameters, no *args, no **kwargs, nothing missing, everything small: values move to
// their places. 1: it is not that simple (nothing has changed).
static int bind_named(FunctionObject *function, Object **base, size_t positional, Object *kwnames)
{
    CodeObject *code = function->code;
    size_t named = kwnames ? TUPLE(kwnames)->count : 0, end = (size_t)code->argument_count + code->keyword_only_count;
    if (end > NAMED_MOST || named > NAMED_MOST || positional > code->argument_count)
        return 1;
    Object *const *parameters = TUPLE(code->local_names)->items;
    Object *values[NAMED_MOST]; // (an initializer takes as long as all the rest)
    for (size_t i = positional; i < end; i++)
        values[i] = NULL;
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
    uint32_t from_default;
    if (!fill_from_defaults(function, positional, values, &from_default))
        return 1;
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

// The general way. Arguments move aside, so that parameters can be filled in any order. With `restores` they are
// back in their places after a failure; else they are released.
static int bind_aside(FunctionObject *function, Object **base, size_t positional, Object *kwnames, bool restores)
{
    enum { SMALL = 16 };
    CodeObject *code = function->code;
    size_t given = positional + (kwnames ? TUPLE(kwnames)->count : 0), byte_size = 2 * given * sizeof(Object *);
    Object *small[2 * SMALL], **aside = given > SMALL ? memory_alloc(byte_size, MEMORY_RAW) : small;
    if (!aside) {
        error_no_memory();
        for (size_t i = 0; i < given && !restores; i++)
            ref_clear(&base[i]);
        return -1;
    }
    Object **held = aside + given;
    for (size_t i = 0; i < given; i++) {
        aside[i] = base[i];
        held[i] = restores ? new_ref(base[i]) : NULL;
        base[i] = NULL;
    }
    for (size_t i = given; i < code->local_count; i++)
        if (base[i])
            ref_clear(&base[i]); // lingering boxes
    Frame *running = vm.frame;
    incref(OBJECT(code));
    int status = bind_general(function, base, aside, positional, kwnames);
    if (status == 0 && unlikely(function->code != code))
        status = function_keep_code(function, code); // script code gave it another one, for the next call
    if (status < 0)
        enter_bound_frame(function, base);
    for (size_t i = 0; i < given; i++)
        ref_clear(&aside[i]);
    for (size_t i = 0; status < 0 && i < code->local_count; i++)
        ref_clear(&base[i]);
    for (size_t i = 0; i < given; i++) {
        if (status < 0)
            base[i] = held[i];
        else
            xdecref(held[i]);
    }
    vm.frame = running;
    decref(OBJECT(code));
    if (aside != small)
        memory_free(aside, byte_size);
    return status;
}

int invoke_bind(FunctionObject *function, Object **base, size_t positional, Object *kwnames, bool restores)
{
    CodeObject *code = function->code;
    if (!kwnames && !(code->flags & (CODE_VARARGS | CODE_VARKEYWORDS)) && code->keyword_only_count == 0) {
        int status = bind_positional(function, base, positional);
        if (status <= 0)
            return status;
    } else if (!(code->flags & (CODE_VARARGS | CODE_VARKEYWORDS)) &&
               bind_named(function, base, positional, kwnames) == 0) {
        return 0;
    }
    return bind_aside(function, base, positional, kwnames, restores);
}

bool invoke_names_in_order(const CodeObject *code, size_t positional, Object *kwnames)
{
    size_t count = TUPLE(kwnames)->count;
    if (positional + count > (size_t)code->argument_count + code->keyword_only_count)
        return false;
    Object *const *parameters = TUPLE(code->local_names)->items + positional;
    for (size_t i = 0; i < count; i++)
        if (parameters[i] != TUPLE(kwnames)->items[i])
            return false;
    return true;
}

static bool is_in(Object *name, Object *names_or_null)
{
    for (size_t i = 0; names_or_null && i < TUPLE(names_or_null)->count; i++)
        if (TUPLE(names_or_null)->items[i] == name)
            return true;
    return false;
}

void invoke_release_init_arguments(Frame *frame)
{
    const CodeObject *code = frame->code;
    Object *const *parameters = TUPLE(code->local_names)->items;
    Object *kwnames = frame->flags & FRAME_NAMES ? frame->locals : NULL;
    size_t count = (size_t)code->argument_count + code->keyword_only_count;
    for (size_t i = 0; i < count; i++)
        if (!is_in(parameters[i], kwnames))
            ref_clear(&frame->base[i]);
    Object *rest = code->flags & CODE_VARARGS ? frame->base[count] : NULL;
    Object *extra = code->flags & CODE_VARKEYWORDS ? frame->base[count + !!(code->flags & CODE_VARARGS)] : NULL;
    if (rest && IS_EXACT(rest, TUPLE) && rest->refcount == 1) {
        for (size_t i = 0; i < TUPLE(rest)->count; i++) { // its own end takes them from the last to the first
            Object *item = TUPLE(rest)->items[i];
            TUPLE(rest)->items[i] = object_none;
            decref(item);
        }
    }
    for (size_t i = 0; kwnames && i < TUPLE(kwnames)->count; i++) {
        size_t k = 0;
        while (k < count && parameters[k] != TUPLE(kwnames)->items[i])
            k++;
        if (k < count)
            ref_clear(&frame->base[k]);
        else if (extra && IS_EXACT(extra, DICT) && extra->refcount == 1 && DICT(extra)->is_str_keyed)
            dict_delete_optional(extra, TUPLE(kwnames)->items[i]);
    }
    if (kwnames)
        ref_clear(&frame->locals);
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
    } else if (invoke_bind(function, base, nargs, kwnames, false) < 0) {
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
    if (unlikely(invoke_check_room(base, code) < 0))
        return -1;
    for (size_t i = 0; i < count; i++) {
        incref(args[i]);
        write_register(&base[i], args[i]); // over a lingering box
    }
    for (size_t i = count; i < code->local_count; i++)
        if (unlikely(base[i] != NULL))
            ref_clear(&base[i]);
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

void invoke_release_window(Object **window)
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
    Object **base = &window[4]; // what args and kwargs hold outlives the callee's locals
    if (!is_function || base + count + keyword_count > vm.stack_limit) {
        *result = call_tuple_dict(callable, args, keyword_count ? kwargs : NULL);
        invoke_release_window(window);
        return *result ? 0 : -1;
    }
    FunctionObject *function = FUNCTION(callable);
    CodeObject *code = function->code;
    Object *kwnames = NULL;
    int status = invoke_check_room(base, code);
    if (status == 0) {
        for (size_t i = 0; i < count; i++) {
            incref(TUPLE(args)->items[i]);
            write_register(&base[i], TUPLE(args)->items[i]);
        }
        if (keyword_count && !(kwnames = spread_keywords(base + count, kwargs))) {
            for (size_t i = 0; i < count + keyword_count; i++)
                ref_clear(&base[i]);
            status = -1;
        }
    }
    if (status == 0)
        status = invoke_bind(function, base, count, kwnames, false);
    xdecref(kwnames);
    if (status < 0) { // if binding failed, they are what lets go of the arguments
        ref_clear(&window[2]);
        if (kwargs)
            ref_clear(&window[3]);
        return -1;
    }
    Frame *callee = frame + 1;
    callee->base = base;
    callee->pc = code->code;
    callee->code = code;
    callee->globals = function->globals;
    callee->function = function;
    callee->flags = FRAME_SPREAD;
    callee->trace_parent = 0;
    vm.frame = callee;
    state.recursion_depth++;
    return 1;
}

// class statements: __build_class__.
#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/program/cell.h"
#include "runtime/text/str.h"
#include "vm/eval.h"
#include "vm/vm.h"

// Bases with __mro_entries__ replaced by what they return: new tuple.
static Object *resolve_bases(Object *bases)
{
    Object *list = NULL;
    for (size_t i = 0; i < TUPLE(bases)->count; i++) {
        Object *base = TUPLE(bases)->items[i];
        Object *method = IS_TYPE(base) ? NULL : object_get_attribute_optional(base, NAME(mro_entries));
        if (!method) {
            if (error_occurred())
                goto fail;
            if (list && list_append(list, base) < 0)
                goto fail;
            continue;
        }
        Object *entries = call_one(method, bases);
        decref(method);
        if (!entries)
            goto fail;
        if (!IS_TUPLE(entries)) {
            error_text(&exc_type_error, "__mro_entries__ must return a tuple");
            decref(entries);
            goto fail;
        }
        if (!list)
            list = list_from_array(TUPLE(bases)->items, i);
        int status = list ? list_extend(list, entries) : -1;
        decref(entries);
        if (status < 0)
            goto fail;
    }
    if (!list)
        return new_ref(bases);
    Object *resolved = list_to_tuple(list);
    decref(list);
    return resolved;
fail:
    xdecref(list);
    return NULL;
}

// Counts the attributes that `self.name = ...` in the class's functions will make, so that instances
// get room for them from the first on.
static uint32_t count_self_attributes(Object *namespace)
{
    Object *seen[SHAPE_SLOT_LIMIT];
    uint32_t count = 0;
    size_t position = 0;
    Object *key, *value;
    if (!IS_EXACT(namespace, DICT))
        return 0;
    while (dict_next(namespace, &position, &key, &value)) {
        if (!IS_EXACT(value, FUNCTION))
            continue;
        CodeObject *code = FUNCTION(value)->code;
        if (code->argument_count == 0)
            continue;
        for (uint32_t i = 0; i < code->word_count; i += (uint32_t)opcode_word_count((Opcode)code->code[i].op)) {
            Instruction ins = code->code[i];
            Opcode op = opcode_general((Opcode)ins.op);
            if (op != OP_STORE_ATTR || ins.a != 0)
                continue;
            Object *name = code->constants[ins.b];
            uint32_t j = 0;
            while (j < count && seen[j] != name)
                j++;
            if (j == count && count < SHAPE_SLOT_LIMIT)
                seen[count++] = name;
        }
    }
    return count;
}

// The namespace that the body fills: metaclass.__prepare__(name, bases, **kw) or a dict.
static Object *prepare_namespace(Object *metaclass, Object *name, Object *bases, Object *keywords)
{
    Object *prepare = object_get_attribute_optional(metaclass, NAME(prepare));
    if (!prepare)
        return error_occurred() ? NULL : dict_new();
    Object *args = tuple_pack(2, name, bases);
    Object *namespace = args ? call_tuple_dict(prepare, args, keywords) : NULL;
    xdecref(args);
    decref(prepare);
    if (namespace && !type_of(namespace)->subscript) {
        if (IS_TYPE(metaclass))
            error_format(&exc_type_error, "%N.__prepare__() must return a mapping, not %T", (TypeObject *)metaclass,
                         namespace);
        else
            error_format(&exc_type_error, "<metaclass>.__prepare__() must return a mapping, not %T", namespace);
        ref_clear(&namespace);
    }
    return namespace;
}

// Runs the class body. New reference to its result: the __class__ cell or None.
static Object *run_body(FunctionObject *function, Object *namespace)
{
    CodeObject *code = function->code;
    Object **base = frame_stack_top();
    if (recursion_enter(NULL) < 0)
        return NULL;
    recursion_leave();
    if (invoke_check_room(base, code) < 0)
        return NULL;
    for (uint32_t i = 0; i < code->local_count; i++)
        if (base[i])
            ref_clear(&base[i]);
    Frame *frame = vm.frame + 1;
    frame->base = base;
    frame->pc = code->code;
    frame->code = code;
    frame->globals = function->globals;
    frame->function = function;
    frame->flags = FRAME_ENTRY | FRAME_LOCALS;
    frame->trace_parent = 0;
    frame->locals = new_ref(namespace);
    vm.frame = frame;
    state.recursion_depth++;
    return eval_run();
}

// The __class__ cell must hold the class now.
static int check_class_cell(Object *cell, Object *class, Object *name)
{
    if (!IS_EXACT(cell, CELL) || !IS_TYPE(class))
        return 0;
    Object *content = CELL(cell)->content;
    if (content == class)
        return 0;
    if (!content)
        error_format(&exc_runtime_error,
                     "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?", name, class);
    else
        error_format(&exc_type_error, "__class__ set to %R defining %R as %R", content, name, class);
    return -1;
}

// Takes `metaclass` out of the keywords dict. *metaclass is a new reference or NULL. 0 / -1.
static int take_metaclass(Object *keywords, Object **metaclass)
{
    *metaclass = keywords ? dict_get(keywords, NAME(metaclass)) : NULL;
    if (!*metaclass)
        return error_occurred() ? -1 : 0;
    if (dict_delete(keywords, NAME(metaclass)) < 0) {
        ref_clear(metaclass);
        return -1;
    }
    return 0;
}

Object *class_build(Object *function, Object *name, Object *const *bases_array, size_t base_count,
                    Object *const *kw_values, Object *kwnames)
{
    Object *given_bases = NULL, *bases = NULL, *keywords = NULL, *metaclass = NULL, *namespace = NULL, *cell = NULL;
    Object *class = NULL;
    given_bases = tuple_from_array(bases_array, base_count);
    if (!given_bases)
        goto done;
    bases = resolve_bases(given_bases);
    if (!bases)
        goto done;
    if (kwnames && TUPLE(kwnames)->count) {
        keywords = dict_new();
        if (!keywords)
            goto done;
        for (size_t i = 0; i < TUPLE(kwnames)->count; i++)
            if (dict_set(keywords, TUPLE(kwnames)->items[i], kw_values[i]) < 0)
                goto done;
        if (take_metaclass(keywords, &metaclass) < 0)
            goto done;
    }
    if (!metaclass)
        metaclass = TUPLE(bases)->count ? new_ref(OBJECT(type_of(TUPLE(bases)->items[0]))) : OBJECT(new_ref(&type_type));
    if (IS_TYPE(metaclass)) {
        TypeObject *winner = type_calculate_metaclass_borrow((TypeObject *)metaclass, bases);
        if (!winner)
            goto done;
        ref_set_steal(&metaclass, OBJECT(new_ref(winner)));
    }
    namespace = prepare_namespace(metaclass, name, bases, keywords);
    if (!namespace)
        goto done;
    cell = run_body(FUNCTION(function), namespace);
    if (!cell)
        goto done;
    if (bases != given_bases && object_set_subscript(namespace, NAME(orig_bases), given_bases) < 0)
        goto done;
    Object *args = tuple_pack(3, name, bases, namespace);
    if (!args)
        goto done;
    class = call_tuple_dict(metaclass, args, keywords);
    decref(args);
    if (class && check_class_cell(cell, class, name) < 0)
        ref_clear(&class);
    if (class && IS_TYPE(class) && type_has((TypeObject *)class, TF_HEAP))
        type_expect_attributes((TypeObject *)class, count_self_attributes(namespace));
done:
    xdecref(given_bases);
    xdecref(bases);
    xdecref(keywords);
    xdecref(metaclass);
    xdecref(namespace);
    xdecref(cell);
    return class;
}

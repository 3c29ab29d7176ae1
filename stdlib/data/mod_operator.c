// The module _operator: the operators as functions, and itemgetter, attrgetter, methodcaller.
// lib/operator.py adds the dunder names.
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/gc/gc.h"
#include "runtime/model/arithmetic.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/program/module.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "vm/vm.h"

// --- operators ---

static inline bool has_count(const char *name, size_t nargs, size_t count)
{
    return likely(nargs == count) || args_check_count(name, nargs, count, count) == 0;
}

// A function of two arguments whose answer is `expression` of a and b.
#define BINARY(name, text, expression)                                                             \
    static Object *operator_fn_##name(Object *module, Object *const *args, size_t nargs)           \
    {                                                                                              \
        (void)module;                                                                              \
        if (!has_count(text, nargs, 2))                                                            \
            return NULL;                                                                           \
        Object *a = args[0], *b = args[1];                                                         \
        return expression;                                                                         \
    }
BINARY(add, "add", object_binary(BINARY_ADD, a, b))
BINARY(sub, "sub", object_binary(BINARY_SUBTRACT, a, b))
BINARY(mul, "mul", object_binary(BINARY_MULTIPLY, a, b))
BINARY(truediv, "truediv", object_binary(BINARY_TRUE_DIVIDE, a, b))
BINARY(floordiv, "floordiv", object_binary(BINARY_FLOOR_DIVIDE, a, b))
BINARY(mod, "mod", object_binary(BINARY_REMAINDER, a, b))
BINARY(pow, "pow", object_binary(BINARY_POWER, a, b))
BINARY(lshift, "lshift", object_binary(BINARY_LSHIFT, a, b))
BINARY(rshift, "rshift", object_binary(BINARY_RSHIFT, a, b))
BINARY(and, "and_", object_binary(BINARY_AND, a, b))
BINARY(or, "or_", object_binary(BINARY_OR, a, b))
BINARY(xor, "xor", object_binary(BINARY_XOR, a, b))
BINARY(matmul, "matmul", object_binary(BINARY_MATMUL, a, b))
BINARY(iadd, "iadd", object_inplace(BINARY_ADD, a, b))
BINARY(isub, "isub", object_inplace(BINARY_SUBTRACT, a, b))
BINARY(imul, "imul", object_inplace(BINARY_MULTIPLY, a, b))
BINARY(itruediv, "itruediv", object_inplace(BINARY_TRUE_DIVIDE, a, b))
BINARY(ifloordiv, "ifloordiv", object_inplace(BINARY_FLOOR_DIVIDE, a, b))
BINARY(imod, "imod", object_inplace(BINARY_REMAINDER, a, b))
BINARY(ipow, "ipow", object_inplace(BINARY_POWER, a, b))
BINARY(ilshift, "ilshift", object_inplace(BINARY_LSHIFT, a, b))
BINARY(irshift, "irshift", object_inplace(BINARY_RSHIFT, a, b))
BINARY(iand, "iand", object_inplace(BINARY_AND, a, b))
BINARY(ior, "ior", object_inplace(BINARY_OR, a, b))
BINARY(ixor, "ixor", object_inplace(BINARY_XOR, a, b))
BINARY(imatmul, "imatmul", object_inplace(BINARY_MATMUL, a, b))
BINARY(lt, "lt", object_compare(a, b, COMPARE_LT))
BINARY(le, "le", object_compare(a, b, COMPARE_LE))
BINARY(eq, "eq", object_compare(a, b, COMPARE_EQ))
BINARY(ne, "ne", object_compare(a, b, COMPARE_NE))
BINARY(gt, "gt", object_compare(a, b, COMPARE_GT))
BINARY(ge, "ge", object_compare(a, b, COMPARE_GE))
BINARY(is, "is_", object_from_bool(a == b))
BINARY(is_not, "is_not", object_from_bool(a != b))
BINARY(getitem, "getitem", object_subscript(a, b))

static Object *bool_or_error(int result)
{
    return result < 0 ? NULL : object_from_bool(result != 0);
}
BINARY(contains, "contains", bool_or_error(object_contains(a, b)))
BINARY(delitem, "delitem", object_delete_subscript(a, b) < 0 ? NULL : object_none)

#define UNARY(name, expression)                                                                    \
    static Object *operator_fn_##name(Object *module, Object *a)                                   \
    {                                                                                              \
        (void)module;                                                                              \
        return expression;                                                                         \
    }
UNARY(neg, object_unary(UNARY_NEGATIVE, a))
UNARY(pos, object_unary(UNARY_POSITIVE, a))
UNARY(abs, object_unary(UNARY_ABSOLUTE, a))
UNARY(inv, object_unary(UNARY_INVERT, a))
UNARY(invert, object_unary(UNARY_INVERT, a))
UNARY(truth, bool_or_error(object_is_true(a)))
UNARY(index, object_to_index(a))

static Object *operator_fn_not(Object *module, Object *a)
{
    (void)module;
    int truth = object_is_true(a);
    return truth < 0 ? NULL : object_from_bool(!truth);
}

static Object *operator_fn_setitem(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    if (!has_count("setitem", nargs, 3) || object_set_subscript(args[0], args[1], args[2]) < 0)
        return NULL;
    return_none;
}

// a + b (a += b) for sequences: the sequence's own operation first, then that of numbers.
static Object *concat(Object *a, Object *b, bool is_inplace)
{
    const SequenceSlots *slots = &type_of(a)->sequence;
    if (is_inplace && slots->inplace_concat)
        return slots->inplace_concat(a, b);
    if (slots->concat)
        return slots->concat(a, b);
    if (!type_is_sequence(type_of(a)) || !type_is_sequence(type_of(b)) || IS_DICT(a) || IS_DICT(b))
        return error_format(&exc_type_error, "'%.200T' object can't be concatenated", a);
    Object *result =
        is_inplace ? object_inplace(BINARY_ADD, a, b) : object_binary(BINARY_ADD, a, b);
    if (!result && error_is(&exc_type_error) && !type_of(a)->binary[BINARY_ADD])
        return error_format(&exc_type_error, "'%.200T' object can't be concatenated", a);
    return result;
}
BINARY(concat, "concat", concat(a, b, false))
BINARY(iconcat, "iconcat", concat(a, b, true))

// Walks over a sequence: the number of items that equal `value`, or (is_index) the first one's
// index. -1 with exception.
static int64_t search(Object *sequence, Object *value, bool is_index)
{
    Object *iterator = object_iterate(sequence), *item;
    if (!iterator) {
        if (error_is(&exc_type_error))
            error_format(&exc_type_error, "argument of type '%.200T' is not iterable", sequence);
        return -1;
    }
    int64_t position = 0, count = 0;
    int equal = 0;
    for (; (item = iterator_next(iterator)); position++) {
        equal = object_equal(item, value);
        decref(item);
        if (equal < 0 || (equal && is_index))
            break;
        count += equal;
    }
    decref(iterator);
    if (equal < 0 || error_occurred())
        return -1;
    if (!is_index)
        return count;
    if (equal)
        return position;
    error_text(&exc_value_error, "sequence.index(x): x not in sequence");
    return -1;
}

static Object *int_or_error(int64_t value)
{
    return value < 0 ? NULL : int_from_int64(value);
}
BINARY(countOf, "countOf", int_or_error(search(a, b, false)))
BINARY(indexOf, "indexOf", int_or_error(search(a, b, true)))

static Object *operator_fn_length_hint(Object *module, Object *const *args, size_t nargs)
{
    int64_t otherwise = 0;
    (void)module;
    if (args_check_count("length_hint", nargs, 1, 2) < 0)
        return NULL;
    if (nargs == 2) {
        otherwise = object_as_index(args[1], &exc_overflow_error);
        if (otherwise == -1 && error_occurred())
            return NULL;
    }
    int64_t hint = object_length_hint(args[0], otherwise);
    return hint == -1 && error_occurred() ? NULL : int_from_int64(hint);
}

static Object *operator_fn_call(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)module;
    if (nargs < 1)
        return error_text(&exc_type_error, "call expected at least 1 argument, got 0");
    return call_object(args[0], args + 1, nargs - 1, kwnames);
}

// Compares without an early end: the time tells only the length of b.
static Object *compare_bytes(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size)
{
    const uint8_t *left = a_size == b_size ? a : b;
    volatile uint8_t difference = a_size != b_size;
    for (size_t i = 0; i < b_size; i++)
        difference |= left[i] ^ b[i];
    return object_from_bool(difference == 0);
}

static Object *operator_fn_compare_digest(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    if (!has_count("_compare_digest", nargs, 2))
        return NULL;
    Object *a = args[0], *b = args[1];
    if (IS_STR(a) && IS_STR(b)) {
        if (!str_is_ascii(a) || !str_is_ascii(b))
            return error_text(&exc_type_error,
                              "comparing strings with non-ASCII characters is not supported");
        return compare_bytes(STR(a)->data, str_length(a), STR(b)->data, str_length(b));
    }
    ByteView left, right;
    bool has_bytes =
        (IS_BYTES(a) || IS_EXACT(a, BYTEARRAY)) && (IS_BYTES(b) || IS_EXACT(b, BYTEARRAY));
    if (!has_bytes)
        return error_format(&exc_type_error,
                            "unsupported operand types(s) or combination of types: '%.100T' and "
                            "'%.100T'",
                            a, b);
    if (bytes_require_view(a, &left) < 0 || bytes_require_view(b, &right) < 0)
        return NULL;
    return compare_bytes(left.data, left.size, right.data, right.size);
}

// --- itemgetter, attrgetter, methodcaller ---

typedef struct GetterObject {
    Object header;
    Object *names;   // tuple: keys; names (str, or a tuple of strs for "a.b"); name and arguments
    Object *kwnames; // methodcaller: names of the arguments that end `names`, or NULL
} GetterObject;
#define GETTER(o) ((GetterObject *)(o))

static Object *getter_new_steal(TypeObject *type, Object *names, Object *kwnames_or_null)
{
    Object *self = names ? gc_alloc(type, sizeof(GetterObject)) : NULL;
    if (!self) {
        if (!names)
            return NULL;
        decref(names);
        return error_no_memory();
    }
    GETTER(self)->names = names;
    GETTER(self)->kwnames = kwnames_or_null;
    xincref(kwnames_or_null);
    gc_track(self);
    return self;
}

static void getter_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    decref(GETTER(self)->names);
    xdecref(GETTER(self)->kwnames);
    gc_free(self, sizeof(GetterObject));
    dealloc_leave();
}

static int getter_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(GETTER(self)->names);
    VISIT(GETTER(self)->kwnames);
    return 0;
}

// The one argument of a getter's call. 0 / -1.
static inline int check_call(const char *name, size_t nargs, Object *kwnames)
{
    if (unlikely(kwnames != NULL) && args_no_keywords(name, kwnames) < 0)
        return -1;
    return has_count(name, nargs, 1) ? 0 : -1;
}

// The answer of a getter: fetch(object, name), or a tuple of them when there are several names.
static Object *fetch_all(Object *self, Object *object, Object *(*fetch)(Object *, Object *))
{
    TupleObject *names = TUPLE(GETTER(self)->names);
    if (names->count == 1)
        return fetch(object, names->items[0]);
    Object *result = tuple_new(names->count);
    for (size_t i = 0; result && i < names->count; i++) {
        TUPLE(result)->items[i] = fetch(object, names->items[i]);
        if (!TUPLE(result)->items[i])
            ref_clear(&result);
    }
    return result;
}

static Object *itemgetter_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if (args_no_keywords("itemgetter", kwnames) < 0 ||
        (nargs == 0 && args_check_count("itemgetter", nargs, 1, 1) < 0))
        return NULL;
    return getter_new_steal(type, tuple_from_array(args, nargs), NULL);
}

static Object *itemgetter_construct(Object *type, Object *const *args, size_t nargs,
                                    Object *kwnames)
{
    return itemgetter_make((TypeObject *)type, args, nargs, kwnames);
}

static Object *itemgetter_call(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (unlikely(check_call("itemgetter", nargs, kwnames) < 0))
        return NULL;
    return fetch_all(self, args[0], object_subscript);
}

// Type and arguments, "operator.itemgetter(1, 2)". `name` is the type's.
static Object *repr_call(Object *self, Object *args, Object *kwnames)
{
    StrBuilder builder;
    size_t count = TUPLE(args)->count, keyword_count = kwnames ? TUPLE(kwnames)->count : 0;
    int entered = object_repr_enter(self);
    if (entered)
        return entered < 0 ? NULL : str_format("%T(...)", self);
    str_builder_init(&builder);
    int status = str_builder_text(&builder, "operator.");
    if (status == 0)
        status = str_builder_text(&builder, type_of(self)->name);
    for (size_t i = 0; i < count && status == 0; i++) {
        status = str_builder_text(&builder, i ? ", " : "(");
        if (status == 0 && i >= count - keyword_count) {
            status = str_builder_str(&builder, TUPLE(kwnames)->items[i - (count - keyword_count)]);
            if (status == 0)
                status = str_builder_char(&builder, '=');
        }
        Object *text = status == 0 ? object_repr(TUPLE(args)->items[i]) : NULL;
        status = text ? str_builder_str(&builder, text) : -1;
        xdecref(text);
    }
    if (status == 0)
        status = str_builder_char(&builder, ')');
    object_repr_leave(self);
    if (status == 0)
        return str_builder_finish(&builder);
    str_builder_free(&builder);
    return NULL;
}

static Object *itemgetter_repr(Object *self)
{
    return repr_call(self, GETTER(self)->names, NULL);
}

static Object *itemgetter_method_reduce(Object *self)
{
    return tuple_pack(2, OBJECT(type_of(self)), GETTER(self)->names);
}

// "a.b": a tuple of the parts, interned; a name without dots: itself, interned.
static Object *split_name(Object *name)
{
    static const char message[] = "attribute name must be a string";
    if (!IS_STR(name))
        return error_text(&exc_type_error, message);
    Object *dot = str_latin1_char('.');
    if (str_find(name, dot, 0, str_length(name)) < 0)
        return attribute_name_interned(name);
    Object *parts = str_split(name, dot, -1);
    if (!parts)
        return NULL;
    Object *tuple = list_to_tuple(parts);
    decref(parts);
    for (size_t i = 0; tuple && i < TUPLE(tuple)->count; i++) {
        Object *part = attribute_name_interned(TUPLE(tuple)->items[i]);
        if (!part) {
            ref_clear(&tuple);
            break;
        }
        ref_set_steal(&TUPLE(tuple)->items[i], part);
    }
    return tuple;
}

static Object *attrgetter_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if (args_no_keywords("attrgetter", kwnames) < 0 ||
        (nargs == 0 && args_check_count("attrgetter", nargs, 1, 1) < 0))
        return NULL;
    Object *names = tuple_new(nargs);
    for (size_t i = 0; names && i < nargs; i++) {
        TUPLE(names)->items[i] = split_name(args[i]);
        if (!TUPLE(names)->items[i])
            ref_clear(&names);
    }
    return getter_new_steal(type, names, NULL);
}

// object.name, where name may be a path.
static Object *get_path(Object *object, Object *name)
{
    if (IS_STR(name))
        return object_get_attribute(object, name);
    incref(object);
    for (size_t i = 0; object && i < TUPLE(name)->count; i++) {
        Object *value = object_get_attribute(object, TUPLE(name)->items[i]);
        decref(object);
        object = value;
    }
    return object;
}

static Object *attrgetter_call(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (unlikely(check_call("attrgetter", nargs, kwnames) < 0))
        return NULL;
    return fetch_all(self, args[0], get_path);
}

// The names as they were given.
static Object *attrgetter_names(Object *self)
{
    TupleObject *names = TUPLE(GETTER(self)->names);
    Object *result = tuple_new(names->count);
    for (size_t i = 0; result && i < names->count; i++) {
        Object *name = names->items[i];
        TUPLE(result)->items[i] =
            IS_STR(name) ? new_ref(name) : str_join(str_latin1_char('.'), name);
        if (!TUPLE(result)->items[i])
            ref_clear(&result);
    }
    return result;
}

static Object *attrgetter_repr(Object *self)
{
    Object *names = attrgetter_names(self);
    Object *result = names ? repr_call(self, names, NULL) : NULL;
    xdecref(names);
    return result;
}

static Object *attrgetter_method_reduce(Object *self)
{
    Object *names = attrgetter_names(self);
    Object *result = names ? tuple_pack(2, OBJECT(type_of(self)), names) : NULL;
    xdecref(names);
    return result;
}

static Object *methodcaller_make(TypeObject *type, Object *const *args, size_t nargs,
                                 Object *kwnames)
{
    if (nargs == 0)
        return error_text(&exc_type_error,
                          "methodcaller needs at least one argument, the method name");
    if (!IS_STR(args[0]))
        return error_text(&exc_type_error, "method name must be a string");
    bool has_keywords = kwnames && TUPLE(kwnames)->count;
    Object *name = attribute_name_interned(args[0]);
    Object *names =
        name ? tuple_from_array(args, nargs + (has_keywords ? TUPLE(kwnames)->count : 0)) : NULL;
    if (names)
        ref_set_steal(&TUPLE(names)->items[0], new_ref(name));
    xdecref(name);
    return getter_new_steal(type, names, has_keywords ? kwnames : NULL);
}

static Object *methodcaller_call(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (unlikely(check_call("methodcaller", nargs, kwnames) < 0))
        return NULL;
    TupleObject *names = TUPLE(GETTER(self)->names);
    if (!GETTER(self)->kwnames)
        return call_method(args[0], names->items[0], names->items + 1, names->count - 1);
    Object *function = object_get_attribute(args[0], names->items[0]);
    if (!function)
        return NULL;
    size_t keyword_count = TUPLE(GETTER(self)->kwnames)->count;
    Object *result = call_object(function, names->items + 1, names->count - 1 - keyword_count,
                                 GETTER(self)->kwnames);
    decref(function);
    return result;
}

static Object *methodcaller_repr(Object *self)
{
    return repr_call(self, GETTER(self)->names, GETTER(self)->kwnames);
}

// (partial(type, name, **keywords), arguments)
static Object *reduce_keywords(Object *self)
{
    Object *kwnames = GETTER(self)->kwnames, *partial = NULL, *args = NULL, *result = NULL;
    TupleObject *names = TUPLE(GETTER(self)->names);
    size_t positional = names->count - 1 - TUPLE(kwnames)->count;
    Object *values = tuple_new(2 + TUPLE(kwnames)->count);
    Object *name = values ? str_from_text("functools") : NULL;
    Object *module = name ? import_module(name) : NULL;
    Object *factory = module ? object_get_attribute_text(module, "partial") : NULL;
    if (factory) {
        TUPLE(values)->items[0] = new_ref(OBJECT(type_of(self)));
        TUPLE(values)->items[1] = new_ref(names->items[0]);
        for (size_t i = 0; i < TUPLE(kwnames)->count; i++)
            TUPLE(values)->items[2 + i] = new_ref(names->items[1 + positional + i]);
        partial = call_object(factory, TUPLE(values)->items, 2, kwnames);
    }
    if (partial)
        args = tuple_from_array(names->items + 1, positional);
    if (args)
        result = tuple_pack(2, partial, args);
    xdecref(values);
    xdecref(name);
    xdecref(module);
    xdecref(factory);
    xdecref(partial);
    xdecref(args);
    return result;
}

static Object *methodcaller_method_reduce(Object *self)
{
    if (GETTER(self)->kwnames)
        return reduce_keywords(self);
    return tuple_pack(2, OBJECT(type_of(self)), GETTER(self)->names);
}

static const MethodDef itemgetter_methods[] = {
    {"__reduce__", (void *)itemgetter_method_reduce, METHOD_NOARGS,
     "Return state information for pickling"},
    {0},
};
static const MethodDef attrgetter_methods[] = {
    {"__reduce__", (void *)attrgetter_method_reduce, METHOD_NOARGS,
     "Return state information for pickling"},
    {0},
};
static const MethodDef methodcaller_methods[] = {
    {"__reduce__", (void *)methodcaller_method_reduce, METHOD_NOARGS,
     "Return state information for pickling"},
    {0},
};

static TypeObject type_itemgetter = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "itemgetter",
    .module_name = "operator",
    .doc =
        "itemgetter(item, ...) --> itemgetter object\n\nReturn a callable object that fetches the "
        "given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].\n"
        "After g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])",
    .flags = TF_TRACKED,
    .basic_size = sizeof(GetterObject),
    .methods = itemgetter_methods,
    .dealloc = getter_dealloc,
    .traverse = getter_traverse,
    .make = itemgetter_make,
    .construct = itemgetter_construct,
    .call = itemgetter_call,
    .repr = itemgetter_repr,
};

static TypeObject type_attrgetter = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "attrgetter",
    .module_name = "operator",
    .doc =
        "attrgetter(attr, ...) --> attrgetter object\n\nReturn a callable object that fetches the "
        "given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) "
        "returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, "
        "r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) returns\n"
        "(r.name.first, r.name.last).",
    .flags = TF_TRACKED,
    .basic_size = sizeof(GetterObject),
    .methods = attrgetter_methods,
    .dealloc = getter_dealloc,
    .traverse = getter_traverse,
    .make = attrgetter_make,
    .call = attrgetter_call,
    .repr = attrgetter_repr,
};

static TypeObject type_methodcaller = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "methodcaller",
    .module_name = "operator",
    .doc =
        "methodcaller(name, ...) --> methodcaller object\n\nReturn a callable object that calls "
        "the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns "
        "r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) returns\n"
        "r.name('date', foo=1).",
    .flags = TF_TRACKED,
    .basic_size = sizeof(GetterObject),
    .methods = methodcaller_methods,
    .dealloc = getter_dealloc,
    .traverse = getter_traverse,
    .make = methodcaller_make,
    .call = methodcaller_call,
    .repr = methodcaller_repr,
};

// --- the module ---

static const MethodDef operator_functions[] = {
    {"truth", (void *)operator_fn_truth, METHOD_O,
     "truth($module, a, /)\n--\n\nReturn True if a is true, False otherwise."},
    {"contains", (void *)operator_fn_contains, METHOD_FAST,
     "contains($module, a, b, /)\n--\n\nSame as b in a (note reversed operands)."},
    {"indexOf", (void *)operator_fn_indexOf, METHOD_FAST,
     "indexOf($module, a, b, /)\n--\n\nReturn the first index of b in a."},
    {"countOf", (void *)operator_fn_countOf, METHOD_FAST,
     "countOf($module, a, b, /)\n--\n\nReturn the number of items in a which are, or which equal, "
     "b."},
    {"is_", (void *)operator_fn_is, METHOD_FAST, "is_($module, a, b, /)\n--\n\nSame as a is b."},
    {"is_not", (void *)operator_fn_is_not, METHOD_FAST,
     "is_not($module, a, b, /)\n--\n\nSame as a is not b."},
    {"add", (void *)operator_fn_add, METHOD_FAST, "add($module, a, b, /)\n--\n\nSame as a + b."},
    {"sub", (void *)operator_fn_sub, METHOD_FAST, "sub($module, a, b, /)\n--\n\nSame as a - b."},
    {"mul", (void *)operator_fn_mul, METHOD_FAST, "mul($module, a, b, /)\n--\n\nSame as a * b."},
    {"matmul", (void *)operator_fn_matmul, METHOD_FAST,
     "matmul($module, a, b, /)\n--\n\nSame as a @ b."},
    {"floordiv", (void *)operator_fn_floordiv, METHOD_FAST,
     "floordiv($module, a, b, /)\n--\n\nSame as a // b."},
    {"truediv", (void *)operator_fn_truediv, METHOD_FAST,
     "truediv($module, a, b, /)\n--\n\nSame as a / b."},
    {"mod", (void *)operator_fn_mod, METHOD_FAST, "mod($module, a, b, /)\n--\n\nSame as a % b."},
    {"neg", (void *)operator_fn_neg, METHOD_O, "neg($module, a, /)\n--\n\nSame as -a."},
    {"pos", (void *)operator_fn_pos, METHOD_O, "pos($module, a, /)\n--\n\nSame as +a."},
    {"abs", (void *)operator_fn_abs, METHOD_O, "abs($module, a, /)\n--\n\nSame as abs(a)."},
    {"inv", (void *)operator_fn_inv, METHOD_O, "inv($module, a, /)\n--\n\nSame as ~a."},
    {"invert", (void *)operator_fn_invert, METHOD_O, "invert($module, a, /)\n--\n\nSame as ~a."},
    {"lshift", (void *)operator_fn_lshift, METHOD_FAST,
     "lshift($module, a, b, /)\n--\n\nSame as a << b."},
    {"rshift", (void *)operator_fn_rshift, METHOD_FAST,
     "rshift($module, a, b, /)\n--\n\nSame as a >> b."},
    {"not_", (void *)operator_fn_not, METHOD_O, "not_($module, a, /)\n--\n\nSame as not a."},
    {"and_", (void *)operator_fn_and, METHOD_FAST, "and_($module, a, b, /)\n--\n\nSame as a & b."},
    {"xor", (void *)operator_fn_xor, METHOD_FAST, "xor($module, a, b, /)\n--\n\nSame as a ^ b."},
    {"or_", (void *)operator_fn_or, METHOD_FAST, "or_($module, a, b, /)\n--\n\nSame as a | b."},
    {"iadd", (void *)operator_fn_iadd, METHOD_FAST,
     "iadd($module, a, b, /)\n--\n\nSame as a += b."},
    {"isub", (void *)operator_fn_isub, METHOD_FAST,
     "isub($module, a, b, /)\n--\n\nSame as a -= b."},
    {"imul", (void *)operator_fn_imul, METHOD_FAST,
     "imul($module, a, b, /)\n--\n\nSame as a *= b."},
    {"imatmul", (void *)operator_fn_imatmul, METHOD_FAST,
     "imatmul($module, a, b, /)\n--\n\nSame as a @= b."},
    {"ifloordiv", (void *)operator_fn_ifloordiv, METHOD_FAST,
     "ifloordiv($module, a, b, /)\n--\n\nSame as a //= b."},
    {"itruediv", (void *)operator_fn_itruediv, METHOD_FAST,
     "itruediv($module, a, b, /)\n--\n\nSame as a /= b."},
    {"imod", (void *)operator_fn_imod, METHOD_FAST,
     "imod($module, a, b, /)\n--\n\nSame as a %= b."},
    {"ilshift", (void *)operator_fn_ilshift, METHOD_FAST,
     "ilshift($module, a, b, /)\n--\n\nSame as a <<= b."},
    {"irshift", (void *)operator_fn_irshift, METHOD_FAST,
     "irshift($module, a, b, /)\n--\n\nSame as a >>= b."},
    {"iand", (void *)operator_fn_iand, METHOD_FAST,
     "iand($module, a, b, /)\n--\n\nSame as a &= b."},
    {"ixor", (void *)operator_fn_ixor, METHOD_FAST,
     "ixor($module, a, b, /)\n--\n\nSame as a ^= b."},
    {"ior", (void *)operator_fn_ior, METHOD_FAST, "ior($module, a, b, /)\n--\n\nSame as a |= b."},
    {"concat", (void *)operator_fn_concat, METHOD_FAST,
     "concat($module, a, b, /)\n--\n\nSame as a + b, for a and b sequences."},
    {"iconcat", (void *)operator_fn_iconcat, METHOD_FAST,
     "iconcat($module, a, b, /)\n--\n\nSame as a += b, for a and b sequences."},
    {"getitem", (void *)operator_fn_getitem, METHOD_FAST,
     "getitem($module, a, b, /)\n--\n\nSame as a[b]."},
    {"setitem", (void *)operator_fn_setitem, METHOD_FAST,
     "setitem($module, a, b, c, /)\n--\n\nSame as a[b] = c."},
    {"delitem", (void *)operator_fn_delitem, METHOD_FAST,
     "delitem($module, a, b, /)\n--\n\nSame as del a[b]."},
    {"pow", (void *)operator_fn_pow, METHOD_FAST, "pow($module, a, b, /)\n--\n\nSame as a ** b."},
    {"ipow", (void *)operator_fn_ipow, METHOD_FAST,
     "ipow($module, a, b, /)\n--\n\nSame as a **= b."},
    {"eq", (void *)operator_fn_eq, METHOD_FAST, "eq($module, a, b, /)\n--\n\nSame as a == b."},
    {"ne", (void *)operator_fn_ne, METHOD_FAST, "ne($module, a, b, /)\n--\n\nSame as a != b."},
    {"lt", (void *)operator_fn_lt, METHOD_FAST, "lt($module, a, b, /)\n--\n\nSame as a < b."},
    {"le", (void *)operator_fn_le, METHOD_FAST, "le($module, a, b, /)\n--\n\nSame as a <= b."},
    {"gt", (void *)operator_fn_gt, METHOD_FAST, "gt($module, a, b, /)\n--\n\nSame as a > b."},
    {"ge", (void *)operator_fn_ge, METHOD_FAST, "ge($module, a, b, /)\n--\n\nSame as a >= b."},
    {"index", (void *)operator_fn_index, METHOD_O,
     "index($module, a, /)\n--\n\nSame as a.__index__()"},
    {"length_hint", (void *)operator_fn_length_hint, METHOD_FAST,
     "length_hint($module, obj, default=0, /)\n--\n\nReturn an estimate of the number of items in "
     "obj.\n\nThis is useful for presizing containers when building from an iterable.\n\nIf the "
     "object supports len(), the result will be exact.\nOtherwise, it may over- or under-estimate "
     "by an arbitrary amount.\nThe result will be an integer >= 0."},
    {"call", (void *)operator_fn_call, METHOD_KEYWORDS,
     "call($module, obj, /, *args, **kwargs)\n--\n\nSame as obj(*args, **kwargs)."},
    {"_compare_digest", (void *)operator_fn_compare_digest, METHOD_FAST,
     "_compare_digest($module, a, b, /)\n--\n\nReturn 'a == b'.\n\nThis function uses an approach "
     "designed to prevent\ntiming analysis, making it appropriate for cryptography.\n\na and b "
     "must both be of the same type: either str (ASCII only),\nor any bytes-like object.\n\nNote: "
     "If a and b are of different lengths, or if an error occurs,\na timing attack could "
     "theoretically reveal information about the\ntypes and lengths of a and b--but not their "
     "values."},
    {0},
};

static int fill_operator(ModuleObject *module)
{
    if (module_add_type(module, &type_itemgetter) < 0 ||
        module_add_type(module, &type_attrgetter) < 0)
        return -1;
    return module_add_type(module, &type_methodcaller);
}

extern const ModuleDef module__operator;
const ModuleDef module__operator = {
    .name = "_operator",
    .doc =
        "Operator interface.\n\nThis module exports a set of functions implemented in C "
        "corresponding\nto the intrinsic operators of Python.  For example, operator.add(x, y)\n"
        "is equivalent to the expression x+y.  The function names are those\nused for special "
        "methods; variants without leading and trailing\n'__' are also provided for convenience.",
    .functions = operator_functions,
    .fill = fill_operator,
};

// Weak references and proxies. The list of an object's references starts in a side table, keyed by
// the object's address; FLAG_HAS_WEAKREFS says that there is an entry.
//
// Order of a list, as CPython's: the plain reference without callback (shared by all who ask for
// one), the plain proxy, then the others, newest first; callbacks run in that order.
// Invariant: a reference with a referent is in the list of that referent, and in no other.
#include "runtime/model/weakref.h"

#include "runtime/containers/list.h"
#include "runtime/model/arithmetic.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/collector.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"
#include "runtime/model/tables.h"

#include <string.h>

#define WEAKREF(object) ((WeakrefObject *)(object))

// ---- The side table: open addressing, linear probing, at most half full -------------------------

typedef struct Entry {
    Object *object; // NULL: free
    WeakrefObject *first;
} Entry;
static struct {
    Entry *entries;
    size_t capacity; // power of two, or 0
    size_t count;
} table;

static size_t slot_of(const Object *object)
{
    return ((uintptr_t)object >> 4) * 0x9E3779B97F4A7C15u >> 20 & (table.capacity - 1);
}

static Entry *find_entry(const Object *object)
{
    size_t slot = slot_of(object);
    while (table.entries[slot].object && table.entries[slot].object != object)
        slot = (slot + 1) & (table.capacity - 1);
    return &table.entries[slot];
}

static int resize_table(size_t capacity)
{
    Entry *old = table.entries;
    size_t old_capacity = table.capacity;
    Entry *entries = memory_alloc(capacity * sizeof(Entry), MEMORY_RAW);
    if (!entries)
        return -1;
    // The allocation may have run an emergency collection, which may have removed entries.
    old = table.entries;
    old_capacity = table.capacity;
    memset(entries, 0, capacity * sizeof(Entry));
    table.entries = entries;
    table.capacity = capacity;
    for (size_t i = 0; i < old_capacity; i++)
        if (old[i].object)
            *find_entry(old[i].object) = old[i];
    memory_free(old, old_capacity * sizeof(Entry));
    return 0;
}

// Removes an entry and closes the gap in its run.
static void remove_entry(Entry *entry)
{
    size_t mask = table.capacity - 1, gap = (size_t)(entry - table.entries);
    entry->object->flags &= (uint16_t)~FLAG_HAS_WEAKREFS;
    table.count--;
    for (size_t i = (gap + 1) & mask; table.entries[i].object; i = (i + 1) & mask) {
        size_t home = slot_of(table.entries[i].object);
        if (((i - home) & mask) >= ((i - gap) & mask)) {
            table.entries[gap] = table.entries[i];
            gap = i;
        }
    }
    table.entries[gap] = (Entry){NULL, NULL};
}

static int reserve_entry(void)
{
    if (table.count * 2 < table.capacity)
        return 0;
    return resize_table(table.capacity ? table.capacity * 2 : 64);
}

void weakref_stop(void)
{
    memory_free(table.entries, table.capacity * sizeof(Entry));
    memset(&table, 0, sizeof table);
}

WeakrefObject *weakref_first_borrow(Object *referent)
{
    return referent->flags & FLAG_HAS_WEAKREFS ? find_entry(referent)->first : NULL;
}

// ---- Lists --------------------------------------------------------------------------------------

static bool is_plain(const WeakrefObject *self, bool is_proxy)
{
    if (!self || self->callback)
        return false;
    return is_proxy ? IS_EXACT(self, WEAKPROXY) || IS_EXACT(self, WEAKCALLABLEPROXY)
                    : IS_EXACT(self, WEAKREF);
}

// The shared reference and the shared proxy, or NULL.
static void find_plain(WeakrefObject *first, WeakrefObject **plain, WeakrefObject **proxy)
{
    *plain = *proxy = NULL;
    if (is_plain(first, false)) {
        *plain = first;
        first = first->next;
    }
    if (is_plain(first, true))
        *proxy = first;
}

// Room in the table was reserved. `previous` NULL: at the head.
static void insert(WeakrefObject *self, Object *referent, WeakrefObject *previous)
{
    if (!(referent->flags & FLAG_HAS_WEAKREFS)) {
        *find_entry(referent) = (Entry){referent, NULL};
        table.count++;
        referent->flags |= FLAG_HAS_WEAKREFS;
    }
    Entry *entry = find_entry(referent);
    self->referent = referent;
    self->previous = previous;
    self->next = previous ? previous->next : entry->first;
    if (self->next)
        self->next->previous = self;
    if (previous)
        previous->next = self;
    else
        entry->first = self;
}

// The reference is dead from now on. Its callback stays.
static void unlink_weakref(WeakrefObject *self)
{
    Object *referent = self->referent;
    if (!referent)
        return;
    if (self->next)
        self->next->previous = self->previous;
    if (self->previous) {
        self->previous->next = self->next;
    } else {
        Entry *entry = find_entry(referent);
        entry->first = self->next;
        if (!self->next)
            remove_entry(entry);
    }
    self->referent = NULL;
    self->next = self->previous = NULL;
}

static void weakref_dealloc(Object *self)
{
    unlink_weakref(WEAKREF(self));
    ref_clear(&WEAKREF(self)->callback);
    type_release(self, 0);
}

static int weakref_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(WEAKREF(self)->callback);
    return 0;
}

static int weakref_clear(Object *self)
{
    unlink_weakref(WEAKREF(self));
    ref_clear(&WEAKREF(self)->callback);
    return 0;
}

// ---- Making -------------------------------------------------------------------------------------

static WeakrefObject *make(TypeObject *type, Object *referent, Object *callback)
{
    if (!object_has(referent, TF_HAS_WEAKREF))
        return error_format(&exc_type_error, "cannot create weak reference to '%T' object",
                            referent);
    if (reserve_entry() < 0)
        return error_no_memory();
    Object *self = type_allocate(type, 0);
    if (!self)
        return NULL;
    WEAKREF(self)->hash = -1;
    WEAKREF(self)->callback = callback ? new_ref(callback) : NULL;
    gc_track(self);
    return WEAKREF(self);
}

Object *weakref_new(TypeObject *type, Object *referent, Object *callback_or_null)
{
    WeakrefObject *plain, *proxy;
    Object *callback = callback_or_null == object_none ? NULL : callback_or_null;
    bool is_shared = !callback && type == &type_weakref;
    find_plain(weakref_first_borrow(referent), &plain, &proxy);
    if (is_shared && plain)
        return new_ref(OBJECT(plain));
    WeakrefObject *self = make(type, referent, callback);
    if (!self)
        return NULL;
    // Making it may have collected: look again.
    find_plain(weakref_first_borrow(referent), &plain, &proxy);
    insert(self, referent, is_shared ? NULL : proxy ? proxy : plain);
    return OBJECT(self);
}

Object *weakref_proxy(Object *referent, Object *callback_or_null)
{
    WeakrefObject *plain, *proxy;
    Object *callback = callback_or_null == object_none ? NULL : callback_or_null;
    TypeObject *type = object_is_callable(referent) ? &type_weakcallableproxy : &type_weakproxy;
    find_plain(weakref_first_borrow(referent), &plain, &proxy);
    if (!callback && proxy)
        return new_ref(OBJECT(proxy));
    WeakrefObject *self = make(type, referent, callback);
    if (!self)
        return NULL;
    find_plain(weakref_first_borrow(referent), &plain, &proxy);
    insert(self, referent, callback && proxy ? proxy : plain);
    return OBJECT(self);
}

Object *weakref_get(Object *weakref)
{
    Object *referent = WEAKREF(weakref)->referent;
    if (!referent || referent->refcount == 0) // 0: it waits to be freed
        return NULL;
    return new_ref(referent);
}

size_t weakref_count(Object *referent)
{
    size_t count = 0;
    for (WeakrefObject *each = weakref_first_borrow(referent); each; each = each->next)
        count++;
    return count;
}

Object *weakref_list(Object *referent)
{
    Object *list = list_new(0);
    for (WeakrefObject *each = list ? weakref_first_borrow(referent) : NULL; each;
         each = each->next)
        if (list_append(list, OBJECT(each)) < 0) {
            decref(list);
            return NULL;
        }
    return list;
}

// ---- Death of the referent ----------------------------------------------------------------------

// References that have to call back, held, linked through `next`. First in, first out.
typedef struct Queue {
    WeakrefObject *first, *last;
} Queue;
static Queue collector_queue;

static void push(Queue *queue, WeakrefObject *self)
{
    incref(OBJECT(self));
    self->next = NULL;
    if (queue->last)
        queue->last->next = self;
    else
        queue->first = self;
    queue->last = self;
}

static bool run_queue(Queue *queue)
{
    bool has_run = queue->first != NULL;
    if (!has_run)
        return false;
    Object *exception = error_take();
    while (queue->first) {
        WeakrefObject *self = queue->first;
        queue->first = self->next;
        if (!queue->first)
            queue->last = NULL;
        self->next = NULL;
        Object *callback = self->callback;
        self->callback = NULL;
        if (callback) {
            bool is_late = state.is_finalizing && !state.builtins; // the interpreter is gone
            Object *result = is_late ? object_none : call_one(callback, OBJECT(self));
            if (result)
                decref(result);
            else
                error_write_unraisable(callback, NULL);
            decref(callback);
        }
        decref(OBJECT(self));
    }
    error_restore_steal(exception);
    return true;
}

// Kills all references to the object; those with a callback go to the queue, unless they are trash
// of the running collection or dead themselves.
static void kill_all(Object *referent, Queue *queue)
{
    WeakrefObject *each = weakref_first_borrow(referent);
    if (!each)
        return;
    remove_entry(find_entry(referent));
    while (each) {
        WeakrefObject *next = each->next;
        each->referent = NULL;
        each->next = each->previous = NULL;
        if (each->callback && each->header.refcount != 0 && !(each->header.flags & FLAG_IN))
            push(queue, each);
        each = next;
    }
}

void weakref_clear_object(Object *referent)
{
    Queue queue = {NULL, NULL};
    kill_all(referent, &queue);
    run_queue(&queue);
}

void weakref_clear_trash(Object *referent)
{
    kill_all(referent, &collector_queue);
}

bool weakref_run_trash_callbacks(void)
{
    Queue queue = collector_queue;
    collector_queue = (Queue){NULL, NULL};
    return run_queue(&queue);
}

void weakref_kill(Object *weakref)
{
    unlink_weakref(WEAKREF(weakref));
}

bool weakref_has_callbacks(Object *referent)
{
    for (WeakrefObject *each = weakref_first_borrow(referent); each; each = each->next)
        if (each->callback)
            return true;
    return false;
}

// ---- weakref.ref --------------------------------------------------------------------------------

static Object *ref_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)kwnames; // ref_init looks at them
    if (args_check_count("__new__", nargs, 1, 2) < 0)
        return NULL;
    return weakref_new(type, args[0], nargs == 2 ? args[1] : NULL);
}

static int ref_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)self, (void)args;
    if (args_no_keywords("ref", kwnames) < 0)
        return -1;
    return args_check_count("__init__", nargs, 1, 2);
}

static Object *ref_call(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args;
    if (args_no_keywords("weakref", kwnames) < 0 || args_check_count("weakref", nargs, 0, 0) < 0)
        return NULL;
    Object *referent = weakref_get(self);
    return referent ? referent : object_none;
}

static Object *ref_repr(Object *self)
{
    Object *referent = weakref_get(self), *result = NULL;
    if (!referent)
        return str_format("<weakref at %p; dead>", self);
    Object *name = object_get_attribute_optional(referent, NAME(name));
    if (name && IS_STR(name))
        result = str_format("<weakref at %p; to '%T' at %p (%U)>", self, referent,
                            referent, name);
    else if (name || !error_occurred())
        result = str_format("<weakref at %p; to '%T' at %p>", self, referent,
                            referent);
    xdecref(name);
    decref(referent);
    return result;
}

static int64_t ref_hash(Object *self)
{
    if (WEAKREF(self)->hash != -1)
        return WEAKREF(self)->hash;
    Object *referent = weakref_get(self);
    if (!referent) {
        error_text(&exc_type_error, "weak object has gone away");
        return -1;
    }
    int64_t hash = object_hash(referent);
    decref(referent);
    WEAKREF(self)->hash = hash;
    return hash;
}

static Object *ref_compare(Object *self, Object *other, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) ||
        !type_is_subtype(type_of(other), &type_weakref))
        return_not_implemented;
    Object *a = weakref_get(self), *b = weakref_get(other), *result;
    if (a && b)
        result = object_compare(a, b, op);
    else
        result = object_from_bool((self == other) == (op == COMPARE_EQ));
    xdecref(a);
    xdecref(b);
    return result;
}

static Object *ref_method_class_getitem(Object *class, Object *key)
{
    return call_two(OBJECT(&type_generic_alias), class, key);
}

static const MethodDef ref_methods[] = {
    {"__class_getitem__", ref_method_class_getitem, METHOD_O | METHOD_CLASS, "See PEP 585"},
    {NULL, NULL, 0, NULL},
};
static const MemberDef ref_members[] = {
    {"__callback__", MEMBER_OBJECT, offsetof(WeakrefObject, callback), true, NULL},
    {NULL, 0, 0, false, NULL},
};

TypeObject type_weakref = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "ReferenceType",
    .module_name = "weakref",
    .flags = TF_BASE | TF_TRACKED,
    .index = TYPE_WEAKREF,
    .basic_size = sizeof(WeakrefObject),
    .base = &type_object,
    .methods = ref_methods,
    .members = ref_members,
    .dealloc = weakref_dealloc,
    .traverse = weakref_traverse,
    .clear = weakref_clear,
    .make = ref_make,
    .init = ref_init,
    .call = ref_call,
    .repr = ref_repr,
    .hash = ref_hash,
    .compare = ref_compare,
};

// ---- Proxies: each slot looks at the referent instead -------------------------------------------

static bool is_proxy_object(const Object *object)
{
    return IS_EXACT(object, WEAKPROXY) || IS_EXACT(object, WEAKCALLABLEPROXY);
}

// New reference to what a proxy stands for, or to the object itself; NULL with ReferenceError.
static Object *unwrap(Object *object)
{
    if (!is_proxy_object(object))
        return new_ref(object);
    Object *referent = weakref_get(object);
    if (!referent)
        error_text(&exc_reference_error, "weakly-referenced object no longer exists");
    return referent;
}

#define UNWRAPPED(result_type, failure, self, expression)   \
    Object *object = unwrap(self);                          \
    if (!object)                                            \
        return failure;                                     \
    result_type result = (expression);                      \
    decref(object);                                         \
    return result

static Object *apply_binary(BinaryOp op, Object *left, Object *right,
                            Object *(*apply)(BinaryOp, Object *, Object *))
{
    Object *a = unwrap(left), *b = a ? unwrap(right) : NULL, *result = NULL;
    if (b)
        result = apply(op, a, b);
    xdecref(a);
    xdecref(b);
    return result;
}

#define PROXY_BINARY(OP)                                                    \
    static Object *proxy_binary_##OP(Object *left, Object *right)           \
    {                                                                       \
        return apply_binary(BINARY_##OP, left, right, object_binary);       \
    }
#define PROXY_INPLACE(OP)                                                   \
    static Object *proxy_inplace_##OP(Object *left, Object *right)          \
    {                                                                       \
        return apply_binary(BINARY_##OP, left, right, object_inplace);      \
    }
#define PROXY_UNARY(OP)                                                     \
    static Object *proxy_unary_##OP(Object *self)                           \
    {                                                                       \
        UNWRAPPED(Object *, NULL, self, object_unary(UNARY_##OP, object));  \
    }
#define EACH_ARITHMETIC(X)                                                                     \
    X(ADD) X(SUBTRACT) X(MULTIPLY) X(TRUE_DIVIDE) X(FLOOR_DIVIDE) X(REMAINDER) X(POWER)        \
    X(LSHIFT) X(RSHIFT) X(AND) X(OR) X(XOR) X(MATMUL)
EACH_ARITHMETIC(PROXY_BINARY)
PROXY_BINARY(DIVMOD)
EACH_ARITHMETIC(PROXY_INPLACE)
PROXY_UNARY(NEGATIVE)
PROXY_UNARY(POSITIVE)
PROXY_UNARY(INVERT)
PROXY_UNARY(ABSOLUTE)

static Object *proxy_power3(Object *base, Object *exponent, Object *modulus)
{
    Object *a = unwrap(base), *b = a ? unwrap(exponent) : NULL, *c = b ? unwrap(modulus) : NULL;
    Object *result = c ? object_power(a, b, c) : NULL;
    xdecref(a);
    xdecref(b);
    xdecref(c);
    return result;
}

static Object *proxy_repr(Object *self)
{
    Object *referent = WEAKREF(self)->referent;
    return str_format("<weakproxy at %p to %s at %p>", self,
                      referent ? type_of(referent)->name : "NoneType",
                      referent ? referent : object_none);
}

static Object *proxy_str(Object *self)
{
    UNWRAPPED(Object *, NULL, self, object_str(object));
}

static int proxy_truth(Object *self)
{
    UNWRAPPED(int, -1, self, object_is_true(object));
}

static Object *proxy_to_int(Object *self)
{
    UNWRAPPED(Object *, NULL, self, object_to_int(object));
}

static Object *proxy_to_float(Object *self)
{
    UNWRAPPED(Object *, NULL, self, object_to_float(object));
}

static Object *proxy_to_index(Object *self)
{
    UNWRAPPED(Object *, NULL, self, object_to_index(object));
}

static int64_t proxy_length(Object *self)
{
    UNWRAPPED(int64_t, -1, self, object_length(object));
}

static Object *proxy_subscript(Object *self, Object *key)
{
    Object *real_key = unwrap(key);
    if (!real_key)
        return NULL;
    Object *object = unwrap(self);
    Object *result = object ? object_subscript(object, real_key) : NULL;
    xdecref(object);
    decref(real_key);
    return result;
}

static int proxy_set_subscript(Object *self, Object *key, Object *value_or_null)
{
    UNWRAPPED(int, -1, self,
              value_or_null ? object_set_subscript(object, key, value_or_null)
                            : object_delete_subscript(object, key));
}

static int proxy_contains(Object *self, Object *value)
{
    UNWRAPPED(int, -1, self, object_contains(object, value));
}

static Object *proxy_iterate(Object *self)
{
    UNWRAPPED(Object *, NULL, self, object_iterate(object));
}

static Object *step_iterator(Object *object)
{
    if (!object_is_iterator(object))
        return error_format(&exc_type_error,
                            "Weakref proxy referenced a non-iterator '%.200T' object",
                            object);
    return type_of(object)->next(object);
}

static Object *proxy_next(Object *self)
{
    UNWRAPPED(Object *, NULL, self, step_iterator(object));
}

static Object *proxy_get_attribute(Object *self, Object *name)
{
    UNWRAPPED(Object *, NULL, self, object_get_attribute(object, name));
}

static int proxy_set_attribute(Object *self, Object *name, Object *value_or_null)
{
    UNWRAPPED(int, -1, self,
              value_or_null ? object_set_attribute(object, name, value_or_null)
                            : object_delete_attribute(object, name));
}

static Object *proxy_compare(Object *self, Object *other, CompareOp op)
{
    Object *a = unwrap(self), *b = a ? unwrap(other) : NULL;
    Object *result = b ? object_compare(a, b, op) : NULL;
    xdecref(a);
    xdecref(b);
    return result;
}

static Object *proxy_call(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    UNWRAPPED(Object *, NULL, self, call_object(object, args, nargs, kwnames));
}

static Object *call_named(Object *self, const char *name)
{
    Object *key = str_from_text(name);
    if (!key)
        return NULL;
    Object *object = unwrap(self);
    Object *result = object ? call_method_none(object, key) : NULL;
    xdecref(object);
    decref(key);
    return result;
}

static Object *proxy_method_bytes(Object *self)
{
    return call_named(self, "__bytes__");
}

static Object *proxy_method_reversed(Object *self)
{
    return call_named(self, "__reversed__");
}

static const MethodDef proxy_methods[] = {
    {"__bytes__", proxy_method_bytes, METHOD_NOARGS, NULL},
    {"__reversed__", proxy_method_reversed, METHOD_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

#define BINARY_ENTRY(OP) [BINARY_##OP] = proxy_binary_##OP,
#define INPLACE_ENTRY(OP) [BINARY_##OP] = proxy_inplace_##OP,
#define PROXY_TYPE(symbol, NAME_, text, method_list, call_slot)                             \
    TypeObject symbol = {                                                                   \
        .header = OBJECT_HEADER_STATIC(TYPE_TYPE),                                          \
        .name = text,                                                                       \
        .module_name = "weakref",                                                           \
        .flags = TF_TRACKED | TF_NO_INSTANTIATION,                                          \
        .index = TYPE_##NAME_,                                                              \
        .basic_size = sizeof(WeakrefObject),                                                \
        .base = &type_object,                                                               \
        .methods = method_list,                                                             \
        .dealloc = weakref_dealloc,                                                         \
        .traverse = weakref_traverse,                                                       \
        .clear = weakref_clear,                                                             \
        .call = call_slot,                                                                  \
        .repr = proxy_repr,                                                                 \
        .str = proxy_str,                                                                   \
        .hash = hash_not_implemented,                                                       \
        .compare = proxy_compare,                                                           \
        .get_attribute = proxy_get_attribute,                                               \
        .set_attribute = proxy_set_attribute,                                               \
        .iterate = proxy_iterate,                                                           \
        .next = proxy_next,                                                                 \
        .binary = {EACH_ARITHMETIC(BINARY_ENTRY)[BINARY_DIVMOD] = proxy_binary_DIVMOD},     \
        .inplace = {EACH_ARITHMETIC(INPLACE_ENTRY)},                                        \
        .power3 = proxy_power3,                                                             \
        .unary = {[UNARY_NEGATIVE] = proxy_unary_NEGATIVE,                                  \
                  [UNARY_POSITIVE] = proxy_unary_POSITIVE,                                  \
                  [UNARY_INVERT] = proxy_unary_INVERT,                                      \
                  [UNARY_ABSOLUTE] = proxy_unary_ABSOLUTE},                                 \
        .truth = proxy_truth,                                                               \
        .to_int = proxy_to_int,                                                             \
        .to_float = proxy_to_float,                                                         \
        .to_index = proxy_to_index,                                                         \
        .length = proxy_length,                                                             \
        .subscript = proxy_subscript,                                                       \
        .set_subscript = proxy_set_subscript,                                               \
        .contains = proxy_contains,                                                         \
    };
PROXY_TYPE(type_weakproxy, WEAKPROXY, "ProxyType", proxy_methods, NULL)
PROXY_TYPE(type_weakcallableproxy, WEAKCALLABLEPROXY, "CallableProxyType", NULL, proxy_call)

void weakref_visit_blocks(BlockVisitor visit, void *context)
{
    if (table.entries)
        visit(table.entries, table.capacity * sizeof *table.entries, context);
}

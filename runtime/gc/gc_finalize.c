// What is done with garbage, in CPython's order: weak references first (so that no callback sees an
// object that is half taken apart), then finalizers (PEP 442: once each), then, after gc.c looked
// for resurrection, the clear that breaks the cycles. Trash is what carries FLAG_IN.
#include "runtime/gc/run.h"

// Instances of weakref.ref, of its subclasses, and proxies.
static bool is_weakref(const Object *object)
{
    switch (object->type_index) {
    case TYPE_WEAKREF:
    case TYPE_WEAKPROXY:
    case TYPE_WEAKCALLABLEPROXY: return true;
    default: break;
    }
    if (object->type_index < TYPE_BUILTIN_COUNT || object->flags & FLAG_HAS_SHAPE)
        return false;
    for (const TypeObject *type = type_of(object)->base; type; type = type->base)
        if (type == &type_weakref)
            return true;
    return false;
}

typedef struct Order {
    Object **objects;
    size_t count;
} Order;

static int order_one(Object *object, void *order)
{
    if ((object->flags & (FLAG_IN | FLAG_REACHED)) == FLAG_IN) {
        object->flags |= FLAG_REACHED;
        ((Order *)order)->objects[((Order *)order)->count++] = object;
    }
    return 0;
}

// Lists the trash in the order in which gc_run.first reaches it, breadth first; what it does not reach
// follows as it was. Nothing happens if it is no trash itself, or without memory.
void gc_order_trash(void)
{
    size_t count = gc_run.trash_listed, position = 0;
    while (position < count && gc_run.trash[position] != gc_run.first)
        position++;
    if (position == count)
        return;
    Order order = {memory_alloc(count * sizeof(Object *), MEMORY_RAW), 0};
    if (!order.objects)
        return;
    order_one(gc_run.trash[position], &order);
    for (position = 0; position < order.count; position++)
        type_of(order.objects[position])->traverse(order.objects[position], order_one, &order);
    for (position = 0; position < count; position++)
        order_one(gc_run.trash[position], &order);
    ASSERT(order.count == count);
    for (position = 0; position < count; position++) {
        gc_run.trash[position] = order.objects[position];
        order.objects[position]->flags &= (uint16_t)~FLAG_REACHED;
    }
    memory_free(order.objects, count * sizeof(Object *));
}

bool gc_may_be_weakref(const Object *object)
{
    return (object->type_index >= TYPE_BUILTIN_COUNT && !(object->flags & FLAG_HAS_SHAPE)) ||
           is_weakref(object);
}

static void clear_weakrefs_of(Object *object)
{
    // References that are trash themselves never call back.
    if (is_weakref(object))
        gc_hooks.weakref_kill(object);
    if (object->flags & FLAG_HAS_WEAKREFS)
        gc_hooks.weakrefs_clear(object);
}

// After it no weak reference leads to trash, and the callbacks of reachable ones have run.
void gc_handle_weakrefs(void)
{
    if (!gc_hooks.weakrefs_clear || !gc_run.has_weakrefs)
        return;
    gc_each_trash(clear_weakrefs_of);
    if (!gc_run.is_emergency && gc_hooks.weakrefs_run_queue())
        gc_run.has_run_code = true;
}

static void finalize_one(Object *object)
{
    void (*finalize)(Object *) = type_of(object)->finalize;
    if (!finalize || object->flags & FLAG_FINALIZED)
        return;
    object->flags |= FLAG_FINALIZED;
    gc_run.has_run_code = true;
    incref(object);
    finalize(object);
    decref(object);
}

// After it every trash object with a finalizer carries FINALIZED. Trash may have become reachable.
void gc_run_finalizers(void)
{
    if (gc_run.has_finalizers)
        gc_each_trash(finalize_one);
}

// Breaks the cycles that an object is part of. Whether it is sure to be gone.
static bool clear_one(Object *object)
{
    if (gc.debug & GC_DEBUG_SAVEALL && !gc_run.is_emergency) {
        gc_hooks.keep_garbage(object);
        return false;
    }
    int (*clear)(Object *) = type_of(object)->clear;
    if (!clear)
        return false;
    incref(object);
    if (clear(object) < 0 && gc_hooks.error_in_clear)
        gc_hooks.error_in_clear(object);
    bool is_last = object->refcount == 1;
    decref(object);
    return is_last;
}

static void clear_in_heap(Object *object)
{
    clear_one(object);
}

static void release_one(Object *object)
{
    object->flags &= (uint16_t)~FLAG_IN;
}

// After it the cycles are broken and no object carries IN; what is still alive is held by a
// reference that some clear or dealloc made (it stays in its new generation).
void gc_clear_trash(void)
{
    if (gc_run.has_trash_list) { // only what is not gone at once is looked at again
        size_t kept = 0;
        for (size_t i = 0; i < gc_run.trash_listed; i++) {
            Object *object = gc_run.trash[i];
            if (young_is_readable(object) && object->flags & FLAG_IN && !clear_one(object))
                gc_run.trash[kept++] = object;
        }
        gc_run.trash_listed = kept;
    } else {
        gc_each_trash(clear_in_heap);
    }
    gc_each_trash(release_one);
}

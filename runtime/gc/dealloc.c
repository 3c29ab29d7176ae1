// The end of an object, and of long chains of them. A container's dealloc releases its items, which
// may be containers again: beyond DEPTH_LIMIT nested deallocs the object is put aside and freed by
// the outermost dealloc (CPython's trashcan, with its limit and its order: newest first).
// Invariant: an object in the queue has count 0, is untracked, and its own words are untouched.
#include "runtime/gc/dealloc.h"

#include <string.h>

#include "runtime/gc/gc.h"

#define DEPTH_LIMIT 50     // CPython's PyTrash_UNWIND_LEVEL
#define QUEUE_RESERVE 64
#define QUEUE_KEEP 4096    // entries that stay allocated when the queue is empty
// Depth that is allowed when the queue cannot grow: about 1.5 MiB of C stack.
#define DEPTH_LIMIT_STARVED 8000

static struct {
    uint32_t depth;
    Object **items;
    size_t count, capacity;
    Object *reserve[QUEUE_RESERVE];
} queue = {.items = queue.reserve, .capacity = QUEUE_RESERVE};

void object_dealloc(Object *object)
{
    switch (object->type_index) {
    case TYPE_INT:
    case TYPE_FLOAT: // 16 bytes, nothing behind
        memory_free(object, 16);
        return;
    default: break;
    }
    ASSERT(object->refcount == 0);
    object->flags &= (uint16_t)~(FLAG_TRACKED | FLAG_IN); // dead: no collection sees it any more
    TypeObject *type = type_of(object);
    // Script classes do this in their own dealloc (behind dealloc_enter, finalizer first).
    if (unlikely(object->flags & FLAG_HAS_WEAKREFS) && !type_has(type, TF_HEAP))
        gc_hooks.weakrefs_of_dead(object);
    type->dealloc(object);
}

static bool grow_queue(void)
{
    size_t byte_size = queue.capacity * sizeof(Object *);
    Object **items = memory_alloc(byte_size * 2, MEMORY_RAW);
    if (!items)
        return false;
    memcpy(items, queue.items, byte_size);
    if (queue.items != queue.reserve)
        memory_free(queue.items, byte_size);
    queue.items = items;
    queue.capacity *= 2;
    return true;
}

bool dealloc_enter(Object *object)
{
    if (likely(queue.depth < DEPTH_LIMIT)) {
        queue.depth++;
        return true;
    }
    if (queue.count == queue.capacity && !grow_queue()) {
        // No memory for the queue: go deeper while the C stack lasts. At the very end the object is
        // given up: a leak is better than a crash, and it takes an exhausted limit to get here.
        if (queue.depth >= DEPTH_LIMIT_STARVED)
            return false;
        queue.depth++;
        return true;
    }
    queue.items[queue.count++] = object;
    return false;
}

static void drain_queue(void)
{
    while (queue.count) {
        Object *object = queue.items[--queue.count];
        ASSERT(object->refcount == 0);
        queue.depth++;
        type_of(object)->dealloc(object);
        queue.depth--;
    }
    if (queue.capacity > QUEUE_KEEP) {
        memory_free(queue.items, queue.capacity * sizeof(Object *));
        queue.items = queue.reserve;
        queue.capacity = QUEUE_RESERVE;
    }
}

void dealloc_leave(void)
{
    ASSERT(queue.depth > 0);
    queue.depth--;
    if (unlikely(queue.count) && queue.depth == 0)
        drain_queue();
}

void dealloc_stop(void)
{
    if (queue.items != queue.reserve)
        memory_free(queue.items, queue.capacity * sizeof(Object *));
    queue.items = queue.reserve;
    queue.capacity = QUEUE_RESERVE;
}

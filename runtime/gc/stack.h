// A stack of objects in raw memory behind a small reserve. For this folder.
#ifndef ADDER_RUNTIME_GC_STACK_H
#define ADDER_RUNTIME_GC_STACK_H

#include <string.h>

#include "runtime/memory/memory.h"
#include "runtime/object.h"

#define GC_STACK_RESERVE 512
typedef struct GcStack {
    Object **items;
    size_t count, capacity;
    Object *reserve[GC_STACK_RESERVE];
} GcStack;

static inline void gc_stack_start(GcStack *stack)
{
    stack->items = stack->reserve;
    stack->capacity = GC_STACK_RESERVE;
    stack->count = 0;
}

static inline void gc_stack_stop(GcStack *stack)
{
    if (stack->items != stack->reserve)
        memory_free(stack->items, stack->capacity * sizeof(Object *));
    gc_stack_start(stack);
}

static __attribute__((noinline, cold, unused)) bool gc_stack_grow(GcStack *stack)
{
    size_t byte_size = stack->capacity * sizeof(Object *);
    Object **items = memory_alloc(byte_size * 2, MEMORY_RAW);
    if (!items)
        return false;
    memcpy(items, stack->items, byte_size);
    if (stack->items != stack->reserve)
        memory_free(stack->items, byte_size);
    stack->items = items;
    stack->capacity *= 2;
    return true;
}

// False: no memory, nothing changed.
static inline __attribute__((always_inline)) bool gc_stack_push(GcStack *stack, Object *object)
{
    if (unlikely(stack->count == stack->capacity) && !gc_stack_grow(stack))
        return false;
    stack->items[stack->count++] = object;
    return true;
}

#endif

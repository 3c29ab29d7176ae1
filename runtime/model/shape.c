// Shapes: trees of "which attribute lies in which slot", one tree a class.
//
// Invariants: shape->parent has the same slots but the last; a class's shapes are linked through
// `next` from its root; the memory of a dead shape that an inline cache may still compare with is
// reused only after a sweep (shape_reap). Names are interned, so a search compares pointers.
// Read shape_find and shape_add_borrow first.
#include "runtime/model/shape.h"

#include <string.h>

#include "runtime/base/bits.h"
#include "runtime/memory/memory.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/tables.h"

#define LINEAR_LIMIT 8u        // attributes that a linear search compares
#define DEAD_SHAPE_LIMIT 1024u // dead shapes that may wait before a sweep is worth its price

static struct {
    uint32_t last_id;
    Shape *dead; // compared with by inline caches, perhaps
    uint32_t dead_count;
} shapes;

static size_t name_table_size(const Shape *shape)
{
    return shape->slot_count * sizeof(Object *);
}

// ---- Search -------------------------------------------------------------------------------------

static uint32_t hash_name(const Object *name)
{
    uint64_t word = (uint64_t)(uintptr_t)name >> 4;
    return (uint32_t)(word ^ word >> 7);
}

// Fills `names`, and `table` for large shapes. Without memory it stays undone: searches walk parents.
static bool build_index(Shape *shape)
{
    Object **list = memory_alloc(name_table_size(shape), MEMORY_RAW);
    if (!list)
        return false;
    memset(list, 0, name_table_size(shape));
    for (const Shape *s = shape; s->parent; s = s->parent)
        list[s->slot_count - 1] = s->name;
    uint32_t count = (uint32_t)(shape->slot_count - shape->fixed_count);
    if (count > LINEAR_LIMIT) {
        uint32_t size = (uint32_t)power_of_two_ceil(count * 2);
        uint32_t *table = memory_alloc(size * sizeof *table, MEMORY_RAW);
        if (!table) {
            memory_free(list, name_table_size(shape));
            return false;
        }
        memset(table, 0, size * sizeof *table); // 0: empty; else slot + 1
        for (uint32_t slot = shape->fixed_count; slot < shape->slot_count; slot++) {
            uint32_t i = hash_name(list[slot]) & (size - 1);
            while (table[i])
                i = (i + 1) & (size - 1);
            table[i] = slot + 1;
        }
        shape->table = table;
        shape->table_mask = size - 1;
    }
    shape->names = list;
    return true;
}

static int find_in_parents(const Shape *shape, const Object *name)
{
    for (; shape->parent; shape = shape->parent)
        if (shape->name == name)
            return shape->slot_count - 1;
    return -1;
}

// Bit of a name in Shape.name_filter, from its address (interned: one object a name).
static inline uint64_t filter_bit(const Object *name)
{
    uintptr_t address = (uintptr_t)name >> 4;
    return (uint64_t)1 << ((address ^ address >> 6) & 63);
}

int shape_find(const Shape *shape, const Object *name)
{
    if (!(shape->name_filter & filter_bit(name)))
        return -1;
    if (unlikely(!shape->names) && !build_index((Shape *)(uintptr_t)shape))
        return find_in_parents(shape, name);
    Object *const *list = shape->names;
    if (!shape->table) {
        for (int i = shape->fixed_count; i < shape->slot_count; i++)
            if (list[i] == name)
                return i;
        return -1;
    }
    for (uint32_t i = hash_name(name) & shape->table_mask; shape->table[i]; i = (i + 1) & shape->table_mask) {
        int slot = (int)shape->table[i] - 1;
        if (list[slot] == name)
            return slot;
    }
    return -1;
}

// ---- Growth -------------------------------------------------------------------------------------

static Shape *new_shape(TypeObject *type)
{
    Shape *shape = memory_alloc(sizeof *shape, MEMORY_RAW);
    if (!shape || shapes.last_id == UINT32_MAX) {
        memory_free(shape, sizeof *shape);
        return error_no_memory();
    }
    *shape = (Shape){.type = type, .id = ++shapes.last_id};
    if (type->root_shape) {
        shape->next = type->root_shape->next;
        type->root_shape->next = shape;
    }
    type->shape_count++;
    return shape;
}

Shape *shape_new_root(TypeObject *type)
{
    return new_shape(type);
}

Shape *shape_dict_mode_borrow(TypeObject *type)
{
    Shape *root = type->root_shape;
    if (!root->dict_mode) {
        Shape *shape = new_shape(type);
        if (!shape)
            return NULL;
        shape->fixed_count = root->fixed_count;
        shape->slot_count = (uint16_t)(root->fixed_count + 1);
        shape->is_dict_mode = true;
        root->dict_mode = shape;
    }
    return root->dict_mode;
}

static int add_transition(Shape *shape, Shape *child)
{
    if (shape->transition_count == shape->transition_capacity) {
        uint32_t capacity = shape->transition_capacity ? shape->transition_capacity * 2 : 2;
        Shape **grown = memory_realloc(shape->transitions, shape->transition_capacity * sizeof *grown,
                                       capacity * sizeof *grown);
        if (!grown) {
            error_no_memory();
            return -1;
        }
        shape->transitions = grown;
        shape->transition_capacity = capacity;
    }
    shape->transitions[shape->transition_count++] = child;
    return 0;
}

Shape *shape_add_borrow(Shape *shape, Object *name)
{
    ASSERT(!shape->is_dict_mode);
    for (uint32_t i = 0; i < shape->transition_count; i++)
        if (shape->transitions[i]->name == name)
            return shape->transitions[i];
    TypeObject *type = shape->type;
    if (shape->slot_count - shape->fixed_count >= SHAPE_SLOT_LIMIT || type->shape_count >= SHAPE_COUNT_LIMIT)
        return shape_dict_mode_borrow(type);
    Shape *child = new_shape(type);
    if (!child)
        return NULL;
    // A failure below leaves `child` unreachable in the class's list; it dies with the class.
    if (add_transition(shape, child) < 0)
        return NULL;
    child->parent = shape;
    child->name = new_ref(name);
    child->slot_count = (uint16_t)(shape->slot_count + 1);
    child->fixed_count = shape->fixed_count;
    child->name_filter = shape->name_filter | filter_bit(name);
    return child;
}

// ---- End ----------------------------------------------------------------------------------------

static void free_shape_contents(Shape *shape)
{
    if (shape->table)
        memory_free(shape->table, (shape->table_mask + 1) * sizeof *shape->table);
    if (shape->names)
        memory_free(shape->names, name_table_size(shape));
    if (shape->transitions)
        memory_free(shape->transitions, shape->transition_capacity * sizeof *shape->transitions);
    xdecref(shape->name); // a str: runs no script code
    *shape = (Shape){.id = shape->id};
}

void shape_free_all(TypeObject *type)
{
    bool may_be_cached = type_has(type, TF_CACHED);
    Shape *next = type->root_shape;
    type->root_shape = NULL;
    for (Shape *shape = next; shape; shape = next) {
        next = shape->next;
        free_shape_contents(shape);
        if (may_be_cached) {
            shape->next = shapes.dead;
            shapes.dead = shape;
            shapes.dead_count++;
        } else {
            memory_free(shape, sizeof *shape);
        }
    }
    if (shapes.dead_count > DEAD_SHAPE_LIMIT)
        type_sweep_caches();
}

void shape_reap(void)
{
    while (shapes.dead) {
        Shape *shape = shapes.dead;
        shapes.dead = shape->next;
        memory_free(shape, sizeof *shape);
    }
    shapes.dead_count = 0;
}

void shape_visit_blocks(const TypeObject *type, BlockVisitor visit, void *context)
{
    for (const Shape *shape = type->root_shape; shape; shape = shape->next) {
        visit(shape, sizeof *shape, context);
        if (shape->table)
            visit(shape->table, (shape->table_mask + 1) * sizeof *shape->table, context);
        if (shape->names)
            visit(shape->names, name_table_size(shape), context);
        if (shape->transitions)
            visit(shape->transitions, shape->transition_capacity * sizeof *shape->transitions, context);
    }
}

void shape_visit_dead(BlockVisitor visit, void *context)
{
    for (const Shape *shape = shapes.dead; shape; shape = shape->next)
        visit(shape, sizeof *shape, context);
}

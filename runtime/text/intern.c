// The intern table: open addressing, linear probing, at most half full; holds no counts.
//
// A str in the table has FLAG_STR_INTERNED; when it dies, str_dealloc calls intern_forget, which
// closes the gap by shifting later entries back, so there are no tombstones. The empty str and the
// Latin-1 characters are static, born with the flag and never in the table: every way in maps
// equal text to them first. Read find_slot first.
#include "runtime/text/intern.h"

#include <string.h>

#include "runtime/base/hash.h"
#include "runtime/base/utf8.h"
#include "runtime/memory/memory.h"
#include "runtime/model/error.h"
#include "runtime/text/str.h"
#include "runtime/model/tables.h"

enum { FIRST_CAPACITY = 2048 }; // names.def and the builtins fit without growing

static struct {
    StrObject **slots;
    size_t mask;  // capacity - 1
    size_t count; // 2 * count <= capacity
} table;

// Slot of the str with these characters, or the free slot where it belongs.
static StrObject **find_slot(int64_t hash, const void *data, size_t length, int kind)
{
    size_t index = (size_t)hash & table.mask;
    for (;; index = (index + 1) & table.mask) {
        StrObject *str = table.slots[index];
        if (!str || (str->hash == hash && str->length == length && str_kind(OBJECT(str)) == kind &&
                     memcmp(str->data, data, length << kind) == 0))
            return &table.slots[index];
    }
}

static int grow(size_t capacity)
{
    StrObject **old = table.slots;
    size_t old_capacity = old ? table.mask + 1 : 0;
    StrObject **slots = memory_alloc(capacity * sizeof *slots, MEMORY_RAW);
    if (!slots)
        return -1;
    memset(slots, 0, capacity * sizeof *slots);
    // The allocation may have released strs: read the old table only now.
    for (size_t i = 0; i < old_capacity; i++) {
        if (!old[i])
            continue;
        size_t index = (size_t)old[i]->hash & (capacity - 1);
        while (slots[index])
            index = (index + 1) & (capacity - 1);
        slots[index] = old[i];
    }
    memory_free(old, old_capacity * sizeof *old);
    table.slots = slots;
    table.mask = capacity - 1;
    return 0;
}

static int make_room(void)
{
    if (unlikely(!table.slots))
        return grow(FIRST_CAPACITY);
    if (unlikely((table.count + 1) * 2 > table.mask + 1))
        return grow((table.mask + 1) * 2);
    return 0;
}

static void insert(StrObject **slot, Object *str)
{
    *slot = STR(str);
    str->flags |= FLAG_STR_INTERNED;
    table.count++;
}

Object *intern_utf8(const char *text, size_t byte_size)
{
    if (byte_size == 0)
        return OBJECT(str_empty);
    if (utf8_ascii_prefix(text, byte_size) != byte_size) {
        Object *str = str_from_utf8(text, byte_size);
        if (str)
            intern_in_place(&str);
        return str;
    }
    if (byte_size == 1)
        return str_latin1_char((uint8_t)*text);
    int64_t hash = hash_bytes(text, byte_size);
    if (table.slots) {
        StrObject *found = *find_slot(hash, text, byte_size, 0);
        if (found)
            return new_ref(OBJECT(found));
    }
    Object *str = str_from_latin1((const uint8_t *)text, byte_size);
    if (!str || make_room() < 0)
        return str;
    STR(str)->hash = hash;
    insert(find_slot(hash, text, byte_size, 0), str);
    return str;
}

Object *intern_text(const char *text)
{
    return intern_utf8(text, strlen(text));
}

void intern_in_place(Object **str)
{
    StrObject *self = STR(*str);
    if (str_is_interned(*str))
        return;
    ASSERT(IS_EXACT(self, STR));
    Object *shared = NULL;
    int kind = str_kind(*str);
    if (self->length == 0)
        shared = OBJECT(str_empty);
    else if (self->length == 1 && kind == 0)
        shared = str_latin1_char(self->data[0]);
    if (!shared) {
        if (make_room() < 0)
            return;
        int64_t hash = str_hash_cached(*str);
        StrObject **slot = find_slot(hash, self->data, self->length, kind);
        if (!*slot) {
            insert(slot, *str);
            return;
        }
        shared = new_ref(OBJECT(*slot));
    }
    ref_set_steal(str, shared);
}

Object *intern_immortal(const char *text)
{
    Object *str = intern_text(text);
    if (str)
        str->refcount = REFCOUNT_IMMORTAL;
    return str;
}

void intern_forget(Object *str)
{
    if (!table.slots)
        return;
    size_t gap = (size_t)STR(str)->hash & table.mask;
    while (table.slots[gap] != STR(str)) {
        if (!table.slots[gap])
            return;
        gap = (gap + 1) & table.mask;
    }
    table.count--;
    for (size_t next = (gap + 1) & table.mask; table.slots[next]; next = (next + 1) & table.mask) {
        size_t home = (size_t)table.slots[next]->hash & table.mask;
        if (((next - home) & table.mask) >= ((next - gap) & table.mask)) {
            table.slots[gap] = table.slots[next];
            gap = next;
        }
    }
    table.slots[gap] = NULL;
}

size_t intern_count(void)
{
    return table.count;
}

int intern_start(void)
{
    return make_room() < 0 ? (error_no_memory(), -1) : 0;
}

// Frees the table and the names that intern_immortal made.
void intern_stop(void)
{
    if (!table.slots)
        return;
    StrObject **slots = table.slots;
    size_t capacity = table.mask + 1;
    table.slots = NULL;
    table.count = 0;
    for (size_t i = 0; i < capacity; i++) {
        if (!slots[i])
            continue;
        Object *str = OBJECT(slots[i]);
        str->flags &= (uint16_t)~FLAG_STR_INTERNED;
        if (object_is_immortal(str)) {
            str->refcount = 1;
            decref(str);
        }
    }
    memory_free(slots, capacity * sizeof *slots);
}

void intern_visit_blocks(BlockVisitor visit, void *context)
{
    if (table.slots)
        visit(table.slots, (table.mask + 1) * sizeof *table.slots, context);
}

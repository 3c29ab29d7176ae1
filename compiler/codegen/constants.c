// Constants in hash tables: those of the pool by type and value, those of one code object by their
// place in the pool. Two constants are the same when no program can tell them apart: type, value,
// sign of zero, the same for items of tuples. Read constants_add first.
#include "compiler/codegen/constants.h"

#include "runtime/containers/set.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/error.h"
#include "runtime/model/protocol.h"
#include "runtime/numbers/complex.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

#include <string.h>

static uint64_t mix(uint64_t a, uint64_t b)
{
    return (a ^ b) * 0x9E3779B97F4A7C15u ^ (a >> 29);
}

static uint64_t double_bits(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static bool is_exact_int(const Object *value)
{
    return IS_EXACT(value, INT) || IS_EXACT(value, BIGINT);
}

static uint64_t hash_constant(Object *value)
{
    uint64_t type = value->type_index;
    if (is_exact_int(value))
        return mix((uint64_t)int_hash(value), 1);
    if (IS_EXACT(value, STR))
        return mix((uint64_t)str_hash_cached(value), type);
    if (IS_EXACT(value, FLOAT))
        return mix(double_bits(FLOAT_VALUE(value)), type);
    if (IS_EXACT(value, BYTES))
        return mix((uint64_t)bytes_hash(value), type);
    if (IS_EXACT(value, COMPLEX))
        return mix(double_bits(((ComplexObject *)value)->real),
                   double_bits(((ComplexObject *)value)->imag));
    if (IS_EXACT(value, TUPLE)) {
        uint64_t hash = type;
        for (size_t i = 0; i < TUPLE(value)->count; i++)
            hash = mix(hash, hash_constant(TUPLE(value)->items[i]));
        return hash;
    }
    return mix((uintptr_t)value, type); // None, bools, ..., frozensets, code: by identity
}

static bool same_constant(Object *a, Object *b)
{
    if (a == b)
        return true;
    if (is_exact_int(a) && is_exact_int(b))
        return int_compare(a, b) == 0;
    if (a->type_index != b->type_index)
        return false;
    if (IS_EXACT(a, STR))
        return str_equal(a, b);
    if (IS_EXACT(a, FLOAT))
        return double_bits(FLOAT_VALUE(a)) == double_bits(FLOAT_VALUE(b));
    if (IS_EXACT(a, COMPLEX)) {
        const ComplexObject *x = (ComplexObject *)a, *y = (ComplexObject *)b;
        return double_bits(x->real) == double_bits(y->real) &&
               double_bits(x->imag) == double_bits(y->imag);
    }
    if (IS_EXACT(a, BYTES)) {
        const BytesObject *x = (BytesObject *)a, *y = (BytesObject *)b;
        return x->size == y->size && memcmp(x->data, y->data, x->size) == 0;
    }
    if (!IS_EXACT(a, TUPLE) || TUPLE(a)->count != TUPLE(b)->count)
        return false;
    for (size_t i = 0; i < TUPLE(a)->count; i++)
        if (!same_constant(TUPLE(a)->items[i], TUPLE(b)->items[i]))
            return false;
    return true;
}

// Strs that look like identifiers are interned, so that they are identical across code objects.
static bool is_name_like(Object *str)
{
    if (!str_is_ascii(str))
        return false;
    const uint8_t *text = STR(str)->data;
    for (size_t i = 0; i < str_length(str); i++) {
        uint8_t byte = text[i];
        if (!((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
              (byte >= '0' && byte <= '9') || byte == '_'))
            return false;
    }
    return true;
}

void constants_init(Constants *constants, Region *region, Constants *pool_or_null)
{
    *constants = (Constants){.region = region, .pool = pool_or_null};
}

void constants_free_pool(Constants *pool)
{
    for (uint32_t i = 0; i < pool->count; i++)
        decref(pool->items[i].value);
    pool->count = 0;
}

static void insert(Constants *constants, uint32_t index)
{
    uint64_t i = constants->items[index].hash;
    while (constants->slots[i & (constants->slot_count - 1)])
        i++;
    constants->slots[i & (constants->slot_count - 1)] = index + 1;
}

static int grow(Constants *constants)
{
    if (constants->count < constants->capacity)
        return 0;
    uint32_t capacity = constants->capacity ? constants->capacity * 2 : 8;
    Constant *items = region_alloc(constants->region, capacity * sizeof *items);
    uint32_t *slots = region_zalloc(constants->region, capacity * 2 * sizeof *slots);
    if (!items || !slots) {
        error_no_memory();
        return -1;
    }
    if (constants->count)
        memcpy(items, constants->items, constants->count * sizeof *items);
    constants->items = items;
    constants->capacity = capacity;
    constants->slots = slots;
    constants->slot_count = capacity * 2;
    for (uint32_t i = 0; i < constants->count; i++)
        insert(constants, i);
    return 0;
}

// The frozenset again, filled in its own order: CPython's compiler copies it so when it merges equal
// constants, and the order of the copy is what programs print.
static Object *copy_frozenset(Object *set)
{
    Object *items = object_to_tuple(set), *copy = items ? frozenset_from_iterable(items) : NULL;
    xdecref(items);
    return copy;
}

// Index of a constant with this hash that is `value`, in the pool: that equals it. -1: none.
static int64_t find(const Constants *constants, uint64_t hash, Object *value)
{
    for (uint64_t i = hash; constants->slot_count; i++) {
        uint32_t entry = constants->slots[i & (constants->slot_count - 1)];
        if (!entry)
            break;
        const Constant *known = &constants->items[entry - 1];
        if (known->hash == hash && (known->value == value || (!constants->pool && same_constant(known->value, value))))
            return entry - 1;
    }
    return -1;
}

// Appends a constant that find did not find. Its index, -1 with MemoryError.
static int64_t append(Constants *constants, uint64_t hash, Object *value)
{
    if (grow(constants) < 0)
        return -1;
    constants->items[constants->count] = (Constant){.value = value, .hash = hash};
    insert(constants, constants->count);
    return constants->count++;
}

static int64_t pool_add(Constants *pool, Object *value);

// Lets the items of a tuple that is new in the pool be those of the pool.
static int pool_add_items(Constants *pool, Object *tuple)
{
    for (size_t i = 0; i < TUPLE(tuple)->count; i++) {
        int64_t index = pool_add(pool, TUPLE(tuple)->items[i]);
        if (index < 0)
            return -1;
        ref_set_steal(&TUPLE(tuple)->items[i], new_ref(pool->items[index].value));
    }
    return 0;
}

static int64_t pool_add(Constants *pool, Object *value)
{
    uint64_t hash = hash_constant(value);
    int64_t index = find(pool, hash, value);
    if (index >= 0)
        return index;
    Object *owned = IS_EXACT(value, FROZENSET) ? copy_frozenset(value) : new_ref(value);
    if (!owned)
        return -1;
    if (IS_EXACT(owned, STR) && !str_is_interned(owned) && is_name_like(owned))
        intern_in_place(&owned);
    index = append(pool, hash, owned);
    if (index < 0)
        decref(owned);
    else if (IS_EXACT(owned, TUPLE) && pool_add_items(pool, owned) < 0)
        return -1;
    return index;
}

int64_t constants_add(Constants *constants, Object *value)
{
    int64_t place = pool_add(constants->pool, value);
    if (place < 0)
        return -1;
    uint64_t hash = mix((uint64_t)place, 1);
    value = constants->pool->items[place].value;
    int64_t index = find(constants, hash, value);
    return index >= 0 ? index : append(constants, hash, value);
}

int constants_order(Constants *constants, uint32_t **order_out, Object ***values_out)
{
    uint32_t count = constants->count, next = 0;
    uint32_t *order = region_alloc(constants->region, (count + 1) * sizeof *order);
    Object **values = region_alloc(constants->region, (count + 1) * sizeof *values);
    if (!order || !values) {
        error_no_memory();
        return -1;
    }
    bool keep = count <= UINT16_MAX; // then every index fits and the order of appearance stays
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < count; i++)
            if ((keep || constants->items[i].is_short) == (pass == 0)) {
                if (pass == 0 && next > UINT16_MAX)
                    return 1;
                order[i] = next;
                values[next++] = constants->items[i].value;
            }
    *order_out = order;
    *values_out = values;
    return 0;
}

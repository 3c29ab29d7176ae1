// Who owns which block. One function knows the buffers of each type: visit_buffers. What it does not
// know is missing in the answers, never guessed. Read visit_object first.
#include "stdlib/machine/owners.h"

#include <stdlib.h>

#include "runtime/containers/dict_table.h"
#include "runtime/containers/list.h"
#include "runtime/containers/set_private.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/class.h"
#include "runtime/model/object.h"
#include "runtime/numbers/bigint.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "stdlib/data/collections_private.h"
#include "stdlib/host/fileio.h"
#include "stdlib/host/textio.h"
#include "vm/frame.h"
#include "vm/generator.h"

typedef struct Walk {
    void (*visit)(const OwnedBlock *owned, void *context);
    void *context;
    Object *object;    // the owner of what comes next
    const char *table; // or its name
} Walk;

// ---- Objects ------------------------------------------------------------------------------------

bool owners_is_whole(const Object *object)
{
    if (!object->type_index || object->refcount == 0 || object->flags & FLAG_IN)
        return false;
    if (object->flags & FLAG_TRACKED || !object_has(object, TF_TRACKED))
        return true;
    // Untracked ones of a tracked type: those that hold nothing but atoms. Others are being made.
    if (object->type_index == TYPE_DICT)
        return true;
    if (object->type_index != TYPE_TUPLE)
        return false;
    for (size_t i = 0; i < TUPLE(object)->count; i++)
        if (!TUPLE(object)->items[i])
            return false;
    return true;
}

static size_t size_of(Object *object)
{
    if (object->type_index == TYPE_BIGINT) {
        int64_t count = ((BigIntObject *)object)->signed_count;
        return sizeof(BigIntObject) + (size_t)(count < 0 ? -count : count) * sizeof(mp_limb_t);
    }
    if (object->type_index == TYPE_STR)
        return STR_HEAD_SIZE + ((str_length(object) + 1) << str_kind(object));
    if (type_of(object) == &type_generator)
        return sizeof(GeneratorObject) + GENERATOR(object)->code->register_count * sizeof(Object *);
    return object_byte_size(object);
}

// ---- Buffers ------------------------------------------------------------------------------------

static void visit_raw(const void *block, size_t byte_size, void *context)
{
    const Walk *walk = context;
    if (!block || byte_size == 0)
        return;
    // The size chooses pool or large, at every free too.
    OwnedBlock owned = {block, byte_size, MEMORY_RAW, !pool_serves_size(byte_size), walk->object, walk->table};
    walk->visit(&owned, walk->context);
}

static void visit_code_buffers(const CodeObject *code, Walk *walk)
{
    visit_raw(code->code, code->word_count * sizeof *code->code, walk);
    visit_raw(code->constants, code->constant_count * sizeof *code->constants, walk);
    visit_raw(code->local_kinds, code->local_count, walk);
    visit_raw(code->line_table, code->line_table_size, walk);
    visit_raw(code->exception_table, code->exception_table_size, walk);
}

// The buffers of a whole object.
static void visit_buffers(Object *object, Walk *walk)
{
    TypeObject *type = type_of(object);
    if (type_has(type, TF_SUBCLASS_INT | TF_SUBCLASS_STR | TF_SUBCLASS_FLOAT | TF_SUBCLASS_TUPLE))
        return;
    if (type_has(type, TF_SUBCLASS_LIST)) {
        visit_raw(LIST(object)->items, LIST(object)->capacity * sizeof(Object *), walk);
    } else if (type_has(type, TF_SUBCLASS_DICT)) {
        const DictObject *dict = DICT(object);
        if (!dict->is_shape_backed && dict->entries)
            visit_raw(table_head(dict->entries), table_size(dict->index_log2, dict->is_str_keyed), walk);
    } else if (type_has(type, TF_SUBCLASS_SET)) {
        if (SET(object)->table)
            visit_raw(SET(object)->table, (SET(object)->mask + (size_t)1) * sizeof(SetEntry), walk);
    } else if (IS_BYTEARRAY(object)) {
        visit_raw(((BytearrayObject *)object)->data, ((BytearrayObject *)object)->capacity, walk);
    } else if (type == &type_code) {
        visit_code_buffers((CodeObject *)object, walk);
    } else if (type == &type_function) {
        visit_raw(FUNCTION(object)->extras, sizeof(FunctionExtras), walk);
    } else if (type == &type_frame) {
        const FrameObject *frame = (FrameObject *)object;
        if (frame->values)
            visit_raw(frame->values, frame->code->local_count * sizeof(Object *), walk);
    } else if (type == &type_textio || type == &type_buffered_reader || type == &type_buffered_writer ||
               type == &type_buffered_random) {
        visit_raw(FILE_OBJECT(object)->out, FILE_CHUNK, walk);
        visit_raw(FILE_OBJECT(object)->in, FILE_CHUNK + FILE_SLACK, walk);
    } else {
        while (type != &type_deque && type)
            type = type->base;
        if (type)
            deque_visit_blocks(object, visit_raw, walk);
    }
}

// Whether size_of looks at the header and the type alone, so that it may be asked of any object.
static bool has_fixed_size(const Object *object)
{
    return !type_of(object)->item_size && object->type_index != TYPE_BIGINT && object->type_index != TYPE_STR &&
           type_of(object) != &type_generator;
}

static void visit_object(Object *object, MemoryKind kind, bool is_large, Walk *walk)
{
    bool is_whole = owners_is_whole(object);
    size_t byte_size = is_whole || has_fixed_size(object) ? size_of(object) : 0;
    OwnedBlock owned = {object, byte_size, kind, is_large, object, NULL};
    walk->object = object;
    walk->visit(&owned, walk->context);
    if (is_whole)
        visit_buffers(object, walk);
}

// ---- All ----------------------------------------------------------------------------------------

static void visit_tables(Walk *walk)
{
    static const struct {
        const char *name;
        void (*visit)(BlockVisitor visit, void *context);
    } tables[] = {
        {"interned strings", intern_visit_blocks},  {"weak references", weakref_visit_blocks},
        {"instance dicts", instance_visit_blocks},  {"UTF-8 forms", codec_visit_blocks},
        {"shapes", shape_visit_dead},
    };
    walk->object = NULL;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        walk->table = tables[i].name;
        tables[i].visit(visit_raw, walk);
    }
    for (size_t i = 1; i < TYPE_INDEX_LIMIT; i++) {
        const TypeObject *type = type_table[i];
        if (!type || type->index != i)
            continue;
        walk->table = "shapes";
        shape_visit_blocks(type, visit_raw, walk);
        walk->table = "subclasses";
        class_visit_blocks(type, visit_raw, walk);
    }
}

void owners_visit(void (*visit)(const OwnedBlock *owned, void *context), void *context)
{
    Walk walk = {.visit = visit, .context = context};
    for (int kind = MEMORY_ATOM; kind <= MEMORY_TRACKED; kind++) {
        POOL_FOR_EACH (pool, kind)
            POOL_FOR_EACH_BLOCK (pool, block)
                if (((Object *)(void *)block)->type_index)
                    visit_object((Object *)(void *)block, (MemoryKind)kind, false, &walk);
        LARGE_FOR_EACH (block, kind)
            if (((Object *)(void *)block)->type_index)
                visit_object((Object *)(void *)block, (MemoryKind)kind, true, &walk);
    }
    visit_tables(&walk);
}

int owners_visit_objects(VisitFn visit, void *context)
{
    int result;
    for (int kind = MEMORY_ATOM; kind <= MEMORY_TRACKED; kind++) {
        POOL_FOR_EACH (pool, kind)
            POOL_FOR_EACH_BLOCK (pool, block)
                if (owners_is_whole((Object *)(void *)block) &&
                    (result = visit((Object *)(void *)block, context)))
                    return result;
        LARGE_FOR_EACH (block, kind)
            if (owners_is_whole((Object *)(void *)block) &&
                (result = visit((Object *)(void *)block, context)))
                return result;
    }
    return 0;
}

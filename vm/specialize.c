// Quickening: general attribute, name, item instructions, which write a specialised form with its
// inline cache over themselves when their operands invite it. A wrong guess writes the general form
// back (special_despecialize) and waits a while before the next attempt.
//
// Caches hold borrowed pointers to shapes, functions and method definitions. They stay right because
// a shape belongs to one class and every change of a class that could alter a cached answer sweeps
// all caches (special_sweep, installed as type_hooks.sweep_caches).
//
// While an instruction is general, its first cache word counts down to the next attempt.
#include <string.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/model/slot_functions.h"
#include "runtime/model/names.h"
#include "runtime/program/cell.h"
#include "runtime/program/descriptor.h"
#include "runtime/program/module.h"
#include "runtime/program/super.h"
#include "runtime/text/str.h"
#include "vm/counts.h"
#include "vm/eval.h"
#include "vm/vm.h"

// The definition of builtins.len, which CALL_LEN stands for.
const MethodDef *special_len_def;

SharedCacheEntry special_shared_cache[SHARED_KIND_COUNT][SHARED_CACHE_SIZE];

// Executions of the general form before the next attempt: each wrong guess multiplies them by 16, up
// to 163,840; bits 4 and 5 of d, which no cached instruction uses otherwise, count the wrong guesses.
enum { RETRY_AFTER = 40, D_RETRY_SHIFT = 4, D_RETRY_MASK = 0x30 };

static Instruction *code_word(Frame *frame)
{
    return (Instruction *)(uintptr_t)(frame->pc - 1);
}

// True when the instruction may be specialised now. An attempt that fails is not repeated at once: the
// counter starts again, and what succeeds writes its cache over it.
static bool is_time(Instruction *word)
{
    if (word[1].word == 0) {
        word[1].word = RETRY_AFTER;
        return true;
    }
    word[1].word--;
    return false;
}

static void specialize(Instruction *word, Opcode op, uint64_t first, uint64_t second)
{
    word[1].word = first;
    word[2].word = second;
    if (opcode_info[op].cache_words > 2)
        word[3].word = 0;
    word->op = op;
}

void special_despecialize(Instruction *instruction)
{
    Opcode general = opcode_general((Opcode)instruction->op);
    int cache_words = opcode_info[general].cache_words;
    COUNT_LEFT(instruction->op);
    instruction->op = general;
    if (cache_words > 0) {
        int attempts = (instruction->d & D_RETRY_MASK) >> D_RETRY_SHIFT;
        instruction[1].word = (uint64_t)RETRY_AFTER << (4 * attempts);
        if (attempts < 3)
            instruction->d = (uint8_t)((instruction->d & ~D_RETRY_MASK) | (attempts + 1) << D_RETRY_SHIFT);
    }
    for (int i = 2; i <= cache_words; i++)
        instruction[i].word = 0;
}

void special_stop_feeding(Frame *frame, const Instruction *reader)
{
    Instruction *feeder = frame->code->code; // code is read forwards only
    while (feeder + opcode_word_count((Opcode)feeder->op) != reader)
        feeder += opcode_word_count((Opcode)feeder->op);
    Opcode op = opcode_general((Opcode)feeder->op);
    uint8_t second = op == OP_CALL                          ? D_FEEDS_SECOND_CALL
                     : op >= OP_ADD && op <= OP_INVERT ? D_FEEDS_SECOND
                                                            : D_FEEDS_SECOND_LOAD;
    feeder->d = (uint8_t)(feeder->d & ~(D_FEEDS | second));
    if (second == D_FEEDS_SECOND) // the result takes the operand's place again
        feeder->d &= (uint8_t)~((feeder->b == feeder->a ? D_B_TEMP : 0) | (feeder->c == feeder->a ? D_C_TEMP : 0));
}

// Does this specialised form depend on classes (and so go with a sweep)?
static bool depends_on_classes(Opcode op)
{
    return op == OP_LOAD_ATTR_SLOT || op == OP_STORE_ATTR_SLOT || op == OP_STORE_ATTR_ADD ||
           op == OP_LOAD_METHOD_SHAPE || op == OP_LOAD_METHOD_TYPE || op == OP_LOAD_ATTR_CLASS ||
           op == OP_LOAD_ATTR_TYPE || op == OP_LOAD_METHOD_CLASS || op == OP_LOAD_ATTR_PROPERTY ||
           op == OP_LOAD_ATTR_DESCRIPTOR ||
           op == OP_LOAD_METHOD_CLASSMETHOD || op == OP_LOAD_METHOD_STATIC ||
           op == OP_LOAD_ATTR_SUBCLASS || op == OP_LOAD_METHOD_SUBCLASS || op == OP_CALL_SUPER;
}

void special_sweep(void)
{
    memset(special_shared_cache, 0, sizeof special_shared_cache);
    for (CodeObject *code = code_first_borrow(); code; code = code->next)
        for (uint32_t i = 0; i < code->word_count;) {
            Opcode op = (Opcode)code->code[i].op;
            if (depends_on_classes(op)) {
                uint8_t d = code->code[i].d; // not a wrong guess
                special_despecialize(&code->code[i]);
                code->code[i].d = d;
                code->code[i + 1].word = 0;
            }
            i += (uint32_t)opcode_word_count(op);
        }
}

static bool is_temp(const Frame *frame, uint32_t index)
{
    return index >= frame->code->local_count;
}

// A class's answer for a name, NULL if it has none. False: memory is out, so nothing is known.
static bool look_up(TypeObject *type, Object *name, Object **value)
{
    if (likely(type_find(type, name, value) >= 0))
        return true;
    error_clear();
    return false;
}

// Attribute access of this object goes the generic way: no __getattribute__, __getattr__.
static bool is_generic_get(const TypeObject *type)
{
    return type->get_attribute == object_get_attribute_generic;
}

// Slot that the class's answer for a name says, when that is a member of __slots__; else -1.
static int member_slot(const Object *in_class)
{
    if (!in_class || !IS_EXACT(in_class, MEMBER_DESCRIPTOR) || ((const MemberDescriptorObject *)in_class)->def)
        return -1;
    return (int)((const MemberDescriptorObject *)in_class)->slot_index;
}

// Entry of a class (and of its bases) that no attribute access transforms: neither descriptor nor, on the
// class itself, shadowed by the metaclass.
static bool is_plain(const Object *value)
{
    return !type_of(value)->descriptor_get && !type_of(value)->descriptor_set;
}

// What a class (no metaclass, nothing in `type`) and its bases hold under a name; NULL: nothing. Borrowed.
static Object *in_class_borrow(TypeObject *class, Object *name)
{
    Object *value;
    if (type_of(OBJECT(class)) != &type_type || !look_up(&type_type, name, &value) || value ||
        !look_up(class, name, &value) || !class->version)
        return NULL;
    return value;
}

// The plain value or function that `class.name` is; NULL if it is something else. Borrowed.
static Object *class_value_borrow(TypeObject *class, Object *name)
{
    Object *value = in_class_borrow(class, name);
    if (value && IS_EXACT(value, STATICMETHOD))
        value = ((ClassmethodObject *)value)->callable;
    return value && (is_plain(value) || IS_EXACT(value, FUNCTION)) ? value : NULL;
}

static void specialize_checked(Instruction *word, Opcode op, const void *first, uint32_t version, Object *value)
{
    Instruction second = {.word = 0};
    second.index32 = version;
    specialize(word, op, (uintptr_t)first, second.word);
    word[3].word = (uintptr_t)value;
}

// A name of a module is at a fixed entry of its dict.
static void specialize_module(Instruction *word, DictObject *dict, Object *name, Opcode op)
{
    int64_t entry = dict_find_entry(dict, name);
    uint32_t version = entry >= 0 && dict->is_str_keyed ? dict_keys_version(dict) : 0;
    if (version) {
        Instruction first = {.word = 0}, second = {.word = 0};
        first.index32 = version;
        second.index32 = (uint32_t)entry;
        specialize(word, op, first.word, second.word);
    }
}

// A data descriptor of the type answers before anything that the object holds.
static bool specialize_descriptor(Instruction *word, Object *object, Object *in_class)
{
    if (!in_class || !type_of(in_class)->descriptor_get || !type_of(in_class)->descriptor_set)
        return false;
    Instruction first = {.word = 0};
    first.index32 = object->type_index;
    specialize(word, OP_LOAD_ATTR_DESCRIPTOR, first.word, (uintptr_t)in_class);
    return true;
}

// Instances of script subclasses of builtin types have their Shape* behind the base's part, which is at the
// same place in all of a type unless the base has items. The first cache word: place and type; the third: shape.
static bool specialize_subclass(Instruction *word, Opcode op, Object *object, uint64_t answer)
{
    const TypeObject *type = type_of(object);
    Shape **place = type_has(type, TF_HEAP) && type_has(type, TF_HAS_DICT) && !type->dict_offset && !type->item_size
                        ? object_shape_slot(object)
                        : NULL;
    if (!place || !*place || (*place)->is_dict_mode)
        return false;
    uint64_t offset = (uint64_t)((char *)place - (char *)object);
    Shape *shape = *place;
    specialize(word, op, offset << 32 | object->type_index, answer);
    word[3].word = (uintptr_t)shape;
    return true;
}

static void specialize_load_attr(Instruction *word, Object *object, Object *name)
{
    TypeObject *type = type_of(object);
    Object *in_class;
    if (IS_EXACT(object, MODULE)) {
        specialize_module(word, MODULE(object)->dict, name, OP_LOAD_ATTR_MODULE);
        return;
    }
    if (IS_EXACT(object, TYPE)) {
        Object *value = class_value_borrow((TypeObject *)object, name);
        if (value)
            specialize_checked(word, OP_LOAD_ATTR_TYPE, object, ((TypeObject *)object)->version, value);
        else if (look_up(&type_type, name, &in_class))
            specialize_descriptor(word, object, in_class);
        return;
    }
    if (!is_generic_get(type) || !look_up(type, name, &in_class))
        return;
    Shape *shape = object->flags & FLAG_HAS_SHAPE ? INSTANCE(object)->shape : NULL;
    if (in_class && IS_EXACT(in_class, PROPERTY) && shape) {
        Object *getter = ((PropertyObject *)in_class)->get;
        if (getter && IS_EXACT(getter, FUNCTION) && FUNCTION(getter)->code->simple_count == 1) {
            specialize(word, OP_LOAD_ATTR_PROPERTY, (uintptr_t)shape, (uintptr_t)getter);
            return;
        }
    }
    int slot = member_slot(in_class);
    if ((slot < 0 || !shape) && specialize_descriptor(word, object, in_class))
        return;
    if (!shape) {
        Shape **place = slot < 0 && !type->dict_offset && type_has(type, TF_HAS_DICT) ? object_shape_slot(object) : NULL;
        int own = place && *place ? shape_find(*place, name) : -1;
        if (own >= 0)
            specialize_subclass(word, OP_LOAD_ATTR_SUBCLASS, object, (uint64_t)own);
        return;
    }
    if (shape->is_dict_mode)
        return;
    if (slot < 0 && !(in_class && descriptor_is_data(in_class)))
        slot = shape_find(shape, name);
    if (slot < 0) {
        if (in_class && is_plain(in_class) && type->version)
            specialize_checked(word, OP_LOAD_ATTR_CLASS, shape, type->version, in_class);
        return;
    }
    Instruction second = {.word = 0};
    second.index32 = (uint32_t)slot;
    specialize(word, OP_LOAD_ATTR_SLOT, (uintptr_t)shape, second.word);
}

// A property's getter that is a plain function of one parameter, borrowed; else NULL.
static Object *getter_borrow(Object *object, Object *name)
{
    TypeObject *type = type_of(object);
    Object *found;
    if (!is_generic_get(type) || !look_up(type, name, &found) || !found || !IS_EXACT(found, PROPERTY))
        return NULL;
    Object *getter = ((PropertyObject *)found)->get;
    return getter && IS_EXACT(getter, FUNCTION) ? getter : NULL;
}

static int load_attr(Frame *frame, Instruction ins)
{
    Object *getter = getter_borrow(frame->base[ins.b], frame->code->constants[ins.c]);
    if (getter) {
        int pushed = invoke_push_operator(getter, &frame->base[ins.b], 1, FRAME_OPERATOR);
        if (pushed)
            return pushed;
    }
    Object *value = object_get_attribute(frame->base[ins.b], frame->code->constants[ins.c]);
    if (!value)
        return -1;
    if (is_temp(frame, ins.b))
        consume(&frame->base[ins.b]);
    write_register(&frame->base[ins.a], value);
    return 0;
}

int special_load_attr(Frame *frame, Instruction ins)
{
    if (is_time(code_word(frame)))
        specialize_load_attr(code_word(frame), frame->base[ins.b], frame->code->constants[ins.c]);
    return load_attr(frame, ins);
}

static void consume_stored(Frame *frame, Instruction ins)
{
    if (!(ins.d & D_C_CONST) && is_temp(frame, ins.c))
        consume(&frame->base[ins.c]);
    if (is_temp(frame, ins.a))
        consume(&frame->base[ins.a]);
}

int special_store_attr(Frame *frame, Instruction ins)
{
    Object *object = frame->base[ins.a], *name = frame->code->constants[ins.b];
    Object *value = ins.d & D_C_CONST ? frame->code->constants[ins.c] : frame->base[ins.c];
    Instruction *word = code_word(frame);
    TypeObject *type = type_of(object);
    bool may_specialize = object->flags & FLAG_HAS_SHAPE && type->set_attribute == object_set_attribute_generic &&
                          is_time(word);
    Shape *before = may_specialize ? INSTANCE(object)->shape : NULL;
    uint32_t type_index = object->type_index;
    if (object_set_attribute(object, name, value) < 0)
        return -1;
    // What happened tells what to expect, if no script code could have run in between.
    if (before && object->type_index == type_index && !before->is_dict_mode && word->op == OP_STORE_ATTR) {
        Shape *after = INSTANCE(object)->shape;
        Object *in_class;
        bool is_known = look_up(type, name, &in_class);
        bool is_data = in_class && descriptor_is_data(in_class);
        int slot = member_slot(in_class);
        if (slot < 0 && !is_data && !after->is_dict_mode)
            slot = shape_find(after, name);
        if (!is_known) {
            // the next time
        } else if (after == before && slot >= 0) {
            Instruction second = {.word = 0};
            second.index32 = (uint32_t)slot;
            specialize(word, OP_STORE_ATTR_SLOT, (uintptr_t)before, second.word);
        } else if (after->parent == before && !is_data && after->name == name) {
            specialize(word, OP_STORE_ATTR_ADD, (uintptr_t)before, (uintptr_t)after);
        }
    }
    consume_stored(frame, ins);
    return 0;
}

static void specialize_load_method(Instruction *word, Object *object, Object *name)
{
    TypeObject *type = type_of(object);
    if (IS_EXACT(object, MODULE)) {
        specialize_module(word, MODULE(object)->dict, name, OP_LOAD_METHOD_MODULE);
        return;
    }
    if (IS_EXACT(object, TYPE)) {
        Object *value = class_value_borrow((TypeObject *)object, name);
        if (value) {
            specialize_checked(word, OP_LOAD_METHOD_CLASS, object, ((TypeObject *)object)->version, value);
            return;
        }
        value = in_class_borrow((TypeObject *)object, name);
        if (value && IS_EXACT(value, CLASSMETHOD) && IS_EXACT(((ClassmethodObject *)value)->callable, FUNCTION))
            specialize_checked(word, OP_LOAD_METHOD_CLASSMETHOD, object, ((TypeObject *)object)->version,
                               ((ClassmethodObject *)value)->callable);
        return;
    }
    if (!is_generic_get(type))
        return;
    Object *method;
    if (!look_up(type, name, &method) || !method)
        return;
    if (IS_EXACT(method, STATICMETHOD) && IS_EXACT(((ClassmethodObject *)method)->callable, FUNCTION) &&
        object->flags & FLAG_HAS_SHAPE) {
        Shape *shape = INSTANCE(object)->shape;
        if (!shape->is_dict_mode && shape_find(shape, name) < 0)
            specialize(word, OP_LOAD_METHOD_STATIC, (uintptr_t)shape,
                       (uintptr_t)((ClassmethodObject *)method)->callable);
        return;
    }
    if (!object_has(method, TF_METHOD_DESCRIPTOR))
        return;
    if (object->flags & FLAG_HAS_SHAPE) {
        Shape *shape = INSTANCE(object)->shape;
        if (!shape->is_dict_mode && shape_find(shape, name) < 0)
            specialize(word, OP_LOAD_METHOD_SHAPE, (uintptr_t)shape, (uintptr_t)method);
    } else if (type_has(type, TF_HEAP) && type_has(type, TF_HAS_DICT) && !type->dict_offset && !IS_TYPE(object)) {
        Shape **place = object_shape_slot(object);
        if (place && *place && shape_find(*place, name) < 0)
            specialize_subclass(word, OP_LOAD_METHOD_SUBCLASS, object, (uintptr_t)method);
    } else if (!type_has(type, TF_HEAP) && !type->dict_offset && !IS_TYPE(object)) {
        Instruction first = {.word = 0};
        first.index32 = object->type_index;
        specialize(word, OP_LOAD_METHOD_TYPE, first.word, (uintptr_t)method);
    }
}

static int load_method(Frame *frame, Instruction ins)
{
    Object *object = frame->base[ins.b], *name = frame->code->constants[ins.c], *function;
    int is_method;
    if (IS_EXACT(object, SUPER) && ((SuperObject *)object)->object) { // super().name(...): self is super's
        SuperObject *super = (SuperObject *)object;
        object = super->object;
        is_method = super_get_method_of(super->type, object, name, &function);
    } else {
        is_method = object_get_method(object, name, &function);
    }
    if (is_method < 0)
        return -1;
    incref(object);
    if (is_temp(frame, ins.b))
        ref_clear(&frame->base[ins.b]);
    if (is_method) {
        write_register(&frame->base[ins.a + 1], object);
    } else {
        decref(object);
        ref_clear(&frame->base[ins.a + 1]);
    }
    write_register(&frame->base[ins.a], function);
    return 0;
}

int special_load_method(Frame *frame, Instruction ins)
{
    if (!IS_EXACT(frame->base[ins.b], SUPER) && is_time(code_word(frame)))
        specialize_load_method(code_word(frame), frame->base[ins.b], frame->code->constants[ins.c]);
    return load_method(frame, ins);
}

// Register of the cell named __class__; 0: none.
static uint32_t class_cell_register(const CodeObject *code)
{
    for (uint32_t i = code->local_count - code->free_count; i < code->local_count; i++)
        if (TUPLE(code->local_names)->items[i] == NAME(class))
            return i;
    return 0;
}

bool special_fill_super(Frame *frame, Instruction ins)
{
    Instruction *word = code_word(frame), load = word[3];
    const CodeObject *code = frame->code;
    uint32_t cell = class_cell_register(code);
    Object *self = frame->base[0], *class, *method;
    if (opcode_general((Opcode)load.op) != OP_LOAD_METHOD || load.b != ins.c || !is_temp(frame, ins.c) ||
        ins.b != 0 || code->argument_count == 0 || code->local_kinds[0] != CODE_LOCAL_PLAIN || !cell)
        return false;
    class = IS_EXACT(frame->base[cell], CELL) ? CELL(frame->base[cell])->content : NULL;
    if (!self || IS_TYPE(self) || !class || !IS_TYPE(class) ||
        !type_is_subtype(type_of(self), (TypeObject *)class))
        return false;
    Object *name = code->constants[load.c];
    if (!look_up(type_of(self), name, &method)) // marks the classes: their change sweeps this cache
        return false;
    int is_method = super_get_method_of((TypeObject *)class, self, name, &method);
    if (is_method <= 0) {
        if (is_method == 0)
            decref(method);
        error_clear();
        return false;
    }
    word[1].word = SUPER_CACHE(class, cell);
    word[2].word = SUPER_CACHE(method, self->type_index);
    word->op = OP_CALL_SUPER;
    decref(method); // its class holds it
    return true;
}

bool special_fill_keywords(Frame *frame, Instruction ins, bool has_self)
{
    Instruction *word = code_word(frame);
    FunctionObject *function = FUNCTION(frame->base[ins.a]);
    const CodeObject *code = function->code;
    TupleObject *kwnames = TUPLE(frame->base[ins.a + 2 + ins.b]);
    size_t first = ins.b - kwnames->count + has_self, end = (size_t)code->argument_count + code->keyword_only_count;
    size_t default_count = function->defaults ? TUPLE(function->defaults)->count : 0;
    if (!is_time(word) || !code->serial || code->flags & (CODE_VARARGS | CODE_VARKEYWORDS | CODE_GENERATOR) ||
        first < code->positional_only_count || end > UINT8_MAX || first + KEYWORDS_MOST < end || first > end ||
        default_count >= KEYWORD_ONLY_DEFAULT - KEYWORD_DEFAULT)
        return false;
    uint64_t places = 0;
    size_t used = 0;
    for (size_t i = first; i < end; i++) {
        uint64_t place = 0;
        while (place < kwnames->count && kwnames->items[place] != TUPLE(code->local_names)->items[i])
            place++;
        if (place < kwnames->count)
            used++;
        else if (i < code->argument_count && i + default_count >= code->argument_count)
            place = KEYWORD_DEFAULT | (i + default_count - code->argument_count);
        else if (i >= code->argument_count)
            place = KEYWORD_ONLY_DEFAULT;
        else
            return false;
        places |= place << 8 * (i - first);
    }
    if (used != kwnames->count)
        return false;
    KeywordCache cache = {.serial = code->serial, .first = (uint8_t)first, .count = (uint8_t)(end - first),
                          .named = (uint8_t)used, .default_count = (uint8_t)default_count};
    word[1].word = cache.word;
    word[2].word = places;
    word->op = OP_CALL_KW_FUNCTION;
    return true;
}

bool special_add_attr(Frame *frame, Instruction ins)
{
    Instruction *word = code_word(frame), scratch[4] = {{.word = 0}};
    scratch[0].op = OP_LOAD_ATTR;
    specialize_load_attr(scratch, frame->base[ins.b], frame->code->constants[ins.c]);
    if (scratch[0].op != OP_LOAD_ATTR_SLOT || scratch[1].word == word[1].word)
        return false;
    if (word[3].word) { // both are taken
        word->op = OP_LOAD_ATTR_MANY;
        return true;
    }
    word[2].c = scratch[2].b;
    word[3] = scratch[1];
    return true;
}

bool special_add_method(Frame *frame, Instruction ins)
{
    Instruction *word = code_word(frame), scratch[5] = {{.word = 0}};
    scratch[0].op = OP_LOAD_METHOD;
    specialize_load_method(scratch, frame->base[ins.b], frame->code->constants[ins.c]);
    if (scratch[0].op != OP_LOAD_METHOD_SHAPE)
        return false;
    if (word[3].word) {
        word->op = OP_LOAD_METHOD_MANY;
        return true;
    }
    word[3] = scratch[1];
    word[4] = scratch[2];
    return true;
}

static void share(int kind, const Shape *shape, const Object *name, uintptr_t answer)
{
    *special_shared(kind, shape, name) = (SharedCacheEntry){shape, name, answer};
}

int special_load_attr_many(Frame *frame, Instruction ins)
{
    Object *object = frame->base[ins.b], *name = frame->code->constants[ins.c];
    Instruction scratch[4] = {{.word = 0}};
    scratch[0].op = OP_LOAD_ATTR;
    specialize_load_attr(scratch, object, name);
    if (scratch[0].op == OP_LOAD_ATTR_SLOT)
        share(SHARED_LOAD, INSTANCE(object)->shape, name, scratch[2].index32);
    return load_attr(frame, ins);
}

int special_load_method_many(Frame *frame, Instruction ins)
{
    Object *object = frame->base[ins.b], *name = frame->code->constants[ins.c];
    Instruction scratch[5] = {{.word = 0}};
    scratch[0].op = OP_LOAD_METHOD;
    specialize_load_method(scratch, object, name);
    if (scratch[0].op == OP_LOAD_METHOD_SHAPE)
        share(SHARED_METHOD, INSTANCE(object)->shape, name, (uintptr_t)scratch[2].word);
    return load_method(frame, ins);
}

// Slot in which an instance of this shape stores `name` when it has the attribute already, else -1.
static int stored_slot(Object *object, Object *name)
{
    TypeObject *type = type_of(object);
    if (!(object->flags & FLAG_HAS_SHAPE) || type->set_attribute != object_set_attribute_generic ||
        INSTANCE(object)->shape->is_dict_mode)
        return -1;
    Object *in_class;
    if (!look_up(type, name, &in_class))
        return -1;
    int slot = member_slot(in_class);
    if (slot < 0 && !(in_class && descriptor_is_data(in_class)))
        slot = shape_find(INSTANCE(object)->shape, name);
    return slot;
}

bool special_store_other(Frame *frame, Instruction ins)
{
    Object *object = frame->base[ins.a];
    if (stored_slot(object, frame->code->constants[ins.b]) < 0)
        return false;
    code_word(frame)->op = OP_STORE_ATTR_MANY;
    return true;
}

int special_store_attr_many(Frame *frame, Instruction ins)
{
    Object *object = frame->base[ins.a], *name = frame->code->constants[ins.b];
    int slot = stored_slot(object, name);
    if (slot >= 0)
        share(SHARED_STORE, INSTANCE(object)->shape, name, (uintptr_t)slot);
    Object *value = ins.d & D_C_CONST ? frame->code->constants[ins.c] : frame->base[ins.c];
    if (object_set_attribute(object, name, value) < 0)
        return -1;
    consume_stored(frame, ins);
    return 0;
}

// Specialises a load of `name` from globals or builtins.
// LOAD_GLOBAL, LOAD_NAME. Equal versions prove that the entries of the dicts are where they were.
static void specialize_global(Instruction *word, Frame *frame, Object *name, Opcode in_module, Opcode in_builtins)
{
    DictObject *globals = frame->globals, *builtins = state.builtins, *found_in = globals;
    uint32_t version = dict_keys_version(globals), builtins_version = 0;
    if (!version)
        return;
    int64_t entry = dict_find_entry(globals, name);
    if (entry < 0) {
        if (frame_builtins_borrow(frame) != builtins || !(builtins_version = dict_keys_version(builtins)))
            return;
        found_in = builtins;
        entry = dict_find_entry(builtins, name);
        if (entry < 0)
            return;
    }
    Object **place = &((DictStrEntry *)found_in->entries)[entry].value;
    specialize(word, found_in == globals ? in_module : in_builtins, (uint64_t)builtins_version << 32 | version,
               (uintptr_t)place);
}

int special_load_global(Frame *frame, Instruction ins)
{
    Object *name = frame->code->constants[ins.index32], *value;
    if (is_time(code_word(frame)))
        specialize_global(code_word(frame), frame, name, OP_LOAD_GLOBAL_MODULE, OP_LOAD_GLOBAL_BUILTIN);
    if (eval_load_global_name(frame, name, &value) < 0)
        return -1;
    write_register(&frame->base[ins.a], value);
    return 0;
}

// The names of a module's code: its locals are its globals, a plain dict.
static bool has_module_names(const Frame *frame)
{
    return frame->flags & FRAME_LOCALS && frame->locals == OBJECT(frame->globals) && IS_EXACT(frame->locals, DICT);
}

int special_load_name(Frame *frame, Instruction ins)
{
    if (has_module_names(frame) && is_time(code_word(frame)))
        specialize_global(code_word(frame), frame, frame->code->constants[ins.index32], OP_LOAD_NAME_MODULE,
                          OP_LOAD_NAME_BUILTIN);
    return eval_load_name(frame, ins);
}

// The first cache word of STORE_GLOBAL_MODULE, STORE_NAME_MODULE: version of the keys, entry.
static void specialize_store(Instruction *word, DictObject *globals, Object *name, Opcode op)
{
    if (globals->keys_version == 0) // a key was just added: code that runs once, as most of a module's does
        return;
    int64_t entry = dict_find_entry(globals, name);
    if (entry < 0 || entry > UINT32_MAX)
        return;
    word[1].word = (uint64_t)entry << 32 | globals->keys_version;
    word->op = op;
}

int special_store_global(Frame *frame, Instruction ins)
{
    Object *name = frame->code->constants[ins.index32];
    if (dict_set_str(frame->globals, name, frame->base[ins.a]) < 0)
        return -1;
    if (is_temp(frame, ins.a))
        consume(&frame->base[ins.a]);
    if (is_time(code_word(frame)))
        specialize_store(code_word(frame), frame->globals, name, OP_STORE_GLOBAL_MODULE);
    return 0;
}

int special_store_name(Frame *frame, Instruction ins)
{
    if (eval_store_name(frame, ins) < 0)
        return -1;
    if (has_module_names(frame) && is_time(code_word(frame)))
        specialize_store(code_word(frame), frame->globals, frame->code->constants[ins.index32], OP_STORE_NAME_MODULE);
    return 0;
}

int special_load_subscr(Frame *frame, Instruction ins)
{
    Object *container = frame->base[ins.b];
    Object *key = ins.d & D_C_CONST ? frame->code->constants[ins.c] : eval_shared(&frame->base[ins.c]);
    Instruction *word = code_word(frame);
    if (is_time(word)) {
        if (IS_EXACT(container, LIST) && IS_EXACT(key, INT))
            word->op = OP_LOAD_SUBSCR_LIST_INT;
        else if (IS_EXACT(container, TUPLE) && IS_EXACT(key, INT))
            word->op = OP_LOAD_SUBSCR_TUPLE_INT;
        else if (IS_EXACT(container, STR) && IS_EXACT(key, INT) && str_kind(container) == 0)
            word->op = OP_LOAD_SUBSCR_STR_INT;
        else if ((IS_EXACT(container, BYTES) || IS_EXACT(container, BYTEARRAY)) && IS_EXACT(key, INT))
            word->op = OP_LOAD_SUBSCR_BYTES_INT;
        else if (IS_EXACT(container, DICT))
            word->op = OP_LOAD_SUBSCR_DICT;
    }
    Object *function = slot_subscript_function_borrow(container);
    if (function) {
        int pushed = invoke_push_operator(function, (Object *[]){container, key}, 2, FRAME_OPERATOR);
        if (pushed)
            return pushed;
    }
    Object *value = object_subscript(container, key);
    if (is_temp(frame, ins.b))
        consume(&frame->base[ins.b]);
    if (!(ins.d & D_C_CONST) && is_temp(frame, ins.c))
        consume(&frame->base[ins.c]);
    if (!value)
        return -1;
    write_register(&frame->base[ins.a], value);
    return 0;
}

int special_store_subscr(Frame *frame, Instruction ins)
{
    Object *container = frame->base[ins.a];
    Object *key = ins.d & D_B_CONST ? frame->code->constants[ins.b] : eval_shared(&frame->base[ins.b]);
    Object *value = ins.d & D_C_CONST ? frame->code->constants[ins.c] : frame->base[ins.c];
    Instruction *word = code_word(frame);
    if (is_time(word)) {
        if (IS_EXACT(container, LIST) && IS_EXACT(key, INT))
            word->op = OP_STORE_SUBSCR_LIST_INT;
        else if (IS_EXACT(container, BYTEARRAY) && IS_EXACT(key, INT) && IS_EXACT(value, INT))
            word->op = OP_STORE_SUBSCR_BYTEARRAY_INT;
        else if (IS_EXACT(container, DICT))
            word->op = OP_STORE_SUBSCR_DICT;
    }
    int status = object_set_subscript(container, key, value);
    if (!(ins.d & D_C_CONST) && is_temp(frame, ins.c))
        consume(&frame->base[ins.c]);
    if (is_temp(frame, ins.a))
        consume(&frame->base[ins.a]);
    if (!(ins.d & D_B_CONST) && is_temp(frame, ins.b))
        consume(&frame->base[ins.b]);
    return status;
}

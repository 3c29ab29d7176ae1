// Tuples with named fields. Read struct_sequence_new_steal first.
#include "stdlib/machine/struct_sequence.h"

#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/text/str.h"

size_t struct_sequence_hidden(const TypeObject *type)
{
    return (type->basic_size - offsetof(TupleObject, items)) / sizeof(Object *);
}

size_t struct_sequence_visible(const TypeObject *type)
{
    size_t count = 0;
    while (type->members[count].name)
        count++;
    return count - struct_sequence_hidden(type);
}

Object *struct_sequence_new_steal(TypeObject *type, Object **values)
{
    Object *self = NULL;
    size_t count = 0, total = 0;
    bool is_whole = true;
    if (type_ready(type) == 0) {
        count = struct_sequence_visible(type);
        self = type_allocate(type, count);
    }
    while (type->members[total].name)
        is_whole &= values[total++] != NULL;
    if (!self || !is_whole) {
        for (size_t i = 0; i < total; i++)
            xdecref(values[i]);
        if (self)
            object_free(self, object_byte_size(self) + count * sizeof(Object *));
        return NULL;
    }
    TUPLE(self)->count = count;
    for (size_t i = 0; i < total; i++)
        TUPLE(self)->items[i] = values[i];
    gc_track(self);
    return self;
}

void struct_sequence_dealloc(Object *self)
{
    Object **hidden = TUPLE(self)->items + TUPLE(self)->count;
    for (size_t i = struct_sequence_hidden(type_of(self)); i-- > 0;)
        if (hidden[i])
            ref_clear(&hidden[i]);
    type_tuple.dealloc(self);
}

int struct_sequence_traverse(Object *self, VisitFn visit, void *context)
{
    size_t total = TUPLE(self)->count + struct_sequence_hidden(type_of(self));
    for (size_t i = 0; i < total; i++)
        VISIT(TUPLE(self)->items[i]);
    return 0;
}

// "sys.flags(debug=0, ...)"
Object *struct_sequence_repr(Object *self)
{
    TypeObject *type = type_of(self);
    StrBuilder builder;
    str_builder_init(&builder);
    int status = 0;
    if (type->module_name)
        status = str_builder_text(&builder, type->module_name) < 0 || str_builder_char(&builder, '.') < 0;
    status = status || str_builder_text(&builder, type->name) < 0 || str_builder_char(&builder, '(') < 0;
    for (size_t i = 0; !status && i < TUPLE(self)->count; i++) {
        Object *text = object_repr(TUPLE(self)->items[i]);
        status = !text || (i > 0 && str_builder_text(&builder, ", ") < 0) ||
                 str_builder_text(&builder, type->members[i].name) < 0 || str_builder_char(&builder, '=') < 0 ||
                 str_builder_str(&builder, text) < 0;
        xdecref(text);
    }
    if (status || str_builder_char(&builder, ')') < 0) {
        str_builder_free(&builder);
        return NULL;
    }
    return str_builder_finish(&builder);
}

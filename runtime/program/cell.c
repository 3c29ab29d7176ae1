// Cells: a variable that a function shares with its inner functions.
#include "runtime/program/cell.h"

#include "runtime/gc/dealloc.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"

Object *cell_new_steal(Object *content_or_null)
{
    Object *self = gc_alloc(&type_cell, sizeof(CellObject));
    if (unlikely(!self)) {
        xdecref(content_or_null);
        return error_no_memory();
    }
    CELL(self)->content = content_or_null;
    gc_track(self);
    return self;
}

static Object *cell_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type; // cannot be subclassed
    if (args_no_keywords("cell", kwnames) < 0 || args_check_count("cell", nargs, 0, 1) < 0)
        return NULL;
    return cell_new_steal(nargs ? new_ref(args[0]) : NULL);
}

static void cell_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    xdecref(CELL(self)->content);
    gc_free(self, sizeof(CellObject));
    dealloc_leave();
}

static int cell_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(CELL(self)->content);
    return 0;
}

static int cell_clear(Object *self)
{
    ref_clear(&CELL(self)->content);
    return 0;
}

static Object *cell_repr(Object *self)
{
    Object *content = CELL(self)->content;
    if (!content)
        return str_format("<cell at %p: empty>", self);
    return str_format("<cell at %p: %.80T object at %p>", self, content, content);
}

// By content; an empty cell is less than any other.
static Object *cell_compare(Object *self, Object *other, CompareOp op)
{
    if (!IS_EXACT(self, CELL) || !IS_EXACT(other, CELL))
        return_not_implemented;
    Object *a = CELL(self)->content, *b = CELL(other)->content;
    if (a && b) {
        incref(a);
        incref(b);
        Object *result = object_compare(a, b, op);
        decref(a);
        decref(b);
        return result;
    }
    int order = (a != NULL) - (b != NULL);
    switch (op) {
    case COMPARE_LT: return object_from_bool(order < 0);
    case COMPARE_LE: return object_from_bool(order <= 0);
    case COMPARE_EQ: return object_from_bool(order == 0);
    case COMPARE_NE: return object_from_bool(order != 0);
    case COMPARE_GT: return object_from_bool(order > 0);
    default: return object_from_bool(order >= 0);
    }
}

static Object *get_content(Object *self, void *closure)
{
    (void)closure;
    if (!CELL(self)->content)
        return error_text(&exc_value_error, "Cell is empty");
    return new_ref(CELL(self)->content);
}

static int set_content(Object *self, Object *value_or_null, void *closure)
{
    (void)closure;
    xincref(value_or_null);
    ref_set_steal(&CELL(self)->content, value_or_null);
    return 0;
}

static const GetSetDef cell_getsets[] = {
    {"cell_contents", get_content, set_content, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

TypeObject type_cell = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "cell",
    .doc = "Create a new cell object.\n\n  contents\n    the contents of the cell. If not "
           "specified, the cell will be empty,\n    and \n further attempts to access its "
           "cell_contents attribute will\n    raise a ValueError.",
    .flags = TF_TRACKED,
    .index = TYPE_CELL,
    .basic_size = sizeof(CellObject),
    .base = &type_object,
    .getsets = cell_getsets,
    .dealloc = cell_dealloc,
    .traverse = cell_traverse,
    .clear = cell_clear,
    .make = cell_make,
    .repr = cell_repr,
    .hash = hash_not_implemented,
    .compare = cell_compare,
};

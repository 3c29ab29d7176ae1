// "Did you mean": CPython 3.11's search for the nearest name, with its costs and limits, so that the
// same name is found (or none). Read nearest first.
#include "vm/suggest.h"

#include <stdint.h>
#include <string.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/text/str.h"
#include "vm/frame.h"

enum { CANDIDATE_LIMIT = 750, SIZE_LIMIT = 40, MOVE_COST = 2, CASE_COST = 1 };

static char to_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
}

static size_t substitution_cost(char a, char b)
{
    if (a == b)
        return 0;
    return to_lower(a) == to_lower(b) ? CASE_COST : MOVE_COST;
}

// Edit distance of two byte strings, or more than `limit` if it is more.
static size_t distance(const char *a, size_t a_size, const char *b, size_t b_size, size_t limit)
{
    size_t row[SIZE_LIMIT], result = 0;
    while (a_size && b_size && a[0] == b[0])
        a++, a_size--, b++, b_size--;
    while (a_size && b_size && a[a_size - 1] == b[b_size - 1])
        a_size--, b_size--;
    if (a_size == 0 || b_size == 0)
        return (a_size + b_size) * MOVE_COST;
    if (a_size > SIZE_LIMIT || b_size > SIZE_LIMIT)
        return limit + 1;
    if (b_size < a_size) {
        const char *text = a;
        size_t size = a_size;
        a = b, a_size = b_size;
        b = text, b_size = size;
    }
    if ((b_size - a_size) * MOVE_COST > limit)
        return limit + 1;
    for (size_t i = 0; i < a_size; i++)
        row[i] = (i + 1) * MOVE_COST;
    for (size_t j = 0; j < b_size; j++) {
        size_t diagonal = result = j * MOVE_COST, least = SIZE_MAX;
        for (size_t i = 0; i < a_size; i++) {
            size_t substitute = diagonal + substitution_cost(b[j], a[i]);
            diagonal = row[i];
            size_t move = (result < diagonal ? result : diagonal) + MOVE_COST;
            result = move < substitute ? move : substitute;
            row[i] = result;
            if (result < least)
                least = result;
        }
        if (least > limit)
            return limit + 1;
    }
    return result;
}

// The nearest of a list of names (borrowed from it), or NULL. An entry that is no str ends the search.
static Object *nearest(Object *list, Object *name)
{
    size_t name_size, count = LIST(list)->count;
    const char *name_text = str_utf8(name, &name_size);
    Object *best = NULL;
    int64_t best_distance = INT64_MAX;
    if (count >= CANDIDATE_LIMIT || !name_text)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        Object *item = LIST(list)->items[i];
        size_t size;
        const char *text = IS_STR(item) ? str_utf8(item, &size) : NULL;
        if (!text)
            return NULL;
        if (str_equal(item, name))
            continue;
        int64_t limit = (int64_t)(name_size + size + 3) * MOVE_COST / 6;
        if (limit > best_distance - 1)
            limit = best_distance - 1;
        if (limit < 0)
            continue;
        int64_t found = (int64_t)distance(name_text, name_size, text, size, (size_t)limit);
        if (found > limit)
            continue;
        if (!best || found < best_distance) {
            best = item;
            best_distance = found;
        }
    }
    return best;
}

// Takes over the list of names; new reference or NULL.
static Object *nearest_steal(Object *list, Object *name)
{
    Object *best = list && IS_EXACT(list, LIST) ? nearest(list, name) : NULL;
    xincref(best);
    xdecref(list);
    error_clear();
    return best;
}

static Object *suggest_name(NameErrorObject *error)
{
    TracebackObject *entry = (TracebackObject *)error->base.traceback;
    if (!error->name || !IS_STR(error->name) || !entry || !IS_EXACT(entry, TRACEBACK))
        return NULL;
    while (entry->next)
        entry = entry->next;
    FrameObject *frame = entry->frame;
    Object *found = nearest_steal(object_to_list(frame->code->local_names), error->name);
    if (!found)
        found = nearest_steal(dict_keys_list(OBJECT(frame->globals)), error->name);
    if (found)
        return found;
    Frame as_frame = {.globals = frame->globals};
    return nearest_steal(dict_keys_list(OBJECT(frame_builtins_borrow(&as_frame))), error->name);
}

Object *suggest_for(Object *exception)
{
    Object *found = NULL;
    if (type_of(exception) == &exc_name_error) {
        found = suggest_name((NameErrorObject *)exception);
    } else if (type_of(exception) == &exc_attribute_error) {
        AttributeErrorObject *error = (AttributeErrorObject *)exception;
        if (error->name && error->obj && IS_STR(error->name))
            found = nearest_steal(object_dir(error->obj), error->name);
    }
    error_clear();
    return found;
}

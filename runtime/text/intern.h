// The intern table: one object for equal names. Interned strs are mortal: the table holds no count.
#ifndef ADDER_RUNTIME_TEXT_INTERN_H
#define ADDER_RUNTIME_TEXT_INTERN_H

#include "runtime/object.h"

Object *intern_text(const char *text); // NUL-ended UTF-8
Object *intern_utf8(const char *text, size_t byte_size);
// Replaces *str (exact str, owned) by the interned equal one. On failure *str stays as it is and
// nothing is raised (not interned is only slower) - callers that need identity check
// str_is_interned.
void intern_in_place(Object **str);
Object *intern_immortal(const char *text); // start-up names: never freed
void intern_forget(Object *str);           // called when an interned str is freed
size_t intern_count(void);
int intern_start(void);
void intern_stop(void);

#endif

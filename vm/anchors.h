// Which part of an expression's text is its operator: the ^^^ inside ~~~ under a traceback's line.
#ifndef ADDER_VM_ANCHORS_H
#define ADDER_VM_ANCHORS_H

#include <stdbool.h>
#include <stddef.h>

// `text`: the source of one expression on one line. True if it is a binary operation or a
// subscription; *left and *right are then the byte offsets of the part to be marked with ^.
bool anchors_find(const char *text, size_t size, size_t *left, size_t *right);

#endif

// libedit, loaded when a prompt on a terminal opens: it brings three more libraries with it, and to map
// all four would cost every script a fifth of its start.
#ifndef ADDER_VM_CLI_LIBEDIT_H
#define ADDER_VM_CLI_LIBEDIT_H

#include <histedit.h>
#include <stdbool.h>

// X(name): the functions of <histedit.h> that the prompt uses.
#define LIBEDIT_FUNCTIONS(X)                                                                                           \
    X(el_init) X(el_end) X(el_set) X(el_wset) X(el_resize) X(el_gets) X(el_wgetc) X(el_line) X(el_wline)               \
    X(el_push) X(el_wpush) X(el_cursor) X(el_insertstr) X(el_deletestr)                                                \
    X(history) X(history_init) X(history_end)

#define DECLARE_FUNCTION(name) __typeof__(&name) name;
typedef struct Libedit {
    LIBEDIT_FUNCTIONS(DECLARE_FUNCTION)
} Libedit;
#undef DECLARE_FUNCTION

extern Libedit edit; // all NULL before libedit_load() returned true

// Fills `edit`. False: the library or a function of it is missing.
bool libedit_load(void);

#endif

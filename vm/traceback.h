// Printing exceptions: what vm.h does not declare because only sys needs it.
#ifndef ADDER_VM_TRACEBACK_H
#define ADDER_VM_TRACEBACK_H

#include "runtime/type.h"

// What the module sys lends to the printing of errors in finalizers.
typedef struct TracebackHooks {
    // The argument of sys.unraisablehook: new UnraisableHookArgs.
    Object *(*unraisable_args)(Object *exception, Object *message_or_none, Object *object_or_none);
    // The builtin sys.unraisablehook (borrowed): while it is in place no argument object is made.
    Object *default_unraisable;
} TracebackHooks;
extern TracebackHooks traceback_hooks;

// Installs error_hooks.unraisable. Cannot fail.
void traceback_install(void);
// "Exception ignored in: ..." on sys.stderr. Each may be None. Cannot raise.
void traceback_print_unraisable(Object *type, Object *exception, Object *traceback, Object *message,
                                Object *object);
// sys.excepthook: gives the exception its traceback if it has none, and prints it. Cannot raise.
void traceback_display(Object *exception, Object *traceback);
// Writes to sys.stderr, or to descriptor 2 where there is none. Cannot raise.
void traceback_write_error(const char *text);

#endif

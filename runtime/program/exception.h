// Exception objects: the whole tree of CPython 3.11's built-in exceptions (groups apart), from exception.def.
#ifndef ADDER_RUNTIME_PROGRAM_EXCEPTION_H
#define ADDER_RUNTIME_PROGRAM_EXCEPTION_H

#include "runtime/type.h"

typedef struct ExceptionObject {
    Object header;
    Object *args;      // tuple
    Object *context;   // __context__ or NULL
    Object *cause;     // __cause__ or NULL
    Object *traceback; // TracebackObject or NULL
    Object *dict;      // the instance's attributes (dict) or NULL until needed; notes live here
    bool suppress_context;
} ExceptionObject;

typedef struct StopIterationObject {
    ExceptionObject base;
    Object *value;
} StopIterationObject;
typedef struct SystemExitObject {
    ExceptionObject base;
    Object *code;
} SystemExitObject;
typedef struct NameErrorObject { // NameError, UnboundLocalError
    ExceptionObject base;
    Object *name;
} NameErrorObject;
typedef struct AttributeErrorObject {
    ExceptionObject base;
    Object *obj, *name;
} AttributeErrorObject;
typedef struct ImportErrorObject {
    ExceptionObject base;
    Object *msg, *name, *path;
} ImportErrorObject;
typedef struct OsErrorObject {
    ExceptionObject base;
    Object *error_number, *strerror, *filename, *filename2;
} OsErrorObject;
typedef struct SyntaxErrorObject {
    ExceptionObject base;
    Object *msg, *filename, *lineno, *offset, *text, *end_lineno, *end_offset, *print_file_and_line;
} SyntaxErrorObject;
typedef struct UnicodeErrorObject {
    ExceptionObject base;
    Object *encoding, *object, *reason;
    int64_t start, end;
} UnicodeErrorObject;

// exception.def: EXCEPTION(symbol exc_..., "Name", base symbol, layout struct, doc)
#define EXCEPTION(symbol, name, base, layout, doc) extern TypeObject symbol;
#include "runtime/program/exception.def"
#undef EXCEPTION

// Exact builtin exception of the plain layout with these args (stolen, on failure too). Tracked.
Object *exception_new_plain_steal(TypeObject *type, Object *args);
// Completes the static type objects; called before any type is made ready. Cannot fail.
void exception_prepare(void);
// Makes the exception types ready. 0 / -1.
int exception_start(void);

// ---- For exception.c and its specialised halves: exception_os.c, exception_text.c ---------------

void exception_prepare_os(void);
void exception_prepare_text(void);
// The slots that the layouts inherit from BaseException.
Object *exception_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames);
int exception_init(Object *self, Object *const *args, size_t nargs, Object *kwnames);
Object *exception_str(Object *self);
int exception_traverse(Object *self, VisitFn visit, void *context);
int exception_clear(Object *self);
void exception_dealloc(Object *self);
// Type of an OSError for an errno, or NULL: OSError itself.
TypeObject *exception_type_of_errno(int error_number);

#endif

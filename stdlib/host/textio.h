// Text files: what open() gives and what sys.stdin, stdout and stderr are.
#ifndef ADDER_STDLIB_HOST_TEXTIO_H
#define ADDER_STDLIB_HOST_TEXTIO_H

#include "runtime/type.h"

extern TypeObject type_textio; // "_io.TextIOWrapper"

// New file object over a descriptor that it does not close unless `owns`. `name`: str for repr and
// .name; mode "r" or "w". Line-buffered when it is a terminal; stderr is never held back.
Object *textio_new(int fd, Object *name, const char *mode, bool owns);
// Exact text files only. 0 / -1 with OSError, UnicodeEncodeError, ValueError (closed).
int textio_write(Object *file, Object *str);
int textio_flush(Object *file);
// A line with its end, at most `limit` characters (-1: no limit); empty str at the end. NULL with exception.
Object *textio_read_line(Object *file, int64_t limit);
Object *textio_open(Object *path, Object *mode, Object *encoding, Object *errors, Object *newline); // open()

// Flushes every open file; failures are reported as "Exception ignored in". 0 / -1 if there was one.
int textio_flush_all(void);
// The last flush and what the files' modules hold; before modules are cleared (hooks_at_exit).
void textio_stop(void);

#endif

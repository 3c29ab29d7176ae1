// os.stat_result: what stat says about a file.
#ifndef ADDER_STDLIB_HOST_STAT_RESULT_H
#define ADDER_STDLIB_HOST_STAT_RESULT_H

#include <sys/stat.h>

#include "runtime/type.h"

extern TypeObject type_stat_result;
Object *stat_result_new(const struct stat *status); // NULL with MemoryError

#endif

// Module _tracemalloc: tracing that begins with the program.
#ifndef ADDER_STDLIB_MACHINE_MOD_TRACEMALLOC_H
#define ADDER_STDLIB_MACHINE_MOD_TRACEMALLOC_H

// Starts tracing with `frame_count` frames a trace (1..TRACE_LIMIT_MAX). 0 / -1 with MemoryError.
int tracemalloc_start(int frame_count);

#endif

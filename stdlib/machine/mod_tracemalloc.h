// Module _tracemalloc: tracing that begins with the program.

// Module _tracemalloc: runtime/memory/trace as scripts see it.

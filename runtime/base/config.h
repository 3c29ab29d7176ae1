// Every limit and switch of Adder, each with its reason. Nothing else in the tree defines one.
#ifndef ADDER_RUNTIME_BASE_CONFIG_H
#define ADDER_RUNTIME_BASE_CONFIG_H

#ifndef ADDER_STRESS
#define ADDER_STRESS 0 // preset stress: collect at every safe point, tiny pools, tiny caches
#endif
#ifndef ADDER_ARENAS
#define ADDER_ARENAS 1 // preset malloc: 0 makes each block its own malloc, for valgrind
#endif
#ifndef ADDER_COUNTS
#define ADDER_COUNTS 0 // 1: the dispatch loop counts what it executes (vm/counts.h)
#endif
#ifndef ADDER_ASSERTIONS
#define ADDER_ASSERTIONS 0 // presets debug, asan, stress: assertions on
#endif

// Memory. The arena is large enough that mmap is rare and small enough to go back to the system.
#define ARENA_SIZE ((size_t)1 << 20)
#define POOL_SIZE ((size_t)16384)    // 16 KiB: 64 a arena; CPython's size, so fragmentation compares
#define PAGE_SIZE ((size_t)4096)     // of the system: what can be given back inside an arena
#define BLOCK_ALIGN ((size_t)16)     // size classes in steps of 16
#define BLOCK_SIZE_MAX ((size_t)512) // larger requests take the counted large path
#define ARENA_HUGE_COUNT 8 // arenas from which on two are mapped as a huge page; what waits in vain goes back
#define ARENA_RESERVE_POOLS ((size_t)16) // 256 KiB, untouched: for who handles a MemoryError
#define LIMIT_RESERVE_MAX ((size_t)256 << 10) // of the limit, at most; less than 16 MiB: a 64th

// Types. 16 bits of the object header hold the index: one movzwl reads it.
#define TYPE_INDEX_LIMIT 65536u

// Shapes: beyond these an object keeps its attributes in a dict of its own.
#define SHAPE_SLOT_LIMIT 64       // a class with more attributes than this is a table, not a record
#define SHAPE_COUNT_LIMIT 256     // shapes of one class; past it attribute order is arbitrary

// Refcounts are 31 bits; the sign bit means immortal (saturated or born so).
#define REFCOUNT_IMMORTAL ((int32_t)0xC0000000)

// Stacks. Address space is reserved once and committed on touch.
#define VALUE_STACK_SLOTS ((size_t)1 << 24)  // 128 MiB of registers: recursion limit 1e5 x 160 registers
#define FRAME_STACK_LIMIT ((size_t)1 << 18)  // script frames, whatever sys.setrecursionlimit says
#define RECURSION_LIMIT_DEFAULT 1000         // CPython's
#define C_STACK_BYTES_MAX ((size_t)6 << 20)  // of the 8 MiB that Linux gives; deeper C recursion is RecursionError
#define PARSER_DEPTH_MAX 6000                // nested nodes; CPython's MAXSTACK
#define REGISTER_LIMIT 65000                 // operands are 16 bits

#define GC_THRESHOLD0 700 // CPython 3.11's generations
#define GC_THRESHOLD1 10
#define GC_THRESHOLD2 10

#endif

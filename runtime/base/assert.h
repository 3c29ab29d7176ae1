// Assertions for what only we can cause (what a script can cause is raised, never asserted).
#ifndef ADDER_RUNTIME_BASE_ASSERT_H
#define ADDER_RUNTIME_BASE_ASSERT_H

#include "runtime/base/config.h"

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)

// Prints file, line and expression on stderr and aborts.
_Noreturn void assert_failed(const char *file, int line, const char *expression);

#if ADDER_ASSERTIONS
#define ASSERT(condition) (likely(condition) ? (void)0 : assert_failed(__FILE__, __LINE__, #condition))
#else
#define ASSERT(condition) ((void)0)
#endif
// Checks that cost more than the operation they guard (whole structures): stress and asan only.
#if ADDER_ASSERTIONS > 1
#define ASSERT_EXPENSIVE(condition) ASSERT(condition)
#else
#define ASSERT_EXPENSIVE(condition) ((void)0)
#endif
#define UNREACHABLE() (ADDER_ASSERTIONS ? assert_failed(__FILE__, __LINE__, "unreachable") : __builtin_unreachable())

#endif

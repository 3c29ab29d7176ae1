// Small improvements of finished instruction lists: jumps to jumps, jumps to the next instruction,
// results that are moved at once, code behind which nothing arrives.
#ifndef ADDER_COMPILER_CODEGEN_PEEPHOLE_H
#define ADDER_COMPILER_CODEGEN_PEEPHOLE_H

#include "compiler/codegen/emit.h"

// Works in place: instructions are marked as removed, labels moved. Cannot fail.
void peephole_run(Emitter *emitter);

#endif

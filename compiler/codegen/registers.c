// Registers of a unit: temporaries as a stack, locals at first sight, operand bits.
#include "compiler/codegen/codegen.h"

#include "runtime/bytecode/opcode.h"

uint32_t register_push(Unit *unit)
{
    uint32_t reg = unit->top++;
    if (unit->top > unit->register_count) {
        unit->register_count = unit->top;
        if (unit->register_count > REGISTER_LIMIT)
            unit_error(unit, NULL, "too many local variables or temporary values (limit %d)",
                       REGISTER_LIMIT);
    }
    return reg;
}

unsigned register_bits(Operand operand, int position, uint32_t target)
{
    static const uint8_t constant_bits[3] = {D_A_CONST, D_B_CONST, D_C_CONST};
    static const uint8_t temp_bits[3] = {D_A_TEMP, D_B_TEMP, D_C_TEMP};
    switch (operand.kind) {
    case OPERAND_LOCAL:
        return 0;
    case OPERAND_CONSTANT:
        return constant_bits[position];
    default:
        return operand.is_arithmetic || operand.index == target ? 0 : temp_bits[position];
    }
}

uint32_t register_open(Unit *unit, uint32_t target)
{
    uint32_t saved_top = unit->top;
    if (register_is_temporary(unit, target) && target + 1 == unit->top)
        unit->top = target;
    return saved_top;
}

void register_close(Unit *unit, uint32_t saved_top)
{
    unit->top = saved_top;
}

uint32_t register_work(Unit *unit, uint32_t target)
{
    return register_is_temporary(unit, target) ? target : register_push(unit);
}

uint32_t register_of_symbol(Unit *unit, Symbol *symbol)
{
    if (symbol->register_index < 0) {
        symbol->register_index = (int32_t)unit->next_plain++;
        ASSERT((uint32_t)symbol->register_index < unit->emitter.local_count);
    }
    uint32_t reg = (uint32_t)symbol->register_index;
    if (symbol->flags & SYMBOL_DELETED)
        unit->emitter.deletable[reg / 64] |= (uint64_t)1 << (reg % 64);
    return reg;
}

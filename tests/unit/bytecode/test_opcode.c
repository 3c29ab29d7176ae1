// The opcode list is well formed.
#include "runtime/bytecode/opcode.h"

#include <criterion/criterion.h>
#include <string.h>

Test(opcode, operands_are_three_known_letters)
{
    for (int op = 0; op < OP_COUNT; op++) {
        const char *operands = opcode_info[op].operands;
        cr_assert_eq(strlen(operands), 3u, "%s", opcode_info[op].name);
        cr_assert_eq(strspn(operands, "-rwmkniuJWKL"), 3u, "%s", opcode_info[op].name);
        cr_assert_null(strpbrk(operands + 2, "KL"), "%s", opcode_info[op].name);
        if (strpbrk(operands, "KL"))
            cr_assert_eq(operands[2], '-', "%s", opcode_info[op].name);
    }
}

Test(opcode, special_forms_have_a_general_one_of_the_same_size)
{
    for (int op = 0; op < OP_COUNT; op++) {
        Opcode general = opcode_general((Opcode)op);
        cr_assert_eq(general == (Opcode)op, op < OP_FIRST_SPECIAL, "%s", opcode_info[op].name);
        cr_assert_eq(opcode_info[general].cache_words, opcode_info[op].cache_words);
    }
}

Test(opcode, tells_constants_from_registers)
{
    Instruction add = {.op = OP_ADD, .d = D_C_CONST};
    cr_assert(opcode_operand_is_constant(add, 2));
    cr_assert_not(opcode_operand_is_constant(add, 1));
    Instruction format = {.op = OP_FORMAT, .d = D_HAS_SPEC};
    cr_assert_not(opcode_operand_is_constant(format, 2));
}

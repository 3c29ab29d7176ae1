// The verifier accepts sound code and names what is wrong with other code.
#include "runtime/bytecode/verify.h"

#include <criterion/criterion.h>

#include "runtime/bytecode/exctable.h"
#include "runtime/memory/memory.h"

TestSuite(verify, .init = memory_start);

// Two locals, four temporaries (registers 2..5), three constants.
static const char *check(const Instruction *code, uint32_t count)
{
    VerifyInput input = {code, count, 3, 2, 6, NULL, 0};
    uint32_t word;
    return verify_code(&input, &word);
}
#define CHECK(...) \
    check((Instruction[]){__VA_ARGS__}, sizeof((Instruction[]){__VA_ARGS__}) / sizeof(Instruction))
#define INS(name, ...) {.op = OP_##name, __VA_ARGS__}

Test(verify, accepts_sound_code)
{
    cr_assert_null(CHECK(INS(ADD, .a = 2, .b = 0, .c = 1), INS(RETURN, .a = 2)));
    cr_assert_null(CHECK(INS(LT_JUMP, .a = 0, .b = 1, .jump16 = 1), INS(JUMP_BACK, .jump32 = -2),
                         INS(RETURN_CONST, .index32 = 2)));
}

Test(verify, refuses_operands_out_of_range)
{
    cr_assert_not_null(CHECK(INS(RETURN, .a = 6)));
    cr_assert_not_null(CHECK(INS(RETURN_CONST, .index32 = 3)));
    cr_assert_not_null(CHECK(INS(ADD, .d = D_C_CONST, .a = 2, .b = 0, .c = 3), INS(RETURN, .a = 2)));
    cr_assert_not_null(CHECK(INS(BUILD_LIST, .a = 2, .b = 4, .c = 3), INS(RETURN, .a = 2)));
}

Test(verify, refuses_wild_jumps)
{
    cr_assert_not_null(CHECK(INS(JUMP, .jump32 = 5), INS(RETURN_CONST, .index32 = 0)));
    cr_assert_not_null(CHECK(INS(NOP), INS(JUMP, .jump32 = -2)));
    cr_assert_not_null(CHECK(INS(JUMP, .jump32 = 1), INS(FOR_ITER, .a = 0, .b = 2),
                             {.word = 0}, INS(RETURN_CONST, .index32 = 0)));
    cr_assert_not_null(CHECK(INS(NOP)));
}

Test(verify, refuses_dead_temporaries)
{
    cr_assert_not_null(CHECK(INS(RETURN, .a = 2)));
    cr_assert_not_null(
        CHECK(INS(MOVE, .a = 2, .b = 0), INS(NOT, .a = 3, .b = 2), INS(RETURN, .a = 2)));
    // written on one path only
    cr_assert_not_null(CHECK(INS(JUMP_IF_TRUE, .d = 1, .a = 0, .jump32 = 1),
                             INS(MOVE, .a = 2, .b = 0), INS(RETURN, .a = 2)));
}

Test(verify, follows_handlers)
{
    Instruction code[] = {INS(NOT, .a = 2, .b = 0), INS(RETURN, .a = 2), INS(PUSH_EXC, .a = 2),
                          INS(POP_EXC, .a = 2), INS(RETURN_CONST, .index32 = 0)};
    ExceptionTableWriter writer;
    exctable_init(&writer);
    cr_assert_eq(exctable_add(&writer, (ExceptionEntry){0, 1, 2, 0}), 0);
    VerifyInput input = {code, 5, 3, 2, 6, (const uint8_t *)writer.buffer.data,
                         (uint32_t)writer.buffer.size};
    uint32_t word;
    cr_assert_null(verify_code(&input, &word));
    code[3].a = 3;
    cr_assert_not_null(verify_code(&input, &word));
    buffer_free(&writer.buffer);
}

#include "runtime/base/bits.h"

#include <criterion/criterion.h>

Test(bits, aligning)
{
    cr_assert_eq(align_up(0, 16), 0u);
    cr_assert_eq(align_up(1, 16), 16u);
    cr_assert_eq(align_up(16, 16), 16u);
    cr_assert_eq(align_up(17, 4096), 4096u);
    cr_assert_eq(align_down(4095, 4096), 0u);
    cr_assert_eq(align_down(4097, 4096), 4096u);
    cr_assert(is_aligned(32, 16));
    cr_assert(!is_aligned(40, 16));
}

Test(bits, checked_arithmetic_tells_overflow)
{
    size_t result;
    cr_assert(checked_add(SIZE_MAX - 1, 1, &result));
    cr_assert_eq(result, SIZE_MAX);
    cr_assert(!checked_add(SIZE_MAX, 1, &result));
    cr_assert(checked_mul(SIZE_MAX / 2, 2, &result));
    cr_assert_eq(result, SIZE_MAX - 1);
    cr_assert(!checked_mul(SIZE_MAX / 2 + 1, 2, &result));
    cr_assert(checked_size(24, 10, 8, &result));
    cr_assert_eq(result, 104u);
    cr_assert(!checked_size(24, SIZE_MAX / 8, 8, &result));
    cr_assert(!checked_size(24, SIZE_MAX, 8, &result));
    cr_assert(checked_align_up(SIZE_MAX - 15, 16, &result));
    cr_assert_eq(result, SIZE_MAX - 15);
    cr_assert(!checked_align_up(SIZE_MAX - 14, 16, &result));
}

Test(bits, logarithms_at_powers_and_beside_them)
{
    cr_assert_eq(bit_length(0), 0u);
    cr_assert_eq(log2_ceil(1), 0u);
    cr_assert_eq(power_of_two_ceil(0), 1u);
    for (uint32_t i = 1; i < 63; i++) {
        uint64_t power = (uint64_t)1 << i;
        cr_assert_eq(bit_length(power), i + 1);
        cr_assert_eq(bit_length(power - 1), i);
        cr_assert_eq(log2_floor(power), i);
        cr_assert_eq(log2_floor(power + (i > 1)), i);
        cr_assert_eq(log2_ceil(power), i);
        cr_assert_eq(log2_ceil(power + 1), i + 1);
        cr_assert_eq(power_of_two_ceil(power), power);
        cr_assert_eq(power_of_two_ceil(power + 1), power * 2);
        cr_assert(is_power_of_two(power));
        cr_assert_eq(is_power_of_two(power + 1), false);
    }
    cr_assert(!is_power_of_two(0));
    cr_assert(is_power_of_two(1));
}

Test(bits, counting_and_rotating)
{
    cr_assert_eq(trailing_zeros(8), 3u);
    cr_assert_eq(leading_zeros(0), 64u);
    cr_assert_eq(leading_zeros(1), 63u);
    cr_assert_eq(bit_count(UINT64_MAX), 64u);
    cr_assert_eq(rotate_left(0x8000000000000001u, 1), 3u);
    cr_assert_eq(rotate_right(3, 1), 0x8000000000000001u);
    cr_assert_eq(rotate_left(5, 0), 5u);
    cr_assert_eq(rotate_right(5, 64), 5u);
}

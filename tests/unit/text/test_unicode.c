#include "runtime/text/unicode.h"

#include <criterion/criterion.h>

Test(unicode, predicates_at_samples)
{
    cr_assert(unicode_is_alpha('a') && unicode_is_alpha(0xE9) && unicode_is_alpha(0x4E2D) &&
              !unicode_is_alpha('1'));
    cr_assert(unicode_is_space(0x2003) && unicode_is_space(0x1F) && !unicode_is_space(0x200B));
    cr_assert(unicode_is_decimal(0x661) && !unicode_is_decimal(0xB2) && unicode_is_digit(0xB2) &&
              unicode_is_numeric(0x2155));
    cr_assert(!unicode_is_printable(0xAD) && !unicode_is_printable(0x2028) &&
              unicode_is_printable(0x1F600));
    cr_assert(unicode_is_xid_start('_') && !unicode_is_xid_start('1') &&
              unicode_is_xid_continue('1') && unicode_is_xid_continue(0xB7));
    cr_assert(unicode_is_title(0x1C5) && unicode_is_line_break(0x85) &&
              !unicode_is_printable(0x10FFFF));
}

Test(unicode, decimal_values)
{
    cr_assert_eq(unicode_decimal_value('7'), 7);
    cr_assert_eq(unicode_decimal_value(0x669), 9);
    cr_assert_eq(unicode_decimal_value(0x1D7FF), 9);
    cr_assert_eq(unicode_decimal_value(0xB2), -1);
    cr_assert_eq(unicode_decimal_value(0x10FFFF), -1);
}

Test(unicode, full_case_mappings)
{
    uint32_t out[3];
    cr_assert_eq(unicode_to_upper(0xDF, out), 2);
    cr_assert(out[0] == 'S' && out[1] == 'S');
    cr_assert_eq(unicode_to_title(0xDF, out), 2);
    cr_assert(out[0] == 'S' && out[1] == 's');
    cr_assert_eq(unicode_to_lower(0x130, out), 2);
    cr_assert(out[0] == 'i' && out[1] == 0x307);
    cr_assert_eq(unicode_to_fold(0x1E9E, out), 2);
    cr_assert_eq(unicode_to_upper(0x390, out), 3);
    cr_assert_eq(unicode_to_lower(0x10400, out), 1);
    cr_assert_eq(out[0], 0x10428u);
}

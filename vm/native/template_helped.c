// Templates of the instructions that are one call of C.
#include "vm/native/translator.h"

typedef struct Help {
    Opcode op;
    NativeHelp function;
    bool is_general; // left to the loop at first, which may specialise it
} Help;
static const Help helps[] = {
    {OP_LT, native_compare, false},
    {OP_LE, native_compare, false},
    {OP_EQ, native_compare, false},
    {OP_NE, native_compare, false},
    {OP_GT, native_compare, false},
    {OP_GE, native_compare, false},
    {OP_IS, native_is, false},
    {OP_IN, native_contains, false},
    {OP_NOT, native_not, false},
    {OP_MAKE_CELL, native_make_cell, false},
    {OP_LOAD_ATTR_PROPERTY, native_load_attr, false},
    {OP_LOAD_ATTR_DESCRIPTOR, native_load_attr, false},
    {OP_LOAD_ATTR_MANY, native_load_attr, false},
    {OP_LOAD_ATTR_SUBCLASS, native_load_attr, false},
    {OP_LOAD_ATTR, native_load_attr, true},
    {OP_LOAD_NAME, native_load_name, true},
    {OP_LOAD_GLOBAL, native_load_name, true},
    {OP_STORE_NAME, native_store_name, true},
    {OP_STORE_GLOBAL, native_store_name, true},
    {OP_STORE_ATTR_ADD, native_store_attr, false},
    {OP_STORE_ATTR_MANY, native_store_attr, false},
    {OP_STORE_ATTR, native_store_attr, true},
    {OP_LOAD_METHOD, native_load_method, true},
    {OP_LOAD_METHOD_SUBCLASS, native_load_method, false},
    {OP_LOAD_METHOD_CLASSMETHOD, native_load_method, false},
    {OP_STORE_SUBSCR_BYTEARRAY_INT, native_store_byte, false},
    {OP_GET_YIELD_FROM_ITER, native_get_yield_from_iter, false},
    {OP_STORE_SUBSCR_DICT, native_store_item_dict, false},
    {OP_LOAD_SUBSCR, native_load_item, true},
    {OP_STORE_SUBSCR, native_store_item, true},
    {OP_DELETE_SUBSCR, native_delete_item, false},
    {OP_BUILD_TUPLE, native_build_tuple, false},
    {OP_SET_ADD, native_set_add, false},
    {OP_DICT_ADD, native_dict_add, false},
    {OP_LIST_TO_TUPLE, native_list_to_tuple, false},
    {OP_UNPACK, native_unpack, false},
    {OP_GET_ITER, native_get_iter, false},
    {OP_LOAD_SLICE, eval_load_slice, false},
    {OP_STORE_SLICE, eval_store_slice, false},
    {OP_BUILD_SLICE, eval_build_slice, false},
    {OP_BUILD_LIST, eval_build_list, false},
    {OP_BUILD_SET, eval_build_set, false},
    {OP_BUILD_DICT, eval_build_dict, false},
    {OP_BUILD_STRING, eval_build_string, false},
    {OP_FORMAT, eval_format, false},
    {OP_LIST_EXTEND, eval_list_extend, false},
    {OP_DICT_UPDATE, eval_dict_update, false},
    {OP_DICT_MERGE, eval_dict_merge, false},
    {OP_UNPACK_EX, eval_unpack_ex, false},
    {OP_MAKE_FUNCTION, eval_make_function, false},
    {OP_POSITIVE, eval_unary, false},
    {OP_PUSH_EXC, eval_push_exc, false},
    {OP_DELETE_LOCAL, native_delete_local, false},
    {OP_WITH_ENTER, eval_with_enter, false},
    {OP_WITH_EXIT, eval_with_exit, false},
    {OP_WITH_EXCEPT, eval_with_except, false},
    {OP_LOAD_ATTR_SLOT, native_load_attr, true},
    {OP_LOAD_ATTR_CLASS, native_load_attr, true},
    {OP_LOAD_ATTR_TYPE, native_load_attr, true},
    {OP_STORE_ATTR_SLOT, native_store_attr, true},
    {OP_LOAD_METHOD_SHAPE, native_load_method, true},
    {OP_LOAD_METHOD_TYPE, native_load_method, true},
    {OP_POP_EXC, eval_pop_exc, false},
};

bool translate_helped(Translator *t)
{
    Instruction ins = t->ins;
    if (t->fed.kind)
        return false;
    switch (ins.op) {
    case OP_IN_JUMP:
        translate_question(t, (const void *)native_contains_jump, ins.d & D_JUMP_IF_TRUE,
                           ins.jump16);
        return true;
    case OP_EXC_MATCH_JUMP:
        translate_question(t, (const void *)native_exc_match_jump, false, ins.jump16);
        return true;
    default:
        break;
    }
    for (size_t i = 0; i < sizeof helps / sizeof *helps; i++)
        if (helps[i].op == ins.op && (is_settled(t) || !helps[i].is_general)) {
            translate_help(t, (const void *)helps[i].function);
            return true;
        }
    return false;
}

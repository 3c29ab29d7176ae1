// os.stat_result: ten items, whole seconds among them, and behind them what has a name only.
#include "stdlib/host/stat_result.h"

#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "stdlib/machine/struct_sequence.h"

enum { ITEM_COUNT = 10, HIDDEN_COUNT = 9 };

// The times appear twice: as items, for repr, and as the floats that their names give.
static const MemberDef stat_members[] = {
    STRUCT_FIELD(0, "st_mode"),      STRUCT_FIELD(1, "st_ino"),       STRUCT_FIELD(2, "st_dev"),
    STRUCT_FIELD(3, "st_nlink"),     STRUCT_FIELD(4, "st_uid"),       STRUCT_FIELD(5, "st_gid"),
    STRUCT_FIELD(6, "st_size"),      STRUCT_FIELD(7, "st_atime"),     STRUCT_FIELD(8, "st_mtime"),
    STRUCT_FIELD(9, "st_ctime"),     STRUCT_FIELD(10, "st_atime"),    STRUCT_FIELD(11, "st_mtime"),
    STRUCT_FIELD(12, "st_ctime"),    STRUCT_FIELD(13, "st_atime_ns"), STRUCT_FIELD(14, "st_mtime_ns"),
    STRUCT_FIELD(15, "st_ctime_ns"), STRUCT_FIELD(16, "st_blksize"),  STRUCT_FIELD(17, "st_blocks"),
    STRUCT_FIELD(18, "st_rdev"),     {0},
};
STRUCT_SEQUENCE_TYPE(type_stat_result, "os", "stat_result", stat_members, HIDDEN_COUNT, TF_NO_INSTANTIATION, NULL);

static void put_time(Object **values, int index, struct timespec time)
{
    values[7 + index] = int_from_int64(time.tv_sec);
    values[10 + index] = float_new((double)time.tv_sec + 1e-9 * (double)time.tv_nsec);
    values[13 + index] = int_from_int64((int64_t)time.tv_sec * 1000000000 + time.tv_nsec);
}

Object *stat_result_new(const struct stat *status)
{
    Object *values[ITEM_COUNT + HIDDEN_COUNT] = {
        int_from_uint64(status->st_mode), int_from_uint64(status->st_ino),  int_from_uint64(status->st_dev),
        int_from_uint64(status->st_nlink), int_from_uint64(status->st_uid), int_from_uint64(status->st_gid),
        int_from_int64(status->st_size),
    };
    put_time(values, 0, status->st_atim);
    put_time(values, 1, status->st_mtim);
    put_time(values, 2, status->st_ctim);
    values[16] = int_from_int64(status->st_blksize);
    values[17] = int_from_int64(status->st_blocks);
    values[18] = int_from_uint64(status->st_rdev);
    return struct_sequence_new_steal(&type_stat_result, values);
}

// The module _io: names of what open() makes, for io.
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/containers/dict.h"
#include "runtime/model/state.h"
#include "runtime/numbers/int.h"
#include "runtime/program/module.h"
#include "stdlib/host/fileio.h"
#include "stdlib/host/textio.h"

static int fill_io(ModuleObject *module)
{
    TypeObject *const types[] = {&type_textio, &type_buffered_reader, &type_buffered_writer, &type_buffered_random};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (type_ready(types[i]) < 0 || module_add_type(module, types[i]) < 0)
            return -1;
    Object *unsupported = file_unsupported_class_borrow();
    Object *open = dict_get_text_borrow(state.builtins, "open");
    if (!unsupported || module_add(module, "UnsupportedOperation", unsupported) < 0)
        return -1;
    if (open && module_add(module, "open", open) < 0)
        return -1;
    return module_add_steal(module, "DEFAULT_BUFFER_SIZE", int_from_size(FILE_CHUNK));
}

extern const ModuleDef module__io;
const ModuleDef module__io = {
    .name = "_io",
    .doc = "The classes of open files.",
    .fill = fill_io,
};

// Starting, running and stopping the interpreter. Read vm_start and vm_stop for the order of things.
#include "vm/vm.h"


#include <stdio.h>

#include "compiler/compile.h"
#include "runtime/containers/dict.h"
#include "runtime/gc/gc.h"
#include "runtime/memory/memory.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/program/super.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"
#include "vm/eval.h"
#include "vm/hooks.h"

Object *vm_run_code(CodeObject *code, DictObject *globals, Object *locals_or_null)
{
    if (recursion_enter(NULL) < 0)
        return NULL;
    recursion_leave();
    Object **base = frame_stack_top();
    if (invoke_check_room(base, code) < 0)
        return NULL;
    for (uint32_t i = 0; i < code->local_count; i++)
        if (base[i])
            ref_clear(&base[i]);
    Object *builtins = dict_get_str_borrow(globals, NAME(builtins));
    if (!builtins) {
        if (error_occurred() || dict_set_str(globals, NAME(builtins), OBJECT(state.builtins)) < 0)
            return NULL;
    }
    Frame *frame = vm.frame + 1;
    if (unlikely(frame_builtins_of_borrow(globals) != state.builtins))
        globals->keys_version = 0; // what is cached for these globals may stem from state.builtins
    frame->base = base;
    frame->pc = code->code;
    frame->code = new_ref(code);
    frame->globals = new_ref(globals);
    frame->function = NULL;
    frame->flags = FRAME_ENTRY | FRAME_LOCALS;
    frame->trace_parent = 0;
    frame->locals = new_ref(locals_or_null ? locals_or_null : OBJECT(globals));
    vm.frame = frame;
    state.recursion_depth++;
    Object *result = eval_run();
    decref(OBJECT(globals));
    decref(OBJECT(code));
    return result;
}

Object *vm_run_text(const char *text, size_t byte_size, Object *filename, DictObject *globals)
{
    CodeObject *code = compile_text(text, byte_size, filename, COMPILE_FILE, 0);
    if (!code)
        return NULL;
    Object *result = vm_run_code(code, globals, NULL);
    decref(OBJECT(code));
    return result;
}

int vm_start(const ModuleDef *const *modules)
{
    type_function.call = function_call;
    if (runtime_start() < 0 || frame_start() < 0)
        goto fail;
    hooks_install();
    state.modules = dict_new();
    if (!state.modules || import_start(modules) < 0)
        goto fail;
    static const char *const first[] = {"builtins", "sys"};
    for (int i = 0; i < 2; i++) {
        Object *name = intern_text(first[i]);
        Object *module = name ? import_module(name) : NULL;
        xdecref(name);
        if (!module)
            goto fail;
        DictObject **dict = i == 0 ? &state.builtins : &state.sys_dict;
        if (!*dict)
            *dict = new_ref(MODULE(module)->dict);
        decref(module);
    }
    return 0;
fail:
    if (memory_get_limit())
        fprintf(stderr, "adder: cannot start: the memory limit of %zu bytes is too low\n", memory_get_limit());
    else
        fputs("adder: cannot start: out of memory\n", stderr);
    return -1;
}

size_t vm_stop(void)
{
    hooks_run_at_exit();
    error_clear();
    state.is_finalizing = true;
    if (gc.is_enabled)
        gc_collect(2);
    hooks_clear_modules();
    import_stop();
    frame_release_lingering();
    size_t left = runtime_stop(); // its last collection may still run finalizers: the stacks stay till then
    if (!state.ends_process)
        frame_stop();
    return left;
}

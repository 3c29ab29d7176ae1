# Writes OUTPUT.c: the text of each module of MODULES in FOLDER as a C array, and a definition of it;
# and OUTPUT.def: a BUILTIN_MODULE line for each.
# The texts have a section of their own: what is read at each start lies together without them.
set(text "// Generated from stdlib/lib.\n#include \"runtime/program/module.h\"\n#define TEXT __attribute__((section(\"module_text\")))\n")
set(lines "")
foreach(module ${MODULES})
  file(READ ${FOLDER}/${module}.py hex HEX)
  string(LENGTH "${hex}" length)
  math(EXPR size "${length} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND text "static const char TEXT text_${module}[] = {${bytes}0};\nextern const ModuleDef module_${module};\n"
    "const ModuleDef module_${module} = {.name = \"${module}\", .source = text_${module}, .source_size = ${size}};\n")
  string(APPEND lines "BUILTIN_MODULE(module_${module})\n")
endforeach()
file(WRITE ${OUTPUT}.c "${text}")
file(WRITE ${OUTPUT}.def "${lines}")

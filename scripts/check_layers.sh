#!/usr/bin/env bash
# Each file includes only from its own rank or from ranks below it. Prints what breaks the rule.
set -u
cd "$(dirname "$0")/.."
rank() { # of a path from the root
    case $1 in
    runtime/base/*) echo 0 ;;
    runtime/memory/*) echo 1 ;;
    runtime/object.h | runtime/type.h | runtime/types.def) echo 2 ;;
    runtime/gc/*) echo 3 ;;
    runtime/bytecode/*) echo 3.5 ;; # the same rank as gc, and neither may know the other
    runtime/*) echo 4 ;;
    compiler/syntax/*) echo 5 ;;
    compiler/compile.h | compiler/*) echo 6 ;;
    vm/cli/*) echo 9 ;;
    vm/*) echo 7 ;;
    stdlib/*) echo 8 ;;
    *) echo -1 ;;
    esac
}
status=0
for file in $(find runtime compiler vm stdlib -name '*.[chy]' -o -name '*.re' -o -name '*.def' | sort); do
    own=$(rank "$file")
    for included in $(sed -nE 's/^# *include "([^"]+)".*/\1/p' "$file"); do
        other=$(rank "$included")
        [ "$other" = -1 ] && continue # generated headers and their like
        bad=$(awk -v a="$own" -v b="$other" 'BEGIN {
            if (a == 3 && b == 3.5 || a == 3.5 && b == 3) print 1; else print (b > a + 0.4) }')
        if [ "$own" = 7 ] && [ "${included#compiler/}" != "$included" ] && [ "$included" != compiler/compile.h ] &&
           [ "$included" != compiler/disasm.h ]; then
            bad=1
        fi
        if [ "$bad" = 1 ]; then
            echo "$file includes $included, which is above it"
            status=1
        fi
    done
done
exit $status

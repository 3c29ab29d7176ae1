#!/usr/bin/env bash
# Each file includes only from its own rank or from ranks below it. Prints what breaks the rule.
set -u
cd "$(dirname "$0")/.."
rank() { # of a path from the root, into REPLY
    case $1 in
    runtime/base/*) REPLY=0 ;;
    runtime/memory/*) REPLY=1 ;;
    runtime/object.h | runtime/type.h | runtime/types.def) REPLY=2 ;;
    runtime/gc/* | runtime/bytecode/*) REPLY=3 ;; # and neither may know the other
    runtime/*) REPLY=4 ;;
    compiler/syntax/*) REPLY=5 ;;
    compiler/compile.h | compiler/*) REPLY=6 ;;
    vm/cli/*) REPLY=9 ;;
    vm/*) REPLY=7 ;;
    stdlib/*) REPLY=8 ;;
    *) REPLY=-1 ;;
    esac
}
status=0
includes=$(find runtime compiler vm stdlib -name '*.[chy]' -o -name '*.re' -o -name '*.def' | sort |
    xargs grep -HoE '^# *include "[^"]+"')
[ -n "$includes" ] || { echo "no includes found"; exit 1; }
while IFS=: read -r file included; do
    included=${included#*\"}
    included=${included%\"}
    rank "$file"
    own=$REPLY
    rank "$included"
    [ "$REPLY" = -1 ] && continue # generated headers and their like
    bad=$((REPLY > own))
    case $own:$file:$included in
    3:runtime/gc/*:runtime/bytecode/* | 3:runtime/bytecode/*:runtime/gc/*) bad=1 ;;
    7:*:compiler/compile.h | 7:*:compiler/disasm.h) ;;
    7:*:compiler/*) bad=1 ;;
    esac
    if [ "$bad" = 1 ]; then
        echo "$file includes $included, which is above it"
        status=1
    fi
done <<<"$includes"
exit $status

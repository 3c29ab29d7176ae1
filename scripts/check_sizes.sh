#!/usr/bin/env bash
# Prints the size of the sources: lines by folder and, with --top N, the N largest files and functions.
# Fails when a file or function passes its budget without being listed as an exception below.
set -eu
cd "$(dirname "$0")/.."
top=0
[ "${1:-}" = --top ] && top=${2:-10}
exec /usr/bin/python3 scripts/check_sizes.py "$top"

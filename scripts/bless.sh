#!/bin/sh
# Records what CPython 3.11 prints for test scripts: scripts/bless.sh [FILE|FOLDER ...]
# Without arguments: for those that have no .out yet. Scripts marked "# differs" stay untouched.
set -eu
oracle=/usr/bin/python3.11
version=$("$oracle" -c 'import sys; print("%d.%d %s" % (sys.version_info[:2] + (sys.implementation.name,)))')
if [ "$version" != "3.11 cpython" ]; then
    echo "bless.sh: $oracle is $version, not CPython 3.11" >&2
    exit 1
fi
exec "$oracle" "$(dirname "$0")/../tests/run_scripts.py" --bless "$@"

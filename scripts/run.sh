#!/usr/bin/env bash
# Sets up, builds and runs a script: scripts/run.sh FILE [ARG...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
"$here/setup.sh"
"$here/build.sh" release adder
exec "$here/../build/release/adder" "$@"

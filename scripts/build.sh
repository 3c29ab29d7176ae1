#!/usr/bin/env bash
# Configures and builds a preset: scripts/build.sh PRESET [TARGET...]. Quiet unless it fails.
set -eu
cd "$(dirname "$0")/.."
preset=${1:?usage: scripts/build.sh PRESET [TARGET...]}
shift
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { { [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset"; } &&
       cmake --build "build/$preset" --target "${@:-all}"; } >"$log" 2>&1; then
    grep -E 'error|warning|FAILED|undefined' -A4 "$log" | head -n 60 >&2
    tail -n 15 "$log" >&2
    echo "build.sh: preset $preset does not build" >&2
    exit 1
fi

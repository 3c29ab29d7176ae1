#!/usr/bin/env bash
# Makes the profile that the release preset is optimised with: scripts/profile.sh FOLDER builds an
# instrumented adder in FOLDER/build, runs the benchmark programs, leaves what they did in FOLDER/data
# and then FOLDER/done. The build calls it once; `cmake --build build/release --clean-first` makes a new one:
# code that changed since has none.
set -eu
folder=${1:?usage: scripts/profile.sh FOLDER}
source=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
rm -rf "$folder/data" "$folder/done"
cmake -S "$source" -B "$folder/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DADDER_LTO=OFF \
    -DADDER_PROFILE_INTO="$folder/data" >"$folder/log"
cmake --build "$folder/build" --target adder >>"$folder/log"
for program in "$source"/scripts/bench/programs/*.py; do
    "$folder/build/adder" "$program" >/dev/null
done
touch "$folder/done"

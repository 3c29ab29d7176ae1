#!/usr/bin/env bash
# Sets up, builds and passes the tests in release, asan (with assertions) and stress.
# Names of presets as arguments limit it to those. Ends with the count line of all runs together.
set -u
cd "$(dirname "$0")/.."
scripts/setup.sh || exit 1
presets=("$@")
[ ${#presets[@]} -gt 0 ] || presets=(release asan stress)
passed=0 failed=0
for preset in "${presets[@]}"; do
    echo "== $preset"
    scripts/build.sh "$preset" || { failed=$((failed + 1)); continue; }
    log=build/$preset/test.log
    ctest --preset "$preset" 2>&1 | tee "$log" | grep -vE '^ *Start |^Test project|Label|^$'
    ran=$(sed -nE 's/.* tests passed, ([0-9]+) tests failed out of ([0-9]+)/\1 \2/p' "$log")
    set -- ${ran:-1 1}
    failed=$((failed + $1)) passed=$((passed + $2 - $1))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]

#!/usr/bin/env bash
# Installs from Debian what building and testing need; silent when nothing is missing.
# With --bench also what the benchmarks compare against.
set -eu
packages=(cmake ninja-build gcc libc6-dev re2c lemon libedit-dev libcriterion-dev libgmp-dev python3 libpython3.11-testsuite)
if [ "${1:-}" = --bench ]; then
    packages+=(lua5.4 libmimalloc-dev libpython3.11-dev)
fi
missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -eq 0 ]; then
    run=()
elif command -v sudo >/dev/null; then
    run=(sudo)
else
    echo "setup.sh: as root, run: apt-get update && apt-get install -y ${missing[*]}" >&2
    exit 1
fi
echo "setup.sh: installing ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { "${run[@]}" apt-get update &&
       "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "setup.sh: could not install: ${missing[*]}" >&2
    exit 1
fi

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds release and runs every test. With --sanitize: the same under address, undefined and
# thread sanitizers, then each fuzzer for ten seconds.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/setup.sh
install_missing_packages packaging/packages.txt

build() { # PRESET
    local log="build/$1.log"
    mkdir -p build
    if ! { cmake --preset "$1" && cmake --build --preset "$1"; } >"$log" 2>&1; then
        grep -E 'error|FAILED|Error' "$log" | head -40 >&2
        echo "The build failed; all of it is in $log" >&2
        exit 1
    fi
}

case "${1:-}" in
"")
    build release
    ctest --preset release -j "$(nproc)"
    ;;
--sanitize)
    install_missing_packages packaging/packages-sanitize.txt
    for preset in asan tsan; do
        build "$preset"
        ctest --preset "$preset" -j "$(nproc)"
    done
    build fuzz
    ctest --test-dir build/fuzz --output-on-failure -R '^fuzz_'
    ;;
*)
    echo "usage: packaging/test.sh [--sanitize]" >&2
    exit 2
    ;;
esac

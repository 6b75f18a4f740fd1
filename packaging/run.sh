#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: packaging/run.sh [BUNDLE]
# Installs what is missing, builds Carveout, imports BUNDLE (a folder, archive or PDF; else the sample bundle), prints the
# matrix and where its CSV lies, and opens the window where there is a display. The case is kept in cases/ and is taken up
# again the next time. The sample bundle comes with a reviewer's tags, so that its matrix is full from the start.
set -euo pipefail
bundle=${1:+$(realpath "$1")}
cd "$(dirname "$0")/.."
. packaging/setup.sh
install_missing_packages packaging/packages.txt

mkdir -p build cases
if ! { cmake --preset release && cmake --build --preset release --target carveout carveout-convert carveout-ocr carveout-reader; } >build/run.log 2>&1; then
    grep -E 'error|FAILED|Error' build/run.log | head -20 >&2
    echo "The build failed; all of it is in build/run.log" >&2
    exit 1
fi
carveout=$PWD/build/release/bin/carveout
name=$(basename "${bundle:-sample}")
case_folder=$PWD/cases/$name.carveout
csv=$PWD/cases/$name.csv
status=0
import() { # PATH; a bundle with files that cannot be read is no reason to stop
    "$carveout" import "$case_folder" "$1" || { status=$?; [ "$status" -eq 3 ]; }
}

if [ -z "$bundle" ] && [ ! -e "$case_folder" ]; then
    "$carveout" sample "$case_folder" --reviewer "Sample reviewer"
elif [ -n "$bundle" ]; then
    [ -e "$case_folder" ] || "$carveout" new "$case_folder" --holder "${CARVEOUT_HOLDER:-Unknown holder}"
    import "$bundle"
fi

"$carveout" matrix "$case_folder"
"$carveout" export "$case_folder" "$csv" --layout evidence
echo "Case: $case_folder"
echo "CSV:  $csv"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    "$carveout" "$case_folder"
else
    echo "No display here; to open the window: $carveout $case_folder"
fi
exit "$status"

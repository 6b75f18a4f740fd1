#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes a picture of every place of the window on the sample case, light and dark, small, large and at twice the size,
# and of every place while there is nothing in it, into build/screenshots, to be looked at. The README shows some of
# them, kept in packaging/screenshots.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/setup.sh
install_missing_packages packaging/packages.txt

mkdir -p build
if ! { cmake --preset release -DCARVEOUT_BENCH=ON &&
    cmake --build --preset release --target carveout carveout-convert carveout-ocr carveout-reader carveout-screenshots; } >build/screenshots.log 2>&1; then
    grep -E 'error|FAILED|Error' build/screenshots.log | head -20 >&2
    echo "The build failed; all of it is in build/screenshots.log" >&2
    exit 1
fi
case_folder=cases/sample.carveout
[ -e "$case_folder" ] || env -u DISPLAY -u WAYLAND_DISPLAY packaging/run.sh >build/screenshots.log
export QT_QPA_PLATFORM=offscreen
take() { # NAME APPEARANCE SIZE [CASE empty]
    mkdir -p "build/screenshots/$1" "$copies/$1"
    # A case is open for writing in one window only: each has its own.
    [ -n "${4:-}" ] || cp -r "$case_folder" "$copies/$1"
    build/release/bin/carveout-screenshots "${4:-$copies/$1/sample.carveout}" "build/screenshots/$1" "$2" "$3" ${5:+"$5"} \
        2>>build/screenshots.log
}
# Most of the time is spent waiting for what is drawn behind: a size for each core goes at once.
copies=$(mktemp -d)
trap 'rm -rf "$copies"' EXIT
runs=(
    "light light 1280x800"
    "dark dark 1280x800"
    "small light 900x600"
    "large-light light 2560x1440"
    "large-dark dark 2560x1440"
    "light-twice light 1280x800"
    "dark-twice dark 1280x800"
    "empty light 1280x800 $copies/Empty.carveout empty"
)
cores=$(nproc)
status=0
for run in "${runs[@]}"; do
    while [ "$(jobs -rp | wc -l)" -ge "$cores" ]; do
        wait -n || status=$?
    done
    scale=1
    case $run in *-twice*) scale=2 ;; esac
    # shellcheck disable=SC2086 # the words of a run are its arguments
    QT_SCALE_FACTOR=$scale take $run &
done
while [ -n "$(jobs -rp)" ]; do
    wait -n || status=$?
done
ls build/screenshots/*/*.png
exit "$status"

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes a picture of every place of the window on the sample case, light and dark, and dark at twice the size, into
# build/screenshots, to be looked at. The README shows some of them, kept in packaging/screenshots.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/setup.sh
install_missing_packages packaging/packages.txt

mkdir -p build
if ! { cmake --preset release -DCARVEOUT_BENCH=ON &&
    cmake --build --preset release --target carveout carveout-ocr carveout-reader carveout-screenshots; } >build/screenshots.log 2>&1; then
    grep -E 'error|FAILED|Error' build/screenshots.log | head -20 >&2
    echo "The build failed; all of it is in build/screenshots.log" >&2
    exit 1
fi
case_folder=cases/sample.carveout
[ -e "$case_folder" ] || env -u DISPLAY -u WAYLAND_DISPLAY packaging/run.sh >build/screenshots.log
export QT_QPA_PLATFORM=offscreen
take() { # NAME APPEARANCE
    mkdir -p "build/screenshots/$1"
    build/release/bin/carveout-screenshots "$case_folder" "build/screenshots/$1" "$2" 2>>build/screenshots.log
    ls "build/screenshots/$1"/*.png
}
take light light
take dark dark
QT_SCALE_FACTOR=2 take dark-twice dark

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: packaging/bench.sh [--large | annotate | copies | ocr]
# annotate: how good the annotation model is, on the corpus's held-back documents and, where they are there, on the shared texts.
# copies: how long it takes to find the copies among 100,000 documents.
# ocr: OCR against the tesseract command, on the shared scans.
# Else measures import, pages, how well hidden text is found (where the shared corpus is there), how long the window is away, how smoothly the matrix scrolls, search, matrix and opening against other programs and the budgets, and prints a table of ratios.
# --large: the made-up case has 1,000,000 pages instead of 100,000. Needs a folder of PDFs: the shared corpus where it is
# there (CARVEOUT_SHARED, else ../shared), else the sample bundle.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/setup.sh
install_missing_packages packaging/packages.txt packaging/packages-bench.txt

mkdir -p build
if ! { cmake --preset release -B build/bench -DCARVEOUT_BENCH=ON -DCARVEOUT_TESTS=OFF && cmake --build build/bench; } >build/bench.log 2>&1; then
    grep -E 'error|FAILED|Error' build/bench.log | head -20 >&2
    echo "The build failed; all of it is in build/bench.log" >&2
    exit 1
fi
if [ "${1:-}" = annotate ]; then
    shared=${CARVEOUT_SHARED:-../shared}
    policies=$shared/annotation/policyie.jsonl
    [ -f "$policies" ] || policies=
    texts=()
    for text in "$shared"/annotation/{cases.dev,others.dev}.jsonl ${policies:+"$policies"}; do
        [ ! -f "$text" ] || texts+=("$text")
    done
    build/bench/bin/bench_annotate resources/annotator/corpus "${texts[@]}"
    python3 tests/bench/neural_tagger.py resources/annotator/corpus ${policies:+"$policies"}
    exit
fi
if [ "${1:-}" = copies ]; then
    build/bench/bin/bench_copies
    exit
fi
if [ "${1:-}" = ocr ]; then
    python3 tests/bench/ocr_bench.py build/bench/bin/carveout "${CARVEOUT_SHARED:-../shared}/pdf-corpus/scanned/dev"
    exit
fi
folder=${CARVEOUT_SHARED:-../shared}/pdf-corpus/ordinary/dev
[ -d "$folder" ] || folder=resources/sample/bundle
bin=build/bench/bin
python3 tests/bench/import_bench.py "$bin/carveout" "$folder"
echo
"$bin/bench_page" "$bin/carveout-reader" "$folder"
echo
redactions=${CARVEOUT_SHARED:-../shared}/pdf-corpus/redaction/dev
[ ! -d "$redactions" ] || { "$bin/bench_redaction" "$bin/carveout-reader" "$redactions"; echo; }
QT_QPA_PLATFORM=offscreen "$bin/bench_window" "$folder"
echo
QT_QPA_PLATFORM=offscreen "$bin/bench_matrix" || echo "The matrix does not scroll within a frame."
echo
"$bin/bench_case" build/bench-cases "$@"

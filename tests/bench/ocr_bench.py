#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""OCR against the `tesseract` command, on the same pages in one run.

usage: ocr_bench.py CARVEOUT FOLDER [--runs N]

FOLDER holds scans; those beside which a file NAME.truth.txt lies have a known text. Prints the character error rate on
those, of `carveout import` and of `tesseract` with each of its page segmentations on pages drawn at 300 dpi, and how
long both take for all scans, `tesseract` run as many at a time as there are cores.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

CORES = os.cpu_count() or 1
BUDGET = 1.1
SEGMENTATIONS = ["1", "3", "4", "6"]
IMAGES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"}
ONE_THREAD = {**os.environ, "OMP_THREAD_LIMIT": "1"}
LIKE = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"})


def plain(text):
    """What is compared: characters and single blanks, without the kinds of quotation marks and dashes."""
    return " ".join(text.translate(LIKE).split())


def distance(a, b):
    """Edits from a to b."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


def pictures(scan, scratch):
    """The scan's pages as files that tesseract reads."""
    if scan.suffix.lower() in IMAGES:
        return [scan]
    prefix = scratch / scan.stem
    subprocess.run(["pdftoppm", "-r", "300", "-gray", str(scan), str(prefix)], check=False,
                   stderr=subprocess.DEVNULL)
    return sorted(scratch.glob(f"{scan.stem}-*.pgm"))


def tesseract(picture, segmentation):
    done = subprocess.run(["tesseract", str(picture), "-", "--psm", segmentation], env=ONE_THREAD,
                          capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")


def carveout(program, case, *words):
    done = subprocess.run([program, words[0], str(case), *words[1:]], capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")


def new_case(program, scratch, scans):
    case = scratch / "bench.carveout"
    shutil.rmtree(case, ignore_errors=True)
    carveout(program, case, "new", "--holder", "Bench")
    carveout(program, case, "import", "--no-ocr", "--no-suggestions", *map(str, scans))
    return case


def texts_of(program, case, scans):
    """Text of each scan's first page, as the case has it."""
    numbers = {one["file"]: str(one["number"]) for one in json.loads(carveout(program, case, "documents", "--json"))}
    return {scan: carveout(program, case, "text", numbers[scan.name], "1") for scan in scans if scan.name in numbers}


def error_rates(program, scans, scratch):
    truths = {scan: plain(scan.with_name(scan.name + ".truth.txt").read_text("utf-8")) for scan in scans}
    length = sum(map(len, truths.values()))
    case = new_case(program, scratch, scans)
    carveout(program, case, "ocr")
    found = texts_of(program, case, scans)
    rates = {"carveout": {scan: distance(plain(found.get(scan, "")), truths[scan]) for scan in scans}}
    for segmentation in SEGMENTATIONS:
        rates[f"tesseract --psm {segmentation}"] = {
            scan: distance(plain(tesseract(pictures(scan, scratch)[0], segmentation)), truths[scan]) for scan in scans}
    print(f"character error rate on {len(scans)} scans, {length} characters")
    for name, errors in rates.items():
        print(f"{name:20}{100 * sum(errors.values()) / length:8.2f} %")
    return rates


def speed(program, scans, scratch, runs):
    drawn = [picture for scan in scans for picture in pictures(scan, scratch)]
    listed = scratch / "pictures"
    listed.write_bytes("\0".join(map(str, drawn)).encode())
    seconds = {"tesseract": [], "carveout ocr": []}
    for _ in range(runs):
        case = new_case(program, scratch, scans)
        start = time.monotonic()
        with open(listed, "rb") as names:
            subprocess.run(["xargs", "-0", "-P", str(CORES), "-I{}", "tesseract", "{}", "-", "--psm", "1"],
                           stdin=names, env=ONE_THREAD, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                           check=False)
        seconds["tesseract"].append(time.monotonic() - start)
        start = time.monotonic()
        carveout(program, case, "ocr")
        seconds["carveout ocr"].append(time.monotonic() - start)
    base = min(seconds["tesseract"])
    print(f"\n{len(drawn)} pages, {CORES} at a time, best of {runs}")
    print(f"{'':20}{'seconds':>9}{'ratio':>8}{'budget':>8}")
    for name, measured in seconds.items():
        budget = f"{BUDGET:.1f}" if name == "carveout ocr" else ""
        print(f"{name:20}{min(measured):9.2f}{min(measured) / base:8.2f}{budget:>8}")


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    runs = int(sys.argv[4]) if sys.argv[3:4] == ["--runs"] else 2
    scans = sorted(file for file in folder.iterdir() if file.suffix.lower() in IMAGES | {".pdf"})
    with tempfile.TemporaryDirectory() as temporary:
        scratch = pathlib.Path(temporary)
        known = [scan for scan in scans if scan.with_name(scan.name + ".truth.txt").exists()]
        error_rates(program, known, scratch)
        speed(program, known, scratch, runs)


main()

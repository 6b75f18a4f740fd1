#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""annotate_eval.py CARVEOUT SHARED: how good `carveout annotate` is on the shared texts, by their own evaluation scripts, and how
often it finds evidence on pages that hold none."""
import json
import pathlib
import subprocess
import sys
import tempfile
import time

ORDINARY_PAGES = 50  # the first page of the first 50 files by name; listed in resources/annotator/CARD.md


def annotate(carveout, records):
    lines = "".join(json.dumps(record) + "\n" for record in records)
    begin = time.monotonic()
    done = subprocess.run([carveout, "annotate", "--jsonl"], input=lines, capture_output=True, text=True, check=True)
    return done.stdout, time.monotonic() - begin


def main():
    carveout, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    data = shared / "annotation"
    for name in ("cases.dev.jsonl", "others.dev.jsonl"):
        gold = data / name
        records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
        asked = [{"id": r["id"], "text": r["text"], "holder": r.get("holder", "")} for r in records]
        predicted, _ = annotate(carveout, asked)
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.write(predicted)
            file.flush()
            print(f"\n{name}, cold")
            sys.stdout.flush()
            for script in ("eval_spans.py", "eval_cells.py"):
                subprocess.run([sys.executable, data / script, gold, file.name], check=True)
    pdfs = sorted((shared / "pdf-corpus" / "ordinary" / "dev").glob("*.pdf"))[:ORDINARY_PAGES]
    pages = []
    for pdf in pdfs:
        text = subprocess.run(["pdftotext", "-l", "1", pdf, "-"], capture_output=True, text=True, errors="replace").stdout
        pages.append({"id": pdf.name, "text": text})
    predicted, seconds = annotate(carveout, pages)
    found = {r["id"]: sum(s["label"] == "EVIDENCE" for s in r["spans"]) for r in map(json.loads, predicted.splitlines())}
    print(f"\nordinary pages: {sum(found.values())} evidence suggestions on {len(pages)} pages ({seconds:.2f} s with starting)")
    for name, count in found.items():
        if count:
            print(f"  {count} on {name}")


if __name__ == "__main__":
    main()

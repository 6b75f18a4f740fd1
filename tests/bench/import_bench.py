#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import against its peers, on the same files, one after the other in one run.

usage: import_bench.py CARVEOUT FOLDER [--runs N]

Prints a line for each: seconds (the best of N runs), peak memory of the main process and of its largest child, and the
ratio to `pdftotext -bbox` run as many at a time as there are cores. Peers that are not installed are left out.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

CORES = os.cpu_count() or 1
BUDGET = 1.3


def peak_of_children(parent, stop, result):
    """Samples the resident memory of the processes below `parent` until told to stop."""
    while not stop.is_set():
        parents = {}
        sizes = {}
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            parents[int(entry.name)] = int(fields[1])
            sizes[int(entry.name)] = int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
        for process in sizes:
            above = parents.get(process)
            while above and above != parent:
                above = parents.get(above)
            if above == parent:
                result[0] = max(result[0], sizes[process])
        stop.wait(0.02)


def measure(command, **options):
    """(seconds, peak bytes of the process itself, peak bytes of one child)"""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    stop, largest = threading.Event(), [0]
    watcher = threading.Thread(target=peak_of_children, args=(process.pid, stop, largest))
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    stop.set()
    watcher.join()
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1, 3, 123):
        sys.exit(f"{command[0]} ended with {code}")
    return seconds, usage.ru_maxrss * 1024, largest[0]


def pdftotext(files, scratch):
    listed = "\0".join(str(file) for file in files).encode()
    source = scratch / "files"
    source.write_bytes(listed)
    command = ["xargs", "-0", "-P", str(CORES), "-I{}", "pdftotext", "-bbox", "{}", "/dev/null"]
    with open(source, "rb") as names:
        return measure(command, stdin=names)


def carveout(program, folder, scratch):
    case = scratch / "bench.carveout"
    shutil.rmtree(case, ignore_errors=True)
    subprocess.run([program, "new", str(case), "--holder", "Bench"], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    return measure([program, "import", str(case), str(folder)])


def recoll(folder, scratch):
    config = scratch / "recoll"
    shutil.rmtree(config, ignore_errors=True)
    config.mkdir()
    (config / "recoll.conf").write_text(f"topdirs = {folder}\nidxflushmb = 100\n")
    return measure(["recollindex", "-c", str(config)], env={**os.environ, "HOME": str(scratch)})


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    runs = int(sys.argv[4]) if sys.argv[3:4] == ["--runs"] else 3
    files = sorted(folder.rglob("*.pdf"))
    size = sum(file.stat().st_size for file in files)
    print(f"import of {len(files)} PDFs, {size / 1e6:.0f} MB, {CORES} at a time, best of {runs}")
    with tempfile.TemporaryDirectory() as temporary:
        scratch = pathlib.Path(temporary)
        peers = {
            "pdftotext -bbox": lambda: pdftotext(files, scratch),
            "carveout import": lambda: carveout(program, folder, scratch),
        }
        if shutil.which("recollindex"):
            peers["recollindex"] = lambda: recoll(folder, scratch)
        if shutil.which("pdfgrep"):
            peers["pdfgrep"] = lambda: measure(["pdfgrep", "-r", "-c", "no such word here", str(folder)])
        # The runs take turns, so that a busy machine is busy for all of them.
        results = {name: [] for name in peers}
        for _ in range(runs):
            for name, run in peers.items():
                results[name].append(run())
    base = min(seconds for seconds, _, _ in results["pdftotext -bbox"])
    print(f"{'':18}{'seconds':>9}{'ratio':>8}{'budget':>8}{'memory':>10}{'a child':>10}")
    for name, measured in results.items():
        seconds = min(result[0] for result in measured)
        memory = max(result[1] for result in measured)
        child = max(result[2] for result in measured)
        budget = f"{BUDGET:.1f}" if name == "carveout import" else ""
        print(f"{name:18}{seconds:9.2f}{seconds / base:8.2f}{budget:>8}{memory / 2**20:7.0f} MiB{child / 2**20:6.0f} MiB")


main()

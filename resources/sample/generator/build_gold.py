#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes gold.json from the marks in the sources and from where their words stand in the PDFs.

Marks: {p KEY|words} a partner, {r KEY+KEY|words} a permission, {x|words} words that are no partner although they
look like one, {e PARTNERS:PERMISSIONS:STANCE[:FROM..TO]; ...|words} evidence. Partner names and aliases that the
catalogue knows are tagged without a mark. Stances: s supports, d denies, e ended, p planned, c context.
"""

import bisect
import html
import json
import re
import subprocess
import sys
from pathlib import Path

STANCES = {"s": "supports", "d": "denies", "e": "ended", "p": "planned", "c": "context"}
SAMPLE_LINE = "Invented sample for Carveout - not a leaked document"
IGNORED = re.compile("[\\s\u00ad\\-]")
BLOCK = re.compile(r"</?(p|h\d|li|ul|td|th|tr|table|br|hr|pre)\b[^>]*>")
TOKEN = re.compile(r"\{([prxe]) ?([^|{}]*)\||\}|<[^>]*>|&[#a-z0-9]+;|[^{}<&]+|.", re.S)


def fail(message):
    sys.exit(f"build_gold: {message}")


def read_source(path):
    head, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
    fields = dict((part.strip() for part in line.split(":", 1)) for line in head.splitlines() if ":" in line)
    return fields, re.sub(r"<!--.*?-->", " ", body, flags=re.S)


def plain_and_marks(body, name):
    """The words of a source, one space for each run of white space, and the marks as ranges of them."""
    text = ""
    marks = []
    stack = []

    def add(piece):
        nonlocal text
        piece = re.sub(r"\s+", " ", piece)
        if text.endswith(" ") or not text:
            piece = piece.lstrip(" ")
        text += piece

    for token in TOKEN.finditer(body):
        whole = token.group(0)
        if token.group(1):
            stack.append((token.group(1), token.group(2).strip(), len(text), len(marks)))
            marks.append(None)
        elif whole == "}":
            kind, keys, start, place = stack.pop()
            begin = start + len(text[start:]) - len(text[start:].lstrip())
            marks[place] = (kind, keys, begin, len(text.rstrip()))
        elif whole.startswith("<"):
            if BLOCK.match(whole):
                add(" ")
        elif whole.startswith("&") and len(whole) > 1:
            add(html.unescape(whole))
        else:
            add(whole)
    if stack:
        fail(f"{name}: a mark is not closed: {stack[-1]}")
    return text, marks


def pages_of(pdf):
    out = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"], check=True, capture_output=True)
    return out.stdout.decode("utf-8").split("\f")[:-1]


def running_lines(fields, page, pages):
    lines = []
    for key, otherwise in (("header", ""), ("footer", "@ | #")):
        line = fields.get(key, otherwise)
        if fields.get("layout") == "slides" and key == "header":
            line = ""
        lines.append(line.replace("##", str(pages)).replace("#", str(page)).replace("@", SAMPLE_LINE).replace("|", ""))
    return [IGNORED.sub("", line) for line in lines]


def align(text, fields, pages, name):
    """For each character of `text`, the page it stands on; fails if the pages say anything else."""
    page_of = [0] * len(text)
    places = [index for index, char in enumerate(text) if not IGNORED.match(char)]
    done = 0
    starts = []
    for number, page in enumerate(pages, 1):
        stream = IGNORED.sub("", page)
        head, foot = running_lines(fields, number, len(pages))
        if not stream.startswith(head) or not stream.endswith(foot):
            fail(f"{name} p. {number}: header or footer is not where it should be")
        stream = stream[len(head):len(stream) - len(foot)]
        wanted = "".join(text[index] for index in places[done:done + len(stream)])
        if stream != wanted:
            at = next(i for i, (a, b) in enumerate(zip(stream + "\0", wanted + "\1")) if a != b)
            fail(f"{name} p. {number}: page says {stream[max(0, at - 20):at + 40]!r}, source {wanted[max(0, at - 20):at + 40]!r}")
        starts.append(places[done] if done < len(places) else len(text))
        done += len(stream)
    if done != len(places):
        fail(f"{name}: the PDF ends before {text[places[done]:places[done] + 60]!r}")
    for index in range(len(text)):
        page_of[index] = max(1, bisect.bisect_right(starts, index))
    return page_of


def auto_partners(text, taken, names):
    """Every known name that stands in the text and is not inside a mark for a partner or for no partner."""
    found = []
    pattern = re.compile("(?<![\\w&])(" + "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) + ")(?!\\w)")
    for match in pattern.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(("p", names[match.group(1)], match.start(), match.end()))
    return found


def links_of(keys, partners, permissions, name):
    result = []
    for group in filter(None, (part.strip() for part in keys.split(";"))):
        pieces = group.split(":")
        period = (pieces[3] if len(pieces) > 3 else "..").split("..")
        for partner in pieces[0].split("+"):
            for permission in pieces[1].split("+"):
                if partner not in partners or permission not in permissions or pieces[2] not in STANCES:
                    fail(f"{name}: no such link: {keys}")
                result.append((partner, permission, STANCES[pieces[2]], period[0], period[1]))
    return result


def occurrence_of(text, page_of, start, end, pages, fields):
    """Counts in reading order: the header first, then the words of the page up to `start`."""
    page = page_of[start]
    first = next(i for i in range(len(text)) if page_of[i] == page)
    quote = text[start:end]
    head = fields.get("header", "").replace("@", SAMPLE_LINE)
    return head.count(quote) + len(re.findall(re.escape(quote), text[first:start])) + 1


def verdict_of(stances, documents):
    if stances.get("denies") and stances.get("supports"):
        return "disputed"
    if stances.get("denies") and not stances.get("ended"):
        return "dismissed"
    if stances.get("supports", 0) + stances.get("ended", 0) == 0:
        return "open"
    return "confirmed" if len(documents) >= 3 else "alleged"


def main():
    root = Path(__file__).resolve().parent.parent
    catalogue = json.loads((root / "sources" / "catalogue.json").read_text(encoding="utf-8"))
    partners = {key: names[0] for key, names in catalogue["partners"].items()}
    permissions = {key: entry[2] for key, entry in catalogue["permissions"].items()}
    names = {name: key for key, all_names in catalogue["partners"].items() for name in all_names}
    gold = {
        "holders": catalogue["holders"],
        "partners": [{"name": n[0], "aliases": n[1:]} for n in catalogue["partners"].values()],
        "permissions": [{"name": p[2], "action": p[0], "data": p[1]} for p in catalogue["permissions"].values()],
        "not_partners": catalogue["not_partners"],
        "documents": [],
        "findings": [],
    }
    findings = {}
    for path in sorted((root / "sources").glob("[0-9][0-9]-*.html")):
        fields, body = read_source(path)
        text, marks = plain_and_marks(body, path.name)
        pdf = root / "bundle" / (path.stem + ".pdf")
        pages = pages_of(pdf)
        page_of = align(text, fields, pages, path.name)
        taken = [(start, end) for kind, _, start, end in marks if kind in "px"]
        marks = [mark for mark in marks if mark[0] != "x"] + auto_partners(text, taken, names)
        marks.sort(key=lambda mark: (mark[2], -mark[3], mark[0]))
        prefix = path.name[:2]
        tags = []
        links = []
        for number, (kind, keys, start, end) in enumerate(marks, 1):
            first, last = page_of[start], page_of[end - 1]
            tag = {"id": f"{prefix}-t{number}", "kind": {"p": "partner", "r": "permission", "e": "evidence"}[kind],
                   "page": first, "end_page": last, "quote": text[start:end],
                   "occurrence": occurrence_of(text, page_of, start, end, pages, fields)}
            if last != first:
                turn = next(i for i in range(start, end) if page_of[i] != first and not IGNORED.match(text[i]))
                if text[turn - 1] != " ":
                    fail(f"{path.name}: the page breaks inside a word of {text[start:end]!r}")
                tag["over_page_break"] = True
            if kind == "p":
                tag["as"] = partners[keys]
            elif kind == "r":
                canonical = [permissions[key] for key in keys.split("+")]
                tag["as"] = canonical[0]
                if canonical[1:]:
                    tag["also"] = canonical[1:]
            else:
                for partner, permission, stance, begin, until in links_of(keys, partners, permissions, path.name):
                    links.append({"evidence": tag["id"], "partner": partners[partner],
                                  "permission": permissions[permission], "stance": stance})
                    entry = findings.setdefault((partner, permission), {"stances": {}, "from": [], "to": [], "in": set()})
                    entry["stances"][stance] = entry["stances"].get(stance, 0) + 1
                    entry["in"].add(prefix)
                    entry["from"] += [begin] if begin else []
                    entry["to"] += [until] if until else []
            tags.append(tag)
        gold["documents"].append({"file": pdf.name, "kind": fields["kind"], "pages": len(pages), "tags": tags,
                                  "links": links})
    for partner in partners:
        for permission in permissions:
            entry = findings.get((partner, permission))
            if entry:
                gold["findings"].append({
                    "partner": partners[partner], "permission": permissions[permission],
                    "verdict": verdict_of(entry["stances"], entry["in"]),
                    "period_from": min(entry["from"], default=""), "period_to": max(entry["to"], default=""),
                    "stances": entry["stances"]})
    (root / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

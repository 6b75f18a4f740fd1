#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks gold.json against the PDFs of the bundle: python3 check_gold.py [folder of the sample]

Needs nothing but Python 3 and pdftotext. A quote must stand on its page with white space and line-end hyphens
folded, in the order in which the words were written to the page (pdftotext -raw). It is counted, but is no error,
when pdftotext's own reading order tears a quote apart, as it does with rows of tables.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

SAMPLE_LINE = "Invented sample for Carveout - not a leaked document"
ACTIONS = {"read", "receive", "write", "delete", "use", "exempt", "integrate", "other"}
DATA = {"messages", "friends", "contacts", "profile", "posts", "location", "health", "identifiers", "browsing",
        "purchase", "financial", "biometric", "device", "groups", "calendar", "other"}
STANCES = {"supports", "denies", "ended", "planned", "context"}
VERDICTS = {"open", "alleged", "confirmed", "disputed", "dismissed"}
KINDS = {"partner", "permission", "evidence"}
PERIOD = re.compile(r"(\d{4}(-(0[1-9]|1[0-2]))?)?")

errors = []


def expect(condition, message):
    if not condition:
        errors.append(message)


def pages_of(pdf, *options):
    command = ["pdftotext", *options, "-enc", "UTF-8", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")
    return text.split("\f")[:-1]


def pattern_of(quote):
    """The quote as it may stand on a page: any white space for a space, a hyphen where a line ends in a word."""
    parts = []
    for index, char in enumerate(quote):
        if char == " ":
            parts.append(r"\s+")
            continue
        parts.append(re.escape(char))
        following = quote[index + 1:index + 2]
        if char == "-":
            parts.append(r"\s*")
        elif char.isalpha() and following.isalpha():
            parts.append("(?:[-\u00ad]\\s*\n)?")
    return "".join(parts)


def count_on(page, quote):
    return len(re.findall(pattern_of(quote), page))


def over_break(first, second, quote):
    """Whether the quote stands at the end of one page's words and at the beginning of the next page's."""
    spaces = [match.start() for match in re.finditer(" ", quote)]
    return any(count_on(first, quote[:cut]) and count_on(second, quote[cut + 1:]) for cut in reversed(spaces))


def check_tag(tag, where, raw, read, partners, permissions):
    expect(tag["kind"] in KINDS, f"{where}: kind {tag['kind']}")
    expect(1 <= tag["page"] <= tag["end_page"] <= len(raw), f"{where}: pages")
    expect(tag["quote"] == " ".join(tag["quote"].split()), f"{where}: white space of the quote is not folded")
    if tag["end_page"] > tag["page"]:
        expect(tag.get("over_page_break") is True, f"{where}: over_page_break is missing")
        expect(tag["end_page"] == tag["page"] + 1, f"{where}: runs over more than two pages")
        expect(over_break(raw[tag["page"] - 1], raw[tag["page"]], tag["quote"]), f"{where}: not found: {tag['quote']}")
        torn = False
    else:
        expect("over_page_break" not in tag, f"{where}: over_page_break on one page")
        count = count_on(raw[tag["page"] - 1], tag["quote"])
        expect(1 <= tag["occurrence"] <= count, f"{where}: {count} times on the page: {tag['quote']}")
        torn = count_on(read[tag["page"] - 1], tag["quote"]) != count
    if tag["kind"] == "partner":
        expect(tag["as"] in partners, f"{where}: unknown partner {tag['as']}")
        expect(tag["quote"] in partners.get(tag["as"], ()), f"{where}: {tag['quote']} is no name of {tag['as']}")
    elif tag["kind"] == "permission":
        for name in [tag["as"], *tag.get("also", [])]:
            expect(name in permissions, f"{where}: unknown permission {name}")
    else:
        expect("as" not in tag, f"{where}: evidence has no name")
    return torn


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    gold = json.loads((root / "gold.json").read_text(encoding="utf-8"))
    partners = {entry["name"]: {entry["name"], *entry["aliases"]} for entry in gold["partners"]}
    permissions = {entry["name"]: entry for entry in gold["permissions"]}
    names = [name for all_names in partners.values() for name in all_names]
    expect(len(names) == len(set(names)), "two partners share a name")
    expect(not set(names) & set(gold["not_partners"] + gold["holders"]), "a partner is also listed as no partner")
    for entry in gold["permissions"]:
        expect(entry["action"] in ACTIONS and entry["data"] in DATA, f"class of {entry['name']}")
        expect(entry["name"].startswith(entry["action"] + " \u00b7 "), f"name of {entry['name']}")

    files = sorted(path.name for path in (root / "bundle").glob("*.pdf"))
    expect(files == [document["file"] for document in gold["documents"]], "files and documents differ")
    expect(len(files) >= 12, "fewer than 12 documents")

    stances = {}
    totals = Counter()
    for document in gold["documents"]:
        pdf = root / "bundle" / document["file"]
        raw, read = pages_of(pdf, "-raw"), pages_of(pdf)
        expect(len(raw) == document["pages"], f"{document['file']}: {len(raw)} pages")
        for number, page in enumerate(raw, 1):
            expect(SAMPLE_LINE in page, f"{document['file']} p. {number}: the invented-sample line is missing")
            expect(not re.search("[\ufb00-\ufb06\ufffd]", page), f"{document['file']} p. {number}: odd characters")
        tags = {}
        seen = set()
        for tag in document["tags"]:
            expect(tag["id"] not in tags, f"{tag['id']}: used twice")
            tags[tag["id"]] = tag
            place = (tag["kind"], tag["page"], tag["quote"], tag["occurrence"])
            expect(place not in seen, f"{tag['id']}: the same passage as another tag")
            seen.add(place)
            where = f"{document['file']} {tag['id']}"
            totals["torn"] += check_tag(tag, where, raw, read, partners, permissions)
            totals[tag["kind"]] += 1
            totals["over"] += tag["end_page"] > tag["page"]
        linked = set()
        for link in document["links"]:
            where = f"{document['file']} {link['evidence']}"
            expect(tags.get(link["evidence"], {}).get("kind") == "evidence", f"{where}: link without evidence")
            expect(link["partner"] in partners and link["permission"] in permissions, f"{where}: unknown name")
            expect(link["stance"] in STANCES, f"{where}: stance")
            linked.add(link["evidence"])
            counts = stances.setdefault((link["partner"], link["permission"]), Counter())
            counts[link["stance"]] += 1
        for tag in document["tags"]:
            expect(tag["kind"] != "evidence" or tag["id"] in linked, f"{tag['id']}: evidence without a link")
        totals["pages"] += document["pages"]
        totals["links"] += len(document["links"])
    expect(totals["pages"] >= 60, "fewer than 60 pages")
    expect(totals["over"] >= 2, "fewer than two passages over a page break")

    found = {}
    for finding in gold["findings"]:
        key = (finding["partner"], finding["permission"])
        expect(key not in found, f"finding {key} twice")
        found[key] = Counter(finding["stances"])
        expect(finding["verdict"] in VERDICTS, f"finding {key}: verdict")
        for end in ("period_from", "period_to"):
            expect(PERIOD.fullmatch(finding[end]), f"finding {key}: {end}")
        if finding["period_from"] and finding["period_to"]:
            expect(finding["period_from"] <= finding["period_to"], f"finding {key}: period runs backwards")
    expect(found == stances, f"findings differ from links: {sorted(set(found) ^ set(stances)) or 'counts'}")

    for error in errors:
        print(error)
    print(f"{len(files)} documents, {totals['pages']} pages, {totals['partner']} partner, {totals['permission']} permission "
          f"and {totals['evidence']} evidence tags ({totals['over']} over a page break), {totals['links']} links, "
          f"{len(gold['findings'])} findings, {len(partners)} partners, {len(permissions)} permissions")
    print(f"{totals['torn']} quotes are not counted the same in pdftotext's reading order")
    print("failed" if errors else "passed")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())

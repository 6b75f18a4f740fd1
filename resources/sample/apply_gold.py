#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags and links the imported sample bundle as gold.json says, through the command line, as a reviewer would.

usage: apply_gold.py CARVEOUT CASE GOLD [--reviewer NAME]

Every passage is found in what `carveout text` prints; white space and hyphens do not count in the comparison, for the
gold quotes have their line breaks folded.
"""
import json
import subprocess
import sys
import unicodedata

LEFT_OUT = set("-\u00ad\u2010\u2011")


class Folded:
    """A text without white space and hyphens, and where each of its characters stood."""

    def __init__(self, text):
        self.key, self.place = "", []
        for place, character in enumerate(text):
            if character.isspace() or character in LEFT_OUT:
                continue
            for part in unicodedata.normalize("NFKC", character):
                self.key += part
                self.place.append(place)

    def find_all(self, key):
        at = self.key.find(key)
        while at >= 0:
            yield self.place[at], self.place[at + len(key) - 1] + 1
            at = self.key.find(key, at + 1)


def torn(text, quote):
    """Places where the cells of a table row have got mixed up, line by line: the passage is what a reporter would select,
    from the first word of the quote to the last that belongs to it."""
    words = [Folded(word).key for word in quote.split()]
    reach = 2 * len(quote) + 40
    found = []
    for start, _ in text.find_all(words[0]):
        ends = [next((end for at, end in text.find_all(word) if start <= at < start + reach), None) for word in words]
        if None not in ends:
            found.append((start, max(ends)))
    return found


def locate(tag, page_text):
    """(page, start, end, end page) of a gold tag, or None."""
    first = Folded(page_text(tag["page"]))
    key = Folded(tag["quote"]).key
    if tag.get("end_page", tag["page"]) == tag["page"]:
        found = list(first.find_all(key))
        number = tag.get("occurrence", 1)
        if len(found) < number:
            found += torn(first, tag["quote"])
        return (tag["page"], *found[number - 1], tag["page"]) if len(found) >= number else None
    second = Folded(page_text(tag["end_page"]))
    for cut in range(len(key) - 1, 0, -1):
        head, tail = list(first.find_all(key[:cut])), list(second.find_all(key[cut:]))
        if head and tail:
            return tag["page"], head[-1][0], tail[0][1], tag["end_page"]
    return None


def main():
    program, case, gold_path = sys.argv[1:4]
    reviewer = ["--reviewer", sys.argv[5]] if sys.argv[4:5] == ["--reviewer"] else []

    def carveout(*arguments):
        done = subprocess.run([program, *arguments], capture_output=True, check=False)
        if done.returncode != 0:
            sys.exit(f"carveout {' '.join(arguments[:3])} failed: {done.stderr.decode()}")
        return done.stdout.decode()

    with open(gold_path, encoding="utf-8") as file:
        gold = json.load(file)
    tags = links = 0
    for document in gold["documents"]:
        texts = {}

        def page_text(page):
            if page not in texts:
                texts[page] = carveout("text", case, document["file"], str(page))
            return texts[page]

        ids = {}
        for tag in document["tags"]:
            place = locate(tag, page_text)
            if place is None:
                sys.exit(f"{document['file']} p. {tag['page']}: the words of {tag['id']} are not there: {tag['quote']}")
            page, start, end, end_page = (str(part) for part in place)
            extra = ["--end-page", end_page] if end_page != page else []
            extra += ["--as", tag["as"]] if "as" in tag else []
            printed = carveout("tag", case, document["file"], page, start, end, tag["kind"], "--json", *extra, *reviewer)
            ids[tag["id"]] = json.loads(printed)["id"]
            tags += 1
        for link in document["links"]:
            carveout("link", case, ids[link["evidence"]], "--partner", link["partner"], "--permission",
                     link["permission"], "--stance", link["stance"], *reviewer)
            links += 1
    for partner in gold["partners"]:
        for alias in partner.get("aliases", []):
            carveout("alias", case, "partner", partner["name"], alias, *reviewer)
    for finding in gold["findings"]:
        pair = [finding["partner"], finding["permission"]]
        if finding.get("verdict", "open") != "open":
            carveout("verdict", case, *pair, finding["verdict"], *reviewer)
        if finding.get("period_from") or finding.get("period_to"):
            ends = [("--from", finding.get("period_from")), ("--to", finding.get("period_to"))]
            carveout("period", case, *pair, *(part for end in ends if end[1] for part in end), *reviewer)
    print(f"{tags} tags and {links} links", file=sys.stderr)


main()

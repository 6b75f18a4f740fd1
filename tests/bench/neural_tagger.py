#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small neural tagger, to hold the annotation model against: is a CRF on features written by hand still worth it?

usage: neural_tagger.py CORPUS_DIR [POLICYIE.jsonl]

A bidirectional LSTM over words (an embedding, a convolution over the letters, capitals, whether part of a holder's
name) under a CRF layer of legal BIO labels. It learns from the corpus alone, as the program's model does, and counts
as bench_annotate does; from a second file it learns its split "train" and is measured on "dev". Needs the Python of
Debian's python3-torch. Its sizes were chosen on a tenth of the documents to learn from, never on held-back ones.
"""
import json
import pathlib
import random
import re
import sys
import time
from collections import Counter, namedtuple

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

EPOCHS, BATCH_UNITS, RATE = 12, 16, 0.003
WORD_SIZE, LETTER_SIZE, LETTER_FILTERS, HIDDEN = 64, 24, 48, 100
UNIT_WORDS, WORD_LETTERS, WORD_DROPOUT, DROPOUT = 100, 16, 0.2, 0.5
KINDS = ["PARTNER", "PERMISSION"]  # kind k begins with label 2k + 1 and goes on with 2k + 2; label 0 is outside
LABELS = 2 * len(KINDS) + 1

Document = namedtuple("Document", "text holders spans held_back")  # spans: (kind, start, end)
Word = namedtuple("Word", "text start end looks")


def parsed(content, held_back):
    """A document as resources/annotator/GUIDELINE.md writes it. Of a passage's head only its kind is kept."""
    header, body = content.split("\n\n", 1)
    text, marks, opened = "", [], []
    for piece in re.findall(r"\{[^|]*\||\}|=== page ===|[^{}=]+|=", body):
        if piece[0] == "{":
            opened.append(len(marks))
            marks.append((piece[1:].strip()[0], len(text)))
        elif piece == "}":
            marks[opened.pop()] += (len(text),)
        else:
            text += "\f" if piece == "=== page ===" else piece
    kinds = dict(zip("PD", KINDS))
    return Document(text, re.findall(r"^# holder: (.+)$", header, re.MULTILINE),
                    [(kinds[kind], *place) for kind, *place in marks if kind in kinds], held_back)


def read_corpus(path):
    if path.is_dir():
        return [parsed(file.read_text(encoding="utf-8"), held_back)
                for folder, held_back in ((path, False), (path / "held-back", True))
                for file in sorted(folder.glob("*.txt"))]
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    return [Document(one["text"], [], [(span["label"], span["start"], span["end"]) for span in one["spans"]
                                       if span["label"] in KINDS], one["split"] == "dev") for one in documents]


def units_of(document):
    """Paragraphs as lists of words; long ones are cut where a line or a sentence ends. A line's end is a word too."""
    in_holder = set()
    for name in document.holders:
        pattern = r"\s*".join(map(re.escape, re.findall(r"[^\W_]+|\S", name)))
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", document.text, re.IGNORECASE):
            in_holder.update(range(*match.span()))
    units = [[]]
    for match in re.finditer(r"[^\W_]+|[^\w\s]|_|\s*[\n\f]\s*", document.text):
        text = match.group()
        if text.count("\n") > 1 or "\f" in text:
            units.append([])
            continue
        looks = (match.start() in in_holder, text[0].isupper(), text[1:].isupper(), text[1:].islower(),
                 text.isdigit(), text.isalnum(), text.isspace())
        units[-1].append(Word(text.strip().lower() or "\n", *match.span(), looks))
        if len(units[-1]) >= UNIT_WORDS * (1 if text in ".;!?" or text.isspace() else 2):
            units.append([])
    return [unit for unit in units if unit]


def labels_of(unit, spans):
    labels = [0] * len(unit)
    for kind, start, end in sorted(spans):  # permissions last: one covers the partner inside it, as for the program
        inside = [i for i, word in enumerate(unit) if word.start < end and start < word.end]
        for i in inside:
            labels[i] = 2 * KINDS.index(kind) + (1 if i == inside[0] else 2)
    return labels


def spans_of(unit, labels):
    spans = []
    for word, label in zip(unit, labels):
        if label % 2:
            spans.append((KINDS[label // 2], word.start, word.end))
        elif label:
            spans[-1] = (*spans[-1][:2], word.end)
    return spans


class Tagger(nn.Module):
    def __init__(self, units):
        super().__init__()
        seen = Counter(word.text for unit in units for word in unit)
        self.words = {text: i for i, text in enumerate((one for one in seen if seen[one] > 1), 1)}  # 0: any other
        self.letters = {letter: i for i, letter in enumerate(sorted(set("".join(seen))), 2)}  # 0: none, 1: any other
        self.word_vectors = nn.Embedding(len(self.words) + 1, WORD_SIZE)
        self.letter_vectors = nn.Embedding(len(self.letters) + 2, LETTER_SIZE, padding_idx=0)
        self.letter_filters = nn.Conv1d(LETTER_SIZE, LETTER_FILTERS, 3, padding=1)
        self.lstm = nn.LSTM(WORD_SIZE + LETTER_FILTERS + len(units[0][0].looks), HIDDEN, batch_first=True,
                            bidirectional=True)
        self.scores = nn.Linear(2 * HIDDEN, LABELS)
        self.dropout = nn.Dropout(DROPOUT)
        self.order = nn.Parameter(torch.zeros(LABELS, LABELS))
        legal = [[b % 2 == 1 or b == 0 or a in (b - 1, b) for b in range(LABELS)] for a in range(LABELS)]
        self.illegal = torch.where(torch.tensor(legal), 0.0, -10000.0)

    def forward(self, units):
        """Scores by (unit, word, label), by (label, next label), and which of the words are there."""
        words = [word for unit in units for word in unit]
        texts = {text: i for i, text in enumerate(dict.fromkeys(word.text for word in words))}
        spelled = [torch.tensor([self.letters.get(letter, 1) for letter in text[:WORD_LETTERS]]) for text in texts]
        letters = self.letter_vectors(pad_sequence(spelled, batch_first=True)).transpose(1, 2)
        letters = torch.relu(self.letter_filters(letters)).amax(dim=2)[[texts[word.text] for word in words]]
        known = torch.tensor([self.words.get(word.text, 0) for word in words])
        if self.training:  # "any other word" must be learned well: most names of a new document are one
            known = known * (torch.rand(len(words)) >= WORD_DROPOUT)
        looks = torch.tensor([word.looks for word in words], dtype=torch.float)
        inputs = torch.cat([self.dropout(torch.cat([self.word_vectors(known), letters], dim=1)), looks], dim=1)
        lengths = torch.tensor([len(unit) for unit in units])
        inputs = pad_sequence(inputs.split(lengths.tolist()), batch_first=True)
        packed = pack_padded_sequence(inputs, lengths, batch_first=True, enforce_sorted=False)
        outputs, _ = pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        return (self.scores(self.dropout(outputs)), self.order + self.illegal,
                torch.arange(outputs.shape[1]) < lengths[:, None])

    def loss(self, units, labels):
        """Minus the logarithm of the true labels' probability, a unit's mean. Before the first word all is outside."""
        scores, order, there = self(units)
        gold = pad_sequence([torch.tensor(one) for one in labels], batch_first=True)
        right = (scores.gather(2, gold[:, :, None])[:, :, 0] * there).sum()
        right = right + order[0, gold[:, 0]].sum() + (order[gold[:, :-1], gold[:, 1:]] * there[:, 1:]).sum()
        total = order[0] + scores[:, 0]
        for i in range(1, scores.shape[1]):
            longer = torch.logsumexp(total[:, :, None] + order + scores[:, i, None], dim=1)
            total = torch.where(there[:, i, None], longer, total)
        return (torch.logsumexp(total, dim=1).sum() - right) / len(units)

    @torch.no_grad()
    def best_labels(self, unit):
        scores, order, _ = self([unit])
        best, came_from = order[0] + scores[0, 0], []
        for one in scores[0, 1:]:
            best, before = (best[:, None] + order + one).max(dim=0)
            came_from.append(before.tolist())
        labels = [int(best.argmax())]
        for before in reversed(came_from):
            labels.append(before[labels[-1]])
        return labels[::-1]


def trained(documents):
    torch.manual_seed(1)
    chance = random.Random(1)
    examples = [(unit, labels_of(unit, document.spans)) for document in documents for unit in units_of(document)]
    tagger = Tagger([unit for unit, _ in examples])
    optimizer = torch.optim.Adam(tagger.parameters())
    for epoch in range(EPOCHS):
        optimizer.param_groups[0]["lr"] = RATE * (1 - epoch / EPOCHS)
        examples.sort(key=lambda example: len(example[0]) * chance.uniform(0.9, 1.1))  # little padding, other company
        batches = [examples[i:i + BATCH_UNITS] for i in range(0, len(examples), BATCH_UNITS)]
        chance.shuffle(batches)
        for batch in batches:
            optimizer.zero_grad()
            tagger.loss(*zip(*batch)).backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 5.0)
            optimizer.step()
    return tagger.eval()


def measured(tagger, documents, kinds):
    """Exact / overlap F1 of the kinds together. Pairs each predicted range with at most one true one."""
    exact = overlapping = ranges = 0
    for document in documents:
        found = [span for unit in units_of(document) for span in spans_of(unit, tagger.best_labels(unit))]
        for kind in kinds:
            gold, predicted = ([span[1:] for span in spans if span[0] == kind] for spans in (document.spans, found))
            ranges += len(gold) + len(predicted)
            exact += sum(one in gold for one in predicted)
            for start, end in predicted:
                match = next((one for one in gold if one[0] < end and start < one[1]), None)
                if match:
                    gold.remove(match)
                    overlapping += 1
    return " / ".join(f"{200 * right / max(ranges, 1):5.1f}" for right in (exact, overlapping))


def learn_and_measure(title, documents, *columns):
    """A line with the scores of each column, which is a list of kinds, and what the training took."""
    start = time.process_time()
    tagger = trained([document for document in documents if not document.held_back])
    seconds = time.process_time() - start
    scores = [measured(tagger, [one for one in documents if one.held_back], kinds) for kinds in columns]
    cost = f"{seconds:.0f} s of training, {sum(weight.numel() for weight in tagger.parameters())} parameters"
    print(f"{title:34}", *scores, cost, sep=" | ", flush=True)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__.split("\n\n")[1])
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    print("\nA small neural network on held-back documents (exact / overlap F1): partner, permission")
    learn_and_measure("BiLSTM and CRF layer", read_corpus(pathlib.Path(sys.argv[1])), *([kind] for kind in KINDS))
    if len(sys.argv) > 2:
        print(f"\n{sys.argv[2]}, trained on its own training part (micro exact / overlap F1)")
        learn_and_measure("BiLSTM and CRF layer", read_corpus(pathlib.Path(sys.argv[2])), KINDS)


main()

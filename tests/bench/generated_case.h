// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

#include <random>

/// How large a case to make up. The words follow Zipf's law over an invented vocabulary, so that there are frequent and
/// rare ones as in real text; the same seed gives the same case.
struct GeneratedSize {
    int pages = 100'000;
    int pagesPerDocument = 50;
    int wordsPerPage = 300;
    int vocabulary = 80'000;
    int partners = 1'000;
    int permissions = 100;
    int tags = 1'000'000; ///< evidence tags, each linked to one finding
};

/// An invented word; the frequent ones have small numbers.
QString generatedWord(int number);

/// Fills a new case at `path`, straight through the store: a journal of a million decisions is not what is measured.
/// Returns the sum of the page texts in bytes of UTF-8.
model::Result<qint64> generateCase(const QString &path, const GeneratedSize &size);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace model::copies {

/// A word as texts are compared by it. A word parted at the end of a line is one; a Han or kana character is one too.
struct ComparedWord {
    qsizetype start = 0; ///< UTF-16 units of the text
    qsizetype end = 0;
    std::uint64_t key = 0; ///< equal for words that differ in case, hyphens and apostrophes only
    bool isFigure = false; ///< has a digit
    bool isName = false;   ///< written with a capital within a sentence
};

/// A text and its words in order.
struct WordText {
    QString text;
    std::vector<ComparedWord> words;

    /// The letters and digits of a word, case folded.
    QString folded(size_t word) const;
    void appendFolded(size_t word, QString &to) const;
    std::vector<std::uint64_t> keys() const;
};

WordText wordText(QString text);

/// Of the pages of a document, without their running heads and feet: a stamped number on each page, or the date of
/// printing, makes no other document.
WordText documentText(const std::vector<QString> &pages);

} // namespace model::copies

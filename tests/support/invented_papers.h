// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <random>
#include <vector>

/// Papers of made-up words, as alike and as unlike as those of a leaked bundle; the same ones for the same seed.
/// A paper is a form whose blanks (parties, people, days, sums) are filled in.
struct InventedPaper {
    struct Part {
        QString word; ///< empty for a blank
        int blank = -1;
    };
    using Paragraph = std::vector<Part>;
    std::vector<Paragraph> paragraphs;
    QStringList blanks; ///< what fills them

    QStringList filledParagraphs() const;
    qsizetype wordCount() const;
};

class PaperMaker final {
public:
    explicit PaperMaker(std::uint64_t seed)
        : m_random(seed)
    {
    }

    InventedPaper paper(int paragraphs);
    InventedPaper::Paragraph paragraph();
    QStringList blanks(); ///< other parties, people, days and sums

    int below(int count);
    bool oneIn(int count) { return below(count) == 0; }
    std::mt19937_64 &random() { return m_random; }

    QString misread(const QString &text, int perThousand); ///< as a scan of a print is read

private:
    QString word();
    QString name();

    std::mt19937_64 m_random;
};

/// Pages of lines at most `width` long, `linesOnPage` of them; `hyphenates` parts words at the ends of lines. The lines
/// `head` and `foot` stand on each page, with its number for %1; empty: none.
std::vector<QString> pagesOf(const QStringList &paragraphs, int width, int linesOnPage, bool hyphenates = false,
                             const QString &head = {}, const QString &foot = {});

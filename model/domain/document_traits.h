// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/period.h"

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace model {

/// A day that the text of a document names.
struct TextDate {
    PartialDate date;
    int firstPage = 0; ///< page index

    friend bool operator==(const TextDate &, const TextDate &) = default;
};

/// What is found in the text of a document's pages, beside what the file says of itself.
struct DocumentTraits {
    std::vector<QString> bates;     ///< the number stamped on each page; empty where there is none
    std::vector<QString> languages; ///< of each page, as ISO 639-1 ("en"); empty where it cannot be told
    std::vector<TextDate> dates;    ///< each once, in order of time

    friend bool operator==(const DocumentTraits &, const DocumentTraits &) = default;
};

/// The same, summed up for the lists of documents.
struct TraitSummary {
    QString firstBates; ///< empty: none
    QString lastBates;
    std::map<QString, int> languages; ///< how many pages are in each
    QStringList dates;                ///< "2016-03-05", in order of time

    friend bool operator==(const TraitSummary &, const TraitSummary &) = default;
};

/// What a Bates number is looked up by: its letters and digits, large. "abc-000 123" is "ABC000123".
QString batesKey(const QString &number);

} // namespace model

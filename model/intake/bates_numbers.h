// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace model::intake {

/// Finds the numbers that were stamped on the pages of a document, one more on each: Bates numbers. A number counts
/// only as one of a running series, so that invoice and page numbers do not pass for them; on a single page it must
/// have the shape of one ("ABC000123").
class BatesNumbers final {
public:
    void add(const QString &pageText); ///< page after page
    /// One for each page, as it is stamped; empty where there is none.
    std::vector<QString> found() const;

private:
    struct Candidate {
        int page = 0;
        qint64 number = 0;
        QString prefix; ///< as batesKey() of what stands before the digits
        int digits = 0;
        QString text;
    };

    int m_pages = 0;
    std::vector<Candidate> m_candidates;
};

} // namespace model::intake

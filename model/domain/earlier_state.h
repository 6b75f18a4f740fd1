// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace model {

/// Where an earlier state of a PDF is found once the reporter had it taken out: "report.pdf/revision 1 of 3.pdf".
struct EarlierStatePlace {
    QString documentPath; ///< where the PDF itself was found
    int number = 1;       ///< from 1, the oldest
    int count = 2;        ///< of all states, the present one too

    QString path() const;
    static std::optional<EarlierStatePlace> fromPath(const QString &path);
};

} // namespace model

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/document_traits.h"

#include <QString>

#include <map>
#include <vector>

namespace model::intake {

/// Finds the days that a text names: "5 March 2016", "March 5, 2016", "5. März 2016", "2016-03-05". Days in figures
/// whose month and day cannot be told apart are passed over.
class TextDates final {
public:
    void add(const QString &pageText); ///< page after page
    std::vector<TextDate> found() const;

private:
    int m_pages = 0;
    std::map<int, TextDate> m_dates; ///< by day
};

} // namespace model::intake

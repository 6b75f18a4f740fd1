// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/document_traits.h"
#include "model/intake/bates_numbers.h"
#include "model/intake/page_language.h"
#include "model/intake/text_dates.h"

namespace model::intake {

/// What the text of a document tells, found as its pages are read.
class TraitFinder final {
public:
    void add(const QString &pageText)
    {
        m_bates.add(pageText);
        m_dates.add(pageText);
        m_languages.push_back(languageOf(pageText));
    }
    DocumentTraits found() const { return {m_bates.found(), m_languages, m_dates.found()}; }

private:
    BatesNumbers m_bates;
    TextDates m_dates;
    std::vector<QString> m_languages;
};

} // namespace model::intake

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/substituted_fonts.h"

#include "model/reader/held_files.h"

#include <QStringList>

#include <algorithm>

#include <poppler-qt6.h>

namespace model::reader {
namespace {

/// Letters only, small: "Arial,Bold", "ArialMT" and "Liberation Sans Bold" differ in marks and blanks that mean
/// nothing.
QString letters(const QString &name)
{
    QString plain;
    for (const QChar unit : name) {
        if (unit.isLetterOrNumber())
            plain += unit.toLower();
    }
    return plain;
}

struct Family {
    QLatin1String asked;
    QLatin1String sameWidths; ///< families made to the same widths, parted by '|'
};

// The fourteen standard fonts, their Windows names, and what is made to their measure.
constexpr Family families[] = {
    {QLatin1String("helvetica"), QLatin1String("nimbussans|liberationsans|arimo|arial|texgyreheros|freesans")},
    {QLatin1String("arial"), QLatin1String("nimbussans|liberationsans|arimo|texgyreheros|freesans|helvetica")},
    {QLatin1String("times"), QLatin1String("nimbusroman|liberationserif|tinos|texgyretermes|freeserif")},
    {QLatin1String("courier"), QLatin1String("nimbusmono|liberationmono|cousine|texgyrecursor|freemono|courier")},
    {QLatin1String("symbol"), QLatin1String("standardsymbols|symbol")},
    {QLatin1String("zapfdingbats"), QLatin1String("d050000l|dingbats")},
};

bool isSubstituted(const Poppler::FontInfo &font)
{
    if (font.isEmbedded() || font.type() == Poppler::FontInfo::Type3)
        return false;
    if (font.file().isEmpty() || !canBeOpened(font.file().toLocal8Bit().toStdString()))
        return true;
    const QString asked = letters(font.name());
    const QString drawn = letters(font.substituteName());
    if (drawn.isEmpty() || asked.startsWith(drawn) || drawn.startsWith(asked))
        return false;
    for (const Family &family : families) {
        if (!asked.startsWith(family.asked))
            continue;
        const auto same = QString(family.sameWidths).split(u'|');
        return std::none_of(same.begin(), same.end(), [&drawn](const QString &name) { return drawn.startsWith(name); });
    }
    return true;
}

} // namespace

SubstitutedFonts::SubstitutedFonts(const Poppler::Document &document)
    : m_document(document)
    , m_first(static_cast<std::size_t>(std::clamp(document.numPages(), 0, 8)))
{
}

bool SubstitutedFonts::guessFor(int pageIndex) const
{
    const int looked = static_cast<int>(m_first.size());
    if (pageIndex < looked)
        return cachedOnPage(pageIndex);
    for (int page = 0; page < looked; ++page) {
        if (cachedOnPage(page))
            return true;
    }
    return false;
}

bool SubstitutedFonts::cachedOnPage(int pageIndex) const
{
    std::optional<bool> &known = m_first[static_cast<std::size_t>(pageIndex)];
    if (!known)
        known = onPage(pageIndex);
    return *known;
}

bool SubstitutedFonts::onPage(int pageIndex) const
{
    const QList<Poppler::FontInfo> fonts = m_document.newFontIterator(pageIndex)->next();
    return std::any_of(fonts.begin(), fonts.end(), isSubstituted);
}

} // namespace model::reader

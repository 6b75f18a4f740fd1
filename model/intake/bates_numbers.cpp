// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/bates_numbers.h"

#include "model/domain/document_traits.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <tuple>

namespace model::intake {
namespace {

// Lines of a page, from its top and from its end, that a stamp may be among.
constexpr qsizetype outerLines = 4;
constexpr qsizetype longestLine = 200;

constexpr int leastBareDigits = 6; // without letters in front, and then only filled up with zeros
constexpr std::size_t leastPages = 3;

/// The first and the last lines with something on them.
QStringList outerLinesOf(const QString &text)
{
    QStringList lines;
    qsizetype from = 0;
    while (lines.size() < outerLines && from < text.size()) {
        const qsizetype end = text.indexOf(u'\n', from);
        const QString line = text.mid(from, end < 0 ? -1 : end - from).trimmed();
        if (!line.isEmpty())
            lines += line;
        from = end < 0 ? text.size() : end + 1;
    }
    qsizetype to = text.size();
    qsizetype last = 0;
    while (last < outerLines && to > from) {
        const qsizetype start = text.lastIndexOf(u'\n', to - 1);
        const QString line = text.mid(std::max(start + 1, from), to - std::max(start + 1, from)).trimmed();
        if (!line.isEmpty()) {
            lines += line;
            ++last;
        }
        to = std::max(start, qsizetype(0));
    }
    return lines;
}

} // namespace

void BatesNumbers::add(const QString &pageText)
{
    static const QRegularExpression stamp(
        QStringLiteral("(?<![\\p{L}\\p{N}])"
                       "((?:\\p{Lu}(?:[\\p{Lu}\\p{Nd}&]*[\\p{Lu}&])?|\\p{Lu}\\p{L}+)"
                       "(?:[-_. ]\\p{Lu}(?:[\\p{Lu}\\p{Nd}&]*[\\p{Lu}&])?){0,2}[-_. #]{0,2})?"
                       "(\\d{4,10})(?![\\p{L}\\p{N}])"),
        QRegularExpression::UseUnicodePropertiesOption);
    const int page = m_pages++;
    for (const QString &line : outerLinesOf(pageText)) {
        auto match = stamp.globalMatch(line.left(longestLine));
        while (match.hasNext()) {
            const QRegularExpressionMatch one = match.next();
            const QString digits = one.captured(2);
            const QString prefix = batesKey(one.captured(1));
            const bool isFilledUp = digits.startsWith(u'0');
            if (prefix.isEmpty() && !(isFilledUp && digits.size() >= leastBareDigits))
                continue;
            m_candidates.push_back(
                {page, digits.toLongLong(), prefix, static_cast<int>(digits.size()), one.captured(0).simplified()});
        }
    }
}

std::vector<QString> BatesNumbers::found() const
{
    // Of one series: the same letters, as many digits, and a number that grows as the pages do.
    using Series = std::tuple<QString, int, qint64>;
    std::map<Series, std::vector<const Candidate *>> series;
    for (const Candidate &candidate : m_candidates)
        series[{candidate.prefix, candidate.digits, candidate.number - candidate.page}].push_back(&candidate);
    std::vector<const std::vector<const Candidate *> *> longest;
    for (const auto &[key, pages] : series) {
        const bool isAlone = m_pages == 1 && !std::get<QString>(key).isEmpty() && std::get<int>(key) >= leastBareDigits;
        if (isAlone ||
            pages.size() >= std::min(leastPages, std::max<std::size_t>(static_cast<std::size_t>(m_pages), 2)))
            longest.push_back(&pages);
    }
    std::stable_sort(longest.begin(), longest.end(),
                     [](const auto *one, const auto *other) { return one->size() > other->size(); });
    std::vector<QString> numbers(static_cast<std::size_t>(m_pages));
    for (const auto *pages : longest) {
        for (const Candidate *candidate : *pages) {
            QString &number = numbers[static_cast<std::size_t>(candidate->page)];
            if (number.isEmpty())
                number = candidate->text;
        }
    }
    return numbers;
}

} // namespace model::intake

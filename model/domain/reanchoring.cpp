// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/reanchoring.h"

#include <QStringView>

#include <algorithm>
#include <numeric>
#include <vector>

namespace model {
namespace {

constexpr qsizetype longestLikened = 2000; ///< units; for longer quotes a likeness would take too long
constexpr qsizetype charactersAnError = 6;

/// Text without its white space and cases, and where each of its units came from.
struct Plain {
    explicit Plain(QStringView text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i].isSpace())
                continue;
            units += text[i].toCaseFolded();
            places.push_back(i);
        }
    }
    QString units;
    std::vector<qsizetype> places;
};

qsizetype sharedEnd(const QString &a, const QString &b)
{
    const qsizetype longest = std::min(a.size(), b.size());
    qsizetype same = 0;
    while (same < longest && a[a.size() - 1 - same] == b[b.size() - 1 - same])
        ++same;
    return same;
}

qsizetype sharedStart(const QString &a, const QString &b)
{
    const auto end = std::mismatch(a.begin(), a.begin() + std::min(a.size(), b.size()), b.begin());
    return end.first - a.begin();
}

/// Of places that are equally good, the one with most of the same around it, then the nearest to where it was.
struct Chosen {
    TextRange range; ///< in the plain text
    qsizetype worth = -1;
    qsizetype distance = 0;
};

class Finder {
public:
    Finder(const Passage &passage, const Plain &text, qsizetype formerStart)
        : m_text(text)
        , m_quote(QStringView(passage.quote))
        , m_prefix(QStringView(passage.prefix))
        , m_suffix(QStringView(passage.suffix))
        , m_formerStart(formerStart)
    {
    }

    std::optional<TextRange> find()
    {
        if (m_quote.units.isEmpty())
            return std::nullopt;
        for (qsizetype at = m_text.units.indexOf(m_quote.units); at >= 0;
             at = m_text.units.indexOf(m_quote.units, at + 1))
            consider({at, at + m_quote.units.size()});
        if (m_best.worth < 0)
            likened();
        if (m_best.worth < 0)
            return std::nullopt;
        return m_best.range;
    }

private:
    void consider(const TextRange &range)
    {
        const qsizetype worth = sharedEnd(m_text.units.left(range.start), m_prefix.units) +
                                sharedStart(m_text.units.mid(range.end), m_suffix.units);
        const qsizetype distance = std::abs(m_text.places[static_cast<size_t>(range.start)] - m_formerStart);
        if (worth > m_best.worth || (worth == m_best.worth && distance < m_best.distance))
            m_best = {range, worth, distance};
    }

    /// The places with the fewest differences, by the edit distance to any part of the text.
    void likened()
    {
        const QString &quote = m_quote.units;
        const qsizetype most = quote.size() / charactersAnError;
        if (most == 0 || quote.size() > longestLikened)
            return;
        const auto rows = static_cast<size_t>(quote.size()) + 1;
        std::vector<qsizetype> costs(rows);
        std::vector<qsizetype> starts(rows, 0); ///< where the part begins that is likened so far
        std::iota(costs.begin(), costs.end(), 0);
        qsizetype least = most + 1;
        std::vector<TextRange> places;
        for (qsizetype column = 1; column <= m_text.units.size(); ++column) {
            qsizetype diagonalCost = costs[0];
            qsizetype diagonalStart = starts[0];
            starts[0] = column;
            for (size_t row = 1; row < rows; ++row) {
                const qsizetype replaced =
                    diagonalCost + (quote[static_cast<qsizetype>(row) - 1] == m_text.units[column - 1] ? 0 : 1);
                const qsizetype added = costs[row] + 1;
                const qsizetype left = costs[row - 1] + 1;
                const qsizetype replacedStart = diagonalStart;
                diagonalCost = costs[row];
                diagonalStart = starts[row];
                if (replaced <= added && replaced <= left) {
                    costs[row] = replaced;
                    starts[row] = replacedStart;
                } else if (added <= left) {
                    costs[row] = added;
                } else {
                    costs[row] = left;
                    starts[row] = starts[row - 1];
                }
            }
            if (costs.back() < least) {
                least = costs.back();
                places.clear();
            }
            if (costs.back() == least && least <= most && starts.back() < column)
                places.push_back({starts.back(), column});
        }
        for (const TextRange &place : places)
            consider(place);
    }

    const Plain &m_text;
    const Plain m_quote;
    const Plain m_prefix;
    const Plain m_suffix;
    const qsizetype m_formerStart;
    Chosen m_best;
};

} // namespace

bool isInPlace(const Passage &passage, const std::function<QString(int pageIndex)> &textOf)
{
    const QString first = textOf(passage.firstPage);
    const auto there =
        makePassage(passage.document, passage.firstPage, first, passage.start, passage.lastPage,
                    passage.firstPage == passage.lastPage ? first : textOf(passage.lastPage), passage.end);
    return there && there->quote == passage.quote;
}

std::optional<Passage> reanchored(const Passage &passage, const std::function<QString(int pageIndex)> &textOf)
{
    const QString first = textOf(passage.firstPage);
    const bool onePage = passage.firstPage == passage.lastPage;
    const QString last = onePage ? first : textOf(passage.lastPage);
    // Over a page break the two pages are searched as one, as the quote joins them.
    const QString whole = onePage ? first : first + u'\n' + last;
    const Plain text(whole);
    const auto found = Finder(passage, text, passage.start).find();
    if (!found)
        return std::nullopt;
    const qsizetype start = text.places[static_cast<size_t>(found->start)];
    const qsizetype end = text.places[static_cast<size_t>(found->end - 1)] + 1;
    const qsizetype behindFirst = first.size() + 1;
    const int firstPage = !onePage && start >= behindFirst ? passage.lastPage : passage.firstPage;
    const int lastPage = !onePage && end > behindFirst ? passage.lastPage : passage.firstPage;
    const auto within = [&](int page, qsizetype place) {
        return page == passage.firstPage ? std::min(place, first.size()) : place - behindFirst;
    };
    return makePassage(passage.document, firstPage, firstPage == passage.firstPage ? first : last,
                       within(firstPage, start), lastPage, lastPage == passage.firstPage ? first : last,
                       within(lastPage, end));
}

} // namespace model

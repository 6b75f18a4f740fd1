// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/copy_differences.h"

#include "model/copies/alignment.h"
#include "model/copies/word_text.h"
#include "model/store/page_texts.h"

#include <algorithm>

namespace model::session {
namespace {

constexpr size_t contextWords = 6;

/// The whole text of a document, and where its pages begin in it.
class Side {
public:
    static Result<Side> read(const CaseFile &file, const Sha256 &document)
    {
        QString text;
        std::vector<qsizetype> begins;
        const auto visited = store::visitPageTexts(file.database(), document, [&](int, const QString &page) {
            if (!begins.empty())
                text += u'\f';
            begins.push_back(text.size());
            text += page;
            return true;
        });
        if (!visited)
            return visited.error();
        return Side(copies::wordText(std::move(text)), std::move(begins));
    }

    std::vector<std::uint64_t> keys() const { return m_text.keys(); }

    DifferingText differing(size_t first, size_t end) const
    {
        DifferingText result;
        if (first == end) {
            result.pageIndex = pageOfWord(first);
            return result;
        }
        const qsizetype from = m_text.words[first].start;
        const qsizetype to = m_text.words[end - 1].end;
        result.pageIndex = pageAt(from);
        for (int page = result.pageIndex; page < static_cast<int>(m_begins.size()); ++page) {
            const qsizetype begin = m_begins[static_cast<size_t>(page)];
            if (begin >= to)
                break;
            const qsizetype pageEnd = pageEndOf(page);
            const qsizetype start = std::max(from, begin);
            const qsizetype stop = std::min(to, pageEnd);
            if (start < stop)
                result.spans.push_back({page, static_cast<int>(start - begin), static_cast<int>(stop - begin)});
        }
        result.words = m_text.text.sliced(from, to - from).simplified();
        return result;
    }

    QString words(size_t first, size_t end) const
    {
        if (first >= end)
            return {};
        const qsizetype from = m_text.words[first].start;
        return m_text.text.sliced(from, m_text.words[end - 1].end - from).simplified();
    }

    size_t wordCount() const { return m_text.words.size(); }
    int pageCount() const { return static_cast<int>(m_begins.size()); }
    /// The number of all words for a page behind the last one.
    size_t firstWordOn(int page) const
    {
        const auto word =
            std::lower_bound(m_text.words.begin(), m_text.words.end(), m_begins[static_cast<size_t>(page)],
                             [](const copies::ComparedWord &one, qsizetype begin) { return one.start < begin; });
        return static_cast<size_t>(word - m_text.words.begin());
    }
    int pageOfWord(size_t word) const
    {
        return pageAt(word < m_text.words.size() ? m_text.words[word].start : m_text.text.size());
    }

private:
    Side(copies::WordText text, std::vector<qsizetype> begins)
        : m_text(std::move(text))
        , m_begins(std::move(begins))
    {
    }

    int pageAt(qsizetype place) const
    {
        const auto next = std::upper_bound(m_begins.begin(), m_begins.end(), place);
        return next == m_begins.begin() ? 0 : static_cast<int>(next - m_begins.begin()) - 1;
    }
    qsizetype pageEndOf(int page) const
    {
        const auto next = static_cast<size_t>(page) + 1;
        return next < m_begins.size() ? m_begins[next] - 1 : m_text.text.size();
    }

    copies::WordText m_text;
    std::vector<qsizetype> m_begins;
};

/// The word of the second document that stands where this word of the first one does.
size_t counterpart(const std::vector<copies::Hunk> &hunks, size_t word)
{
    const auto behind = std::upper_bound(hunks.begin(), hunks.end(), word,
                                         [](size_t wanted, const copies::Hunk &hunk) { return wanted < hunk.first; });
    if (behind == hunks.begin())
        return word;
    const copies::Hunk &before = *(behind - 1);
    return word < before.firstEnd ? before.second : before.secondEnd + (word - before.firstEnd);
}

} // namespace

Result<TextComparison> compareTexts(const CaseFile &file, const Sha256 &first, const Sha256 &second)
{
    const auto one = Side::read(file, first);
    if (!one)
        return one.error();
    const auto other = Side::read(file, second);
    if (!other)
        return other.error();
    TextComparison comparison;
    std::vector<TextDifference> &differences = comparison.differences;
    const std::vector<copies::Hunk> hunks = copies::differences(one->keys(), other->keys());
    for (size_t i = 0; i < hunks.size(); ++i) {
        const copies::Hunk &hunk = hunks[i];
        const size_t before = i == 0 ? 0 : hunks[i - 1].firstEnd;
        const size_t behind = i + 1 < hunks.size() ? hunks[i + 1].first : one->wordCount();
        differences.push_back(
            {one->differing(hunk.first, hunk.firstEnd), other->differing(hunk.second, hunk.secondEnd),
             one->words(std::max(before, hunk.first - std::min(hunk.first, contextWords)), hunk.first),
             one->words(hunk.firstEnd, std::min(behind, hunk.firstEnd + contextWords))});
    }
    for (int page = 0; page < one->pageCount(); ++page)
        comparison.secondPages.push_back(other->pageOfWord(counterpart(hunks, one->firstWordOn(page))));
    return comparison;
}

} // namespace model::session

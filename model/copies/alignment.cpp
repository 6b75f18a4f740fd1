// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/copies/alignment.h"

#include "model/copies/mixing.h"

#include <algorithm>
#include <unordered_map>

namespace model::copies {
namespace {

using Keys = std::vector<std::uint64_t>;
using Pair = std::pair<size_t, size_t>;

constexpr size_t smallTable = 128 * 128; ///< up to this a table is quicker than anything else
constexpr size_t largestTable = 1'000'000;
constexpr int deepest = 12;

/// Aligns by splitting: the pairs of equal words that it finds, in order.
class Alignment {
public:
    Alignment(const Keys &first, const Keys &second)
        : m_first(first)
        , m_second(second)
    {
    }

    std::vector<Hunk> run()
    {
        align({0, m_first.size(), 0, m_second.size()}, 0);
        std::vector<Hunk> hunks;
        size_t first = 0;
        size_t second = 0;
        const auto upTo = [&](size_t firstEnd, size_t secondEnd) {
            if (firstEnd > first || secondEnd > second)
                hunks.push_back({first, firstEnd, second, secondEnd});
        };
        for (const auto &[inFirst, inSecond] : m_equal) {
            upTo(inFirst, inSecond);
            first = inFirst + 1;
            second = inSecond + 1;
        }
        upTo(m_first.size(), m_second.size());
        return hunks;
    }

private:
    void align(Hunk part, int depth)
    {
        while (part.first < part.firstEnd && part.second < part.secondEnd &&
               m_first[part.first] == m_second[part.second])
            m_equal.emplace_back(part.first++, part.second++);
        size_t tail = 0;
        while (part.first < part.firstEnd && part.second < part.secondEnd &&
               m_first[part.firstEnd - 1] == m_second[part.secondEnd - 1]) {
            --part.firstEnd;
            --part.secondEnd;
            ++tail;
        }
        between(part, depth);
        for (size_t i = 0; i < tail; ++i)
            m_equal.emplace_back(part.firstEnd + i, part.secondEnd + i);
    }

    void between(const Hunk &part, int depth)
    {
        const size_t cells = (part.firstEnd - part.first) * (part.secondEnd - part.second);
        if (cells == 0)
            return;
        if (cells <= smallTable)
            return byTable(part);
        const std::vector<Pair> anchors = depth < deepest ? anchorsIn(part) : std::vector<Pair>();
        if (anchors.empty()) {
            if (cells <= largestTable)
                byTable(part);
            return;
        }
        size_t first = part.first;
        size_t second = part.second;
        for (const auto &[inFirst, inSecond] : anchors) {
            align({first, inFirst, second, inSecond}, depth + 1);
            m_equal.emplace_back(inFirst, inSecond);
            first = inFirst + 1;
            second = inSecond + 1;
        }
        align({first, part.firstEnd, second, part.secondEnd}, depth + 1);
    }

    /// Words at which runs begin that each side has once, as many as are in the same order on both sides.
    std::vector<Pair> anchorsIn(const Hunk &part) const
    {
        for (const size_t run : {size_t(3), size_t(1)}) {
            std::vector<Pair> pairs = ascending(uniquePairs(part, run));
            if (!pairs.empty())
                return pairs;
        }
        return {};
    }

    std::vector<Pair> uniquePairs(const Hunk &part, size_t run) const
    {
        struct Seen {
            size_t inFirst = 0, inSecond = 0;
            int ofFirst = 0, ofSecond = 0;
        };
        std::unordered_map<std::uint64_t, Seen> seen;
        const auto keyAt = [run](const Keys &keys, size_t at) {
            std::uint64_t key = 0;
            for (size_t i = 0; i < run; ++i)
                key = mixed(key ^ keys[at + i]);
            return key;
        };
        for (size_t at = part.first; at + run <= part.firstEnd; ++at) {
            Seen &here = seen[keyAt(m_first, at)];
            here.inFirst = at;
            ++here.ofFirst;
        }
        for (size_t at = part.second; at + run <= part.secondEnd; ++at) {
            const auto here = seen.find(keyAt(m_second, at));
            if (here == seen.end())
                continue;
            here->second.inSecond = at;
            ++here->second.ofSecond;
        }
        std::vector<Pair> pairs;
        for (const auto &[key, here] : seen) {
            if (here.ofFirst == 1 && here.ofSecond == 1 && m_first[here.inFirst] == m_second[here.inSecond])
                pairs.emplace_back(here.inFirst, here.inSecond);
        }
        std::sort(pairs.begin(), pairs.end());
        return pairs;
    }

    /// The longest part of the pairs in which the second ascends as the first does.
    static std::vector<Pair> ascending(const std::vector<Pair> &pairs)
    {
        std::vector<size_t> ends; ///< by length: the pair with the lowest end
        std::vector<size_t> before(pairs.size());
        for (size_t i = 0; i < pairs.size(); ++i) {
            const auto place = std::lower_bound(ends.begin(), ends.end(), i, [&pairs](size_t end, size_t one) {
                return pairs[end].second < pairs[one].second;
            });
            before[i] = place == ends.begin() ? i : *(place - 1);
            if (place == ends.end())
                ends.push_back(i);
            else
                *place = i;
        }
        std::vector<Pair> result(ends.size());
        size_t at = ends.empty() ? 0 : ends.back();
        for (size_t i = ends.size(); i-- > 0; at = before[at])
            result[i] = pairs[at];
        return result;
    }

    /// A longest common subsequence.
    void byTable(const Hunk &part)
    {
        const size_t rows = part.firstEnd - part.first;
        const size_t columns = part.secondEnd - part.second;
        const size_t width = columns + 1;
        m_table.assign((rows + 1) * width, 0);
        for (size_t row = rows; row-- > 0;) {
            for (size_t column = columns; column-- > 0;) {
                m_table[row * width + column] =
                    m_first[part.first + row] == m_second[part.second + column]
                        ? m_table[(row + 1) * width + column + 1] + 1
                        : std::max(m_table[(row + 1) * width + column], m_table[row * width + column + 1]);
            }
        }
        for (size_t row = 0, column = 0; row < rows && column < columns;) {
            if (m_first[part.first + row] == m_second[part.second + column])
                m_equal.emplace_back(part.first + row++, part.second + column++);
            else if (m_table[(row + 1) * width + column] >= m_table[row * width + column + 1])
                ++row;
            else
                ++column;
        }
    }

    const Keys &m_first;
    const Keys &m_second;
    std::vector<Pair> m_equal;
    std::vector<std::uint32_t> m_table;
};

} // namespace

std::vector<Hunk> differences(const std::vector<std::uint64_t> &first, const std::vector<std::uint64_t> &second)
{
    return Alignment(first, second).run();
}

} // namespace model::copies

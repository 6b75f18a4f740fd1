// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/match_expression.h"

#include <QByteArrayList>

#include <algorithm>
#include <iterator>

namespace model::search {
namespace {

/// A NEAR of words with many spellings multiplies out; what is beyond this is left out.
constexpr std::size_t maxProduct = 256;

QByteArray everything()
{
    return quoted(everyPage);
}

QByteArray nothing()
{
    return '(' + everything() + " NOT " + everything() + ')';
}

QByteArray phrase(const Sequence &sequence)
{
    QByteArray words;
    for (const Term &term : sequence)
        words += (words.isEmpty() ? "" : " ") + term.word;
    return quoted(words) + (sequence.back().prefix ? " *" : "");
}

QByteArray joined(const QByteArrayList &parts, const QByteArray &sign)
{
    if (parts.isEmpty())
        return nothing();
    return parts.size() == 1 ? parts.front() : '(' + parts.join(' ' + sign + ' ') + ')';
}

QByteArray near(const QByteArrayList &phrases, int distance)
{
    return "NEAR(" + phrases.join(' ') + ", " + QByteArray::number(distance) + ')';
}

/// Calls `use` with one element of each list, for every combination up to maxProduct.
template <class T, class Use> void forEachCombination(const std::vector<std::vector<T>> &lists, const Use &use)
{
    if (std::any_of(lists.begin(), lists.end(), [](const auto &list) { return list.empty(); }))
        return;
    std::vector<std::size_t> at(lists.size(), 0);
    for (std::size_t count = 0; count < maxProduct; ++count) {
        std::vector<T> chosen;
        for (std::size_t i = 0; i < lists.size(); ++i)
            chosen.push_back(lists[i][at[i]]);
        use(chosen);
        std::size_t i = 0;
        while (i < lists.size() && ++at[i] == lists[i].size())
            at[i++] = 0;
        if (i == lists.size())
            return;
    }
}

QByteArray notNode(const Node &inner, const std::vector<TextMatch> &matches)
{
    return '(' + everything() + " NOT " + matchExpression(inner, matches) + ')';
}

QByteArray andNode(const Node &node, const std::vector<TextMatch> &matches)
{
    QByteArrayList wanted;
    QByteArrayList unwanted;
    for (const Node &child : node.children) {
        if (child.kind == NodeKind::Not)
            unwanted += matchExpression(child.children.front(), matches);
        else
            wanted += matchExpression(child, matches);
    }
    const QByteArray found = wanted.isEmpty() ? everything() : joined(wanted, "AND");
    return unwanted.isEmpty() ? found : '(' + found + " NOT " + joined(unwanted, "OR") + ')';
}

/// A phrase as it stands in the index of joints, and on which side of the break.
struct JointPhrase {
    QByteArray text;
    char side = acrossBreak;
};

Term marked(Term term, char side)
{
    term.word.prepend(side);
    return term;
}

/// The words from `first` on, all on one side.
void append(Sequence &result, const Sequence &sequence, std::size_t first, std::size_t last, char side)
{
    for (std::size_t i = first; i < last; ++i)
        result.push_back(marked(sequence[i], side));
}

Sequence onOneSide(const Sequence &sequence, char side)
{
    Sequence result;
    append(result, sequence, 0, sequence.size(), side);
    return result;
}

/// Every way a sequence can lie over the break: between two of its words, or within one.
std::vector<JointPhrase> crossing(const Sequence &sequence)
{
    std::vector<JointPhrase> result;
    const std::size_t size = sequence.size();
    for (std::size_t i = 1; i < size; ++i) {
        Sequence placed;
        append(placed, sequence, 0, i - 1, beforeBreak);
        // The pair stands where its first word does. Alone it says all; else its second word leads on to the others.
        const bool pairEnds = i + 1 == size;
        placed.push_back(
            {pairAtBreak + sequence[i - 1].word + pairMiddle + sequence[i].word, pairEnds && sequence[i].prefix});
        if (!pairEnds)
            append(placed, sequence, i, size, behindBreak);
        result.push_back({phrase(placed)});
    }
    for (std::size_t i = 0; i < size; ++i) {
        Sequence placed;
        append(placed, sequence, 0, i, beforeBreak);
        placed.push_back(marked(sequence[i], acrossBreak));
        append(placed, sequence, i + 1, size, behindBreak);
        result.push_back({phrase(placed)});
    }
    return result;
}

} // namespace

QByteArray quoted(const QByteArray &words)
{
    QByteArray inner = words;
    inner.replace('\0', "");
    inner.replace('"', "\"\"");
    return '"' + inner + '"';
}

QByteArray matchExpression(const TextMatch &match)
{
    QByteArrayList alternatives;
    if (match.items.size() == 1) {
        for (const Sequence &sequence : match.items.front())
            alternatives += phrase(sequence);
    } else {
        forEachCombination(match.items, [&](const std::vector<Sequence> &chosen) {
            QByteArrayList phrases;
            std::transform(chosen.begin(), chosen.end(), std::back_inserter(phrases), phrase);
            alternatives += near(phrases, match.distance);
        });
    }
    return joined(alternatives, "OR");
}

QByteArray matchExpression(const Node &node, const std::vector<TextMatch> &matches)
{
    switch (node.kind) {
    case NodeKind::And:
        return andNode(node, matches);
    case NodeKind::Not:
        return notNode(node.children.front(), matches);
    case NodeKind::Or: {
        QByteArrayList parts;
        for (const Node &child : node.children)
            parts += matchExpression(child, matches);
        return joined(parts, "OR");
    }
    case NodeKind::Text:
    case NodeKind::Near:
    case NodeKind::Field:
        break;
    }
    return node.leaf < 0 ? nothing() : matchExpression(matches[static_cast<std::size_t>(node.leaf)]);
}

QByteArray jointExpression(const TextMatch &match)
{
    QByteArrayList alternatives;
    if (match.items.size() == 1) {
        for (const Sequence &sequence : match.items.front())
            for (const JointPhrase &over : crossing(sequence))
                alternatives += over.text;
        return alternatives.isEmpty() ? QByteArray() : joined(alternatives, "OR");
    }
    forEachCombination(match.items, [&](const std::vector<Sequence> &chosen) {
        std::vector<std::vector<JointPhrase>> places;
        for (const Sequence &sequence : chosen) {
            std::vector<JointPhrase> of = crossing(sequence);
            of.push_back({phrase(onOneSide(sequence, beforeBreak)), beforeBreak});
            of.push_back({phrase(onOneSide(sequence, behindBreak)), behindBreak});
            places.push_back(std::move(of));
        }
        forEachCombination(places, [&](const std::vector<JointPhrase> &placed) {
            const bool oneSide = std::all_of(placed.begin(), placed.end(), [&placed](const JointPhrase &item) {
                return item.side == placed.front().side && item.side != acrossBreak;
            });
            if (oneSide || static_cast<std::size_t>(alternatives.size()) >= maxProduct)
                return;
            QByteArrayList phrases;
            for (const JointPhrase &item : placed)
                phrases += item.text;
            alternatives += near(phrases, match.distance);
        });
    });
    return alternatives.isEmpty() ? QByteArray() : joined(alternatives, "OR");
}

bool exceedsNearLimit(const TextMatch &match)
{
    std::size_t product = 1;
    for (const std::vector<Sequence> &item : match.items)
        product *= std::clamp<std::size_t>(item.size(), 1, maxProduct + 1);
    return match.items.size() > 1 && product > maxProduct;
}

bool isTextOnly(const Node &node)
{
    return node.kind != NodeKind::Field && std::all_of(node.children.begin(), node.children.end(), isTextOnly);
}

} // namespace model::search

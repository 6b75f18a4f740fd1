// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/text_match.h"

#include <QList>

#include <algorithm>

namespace model::search {
namespace {

/// A phrase of more words is taken as typed.
constexpr std::size_t maxWordsForJoining = 12;
/// A longer Chinese or Japanese word is taken as the dictionary breaks it.
constexpr qsizetype maxTakenApart = 6;

struct TypedWord {
    QByteArray text;
    std::size_t start = 0;
    std::size_t end = 0;
};

/// The words of what was typed, one a position.
class TypedWords final : public TokenSink {
public:
    bool take(const Token &token) override
    {
        const QByteArray text(token.text.data(), static_cast<qsizetype>(token.text.size()));
        if (token.opensPosition)
            words.push_back({text, token.start, token.end});
        else if (token.kind == TokenKind::Joined && token.start == words.back().start && overLineEnd(token))
            words.back() = {text, token.start, token.end};
        else if (token.kind == TokenKind::Joined)
            joined = text;
        return true;
    }
    bool overLineEnd(const Token &token) const
    {
        return source.substr(token.start, token.end - token.start).find('\n') != std::string_view::npos;
    }
    std::string_view source;
    std::vector<TypedWord> words;
    QByteArray joined; ///< a compound within a line, written as one
};

bool isKanaOrHan(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        switch (c.script()) {
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
            return true;
        default:
            return c == u'\u30FC' || c.isSurrogate();
        }
    });
}

Sequence sequenceOf(const std::vector<TypedWord> &words)
{
    Sequence sequence;
    for (const TypedWord &word : words)
        sequence.push_back({word.text});
    return sequence;
}

/// All ways to cut `text` into pieces that the index has.
void addCuts(const std::vector<QByteArray> &characters, std::size_t from, Sequence &begun,
             std::vector<Sequence> &result)
{
    if (from == characters.size()) {
        result.push_back(begun);
        return;
    }
    QByteArray piece;
    for (std::size_t to = from; to < characters.size(); ++to) {
        piece += characters[to];
        begun.push_back({piece});
        addCuts(characters, to + 1, begun, result);
        begun.pop_back();
    }
}

/// Empty unless what was typed is one short run of Chinese or Japanese characters.
std::vector<Sequence> cutsOf(const std::vector<TypedWord> &words)
{
    QString text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && words[i].start != words[i - 1].end)
            return {};
        text += QString::fromUtf8(words[i].text);
    }
    const QList<uint> codePoints = text.toUcs4();
    if (codePoints.size() > maxTakenApart || !isKanaOrHan(text))
        return {};
    std::vector<QByteArray> characters;
    for (const uint codePoint : codePoints) {
        const char32_t character = codePoint;
        characters.push_back(QString::fromUcs4(&character, 1).toUtf8());
    }
    std::vector<Sequence> result;
    Sequence begun;
    addCuts(characters, 0, begun, result);
    return result;
}

std::vector<Sequence> sequencesOf(const Node &node, WordBreaker &breaker, const Expander &expand)
{
    const QByteArray utf8 = node.text.toUtf8();
    TypedWords typed;
    typed.source = {utf8.constData(), static_cast<std::size_t>(utf8.size())};
    breaker.breakText(typed.source, typed);
    std::vector<Sequence> result;
    if (typed.words.empty())
        return result;
    if (node.edits > 0) {
        for (const QByteArray &word : expand(typed.words.front().text, node.edits))
            result.push_back({{word}});
        return result;
    }
    result = cutsOf(typed.words);
    if (result.empty()) {
        const Sequence base = sequenceOf(typed.words);
        result.push_back(base);
        if (base.size() > 1 && base.size() <= maxWordsForJoining) {
            for (std::size_t i = 0; i + 1 < base.size(); ++i) {
                Sequence joined = base;
                joined[i].word += joined[i + 1].word;
                joined.erase(joined.begin() + static_cast<std::ptrdiff_t>(i) + 1);
                result.push_back(std::move(joined));
            }
            if (base.size() > 2 && !typed.joined.isEmpty())
                result.push_back({{typed.joined}});
        }
    }
    for (Sequence &sequence : result)
        sequence.back().prefix = node.prefix;
    return result;
}

void collect(const Node &node, const std::function<void(const Node &)> &visit)
{
    visit(node);
    for (const Node &child : node.children)
        collect(child, visit);
}

void collectPositive(const Node &node, bool positive, std::vector<int> &result)
{
    if (node.kind == NodeKind::Not)
        positive = !positive;
    if (node.leaf >= 0 && positive)
        result.push_back(node.leaf);
    for (const Node &child : node.children)
        collectPositive(child, positive, result);
}

} // namespace

TextMatch textMatch(const Node &node, WordBreaker &breaker, const Expander &expand)
{
    TextMatch match;
    if (node.kind == NodeKind::Near) {
        match.distance = node.distance;
        for (const Node &item : node.children)
            match.items.push_back(sequencesOf(item, breaker, expand));
    } else {
        match.items.push_back(sequencesOf(node, breaker, expand));
    }
    return match;
}

std::vector<TextMatch> textMatches(const Query &query, WordBreaker &breaker, const Expander &expand)
{
    std::vector<TextMatch> matches(static_cast<std::size_t>(query.leafCount));
    collect(query.root, [&](const Node &node) {
        if (node.leaf >= 0)
            matches[static_cast<std::size_t>(node.leaf)] = textMatch(node, breaker, expand);
    });
    return matches;
}

std::vector<int> positiveLeaves(const Node &node)
{
    std::vector<int> result;
    collectPositive(node, true, result);
    return result;
}

} // namespace model::search

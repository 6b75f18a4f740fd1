// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/typing.h"

#include "model/search/query_lexer.h"

#include <algorithm>

namespace model::search {
namespace {

/// Fewer letters begin too many words to look all of them up at each key.
constexpr qsizetype leastLetters = 3;
constexpr qsizetype leastOfName = 2;

bool isBracket(QChar c)
{
    return c == u'(' || c == u')';
}

/// Where the word, or the field with its quoted value, begins that ends at the end of `text`.
qsizetype startOfLast(QStringView text)
{
    qsizetype start = 0;
    bool quoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isQuotationMark(text[at]))
            quoted = !quoted;
        else if (!quoted && (text[at].isSpace() || isBracket(text[at])))
            start = at + 1;
    }
    return start;
}

} // namespace

QString whileTyping(const QString &query, WordBreaker &breaker)
{
    const auto lexemes = readLexemes(query, breaker);
    const auto *read = std::get_if<std::vector<Lexeme>>(&lexemes);
    if (!read || read->empty())
        return query;
    const Lexeme &last = read->back();
    const bool mayGoOn = last.kind == LexemeKind::Word && last.place.end == query.size() && !last.prefix &&
                         last.number < 0 && last.text.size() >= leastLetters && last.text.back().isLetterOrNumber();
    return mayGoOn ? query + u'*' : query;
}

QString whenEntered(const QString &query, WordBreaker &breaker)
{
    const auto lexemes = readLexemes(query, breaker);
    const auto *read = std::get_if<std::vector<Lexeme>>(&lexemes);
    const auto isWord = [](const Lexeme &lexeme) {
        return lexeme.kind == LexemeKind::Word && !lexeme.prefix && lexeme.number < 0;
    };
    return read && std::all_of(read->begin(), read->end(), isWord) ? whileTyping(query, breaker) : query;
}

std::optional<Unfinished> unfinishedField(QStringView query, qsizetype caret)
{
    const QStringView before = query.first(std::clamp<qsizetype>(caret, 0, query.size()));
    const qsizetype start = startOfLast(before);
    const QStringView last = before.sliced(start);
    const qsizetype colon = last.indexOf(u':');
    if (colon < 0) {
        const auto isNameOf = [&last](Field field) { return toWord(field).startsWith(last, Qt::CaseInsensitive); };
        if (last.size() < leastOfName || !std::any_of(allFields.begin(), allFields.end(), isNameOf))
            return std::nullopt;
        return Unfinished{start, std::nullopt, last.toString()};
    }
    const QString name = last.first(colon).toString().toLower();
    for (const Field field : allFields) {
        if (toWord(field) != name)
            continue;
        QStringView value = last.sliced(colon + 1);
        if (!value.isEmpty() && isQuotationMark(value.front()))
            value = value.sliced(1);
        // A second mark ends the value.
        if (std::any_of(value.begin(), value.end(), isQuotationMark))
            return std::nullopt;
        return Unfinished{start + colon + 1, field, value.toString()};
    }
    return std::nullopt;
}

std::optional<QString> asFieldValue(const QString &value)
{
    if (value.isEmpty() || std::any_of(value.begin(), value.end(), isQuotationMark))
        return std::nullopt;
    const bool needsMarks =
        std::any_of(value.begin(), value.end(), [](QChar c) { return c.isSpace() || isBracket(c); });
    return needsMarks ? u'"' + value + u'"' : value;
}

} // namespace model::search

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/query.h"

#include "model/search/query_lexer.h"
#include "model/search/word_breaker.h"

#include <optional>

namespace model::search {
namespace {

constexpr int maxDepth = 20;
constexpr int maxLeaves = 200;
constexpr int defaultDistance = 10;

class WordCounter final : public TokenSink {
public:
    bool take(const Token &token) override
    {
        words += token.opensPosition ? 1 : 0;
        return words < 2;
    }
    int words = 0;
};

class Parser final {
public:
    Parser(std::vector<Lexeme> lexemes, qsizetype length, WordBreaker &breaker)
        : m_lexemes(std::move(lexemes))
        , m_length(length)
        , m_breaker(breaker)
    {
    }

    std::variant<Query, QueryFault> parse()
    {
        std::optional<Node> root = parseOr();
        if (root && m_at < m_lexemes.size())
            fail(here(), QStringLiteral("This bracket closes nothing."));
        if (!root && !m_fault)
            fail(0, QStringLiteral("There is no word to search for."));
        if (m_fault)
            return *m_fault;
        return Query{std::move(*root), m_leafCount};
    }

private:
    bool atEnd() const { return m_at >= m_lexemes.size(); }
    bool isAt(LexemeKind kind) const { return !atEnd() && m_lexemes[m_at].kind == kind; }
    qsizetype here() const { return atEnd() ? m_length : m_lexemes[m_at].place.start; }
    qsizetype behindLast() const { return m_at == 0 ? 0 : m_lexemes[m_at - 1].place.end; }

    std::nullopt_t fail(qsizetype position, const QString &sentence)
    {
        if (!m_fault)
            m_fault = QueryFault{position, sentence};
        return std::nullopt;
    }

    std::optional<Node> parseOr() { return parseList(NodeKind::Or); }

    /// OR of ANDs, or AND of operands; an AND may be left out.
    std::optional<Node> parseList(NodeKind kind)
    {
        const LexemeKind sign = kind == NodeKind::Or ? LexemeKind::Or : LexemeKind::And;
        std::vector<Node> children;
        const qsizetype start = here();
        for (;;) {
            std::optional<Node> child = kind == NodeKind::Or ? parseList(NodeKind::And) : parseUnary();
            if (!child)
                return std::nullopt;
            children.push_back(std::move(*child));
            if (isAt(sign))
                ++m_at;
            else if (kind == NodeKind::Or || !startsOperand())
                break;
        }
        if (children.size() == 1)
            return std::move(children.front());
        Node node;
        node.kind = kind;
        node.place = {start, behindLast()};
        node.children = std::move(children);
        return node;
    }

    bool startsOperand() const
    {
        return !atEnd() && !isAt(LexemeKind::Or) && !isAt(LexemeKind::And) && !isAt(LexemeKind::Close);
    }

    std::optional<Node> parseUnary()
    {
        if (!isAt(LexemeKind::Not))
            return parseNear();
        const qsizetype start = here();
        if (++m_depth > maxDepth)
            return tooDeep(start);
        ++m_at;
        std::optional<Node> child = parseUnary();
        --m_depth;
        if (!child)
            return std::nullopt;
        Node node;
        node.kind = NodeKind::Not;
        node.place = {start, behindLast()};
        node.children.push_back(std::move(*child));
        return node;
    }

    std::optional<Node> parseNear()
    {
        std::optional<Node> first = parsePrimary();
        if (!first || !isAt(LexemeKind::Near))
            return first;
        Node node;
        node.kind = NodeKind::Near;
        node.distance = 0;
        const qsizetype start = first->place.start;
        const Node *left = &*first;
        std::vector<Node> items;
        for (;;) {
            if (left->kind != NodeKind::Text)
                return fail(left->place.start, QStringLiteral("NEAR stands between words or phrases only."));
            items.push_back(*left);
            if (!isAt(LexemeKind::Near))
                break;
            const int distance = m_lexemes[m_at].number;
            node.distance = std::max(node.distance, distance < 0 ? defaultDistance : distance);
            ++m_at;
            first = parsePrimary();
            if (!first)
                return std::nullopt;
            left = &*first;
        }
        // The words were counted as leaves of their own; together they are one.
        node.leaf = items.front().leaf;
        m_leafCount = node.leaf + 1;
        for (Node &item : items)
            item.leaf = -1;
        node.children = std::move(items);
        node.place = {start, behindLast()};
        return node;
    }

    std::optional<Node> parsePrimary()
    {
        if (atEnd())
            return fail(m_length, m_at == 0 ? QStringLiteral("There is no word to search for.")
                                            : QStringLiteral("Something to search for is missing at the end."));
        const Lexeme &lexeme = m_lexemes[m_at];
        switch (lexeme.kind) {
        case LexemeKind::Open:
            return parseBracket();
        case LexemeKind::NearOpen:
            return parseNearList();
        case LexemeKind::Word:
        case LexemeKind::Phrase:
            return parseText();
        case LexemeKind::Field: {
            Node node;
            node.kind = NodeKind::Field;
            node.place = lexeme.place;
            node.field = lexeme.field;
            node.value = lexeme.text;
            ++m_at;
            return countLeaf(node.place.start) ? std::optional<Node>(std::move(node)) : std::nullopt;
        }
        case LexemeKind::Close:
            return fail(lexeme.place.start, QStringLiteral("Something to search for is missing before this bracket."));
        case LexemeKind::And:
        case LexemeKind::Or:
        case LexemeKind::Near:
            return fail(lexeme.place.start, QStringLiteral("Something to search for is missing before %1. (Put it in "
                                                           "quotation marks to search for the word itself.)")
                                                .arg(lexeme.text));
        case LexemeKind::Not:
            return fail(lexeme.place.start, QStringLiteral("NOT cannot stand here."));
        }
        return std::nullopt;
    }

    std::optional<Node> parseBracket()
    {
        const qsizetype start = here();
        if (++m_depth > maxDepth)
            return tooDeep(start);
        ++m_at;
        std::optional<Node> inner = parseOr();
        --m_depth;
        if (!inner)
            return std::nullopt;
        if (!isAt(LexemeKind::Close))
            return fail(start, QStringLiteral("This bracket is not closed."));
        ++m_at;
        return inner;
    }

    std::optional<Node> parseNearList()
    {
        Node node;
        node.kind = NodeKind::Near;
        const Lexeme open = m_lexemes[m_at++];
        node.distance = defaultDistance;
        node.leaf = m_leafCount;
        while (isAt(LexemeKind::Word) || isAt(LexemeKind::Phrase)) {
            std::optional<Node> item = parseText();
            if (!item)
                return std::nullopt;
            item->leaf = -1;
            node.children.push_back(std::move(*item));
        }
        if (!isAt(LexemeKind::Close)) {
            if (atEnd())
                return fail(open.place.start, QStringLiteral("This bracket is not closed."));
            return fail(here(), QStringLiteral("Inside of NEAR( ) only words and phrases can stand."));
        }
        if (m_lexemes[m_at].number >= 0)
            node.distance = m_lexemes[m_at].number;
        if (node.children.size() < 2)
            return fail(here(), QStringLiteral("NEAR needs two words or phrases."));
        ++m_at;
        node.place = {open.place.start, behindLast()};
        m_leafCount = node.leaf + 1;
        return node;
    }

    std::optional<Node> parseText()
    {
        const Lexeme &lexeme = m_lexemes[m_at++];
        WordCounter counter;
        const QByteArray utf8 = lexeme.text.toUtf8();
        m_breaker.breakText({utf8.constData(), static_cast<std::size_t>(utf8.size())}, counter);
        if (counter.words == 0)
            return fail(lexeme.place.start, QStringLiteral("There is no word between these quotation marks."));
        if (lexeme.number > 0 && counter.words > 1)
            return fail(lexeme.place.start, QStringLiteral("~ works on a single word."));
        if (!countLeaf(lexeme.place.start))
            return std::nullopt;
        Node node;
        node.kind = NodeKind::Text;
        node.place = lexeme.place;
        node.leaf = m_leafCount++;
        node.text = lexeme.text;
        node.prefix = lexeme.prefix;
        node.edits = std::max(lexeme.number, 0);
        return node;
    }

    bool countLeaf(qsizetype position)
    {
        if (++m_operands > maxLeaves)
            fail(position, QStringLiteral("The query has more than %1 words and fields.").arg(maxLeaves));
        return !m_fault;
    }

    std::nullopt_t tooDeep(qsizetype position)
    {
        return fail(position, QStringLiteral("Brackets are nested more than %1 deep.").arg(maxDepth));
    }

    std::vector<Lexeme> m_lexemes;
    std::size_t m_at = 0;
    qsizetype m_length = 0;
    WordBreaker &m_breaker;
    int m_depth = 0;
    int m_leafCount = 0;
    int m_operands = 0;
    std::optional<QueryFault> m_fault;
};

} // namespace

std::variant<Query, QueryFault> parseQuery(QStringView text, WordBreaker &breaker)
{
    std::variant<std::vector<Lexeme>, QueryFault> lexemes = readLexemes(text, breaker);
    if (const QueryFault *fault = std::get_if<QueryFault>(&lexemes))
        return *fault;
    return Parser(std::get<std::vector<Lexeme>>(std::move(lexemes)), text.size(), breaker).parse();
}

} // namespace model::search

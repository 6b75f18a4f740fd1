// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/query_lexer.h"

#include "model/domain/finding.h"
#include "model/domain/tag.h"
#include "model/search/word_breaker.h"

#include <QRegularExpression>

#include <array>
#include <optional>

namespace model::search {
namespace {

constexpr qsizetype maxLength = 10000;
constexpr int maxDistance = 1000;

constexpr std::array<std::pair<Field, const char16_t *>, 10> fieldWords = {{{Field::Partner, u"partner"},
                                                                            {Field::Permission, u"permission"},
                                                                            {Field::Document, u"document"},
                                                                            {Field::Kind, u"kind"},
                                                                            {Field::Stance, u"stance"},
                                                                            {Field::Verdict, u"verdict"},
                                                                            {Field::Read, u"read"},
                                                                            {Field::Ocr, u"ocr"},
                                                                            {Field::Hidden, u"hidden"},
                                                                            {Field::Bates, u"bates"}}};

bool isOcrValue(const QString &value)
{
    static const QRegularExpression percent(QStringLiteral("^[<>]=?(100|[0-9]{1,2})%?$"));
    return value == u"yes" || value == u"no" || value == u"waiting" || percent.match(value).hasMatch();
}

class AnyWord final : public TokenSink {
public:
    bool take(const Token &) override
    {
        found = true;
        return false;
    }
    bool found = false;
};

class Lexer final {
public:
    Lexer(QStringView query, WordBreaker &breaker)
        : m_query(query)
        , m_breaker(breaker)
    {
    }

    std::variant<std::vector<Lexeme>, QueryFault> read()
    {
        if (m_query.size() > maxLength)
            return QueryFault{maxLength, QStringLiteral("The query is longer than %1 characters.").arg(maxLength)};
        while (!m_fault) {
            while (m_at < m_query.size() && m_query[m_at].isSpace())
                ++m_at;
            if (m_at >= m_query.size())
                break;
            readOne();
        }
        if (m_fault)
            return *m_fault;
        return std::move(m_lexemes);
    }

private:
    bool isAt(char16_t c) const { return m_at < m_query.size() && m_query[m_at] == c; }
    bool insideNear() const { return !m_brackets.empty() && m_brackets.back(); }

    void fail(qsizetype position, const QString &sentence)
    {
        if (!m_fault)
            m_fault = QueryFault{position, sentence};
    }

    void readOne()
    {
        const qsizetype start = m_at;
        if (isAt(u'(')) {
            ++m_at;
            m_brackets.push_back(false);
            add({LexemeKind::Open, {start, m_at}});
        } else if (isAt(u')') || (insideNear() && isAt(u','))) {
            readClose();
        } else if (isQuotationMark(m_query[m_at])) {
            readPhrase();
        } else {
            readWord();
        }
    }

    void add(Lexeme lexeme) { m_lexemes.push_back(std::move(lexeme)); }

    void readClose()
    {
        const qsizetype start = m_at;
        int number = -1;
        if (isAt(u',')) {
            ++m_at;
            const qsizetype digits = skipBlanks();
            number = readNumber(maxDistance);
            skipBlanks();
            if (number < 0)
                return fail(
                    digits,
                    QStringLiteral("After the comma stands how many words may be between, up to %1.").arg(maxDistance));
            if (!isAt(u')'))
                return fail(m_at, QStringLiteral("Here NEAR( needs its closing bracket."));
        }
        ++m_at;
        if (!m_brackets.empty())
            m_brackets.pop_back();
        Lexeme close{LexemeKind::Close, {start, m_at}};
        close.number = number;
        add(std::move(close));
    }

    qsizetype skipBlanks()
    {
        while (m_at < m_query.size() && m_query[m_at].isSpace())
            ++m_at;
        return m_at;
    }

    /// The number that stands here; -1 when there is none up to `largest`.
    int readNumber(int largest)
    {
        int number = -1;
        while (m_at < m_query.size() && m_query[m_at] >= u'0' && m_query[m_at] <= u'9') {
            number = std::max(number, 0) * 10 + (m_query[m_at].unicode() - u'0');
            if (number > largest)
                return -1;
            ++m_at;
        }
        return number;
    }

    /// The text between quotation marks; `m_at` stands on the opening one and is moved behind the closing one.
    std::optional<QString> readQuoted()
    {
        const qsizetype start = m_at++;
        while (m_at < m_query.size() && !isQuotationMark(m_query[m_at]))
            ++m_at;
        if (m_at >= m_query.size()) {
            fail(start, QStringLiteral("This quotation mark is not closed."));
            return std::nullopt;
        }
        ++m_at;
        return m_query.mid(start + 1, m_at - start - 2).toString();
    }

    void readPhrase()
    {
        const qsizetype start = m_at;
        const std::optional<QString> text = readQuoted();
        if (!text)
            return;
        Lexeme lexeme{LexemeKind::Phrase, {start, m_at}, *text};
        readSuffix(lexeme);
        add(std::move(lexeme));
    }

    /// The * or ~ behind a word or phrase.
    void readSuffix(Lexeme &lexeme)
    {
        if (isAt(u'*')) {
            lexeme.prefix = true;
            ++m_at;
        } else if (isAt(u'~')) {
            ++m_at;
            const qsizetype digits = m_at;
            lexeme.number = readNumber(2);
            if (lexeme.number == 0 || (lexeme.number < 0 && m_at < m_query.size() && m_query[m_at].isDigit()))
                return fail(digits, QStringLiteral("After ~ stands 1 or 2: how many letters may differ."));
            lexeme.number = lexeme.number < 0 ? 1 : lexeme.number;
        }
        lexeme.place.end = m_at;
        if (isAt(u'*') || isAt(u'~'))
            fail(m_at, QStringLiteral("Only one * or ~ can follow a word."));
    }

    void readWord()
    {
        const qsizetype start = m_at;
        if (readField())
            return;
        while (m_at < m_query.size() && !endsWord(m_query[m_at]))
            ++m_at;
        Lexeme lexeme{LexemeKind::Word, {start, m_at}, m_query.mid(start, m_at - start).toString()};
        if (readOperator(lexeme))
            return;
        const bool hasSuffix = isAt(u'*') || isAt(u'~');
        if (!hasWord(lexeme.text)) {
            if (hasSuffix)
                fail(m_at, QStringLiteral("%1 stands behind a word, not by itself.").arg(m_query[m_at]));
            // Otherwise punctuation, which nobody can search for.
            return;
        }
        readSuffix(lexeme);
        if (!m_fault && hasSuffix && m_at < m_query.size() && !endsWord(m_query[m_at]))
            return fail(m_at, QStringLiteral("* and ~ stand at the end of a word only."));
        add(std::move(lexeme));
    }

    bool endsWord(QChar c) const
    {
        return c.isSpace() || c == u'(' || c == u')' || c == u'*' || c == u'~' || isQuotationMark(c) ||
               (insideNear() && c == u',');
    }

    bool hasWord(const QString &text)
    {
        AnyWord any;
        const QByteArray utf8 = text.toUtf8();
        m_breaker.breakText({utf8.constData(), static_cast<std::size_t>(utf8.size())}, any);
        return any.found;
    }

    bool readOperator(Lexeme &lexeme)
    {
        if (lexeme.text == u"AND")
            lexeme.kind = LexemeKind::And;
        else if (lexeme.text == u"OR")
            lexeme.kind = LexemeKind::Or;
        else if (lexeme.text == u"NOT")
            lexeme.kind = LexemeKind::Not;
        else if (lexeme.text == u"NEAR" || lexeme.text.startsWith(u"NEAR/"))
            return readNear(lexeme);
        else
            return false;
        add(std::move(lexeme));
        return true;
    }

    bool readNear(Lexeme &lexeme)
    {
        lexeme.kind = LexemeKind::Near;
        if (lexeme.text.size() > 4) {
            bool isNumber = false;
            lexeme.number = lexeme.text.mid(5).toInt(&isNumber);
            if (!isNumber || lexeme.number < 0 || lexeme.number > maxDistance)
                fail(lexeme.place.start + 5,
                     QStringLiteral("After NEAR/ stands how many words may be between, up to %1.").arg(maxDistance));
        } else if (isAt(u'(')) {
            ++m_at;
            lexeme.kind = LexemeKind::NearOpen;
            lexeme.place.end = m_at;
            m_brackets.push_back(true);
        }
        add(std::move(lexeme));
        return true;
    }

    /// A field with its value, when one stands here. Moves nothing otherwise.
    bool readField()
    {
        const qsizetype start = m_at;
        qsizetype colon = start;
        while (colon < m_query.size() && m_query[colon] >= u'A' && m_query[colon] <= u'z' && m_query[colon].isLetter())
            ++colon;
        // "http://" and "Re:" by itself are words.
        if (colon == start || colon + 1 > m_query.size() || m_query.mid(colon, 1) != u":" ||
            m_query.mid(colon, 3) == u"://")
            return false;
        const QString name = m_query.mid(start, colon - start).toString().toLower();
        for (const auto &[field, word] : fieldWords)
            if (QStringView(word) == name)
                return readValue(field, start, colon + 1);
        if (colon + 1 == m_query.size() || m_query[colon + 1].isSpace())
            return false;
        QStringList known;
        for (const auto &entry : fieldWords)
            known += QString::fromUtf16(entry.second) + u':';
        fail(start,
             QStringLiteral("There is no field \"%1\". The fields are %2. (Put the words in quotation marks to search "
                            "for them.)")
                 .arg(name, known.join(QStringLiteral(", "))));
        return true;
    }

    bool readValue(Field field, qsizetype start, qsizetype valueStart)
    {
        m_at = valueStart;
        QString value;
        if (m_at < m_query.size() && isQuotationMark(m_query[m_at])) {
            const std::optional<QString> quoted = readQuoted();
            if (!quoted)
                return true;
            value = quoted->simplified();
        } else {
            while (m_at < m_query.size() && !m_query[m_at].isSpace() && m_query[m_at] != u'(' && m_query[m_at] != u')')
                ++m_at;
            value = m_query.mid(valueStart, m_at - valueStart).toString();
        }
        const QStringList words = wordsOf(field);
        if (!words.isEmpty()) {
            value = value.toLower();
            if (!words.contains(value))
                fail(
                    valueStart,
                    QStringLiteral("After %1: stands one of %2.").arg(toWord(field), words.join(QStringLiteral(", "))));
        } else if (field == Field::Ocr && !isOcrValue(value)) {
            fail(valueStart, QStringLiteral("After ocr: stands yes, no, waiting, or how sure OCR is in percent, as in "
                                            "<70 or >90."));
        } else if (value.isEmpty()) {
            fail(valueStart, QStringLiteral("After %1: a value is missing.").arg(toWord(field)));
        }
        Lexeme lexeme{LexemeKind::Field, {start, m_at}, value};
        lexeme.field = field;
        add(std::move(lexeme));
        return true;
    }

    QStringView m_query;
    WordBreaker &m_breaker;
    qsizetype m_at = 0;
    std::vector<bool> m_brackets; ///< those that are open; true for NEAR's
    std::vector<Lexeme> m_lexemes;
    std::optional<QueryFault> m_fault;
};

} // namespace

bool isQuotationMark(QChar c)
{
    return c == u'"' || c == u'\u201C' || c == u'\u201D' || c == u'\u201E' || c == u'\u201F';
}

QStringList wordsOf(Field field)
{
    QStringList words;
    switch (field) {
    case Field::Kind:
        for (const TagKind kind : {TagKind::Partner, TagKind::Permission, TagKind::Evidence})
            words += toWord(kind);
        break;
    case Field::Stance:
        for (const Stance stance : allStances)
            words += model::toWord(stance);
        break;
    case Field::Verdict:
        for (const Verdict verdict : allVerdicts)
            words += model::toWord(verdict);
        break;
    case Field::Read:
    case Field::Hidden:
        words = {QStringLiteral("yes"), QStringLiteral("no")};
        break;
    case Field::Partner:
    case Field::Permission:
    case Field::Document:
    case Field::Ocr:
    case Field::Bates:
        break;
    }
    return words;
}

std::variant<std::vector<Lexeme>, QueryFault> readLexemes(QStringView query, WordBreaker &breaker)
{
    return Lexer(query, breaker).read();
}

QString toWord(Field field)
{
    for (const auto &entry : fieldWords)
        if (entry.first == field)
            return QString::fromUtf16(entry.second);
    return {};
}

} // namespace model::search

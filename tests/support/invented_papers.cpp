// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/invented_papers.h"

#include <array>
#include <cmath>

namespace {

constexpr int vocabulary = 9000;
constexpr int blankCount = 16; // two parties, a person, two days, eleven figures

const QStringList &words()
{
    static const QStringList all = [] {
        QStringList list =
            QStringLiteral("the of and to in a that for by or shall with any on as be such under this may "
                           "not which is from its their all will it other have at use access data")
                .split(u' ');
        std::mt19937 random(7);
        while (list.size() < vocabulary) {
            QString word;
            for (auto syllables = 2 + random() % 3; syllables > 0; --syllables) {
                word += QLatin1String("bcdfghjklmnprstvw")[static_cast<int>(random() % 17)];
                word += QLatin1String("aeiou")[static_cast<int>(random() % 5)];
                if (random() % 3 == 0)
                    word += QLatin1String("nrstl")[static_cast<int>(random() % 5)];
            }
            list += word;
        }
        return list;
    }();
    return all;
}

QString capitalised(QString word)
{
    word[0] = word.at(0).toUpper();
    return word;
}

} // namespace

QStringList InventedPaper::filledParagraphs() const
{
    QStringList result;
    for (const Paragraph &paragraph : paragraphs) {
        QString text;
        bool begins = true;
        for (const Part &part : paragraph) {
            if (part.word == u".") {
                text += u'.';
                begins = true;
                continue;
            }
            const QString &word = part.blank >= 0 ? blanks.at(part.blank) : part.word;
            if (!text.isEmpty())
                text += u' ';
            text += begins ? capitalised(word) : word;
            begins = false;
        }
        result += text;
    }
    return result;
}

qsizetype InventedPaper::wordCount() const
{
    qsizetype count = 0;
    for (const Paragraph &paragraph : paragraphs)
        count += static_cast<qsizetype>(paragraph.size());
    return count;
}

int PaperMaker::below(int count)
{
    return static_cast<int>(m_random() % static_cast<std::uint64_t>(count));
}

QString PaperMaker::word()
{
    // Zipf's law: equal shares for ranks 1..10, 10..100 and so on.
    const double share = static_cast<double>(m_random() >> 11) / 9007199254740992.0;
    return words().at(static_cast<qsizetype>(std::pow(vocabulary, share)) - 1);
}

QString PaperMaker::name()
{
    return capitalised(words().at(100 + below(vocabulary - 100)));
}

QStringList PaperMaker::blanks()
{
    static const QStringList months =
        QStringLiteral("January March April June July September October December").split(u' ');
    QStringList values = {name() + u' ' + name() + QStringLiteral(" Ltd"), name() + QStringLiteral(" GmbH"),
                          name() + u' ' + name()};
    for (int i = 0; i < 2; ++i)
        values += QStringLiteral("%1 %2 %3").arg(1 + below(28)).arg(months.at(below(8))).arg(2004 + below(14));
    while (values.size() < blankCount)
        values += QString::number(100 + below(99900));
    return values;
}

InventedPaper::Paragraph PaperMaker::paragraph()
{
    InventedPaper::Paragraph parts;
    for (int sentence = 2 + below(4); sentence > 0; --sentence) {
        for (int i = 8 + below(16); i > 0; --i) {
            if (oneIn(18))
                parts.push_back({{}, oneIn(2) ? below(3) : below(blankCount)});
            else
                parts.push_back({word(), -1});
        }
        parts.push_back({QStringLiteral("."), -1});
    }
    return parts;
}

InventedPaper PaperMaker::paper(int paragraphs)
{
    InventedPaper paper{{}, blanks()};
    // The top of a form names who it is about, and when.
    paper.paragraphs.push_back({{word(), -1}, {word(), -1}, {{}, 0}, {{}, 1}, {{}, 3}});
    while (static_cast<int>(paper.paragraphs.size()) < paragraphs)
        paper.paragraphs.push_back(paragraph());
    return paper;
}

QString PaperMaker::misread(const QString &text, int perThousand)
{
    static const std::array<std::pair<QLatin1String, QLatin1String>, 14> looks = {{
        {QLatin1String("rn"), QLatin1String("m")},
        {QLatin1String("m"), QLatin1String("rn")},
        {QLatin1String("l"), QLatin1String("1")},
        {QLatin1String("i"), QLatin1String("l")},
        {QLatin1String("e"), QLatin1String("c")},
        {QLatin1String("o"), QLatin1String("0")},
        {QLatin1String("s"), QLatin1String("5")},
        {QLatin1String("h"), QLatin1String("b")},
        {QLatin1String("t"), QLatin1String("f")},
        {QLatin1String("u"), QLatin1String("ii")},
        {QLatin1String("0"), QLatin1String("O")},
        {QLatin1String("1"), QLatin1String("l")},
        {QLatin1String("5"), QLatin1String("S")},
        {QLatin1String("3"), QLatin1String("8")},
    }};
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (below(1000) >= perThousand) {
            result += c;
            continue;
        }
        if (c.isSpace()) {
            result += oneIn(2) ? QString() : QString(c);
            continue;
        }
        switch (below(6)) {
        case 0:
            break; // not seen at all
        case 1:
            result += c + QStringLiteral(" ");
            break;
        case 2:
            result += c + QString(QLatin1String(".,'|-")[below(5)]);
            break;
        default: {
            bool replaced = false;
            for (const auto &[print, reading] : looks) {
                if (text.sliced(i).startsWith(print)) {
                    result += reading;
                    i += print.size() - 1;
                    replaced = true;
                    break;
                }
            }
            if (!replaced)
                result += QLatin1String("etaoinsrl")[below(9)];
        }
        }
    }
    return result;
}

std::vector<QString> pagesOf(const QStringList &paragraphs, int width, int linesOnPage, bool hyphenates,
                             const QString &head, const QString &foot)
{
    QStringList lines;
    for (const QString &paragraph : paragraphs) {
        QString line;
        for (QString word : paragraph.split(u' ')) {
            const auto left = width - line.size() - 1;
            if (word.size() > left) {
                if (hyphenates && left > 4 && word.size() > 6 && word.at(3).isLower() && word.at(4).isLower()) {
                    line += u' ' + word.left(4) + u'-';
                    word = word.mid(4);
                }
                lines += line;
                line.clear();
            }
            line += line.isEmpty() ? word : u' ' + word;
        }
        lines += line;
        lines += QString();
    }
    std::vector<QString> pages;
    for (qsizetype first = 0; first < lines.size(); first += linesOnPage) {
        QStringList page = lines.mid(first, linesOnPage);
        const auto number = pages.size() + 1;
        if (!head.isEmpty())
            page.prepend(head.contains(u'%') ? head.arg(number) : head);
        if (!foot.isEmpty())
            page.append(foot.contains(u'%') ? foot.arg(number) : foot);
        pages.push_back(page.join(u'\n'));
    }
    return pages;
}

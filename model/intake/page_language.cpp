// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/page_language.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace model::intake {
namespace {

constexpr qsizetype looked = 6000; // units of the text
constexpr int leastLetters = 40;
constexpr int leastWords = 12;

struct SmallWords {
    const char *language;
    const char *words;
};

// The most frequent words of each, without those of names and of single letters.
constexpr std::array smallWords{
    SmallWords{"en", "the of and to in is that for with on this by are be as it not or from at which was have shall"},
    SmallWords{"de", "der die und das den von zu mit des im für ist auf nicht ein eine dem sich als auch werden oder"},
    SmallWords{"fr", "le la les des et en du une que est pour dans qui par sur pas au avec sont ce aux ou vous"},
    SmallWords{"es", "el la los las de y en que del se por con una para es como más su al lo no o"},
    SmallWords{"it", "il di che la e per un del una con non le si da dei sono della nel gli alla anche come"},
    SmallWords{"pt", "o que do da em os para com não uma por as dos mais ao se das na no ou são pela"},
    SmallWords{"nl", "de het een van en in is dat op te zijn met voor niet aan er door bij ook wordt worden deze"},
    SmallWords{"sv", "och att det som en på är av för med den till inte om har ett var de från eller"},
    SmallWords{"da", "og at det en er til af på den for med ikke som der han har et de fra eller"},
    SmallWords{"pl", "w i na się z do nie to że jest o jak od przez po dla oraz lub są który"},
    SmallWords{"cs", "a se na je v že s z do to pro o jako jsou by které nebo podle ve od"},
    SmallWords{"tr", "ve bir bu için ile da de olarak olan daha çok gibi en kadar sonra veya her ne"}};

/// By what is written in one script only, or mostly.
QString languageOfScript(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Greek:
        return QStringLiteral("el");
    case QChar::Script_Hebrew:
        return QStringLiteral("he");
    case QChar::Script_Arabic:
        return QStringLiteral("ar");
    case QChar::Script_Thai:
        return QStringLiteral("th");
    case QChar::Script_Hangul:
        return QStringLiteral("ko");
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return QStringLiteral("ja");
    case QChar::Script_Han:
        return QStringLiteral("zh");
    case QChar::Script_Devanagari:
        return QStringLiteral("hi");
    default:
        return {};
    }
}

QString cyrillicLanguage(QStringView text)
{
    const auto has = [&text](QStringView letters) {
        return std::any_of(letters.begin(), letters.end(), [&text](QChar letter) { return text.contains(letter); });
    };
    if (has(u"іїєґ"))
        return QStringLiteral("uk");
    return has(u"ыэё") ? QStringLiteral("ru") : has(u"ъщ") ? QStringLiteral("bg") : QStringLiteral("ru");
}

const QHash<QString, std::vector<std::size_t>> &wordIndex()
{
    static const QHash<QString, std::vector<std::size_t>> index = [] {
        QHash<QString, std::vector<std::size_t>> words;
        for (std::size_t i = 0; i < smallWords.size(); ++i) {
            for (const QString &word : QString::fromUtf8(smallWords[i].words).split(u' '))
                words[word].push_back(i);
        }
        return words;
    }();
    return index;
}

QString latinLanguage(QStringView text)
{
    std::array<double, smallWords.size()> scores{};
    int words = 0;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && text[end].isLetter())
            ++end;
        if (end > at) {
            ++words;
            const auto languages = wordIndex().value(text.mid(at, end - at).toString().toLower());
            // A word of many languages tells less.
            for (const std::size_t language : languages)
                scores[language] += 1.0 / static_cast<double>(languages.size());
        }
        at = std::max(end, at + 1);
    }
    const auto best = std::max_element(scores.begin(), scores.end());
    double second = 0;
    for (auto score = scores.begin(); score != scores.end(); ++score)
        second = score == best ? second : std::max(second, *score);
    // In running text about every fourth word is one of these; in tables there are few.
    if (words < leastWords || *best < 3 || *best < words * 0.05 || *best < 1.3 * second)
        return {};
    return QString::fromLatin1(smallWords[static_cast<std::size_t>(best - scores.begin())].language);
}

} // namespace

QString languageOf(const QString &text)
{
    const QStringView part = QStringView(text).first(std::min(text.size(), looked));
    std::map<QChar::Script, int> scripts;
    int letters = 0;
    for (const QChar unit : part) {
        if (unit.isLetter()) {
            ++scripts[unit.script()];
            ++letters;
        }
    }
    const int ideographs = scripts[QChar::Script_Han];
    const int syllables = scripts[QChar::Script_Hiragana] + scripts[QChar::Script_Katakana];
    // Scripts that need fewer letters for a word.
    if (letters < (ideographs + syllables > letters / 2 ? leastLetters / 4 : leastLetters))
        return {};
    if (syllables > letters / 10)
        return QStringLiteral("ja");
    const auto most = std::max_element(scripts.begin(), scripts.end(),
                                       [](const auto &one, const auto &other) { return one.second < other.second; });
    if (most->second * 10 < letters * 6)
        return {};
    if (most->first == QChar::Script_Latin)
        return latinLanguage(part);
    if (most->first == QChar::Script_Cyrillic)
        return cyrillicLanguage(part);
    return languageOfScript(most->first);
}

} // namespace model::intake

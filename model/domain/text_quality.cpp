// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/text_quality.h"

#include <QChar>
#include <QList>
#include <QString>

namespace model {
namespace {

constexpr qsizetype fewestToJudge = 40;
constexpr qsizetype fewestLatin = 80;

bool standsForNothing(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return character == QChar::ReplacementCharacter || category == QChar::Other_PrivateUse ||
           category == QChar::Other_NotAssigned || category == QChar::Other_Surrogate ||
           category == QChar::Other_Control;
}

/// Without its accents, small.
char32_t plainLatin(char32_t character)
{
    const QString parts = QChar::decomposition(character);
    const char32_t base = parts.isEmpty() ? character : char32_t(parts.front().unicode());
    return QChar::toLower(base);
}

struct Counts {
    qsizetype all = 0; ///< without white space, and without signs that repeat the one before
    qsizetype readable = 0;
    qsizetype nothing = 0;
    qsizetype latin = 0;
    qsizetype vowels = 0;
};

Counts countsOf(QStringView text)
{
    Counts counts;
    char32_t before = 0;
    for (const char32_t character : text.toUcs4()) {
        const bool isNothing = standsForNothing(character);
        if (QChar::isSpace(character) || (character == before && !isNothing))
            continue; // leaders and rules are dots and lines in rows
        before = character;
        ++counts.all;
        counts.nothing += isNothing ? 1 : 0;
        counts.readable += QChar::isLetterOrNumber(character) || QChar::isMark(character) ? 1 : 0;
        const char32_t plain = plainLatin(character);
        if (plain >= U'a' && plain <= U'z') {
            ++counts.latin;
            counts.vowels += QStringView(u"aeiouy").contains(QChar(static_cast<char16_t>(plain))) ? 1 : 0;
        }
    }
    return counts;
}

} // namespace

qsizetype lettersIn(QStringView text)
{
    qsizetype letters = 0;
    for (const char32_t character : text.toUcs4())
        letters += QChar::isLetterOrNumber(character) ? 1 : 0;
    return letters;
}

bool isGarbled(QStringView text)
{
    const Counts counts = countsOf(text);
    if (counts.all < fewestToJudge)
        return false;
    // One character in seven that stands for nothing; less than half letters; fewer vowels than any language has.
    return counts.nothing * 7 > counts.all || counts.readable * 2 < counts.all ||
           (counts.latin >= fewestLatin && counts.latin * 2 > counts.readable && counts.vowels * 5 < counts.latin);
}

} // namespace model

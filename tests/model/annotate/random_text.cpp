// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/annotate/random_text.h"

#include <QStringList>

#include <random>

QString randomText(unsigned seed, int pieces)
{
    static const QStringList known = {QStringLiteral("Corvane Inc."),
                                      QStringLiteral("could read messages"),
                                      QStringLiteral("The Royal Bank of"),
                                      QStringLiteral("it"),
                                      QStringLiteral("both"),
                                      QStringLiteral("After they had"),
                                      QStringLiteral(" | "),
                                      QStringLiteral("\n- "),
                                      QStringLiteral("access to"),
                                      QStringLiteral("and"),
                                      QStringLiteral(", "),
                                      QStringLiteral("U.S."),
                                      QStringLiteral("(NB)"),
                                      QStringLiteral("in March 2014"),
                                      QStringLiteral("’s"),
                                      QStringLiteral("-\n"),
                                      QStringLiteral("friends' names"),
                                      QStringLiteral("the company")};
    static const QString signs = QStringLiteral(".,;:!?…()[]{}“”\"'’-–—|&/<>@#\t\n\f \u00a0\u200b\u2028\u00ad0179aZéß");
    std::mt19937 random(seed);
    QString text;
    for (int i = 0; i < pieces; ++i) {
        switch (random() % 6) {
        case 0:
        case 1:
            text += known[qsizetype(random() % quint32(known.size()))];
            break;
        case 2:
            text += signs[qsizetype(random() % quint32(signs.size()))];
            break;
        case 3:
            text += QChar(char16_t(0xd800 + random() % 0x800)); // a lone surrogate, more often than not
            break;
        case 4:
            text += QChar(char16_t(random() % 0x10000));
            break;
        default:
            text += u' ';
            break;
        }
    }
    return text;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/finding.h"

namespace model {

QString toWord(Stance stance)
{
    switch (stance) {
    case Stance::Supports:
        return QStringLiteral("supports");
    case Stance::Denies:
        return QStringLiteral("denies");
    case Stance::Ended:
        return QStringLiteral("ended");
    case Stance::Planned:
        return QStringLiteral("planned");
    case Stance::Context:
        break;
    }
    return QStringLiteral("context");
}

std::optional<Stance> stanceFromWord(const QString &word)
{
    for (const Stance stance : allStances) {
        if (word == toWord(stance))
            return stance;
    }
    return std::nullopt;
}

QString toWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Open:
        return QStringLiteral("open");
    case Verdict::Alleged:
        return QStringLiteral("alleged");
    case Verdict::Confirmed:
        return QStringLiteral("confirmed");
    case Verdict::Disputed:
        return QStringLiteral("disputed");
    case Verdict::Dismissed:
        break;
    }
    return QStringLiteral("dismissed");
}

std::optional<Verdict> verdictFromWord(const QString &word)
{
    for (const Verdict verdict : allVerdicts) {
        if (word == toWord(verdict))
            return verdict;
    }
    return std::nullopt;
}

} // namespace model

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/earlier_state.h"

#include <QRegularExpression>

namespace model {

QString EarlierStatePlace::path() const
{
    return QStringLiteral("%1/revision %2 of %3.pdf").arg(documentPath).arg(number).arg(count);
}

std::optional<EarlierStatePlace> EarlierStatePlace::fromPath(const QString &path)
{
    static const QRegularExpression shape(QStringLiteral("^(.+)/revision ([1-9]\\d{0,5}) of ([1-9]\\d{0,5})\\.pdf$"),
                                          QRegularExpression::DotMatchesEverythingOption);
    const auto match = shape.match(path);
    if (!match.hasMatch())
        return std::nullopt;
    return EarlierStatePlace{match.captured(1), match.captured(2).toInt(), match.captured(3).toInt()};
}

} // namespace model

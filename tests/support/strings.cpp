// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strings.h"

std::ostream &operator<<(std::ostream &stream, const QString &text)
{
    return stream << '"' << text.toStdString() << '"';
}

std::ostream &operator<<(std::ostream &stream, const QByteArray &bytes)
{
    return stream << '"' << bytes.toStdString() << '"';
}

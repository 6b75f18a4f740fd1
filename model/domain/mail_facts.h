// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace model {

inline constexpr qsizetype maximumMailId = 1000;    ///< UTF-16 units
inline constexpr qsizetype maximumReferences = 200; ///< the last ones are kept

/// What a mail says of itself. Ids are without their angle brackets, and empty when not given.
struct MailFacts {
    QString from;
    QString to;
    QString cc;
    qint64 sentMs = 0; ///< UTC; 0 when not given or no date
    QString messageId;
    QString inReplyTo;
    QStringList references; ///< oldest first
    bool isSigned = false;  ///< says so; nobody checked
    bool isEncrypted = false;

    friend bool operator==(const MailFacts &, const MailFacts &) = default;
};

} // namespace model

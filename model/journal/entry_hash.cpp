// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/entry_hash.h"

#include <QtEndian>

namespace model::journal {

Sha256 partHash(const QByteArray &salt, const QString &payload)
{
    return Sha256::of(salt + payload.toUtf8());
}

Sha256 payloadHash(const std::vector<store::JournalPartRow> &parts)
{
    QByteArray hashes;
    for (const store::JournalPartRow &part : parts)
        hashes += part.hash.bytes();
    return Sha256::of(hashes);
}

Sha256 entryHash(const store::JournalRow &row)
{
    QByteArray bytes;
    for (const QByteArray &field : {QByteArray("carveout journal 1"), QByteArray::number(row.seq), row.kind.toUtf8(),
                                    row.author.toUtf8(), QByteArray::number(row.timeMs), QByteArray::number(row.target),
                                    row.payloadHash.bytes(), row.previousHash.bytes()}) {
        const quint64 length = qToBigEndian(static_cast<quint64>(field.size()));
        bytes.append(reinterpret_cast<const char *>(&length), sizeof length);
        bytes += field;
    }
    return Sha256::of(bytes);
}

Sha256 noHash()
{
    return *Sha256::fromBytes(QByteArray(32, '\0'));
}

} // namespace model::journal

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"
#include "model/reader/descriptor.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCryptographicHash>
#include <QString>

#include <memory>

namespace model::intake {

using reader::Descriptor;

/// Bytes that are kept under their name.
struct KeptOriginal {
    Sha256 sha256;
    qint64 size = 0;
    bool isNew = false; ///< they were not there before
};

/// An original on its way in. It is written under a name of its own and gets its final one, made of its hash, when all
/// of it is on the disk: whatever stops us, no half file ever bears a final name.
class IncomingOriginal final {
public:
    ~IncomingOriginal(); ///< removes what was not kept
    IncomingOriginal(const IncomingOriginal &) = delete;
    IncomingOriginal &operator=(const IncomingOriginal &) = delete;

    Result<void> append(QByteArrayView bytes);
    Sha256 sha256() const { return *Sha256::fromBytes(m_hash.result()); } ///< of what was appended so far
    /// On the disk, read-only and under its final name when this returns.
    Result<KeptOriginal> keep();

private:
    friend class Originals;
    IncomingOriginal(QByteArray folder, QByteArray path, Descriptor descriptor);

    const QByteArray m_folder;
    QByteArray m_path; ///< empty once it has its final name
    Descriptor m_descriptor;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_size = 0;
};

/// The folder of the documents' bytes, `originals/ab/abcd...`. Safe to use from several threads.
class Originals final {
public:
    explicit Originals(const QString &folder);

    Result<std::unique_ptr<IncomingOriginal>> begin() const;
    /// Open for reading; NotFound when it is not there.
    Result<Descriptor> open(const Sha256 &sha) const;
    /// For bytes that no document was recorded for after all.
    void remove(const Sha256 &sha) const;
    /// Removes what an import that was killed left half written. Only for who may write to the case.
    void removeLeftovers() const;

private:
    QByteArray m_folder;
};

} // namespace model::intake

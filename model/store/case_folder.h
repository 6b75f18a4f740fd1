// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"

#include <QString>
#include <QStringList>

namespace model::store {

/// Where things lie in a case's folder.
class CaseFolder final {
public:
    /// `path` is made absolute.
    explicit CaseFolder(const QString &path);

    QString path() const { return m_path; }
    QString databasePath() const;
    QString originalsPath() const;
    QString convertedPath() const; ///< of the PDFs that documents of office programs are read as; made when needed
    QString backupsPath() const;
    QString lockPath() const;
    QString setAsidePath(int number) const;         ///< "case.sqlite.damaged-N", for a damaged database, from 1
    QString rebuiltPath() const;                    ///< of the one that is being made in its place
    QStringList setAside() const;                   ///< damaged databases, with their logs, and half-made ones
    QString originalPath(const Sha256 &sha) const;  ///< originals/ab/abcd...: by the first two of its 64 digits
    QString convertedPath(const Sha256 &sha) const; ///< the same in converted/; `sha` is that of the PDF

    bool isWritable() const; ///< by this user, on this medium
    /// Makes the folder, readable by its owner alone, with its subfolders. It must not exist, or be empty.
    Result<void> make() const;
    /// Takes back what make() and the making of a database left behind.
    void unmake() const;

private:
    QString m_path;
};

/// Makes the names in a folder survive a power cut. The folder of a new or renamed file must be synced after it.
Result<void> syncFolder(const QString &path);

/// Makes the bytes of a file survive a power cut.
Result<void> syncFile(const QString &path);

/// Renames over what is there, durably. Both must lie in the same folder.
Result<void> replaceFile(const QString &from, const QString &to);

} // namespace model::store

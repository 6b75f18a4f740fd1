// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace model::reader {

/// A folder in a file of Outlook's (the compound format that libgsf reads) and the properties kept in it, each named by
/// the number that MAPI gives it.
class OutlookStorage final {
public:
    /// Nothing when the bytes are no such file. `bytes` must outlive this and whatever is got from it.
    static std::optional<OutlookStorage> open(const QByteArray &bytes);

    /// Whether it holds a mail, and not a document of an office program.
    bool isMail() const;
    QString text(quint16 property) const; ///< empty when it is not there
    QByteArray binary(quint16 property) const;
    std::optional<qint64> number(quint16 property) const; ///< also a time, in UTC milliseconds
    /// The folders whose names begin so: recipients, attachments.
    std::vector<OutlookStorage> below(const char *prefix) const;
    /// The mail inside an attachment.
    std::optional<OutlookStorage> mailInside() const;

private:
    class Folder;
    explicit OutlookStorage(std::shared_ptr<const Folder> folder, int depth, int codePage);
    std::optional<QByteArray> stream(const char *name) const;

    std::shared_ptr<const Folder> m_folder;
    QByteArray m_properties; ///< those of fixed length, sixteen bytes each
    int m_depth = 0;         ///< how deep it lies in other mails
    int m_codePage = 0;      ///< of texts that are not in Unicode; 0 when not said
};

} // namespace model::reader

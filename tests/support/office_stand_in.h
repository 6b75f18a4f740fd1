// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/convert/converter.h"

#include <QTemporaryDir>

/// A small script in the place of LibreOffice, for tests: called as that is, it runs `act`, in a shell where $document
/// is the file to convert, $made the file to make, $here the folder of the script, which is called "soffice" and gives
/// the version "Office 1.2.3".
class OfficeStandIn final {
public:
    explicit OfficeStandIn(const QByteArray &act);

    model::convert::OfficeProgram program() const;
    QString folder() const { return m_folder.path(); }
    /// Beside the script, where it can read it.
    void put(const QString &name, const QByteArray &bytes) const;

private:
    QTemporaryDir m_folder;
};

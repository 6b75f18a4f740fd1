// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/office_stand_in.h"

#include <QCoreApplication>
#include <QFile>

#include <stdexcept>

OfficeStandIn::OfficeStandIn(const QByteArray &act)
{
    put(QStringLiteral("soffice"), R"sh(#!/bin/sh
here=$(dirname "$0")
while [ $# -gt 0 ]; do
    case "$1" in
    --version) echo "Office 1.2.3.4 (build 5)"; exit 0 ;;
    --outdir) made="$2/document.pdf"; shift ;;
    *) document="$1" ;;
    esac
    shift
done
)sh" + act + '\n');
    QFile::setPermissions(m_folder.filePath(QStringLiteral("soffice")), QFile::ReadOwner | QFile::ExeOwner);
}

model::convert::OfficeProgram OfficeStandIn::program() const
{
    model::convert::OfficeProgram program = model::convert::installedOffice();
    program.office = m_folder.filePath(QStringLiteral("soffice"));
    return program;
}

void OfficeStandIn::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        throw std::runtime_error("a file of the stand-in could not be written");
}

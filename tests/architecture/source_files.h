// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

/// One #include line.
struct Include {
    QString file;   ///< the file it stands in, from the project's root
    QString header; ///< between the quotes or angle brackets
    bool quoted = false;
};

/// The C++ files below a folder of the project, from its root, sorted.
QStringList sourceFiles(const QString &folder);
QString sourceText(const QString &file);
std::vector<Include> includesOf(const QString &file);

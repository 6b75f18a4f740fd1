// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_files.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace {
const QString root = QStringLiteral(CARVEOUT_SOURCE_DIR "/");
}

QStringList sourceFiles(const QString &folder)
{
    QStringList files;
    QDirIterator walk(root + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext())
        files << walk.next().mid(root.size());
    std::sort(files.begin(), files.end());
    return files;
}

QString sourceText(const QString &file)
{
    QFile source(root + file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(source.readAll());
}

std::vector<Include> includesOf(const QString &file)
{
    static const QRegularExpression line(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"),
                                         QRegularExpression::MultilineOption);
    std::vector<Include> includes;
    auto matches = line.globalMatch(sourceText(file));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        includes.push_back({file, match.captured(2), match.captured(1) == u"\""});
    }
    return includes;
}

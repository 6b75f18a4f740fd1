// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/importer.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include <QFile>

/// Writes a file beside the case; gives its path.
inline QString put(const TemporaryCase &temporary, const QString &name, const QByteArray &bytes)
{
    const QString path = temporary.folder() + QLatin1Char('/') + name;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return path;
}

inline model::intake::ImportReport import(TemporaryCase &temporary, const QStringList &paths)
{
    static const auto host =
        must(model::reader::ReaderHost::start({model::reader::ReaderHost::programBesideThis(), {}, true}));
    model::intake::Importer::Options options;
    options.caseFolder = temporary.path();
    options.reviewer = QStringLiteral("Ada");
    options.host = host;
    options.jobs = 2;
    options.write = [&temporary](const model::intake::Importer::Step &step) { step(temporary.file().database()); };
    return must(model::intake::Importer(options).import(paths));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/document_reader.h"

#include <QString>
#include <QStringList>

/// How well hidden text is found in documents of which it is known.
struct RedactionScore {
    int expected = 0; ///< passages that are hidden
    int found = 0;    ///< of them
    int alarms = 0;   ///< passages found that are not hidden
    QStringList mistakes;

    double recall() const { return expected == 0 ? 1 : double(found) / expected; }
    double precision() const { return found + alarms == 0 ? 1 : double(found) / (found + alarms); }
};

/// Reads the document, and what is expected of it from the JSON beside it: passages by page, or, where the program it
/// was written by misses some itself, only that there are such.
void addScore(RedactionScore &score, model::reader::DocumentReader &reader, const QString &path);

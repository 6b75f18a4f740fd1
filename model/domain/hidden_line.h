// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/sha256.h"
#include "model/domain/hidden_passage.h"

#include <QString>

namespace model {

/// A hidden passage with where it is, as the list of them shows it.
struct HiddenLine {
    Sha256 document;
    qint64 number = 0; ///< of the document
    QString title;     ///< of the document
    int pageIndex = 0; ///< from 0
    QString pageLabel;
    HiddenPassage passage;
    QString text; ///< the hidden words

    friend bool operator==(const HiddenLine &, const HiddenLine &) = default;
};

} // namespace model

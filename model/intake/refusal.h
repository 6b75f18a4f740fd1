// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/error.h"
#include "model/domain/document.h"

namespace model::intake {

/// Why a document could not be read, as it is kept with it.
struct Refusal {
    RefusalReason reason = RefusalReason::Damaged;
    QString sentence;
};

/// What the reader's Error means for the document.
Refusal refusalFor(const Error &error);

/// Of a file without a single byte, which no reader needs to look at.
Refusal refusalOfEmptyFile();

/// Whether the reader is gone after this Error, so that nothing more can be asked of it.
bool endsReader(const Error &error);

} // namespace model::intake

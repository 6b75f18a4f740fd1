// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/invocation.h"
#include "model/intake/ocr_stage.h"

#include <QJsonObject>

#include <memory>
#include <stop_token>

namespace app {

struct OcrChoices {
    int jobs = 0;                                                 ///< pages at once; 0: as many as there are processors
    std::shared_ptr<const model::intake::Proposer> proposer = {}; ///< suggests anew where text came; null: nobody does
};

/// Reads the pages that wait for OCR, if there are any, with a line of progress, and has suggestions made of what was
/// found.
model::Result<model::intake::OcrReport> runOcr(model::session::CaseFile &file, const OcrChoices &choices,
                                               const std::stop_token &stop);

QJsonObject toJson(const model::intake::OcrReport &report);
QString toText(const model::intake::OcrReport &report);

} // namespace app

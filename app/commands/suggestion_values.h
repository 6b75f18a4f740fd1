// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/suggestion.h"
#include "model/session/case_file.h"
#include "model/session/suggestions.h"

#include <QJsonArray>
#include <QJsonObject>

/// Suggestions as they are printed; pages count from 1, offsets in code points of what `text` prints.
namespace app {

/// An object each, in reading order: a passage is followed by those that stand in it, and evidence first by the
/// findings that it is suggested for.
model::Result<QJsonArray> toJson(const model::session::CaseFile &file, const model::Suggestions &suggestions);

/// {"supports": 2, ..., "documents": 1, "score": 0.8}
QJsonObject toJson(const model::session::SuggestedCell &cell);
/// "suggested: 2 supports; 1 document"; empty for nothing.
QString cellText(const model::session::SuggestedCell &cell);

} // namespace app

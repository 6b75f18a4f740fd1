// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/suggestion_queue.h"

#include <QHash>

namespace ui::review {

/// File names of documents.
using Titles = QHash<model::Sha256, QString>;

/// Those that the suggestions stand in.
model::Result<Titles> titlesOf(const model::session::CaseFile &file,
                               const std::vector<model::QueuedSuggestion> &suggestions);

} // namespace ui::review

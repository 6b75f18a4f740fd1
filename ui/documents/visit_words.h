// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/visit.h"

#include <QString>

namespace ui::documents {

/// "Since you closed this case on 12 April 2018: 3 documents were taken in. Ben made 4 decisions."
QString sentenceOf(const model::session::VisitNews &news);

} // namespace ui::documents

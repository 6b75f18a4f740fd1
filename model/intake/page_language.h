// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace model::intake {

/// The language of a text as ISO 639-1, by its script and by how often the small words of languages are in it; empty
/// where it is too short or too mixed to tell.
QString languageOf(const QString &text);

} // namespace model::intake

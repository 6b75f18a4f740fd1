// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/journal/decision.h"

#include <QJsonObject>

#include <optional>

namespace model::journal {

/// A change as {"change": "add tag", ...its fields}. The words and fields are part of the case format and never change.
QJsonObject toJson(const Change &change);
/// Nothing for any other shape.
std::optional<Change> changeFromJson(const QJsonValue &value);

} // namespace model::journal

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/document.h"

#include <optional>

namespace model::store {

/// A document's facts as the JSON text of document.facts, and back; nothing for what does not have that shape.
QString toJson(const DocumentFacts &facts);
std::optional<DocumentFacts> factsFromJson(const QString &json);

QString toJson(const QStringList &lines);
QStringList linesFromJson(const QString &json);

} // namespace model::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace model::reader {

/// The name of an archive entry made fit to show: parts joined by '/', without "." parts, a leading '/' or drive,
/// control characters, or marks that turn the direction of writing around. Bytes that are no UTF-8 are taken for code
/// page 437, the one zip names have of old. Nothing when a part is "..": whoever wrote that means harm.
std::optional<QString> displayPath(const QByteArray &name);

} // namespace model::reader

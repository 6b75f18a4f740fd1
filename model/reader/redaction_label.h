// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace model::reader {

/// Whether the words only name a redaction, as programs and archives write them into the box: "Redacted", "Privileged",
/// "(b)(6)". Nobody hid these.
bool isRedactionLabel(QStringView text);

} // namespace model::reader

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// The folder of shared test documents: CARVEOUT_SHARED, else ../shared from the project's root; nothing when not
/// there.
std::optional<QString> sharedFolder();

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Who decides, on this machine.
namespace model::session {

/// carveout/carveout.ini in the reporter's configuration folder.
QString settingsFile();
/// The key under which the settings keep the reviewer's name.
inline const QString reviewerKey = QStringLiteral("reviewer");
/// The name set, on one line, else the login name.
QString reviewerOr(const QString &set);

} // namespace model::session

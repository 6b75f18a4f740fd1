// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/key_words.h"

#include <QString>

#include <utility>
#include <vector>

/// What the help menu shows, as HTML.
namespace ui::help {

QString searchPage(const KeyWords &keys);
QString timelinePage(const KeyWords &keys);
QString coveragePage(const KeyWords &keys);
/// A menu's name and its commands, each with its keys.
using KeyTable = std::vector<std::pair<QString, std::vector<std::pair<QString, QString>>>>;
QString keyboardPage(const KeyTable &menus, const KeyWords &keys);
QString aboutPage(const QString &version);

} // namespace ui::help

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <ostream>

// How Catch2 prints Qt's values when a check fails.
std::ostream &operator<<(std::ostream &stream, const QString &text);
std::ostream &operator<<(std::ostream &stream, const QByteArray &bytes);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>

#include <functional>

class QAction;

namespace ui {

/// An action whose keys hold in the widgets that it is added to and in what lies in them. Belongs to `owner`, and acts
/// while that lives.
QAction *makeAction(QObject *owner, const QString &name, const QString &text, const QList<QKeySequence> &keys,
                    std::function<void()> act);

} // namespace ui

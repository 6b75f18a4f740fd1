// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>

class QAction;

namespace ui {

class Preferences;

/// The keys of the window's commands: those that the program gives, or the one that the reporter chose instead. A
/// command is known by its object name; one without a name keeps its keys.
class KeyChoice final {
public:
    /// `preferences` must outlive it.
    explicit KeyChoice(Preferences &preferences)
        : m_preferences(preferences)
    {
    }

    /// To be called for commands that were just made: gives them the keys that were chosen.
    void apply(const QList<QAction *> &commands) const;
    /// An empty sequence: no key at all.
    void choose(QAction &command, const QKeySequence &keys);
    void reset(QAction &command); ///< to what the program gives
    bool isChosen(const QAction &command) const;
    /// The command that would answer to the same keys in the same part of the window; null where none does.
    static QAction *rival(const QAction &command, const QKeySequence &keys, const QList<QAction *> &commands);

private:
    Preferences &m_preferences;
};

} // namespace ui

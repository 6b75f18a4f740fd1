// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/found.h"
#include "model/session/find.h"

#include <QIcon>
#include <QPointer>

#include <variant>
#include <vector>

class QAction;

/// The lines of the list below the search box.
namespace ui::search {

/// All pages that answer a query.
struct AllHits {
    QString query;
};
struct OneHit {
    QString query;
    model::SearchHit hit;
};
using Command = QPointer<QAction>;

/// What a line leads to; nothing for the name of a group.
using FindChoice = std::variant<std::monostate, model::session::QueryCompletion, AllHits, OneHit, model::FoundSubject,
                                model::FindingKey, model::Passage, model::FoundNote, model::Sha256, Command>;

struct FindRow {
    QString group;  ///< what it is one of
    QString text;   ///< empty: the group's name stands here
    QString detail; ///< in dim letters at the line's end
    QIcon icon;
    std::vector<model::TextRange> bold; ///< of the text, what was typed
    FindChoice choice;

    bool isHeading() const { return std::holds_alternative<std::monostate>(choice); }
};

/// A saved search as the list shows it.
struct SavedRow {
    QString name;
    QString count;
    QString query;
};

/// In groups, each begun by its name. Where nothing is typed, the saved searches alone.
std::vector<FindRow> rowsOf(const QString &typed, const std::vector<model::session::QueryCompletion> &completions,
                            const model::Found &found, const std::vector<SavedRow> &saved,
                            const QList<QAction *> &commands);

/// The command's name as its menu shows it, without the mark of its letter.
QString nameOf(const QAction &command);
/// Those that can be run now of which every word typed begins a word; at most `count`.
QList<QAction *> commandsNamed(const QString &typed, const QList<QAction *> &commands, int count);

} // namespace ui::search

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/journal/decision.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;

namespace ui::findings {

/// One note on one thing of the case. What is typed is handed on when the reporter leaves the field or presses
/// Ctrl+Enter; what could not be written stays in the field, and is handed on the next time.
class NoteEditor final : public QWidget {
    Q_OBJECT
public:
    explicit NoteEditor(const QString &objectName, QWidget *parent = nullptr);

    /// `note` is what stands there so far, if anything. Typing under way on the same target is kept.
    void show(const QString &title, const model::NoteTarget &target, const std::optional<model::Note> &note);
    void clear();    ///< nothing to write a note on
    void takeBack(); ///< what was handed on could not be written
    void focusText();

Q_SIGNALS:
    /// A new note, a changed one, or (when it was emptied) one taken away.
    void noteDecided(const model::journal::Decision &decision);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void commit();

    QLabel *m_title = nullptr;
    QPlainTextEdit *m_text = nullptr;
    std::optional<model::NoteTarget> m_target;
    std::optional<model::Note> m_note;  ///< as handed on
    std::optional<model::Note> m_shown; ///< as it stands in the case
};

} // namespace ui::findings

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/note_editor.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui::findings {

NoteEditor::NoteEditor(const QString &objectName, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_title = new QLabel(this);
    m_title->setTextFormat(Qt::PlainText);
    column->addWidget(m_title);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(objectName + QStringLiteral("Text"));
    m_text->setPlaceholderText(tr("Write a note. Ctrl+Enter keeps it."));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(48);
    m_text->setMaximumHeight(96);
    m_text->installEventFilter(this);
    column->addWidget(m_text);
    clear();
}

void NoteEditor::show(const QString &title, const model::NoteTarget &target, const std::optional<model::Note> &note)
{
    const bool typing = m_target == target && m_text->toPlainText().trimmed() != (m_note ? m_note->text : QString());
    if (m_target && m_target != target)
        commit();
    m_title->setText(title);
    m_text->setAccessibleName(title);
    m_text->setEnabled(true);
    m_target = target;
    m_note = note;
    m_shown = note;
    const QString text = note ? note->text : QString();
    if (!typing && m_text->toPlainText() != text)
        m_text->setPlainText(text);
}

void NoteEditor::clear()
{
    if (m_target)
        commit();
    m_target.reset();
    m_note.reset();
    m_shown.reset();
    m_title->setText(tr("Note"));
    m_text->setAccessibleName(tr("Note"));
    m_text->clear();
    m_text->setEnabled(false);
}

void NoteEditor::takeBack()
{
    m_note = m_shown;
}

void NoteEditor::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

void NoteEditor::commit()
{
    const QString text = m_text->toPlainText().trimmed();
    if (!m_target || text == (m_note ? m_note->text : QString()))
        return;
    // From here on undoing is the case's.
    m_text->document()->clearUndoRedoStacks();
    // What is asked for counts as written: typing on changes this note, and does not add another.
    if (!m_note) {
        m_note = model::Note{model::NoteId::create(), *m_target, text};
        Q_EMIT noteDecided({{model::journal::AddNote{*m_note}}});
    } else if (text.isEmpty()) {
        const model::NoteId id = m_note->id;
        m_note.reset();
        Q_EMIT noteDecided({{model::journal::RemoveNote{id}}});
    } else {
        m_note->text = text;
        Q_EMIT noteDecided({{model::journal::ChangeNote{m_note->id, text}}});
    }
}

bool NoteEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & Qt::ControlModifier)) {
            commit();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::findings

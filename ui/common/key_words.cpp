// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/key_words.h"

#include <QAction>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QWidget>

namespace ui {
namespace {

const QWidget &outermost(const QWidget &widget)
{
    const QWidget *window = widget.window();
    while (window->parentWidget())
        window = window->parentWidget()->window();
    return *window;
}

/// Two ampersands stand for one that is meant; what undo would take back just now is no part of its name.
QString nameOf(const QAction &command)
{
    static const QRegularExpression marks(QStringLiteral("&(.)"));
    return command.text().replace(marks, QStringLiteral("\\1")).section(QStringLiteral(": "), 0, 0);
}

} // namespace

KeyWords::KeyWords(const QWidget &widget)
{
    for (const QAction *command : outermost(widget).findChildren<QAction *>()) {
        if (!command->objectName().isEmpty())
            m_commands.insert(command->objectName(), command);
    }
}

QString KeyWords::of(const QString &command) const
{
    const QAction *found = m_commands.value(command);
    return found ? found->shortcut().toString(QKeySequence::NativeText) : QString();
}

QString KeyWords::in(QString text, Form form) const
{
    static const QRegularExpression place(QStringLiteral("( ?\\()?\\{([A-Za-z]+)\\}(\\))?"));
    qsizetype from = 0;
    for (auto match = place.match(text); match.hasMatch(); match = place.match(text, from)) {
        const QString key = of(match.captured(2));
        const bool aside = match.capturedLength(1) > 0 && match.capturedLength(3) > 0;
        QString word = key;
        if (const QAction *command = m_commands.value(match.captured(2)); key.isEmpty() && command)
            word = QCoreApplication::translate("KeyWords", "“%1”", "a command that has no key").arg(nameOf(*command));
        if (form == Form::Html)
            word = word.toHtmlEscaped();
        const QString said = key.isEmpty() && aside ? QString() : QString(match.captured(1) + word + match.captured(3));
        text.replace(match.capturedStart(), match.capturedLength(), said);
        from = match.capturedStart() + said.size();
    }
    return text;
}

QString withKeys(const QWidget &widget, const QString &text)
{
    return KeyWords(widget).in(text);
}

KeyedText::KeyedText(QWidget *widget, Say say)
    : QObject(widget)
    , m_say(std::move(say))
{
    m_say(KeyWords(*widget));
}

void KeyedText::renew(const QWidget &window)
{
    const KeyWords keys(window);
    for (const KeyedText *text : window.findChildren<KeyedText *>())
        text->m_say(keys);
}

void setKeyedToolTip(QWidget *widget, const QString &text)
{
    new KeyedText(widget, [widget, text](const KeyWords &keys) { widget->setToolTip(keys.in(text)); });
}

} // namespace ui

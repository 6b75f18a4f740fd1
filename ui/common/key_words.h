// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>

class QAction;
class QWidget;

namespace ui {

/// The keys of a window's commands as they are now, to be named in sentences.
class KeyWords final {
public:
    /// Of the commands of the window that `widget` is in.
    explicit KeyWords(const QWidget &widget);

    QString of(const QString &command) const; ///< as the desktop writes it; empty where the command has no key
    /// Puts keys in the place of the commands' object names: "Press {search}" becomes "Press Ctrl+K", and what has no
    /// key is called by its name. "Search ({search})" becomes "Search" where there is no key.
    enum class Form { Plain, Html };
    QString in(QString text, Form form = Form::Plain) const;

private:
    QHash<QString, const QAction *> m_commands;
};

/// For what is said only once.
QString withKeys(const QWidget &widget, const QString &text);

/// What a widget says that names keys. Said when it is made, and anew whenever keys change. Goes with the widget.
class KeyedText final : public QObject {
    Q_OBJECT
public:
    using Say = std::function<void(const KeyWords &)>;
    KeyedText(QWidget *widget, Say say);

    /// To be called when the keys of the window's commands were changed, or commands came into it.
    static void renew(const QWidget &window);

private:
    const Say m_say;
};

/// Keeps the tool tip up to date; `text` as for KeyWords::in().
void setKeyedToolTip(QWidget *widget, const QString &text);

} // namespace ui

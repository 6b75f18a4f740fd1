// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/name_field.h"

#include <QFrame>

#include <functional>

class QLabel;

namespace ui::review {

/// A small box over the page that asks for the name of a partner or permission. No window of its own: the page stays in
/// sight, and Escape or a click on the page closes it.
class NameBox final : public QFrame {
    Q_OBJECT
public:
    /// `name`: its parts are called "NAMEBox", "NAMEField" and so on.
    explicit NameBox(QWidget *parent, const QString &name = QStringLiteral("name"));

    /// Opens below `place` (in the parent's coordinates, kept inside the parent). `then` gets the name on Enter.
    void ask(const QString &title, std::vector<model::Subject> subjects, const QString &name, const QPoint &place,
             std::function<void(const QString &)> then);
    void close();

Q_SIGNALS:
    void closed(); ///< just before it is hidden: whoever hears it takes the focus

protected:
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void settle();

    QLabel *m_title = nullptr;
    NameField *m_field = nullptr;
    QLabel *m_hint = nullptr; ///< which keys mean something here
    QPoint m_place;
    std::function<void(const QString &)> m_then;
};

} // namespace ui::review

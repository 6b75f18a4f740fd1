// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/type_ahead.h"

#include <QAbstractItemView>
#include <QKeyEvent>

namespace ui {
namespace {

class TypeAheadStop final : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isCommand = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
        const QString text = key->text();
        if (isCommand || text.isEmpty() || text == QStringLiteral(" ") || !text.front().isPrint())
            return false;
        event->ignore(); // whoever is around the view may know it
        return true;
    }
};

} // namespace

void stopTypeAhead(QAbstractItemView &view)
{
    view.installEventFilter(new TypeAheadStop(&view));
}

} // namespace ui

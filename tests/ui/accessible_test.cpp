// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pdf_builder.h"
#include "tests/ui/driven_window.h"
#include "ui/case_frame.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSplitterHandle>
#include <QTabBar>

namespace {

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTabBar *>(widget) ||
           widget->focusPolicy() & Qt::TabFocus;
}

/// Qt's own parts of a widget are spoken of with it.
bool isPartOfAnother(const QWidget *widget)
{
    return widget->objectName().startsWith(QStringLiteral("qt_")) || qobject_cast<const QSplitterHandle *>(widget) ||
           qobject_cast<const QComboBox *>(widget->parentWidget()) ||
           qobject_cast<const QLineEdit *>(widget->parentWidget()) ||
           qobject_cast<const QTabBar *>(widget->parentWidget()) ||
           (qobject_cast<const QAbstractItemView *>(widget->parentWidget()) &&
            !qobject_cast<const QAbstractItemView *>(widget));
}

QStringList unnamedControls(QWidget &window)
{
    QStringList unnamed;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !isControl(widget) || isPartOfAnother(widget))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
            unnamed << QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return unnamed;
}

/// What can be used with the mouse and not be reached with the Tab key, an arrow or a shortcut.
QStringList unreachableControls(QWidget &window)
{
    QStringList unreachable;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool hasKey = button && (!button->shortcut().isEmpty() || button->toolTip().contains(u'(') ||
                                       !button->actions().isEmpty());
        if (widget->isVisible() && isControl(widget) && !isPartOfAnother(widget) && widget->isEnabled() &&
            widget->focusPolicy() == Qt::NoFocus && !hasKey && !qobject_cast<const QTabBar *>(widget))
            unreachable << QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return unreachable;
}

} // namespace

TEST_CASE("every control of every place has a name that a screen reader can say, and a way to it by keyboard")
{
    DrivenWindow driven;
    CHECK(unnamedControls(driven.window) == QStringList());
    CHECK(unreachableControls(driven.window) == QStringList());
    driven.window.createCase(driven.path("Doors.carveout"), {QStringLiteral("Fernbank")});
    REQUIRE(eventually([&] { return driven.window.frame() != nullptr; }));
    driven.window.frame()->importPaths({driven.put("memo.pdf", pdfOfLines({"Larkspur could read messages"}))});
    const QAbstractItemModel &tree = *driven.list("documentTree").model();
    REQUIRE(eventually([&] { return tree.rowCount() == 1 && tree.rowCount(tree.index(0, 0)) == 1; }));
    driven.list("documentTree").setCurrentIndex(tree.index(0, 0, tree.index(0, 0)));
    driven.list("documentTree").setFocus();
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.pages().source() && driven.pages().source()->layout(0); }));
    for (const char *place : {"viewRead", "viewMatrix", "viewTimeline", "goRegister", "goCase", "exportCsv"}) {
        driven.act(place);
        eventually([&] { return unnamedControls(driven.window).isEmpty(); }); // some are filled when an answer is there
        CAPTURE(place);
        CHECK(unnamedControls(driven.window) == QStringList());
        CHECK(unreachableControls(driven.window) == QStringList());
    }
}

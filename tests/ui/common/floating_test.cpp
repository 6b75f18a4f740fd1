// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/floating.h"

#include "tests/support/catch.h"
#include "tests/support/waiting.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using ui::Floating;

namespace {

struct Window : QWidget {
    Window()
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(read);
        resize(600, 400);
        show();
        message->setWordWrap(true);
        message->hide();
    }

    QWidget *read = new QWidget(this);
    QLabel *message = new QLabel(this);
};

} // namespace

TEST_CASE("what floats lies over the lower edge, and nothing below it moves when it comes and goes")
{
    Window window;
    Floating floating(*window.read, Floating::Place::Foot, &window);
    floating.add(window.message);
    REQUIRE(eventually([&] { return window.read->height() > 300; }));
    const QRect before = window.read->geometry();
    CHECK(floating.isHidden());
    window.message->setText(QStringLiteral("Something was done."));
    window.message->show();
    CHECK(floating.isVisible());
    CHECK(window.read->geometry() == before);
    CHECK(before.contains(floating.geometry()));
    CHECK(floating.geometry().bottom() > before.center().y());

    // As high as its words need where the window is narrow, and never higher than what it lies over.
    const int low = floating.height();
    window.message->setText(QString(300, QLatin1Char('m')).replace(QStringLiteral("mmmmm"), QStringLiteral("mmmm ")));
    window.resize(260, 400);
    CHECK(eventually([&] { return floating.height() > low && window.read->geometry().contains(floating.geometry()); }));
    window.message->hide();
    CHECK(floating.isHidden());
}

TEST_CASE("what floats alone lies over a part only, and with others over all")
{
    Window window;
    auto *list = new QWidget(window.read);
    auto *page = new QWidget(window.read);
    REQUIRE(eventually([&] { return window.read->height() > 300; }));
    list->setGeometry(0, 0, 200, window.read->height());
    page->setGeometry(200, 0, 300, window.read->height());
    list->show();
    page->show();
    QLabel other(QStringLiteral("Where to?"));
    other.hide();
    Floating floating(*window.read, Floating::Place::Foot, &window);
    floating.add(window.message);
    floating.add(&other);
    floating.setPartFor(*window.message, page);
    const auto placeOf = [&](const QWidget *part) { return QRect(part->mapTo(&window, QPoint()), part->size()); };
    window.message->setText(QStringLiteral("Something was done."));
    window.message->show();
    REQUIRE(floating.isVisible());
    CHECK(placeOf(page).contains(floating.geometry()));
    page->resize(340, 280);
    CHECK(placeOf(page).contains(floating.geometry()));
    other.show();
    CHECK(floating.geometry().intersects(placeOf(list)));
    other.hide();
    CHECK_FALSE(floating.geometry().intersects(placeOf(list)));
    floating.setPartFor(*window.message, nullptr);
    CHECK(floating.geometry().intersects(placeOf(list)));
    other.setParent(nullptr);
}

TEST_CASE("what floats goes to the upper edge where it would cover what has the keyboard")
{
    Window window;
    Floating floating(*window.read, Floating::Place::Foot, &window);
    floating.add(window.message);
    REQUIRE(eventually([&] { return window.read->height() > 300; }));
    auto *line = new QLineEdit(window.read);
    line->setGeometry(100, window.read->height() - 30, 200, 24);
    line->show();
    auto *other = new QLineEdit(window.read);
    other->show();
    other->setFocus();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    window.message->setText(QStringLiteral("Something was done."));
    window.message->show();
    CHECK(floating.geometry().top() > window.read->geometry().center().y());
    line->setFocus();
    const QRect hand(line->mapTo(&window, QPoint()), line->size());
    CHECK_FALSE(floating.geometry().intersects(hand));
    CHECK(floating.geometry().bottom() < window.read->geometry().center().y());
    CHECK(window.read->geometry().contains(floating.geometry()));
}

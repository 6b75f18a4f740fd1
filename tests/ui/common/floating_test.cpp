// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/floating.h"

#include "tests/support/catch.h"
#include "tests/support/waiting.h"

#include <QLabel>
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

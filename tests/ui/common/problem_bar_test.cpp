// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/problem_bar.h"

#include "tests/support/catch.h"

#include <QPushButton>
#include <QTest>

using ui::ProblemBar;

TEST_CASE("the bar says what went wrong until it is closed")
{
    QWidget window;
    ProblemBar bar(&window);
    window.show();
    CHECK(bar.sentence().isEmpty());
    bar.showError({model::ErrorKind::Io, QStringLiteral("The disk is gone.")});
    CHECK(bar.sentence() == QStringLiteral("The disk is gone."));
    CHECK(bar.isVisible());
    QTest::mouseClick(bar.findChild<QPushButton *>(QStringLiteral("closeProblem")), Qt::LeftButton);
    CHECK_FALSE(bar.isVisible());
}

TEST_CASE("what the reporter stopped is no problem")
{
    QWidget window;
    ProblemBar bar(&window);
    bar.showError({model::ErrorKind::Cancelled, QStringLiteral("Stopped.")});
    CHECK(bar.isHidden());
}

TEST_CASE("news can offer something to do about it, which then goes with the news")
{
    QWidget window;
    ProblemBar bar(&window);
    window.show();
    int done = 0;
    bar.showNews(QStringLiteral("3 documents could not be read."), QStringLiteral("Show them"), &window,
                 [&] { ++done; });
    auto *button = bar.findChild<QPushButton *>(QStringLiteral("problemAction"));
    REQUIRE(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    CHECK(done == 1);
    CHECK_FALSE(bar.isVisible());
    bar.showNews(QStringLiteral("Done."));
    CHECK_FALSE(button->isVisible());
}

TEST_CASE("news does not take the place of what there is still something to do about")
{
    QWidget window;
    ProblemBar bar(&window);
    window.show();
    bar.showNews(QStringLiteral("3 documents could not be read."), QStringLiteral("Show them"), &window, [] {});
    bar.showNews(QStringLiteral("1 scanned page was read."));
    bar.showNews(QStringLiteral("2 scanned pages were read."));
    CHECK(bar.sentence() == QStringLiteral("3 documents could not be read. 2 scanned pages were read."));
    CHECK(bar.findChild<QPushButton *>(QStringLiteral("problemAction"))->isVisible());
    bar.settle();
    bar.showNews(QStringLiteral("Written."));
    CHECK(bar.sentence() == QStringLiteral("Written."));
}

TEST_CASE("what was said goes when the reporter goes on, but for what stays true")
{
    QWidget window;
    ProblemBar bar(&window);
    window.show();
    bar.showProblem(QStringLiteral("That is not a date."));
    bar.settle();
    CHECK(bar.sentence().isEmpty());
    bar.showNews(QStringLiteral("Written."));
    bar.settle();
    CHECK(bar.sentence().isEmpty());
    bar.showLasting(QStringLiteral("Another program has this case open."));
    bar.settle();
    CHECK_FALSE(bar.sentence().isEmpty());
}

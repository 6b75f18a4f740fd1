// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/legend.h"

#include "tests/support/catch.h"
#include "tests/support/waiting.h"

#include <QFontMetrics>
#include <QVBoxLayout>

using namespace ui::matrix;

TEST_CASE("the legend is never cut off: it takes as many lines as its width needs")
{
    const auto items = legendItems(true, true);
    const QFont font;
    const QFontMetrics metrics(font);
    for (const int width : {80, 200, 370, 900, 3000}) {
        INFO(width);
        const std::vector<QRect> places = legendPlaces(items, font, width);
        REQUIRE(places.size() == items.size());
        for (size_t i = 0; i < places.size(); ++i) {
            CHECK(places[i].left() >= 0);
            CHECK(places[i].width() <= width);
            CHECK(places[i].left() + places[i].width() <= width);
            const int lines = places[i].height() / metrics.height();
            CHECK(places[i].width() * lines >= std::min(metrics.horizontalAdvance(items[i].text), width));
            for (size_t other = 0; other < i; ++other)
                CHECK_FALSE(places[i].intersects(places[other]));
        }
        CHECK(legendHeight(items, font, width) > places.back().top());
    }

    QWidget pane;
    auto *column = new QVBoxLayout(&pane);
    auto *legend = new Legend(&pane);
    legend->setItems(items);
    column->addWidget(legend);
    column->addStretch(1);
    pane.resize(1200, 600);
    pane.show();
    const int wide = legend->height();
    pane.resize(330, 600);
    CHECK(eventually(
        [&] { return legend->height() > wide && legend->height() >= legend->heightForWidth(legend->width()); }));
    CHECK(legend->accessibleDescription().contains(QStringLiteral("hollow: suggested, decided by nobody")));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_place.h"

#include "tests/support/catch.h"
#include "tests/support/strings.h"

using namespace ui::page;

TEST_CASE("a place survives being written down")
{
    const PagePlace place{41,
                          {-0.01, 0.25},
                          GENERATE(Fit::Width, Fit::Page, Fit::Free),
                          1.3,
                          {GENERATE(0, 3), GENERATE(false, true), GENERATE(false, true)}};
    CHECK(placeFromText(toText(place)) == place);
}

TEST_CASE("what is no place is none")
{
    const QString sound = toText({});
    REQUIRE(placeFromText(sound));
    CHECK_FALSE(placeFromText({}));
    CHECK_FALSE(placeFromText(QStringLiteral("[1, 2]")));
    const auto with = [&sound](const char *from, const char *to) {
        QString text = sound;
        text.replace(QLatin1String(from), QLatin1String(to));
        REQUIRE(text != sound);
        return text;
    };
    CHECK_FALSE(placeFromText(with("\"page\":0", "\"page\":-3")));
    CHECK_FALSE(placeFromText(with("\"turns\":0", "\"turns\":4")));
    CHECK_FALSE(placeFromText(with("\"zoom\":1", "\"zoom\":1e300")));
    CHECK_FALSE(placeFromText(with("\"down\":0", "\"down\":1e300")));
    CHECK_FALSE(placeFromText(with("\"fit\":\"width\"", "\"fit\":\"height\"")));
}

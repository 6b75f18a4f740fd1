// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/code_points.h"
#include "tests/support/catch.h"

using namespace model;

TEST_CASE("a character outside the basic plane is one code point and two units")
{
    const QString text = QStringLiteral("a😀b");
    CHECK(codePointCount(text) == 3);
    CHECK(unitOfCodePoint(text, 2) == 3);
    CHECK(unitOfCodePoint(text, 3) == 4);
    CHECK_FALSE(unitOfCodePoint(text, 4).has_value());
    CHECK_FALSE(unitOfCodePoint(text, -1).has_value());
    CHECK(codePointOfUnit(text, 3) == 2);
    CHECK(codePointOfUnit(text, 2) == 1); // inside the pair
}

TEST_CASE("every code point's unit leads back to it, lone surrogates included")
{
    QString text = QStringLiteral("x😀 é");
    text += QChar(0xd83d);
    text += u'z';
    text += QChar(0xde00);
    for (qsizetype point = 0; point <= codePointCount(text); ++point)
        CHECK(codePointOfUnit(text, unitOfCodePoint(text, point).value()) == point);
    const CodePoints codePoints(text);
    for (qsizetype unit = 0; unit <= text.size(); ++unit)
        CHECK(codePoints.codePointOf(unit) == codePointOfUnit(text, unit));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/ocr_words.h"

#include "tests/support/catch.h"

#include <QRandomGenerator>

#include <cmath>

using namespace model;
using namespace model::store;

namespace {

PageLayout someLayout()
{
    PageLayout layout;
    layout.text.text = QStringLiteral("read 😀\nall");
    layout.boxes = {{{0, 4}, {0.1, 0.1, 0.3, 0.2}, {0.15F, 0.2F, 0.25F, 0.3F}},
                    {{5, 7}, {0.4, 0.1, 0.5, 0.2}, {0.5F, 0.5F}},
                    {{8, 11}, {0.1, 0.3, 0.2, 0.4}, {0.1F, 0.15F, 0.2F}}};
    layout.confidences = {96, 0, 100};
    return layout;
}

} // namespace

TEST_CASE("words come out of their packing about where they went in")
{
    const PageLayout before = someLayout();
    PageLayout after;
    after.text = before.text;
    REQUIRE(unpackWords(packedWords(before), after));
    REQUIRE(after.boxes.size() == before.boxes.size());
    CHECK(after.confidences == before.confidences);
    for (size_t i = 0; i < before.boxes.size(); ++i) {
        CHECK(after.boxes[i].range == before.boxes[i].range);
        CHECK(std::abs(after.boxes[i].area.left - before.boxes[i].area.left) < 1e-4);
        CHECK(std::abs(after.boxes[i].area.bottom - before.boxes[i].area.bottom) < 1e-4);
        REQUIRE(after.boxes[i].edges.size() == before.boxes[i].edges.size());
        for (size_t at = 0; at < before.boxes[i].edges.size(); ++at)
            CHECK(std::abs(after.boxes[i].edges[at] - before.boxes[i].edges[at]) < 2e-3F);
    }
}

TEST_CASE("no words are packed into nothing")
{
    PageLayout empty;
    CHECK(packedWords(empty).isEmpty());
    CHECK(unpackWords({}, empty));
}

TEST_CASE("what is no packing, or that of another text, gives no words at all")
{
    const QByteArray packed = packedWords(someLayout());
    for (qsizetype length = 1; length < packed.size(); ++length) {
        PageLayout layout;
        layout.text = someLayout().text;
        if (!unpackWords(packed.left(length), layout))
            CHECK((layout.boxes.empty() && layout.confidences.empty()));
    }
    PageLayout shorter;
    shorter.text.text = QStringLiteral("read");
    CHECK_FALSE(unpackWords(packed, shorter));
    CHECK(shorter.boxes.empty());
    QRandomGenerator random(5);
    for (int run = 0; run < 2000; ++run) {
        QByteArray noise = packed;
        noise[random.bounded(int(noise.size()))] = static_cast<char>(random.bounded(256));
        PageLayout layout;
        layout.text = someLayout().text;
        unpackWords(noise, layout);
        qsizetype end = 0;
        for (const TextBox &box : layout.boxes) {
            REQUIRE((box.range.start >= end && box.range.end <= layout.text.text.size() && !box.range.isEmpty()));
            REQUIRE(qsizetype(box.edges.size()) == box.range.length());
            REQUIRE((box.area.left <= box.area.right && box.area.top <= box.area.bottom));
            end = box.range.end;
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/scan_wire.h"

#include "tests/support/catch.h"

using namespace model;
using namespace model::reader;

namespace {

RecognisedPage somePage()
{
    RecognisedPage page;
    page.layout.text.text = QStringLiteral("read all");
    page.layout.boxes = {{{0, 4}, {0.1, 0.1, 0.3, 0.2}, {0.15F, 0.2F, 0.25F, 0.3F}},
                         {{5, 8}, {0.4, 0.1, 0.5, 0.2}, {0.5F, 0.5F, 0.5F}}};
    page.layout.confidences = {90, 7};
    page.turns = 3;
    page.skew = -1.5;
    return page;
}

} // namespace

TEST_CASE("scans and recognised pages decode to what was encoded")
{
    const PageScan scan{3, 2, 300, QByteArray("abcdef")};
    const auto decoded = decodeScan(encodeScan(scan));
    REQUIRE(decoded);
    CHECK(decoded->width == 3);
    CHECK(decoded->dpi == 300);
    CHECK(decoded->pixels == scan.pixels);
    CHECK(*decodeRecognised(encodeRecognised(somePage())) == somePage());
}

TEST_CASE("a scan whose pixels are not as many as it says does not decode")
{
    for (const PageScan &scan : {PageScan{3, 3, 300, QByteArray("abcdef")}, PageScan{0, 2, 300, {}},
                                 PageScan{-3, -2, 300, QByteArray("abcdef")}, PageScan{3, 2, 0, QByteArray("abcdef")},
                                 PageScan{100'000, 1, 300, QByteArray(100'000, 'a')}})
        CHECK_FALSE(decodeScan(encodeScan(scan)));
}

TEST_CASE("a recognised page that is cut short, or whose confidences are those of other words, does not decode")
{
    const QByteArray whole = encodeRecognised(somePage());
    for (qsizetype length = 0; length < whole.size(); ++length)
        CHECK_FALSE(decodeRecognised(QByteArrayView(whole).first(length)));
    CHECK_FALSE(decodeRecognised(whole + QByteArray(1, '\0')));
    RecognisedPage page = somePage();
    page.layout.confidences.push_back(quint8(50));
    CHECK_FALSE(decodeRecognised(encodeRecognised(page)));
    page = somePage();
    page.layout.confidences[0] = 101;
    CHECK_FALSE(decodeRecognised(encodeRecognised(page)));
    page = somePage();
    page.turns = 4;
    CHECK_FALSE(decodeRecognised(encodeRecognised(page)));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/coverage.h"

#include "tests/support/catch.h"

using namespace model;

TEST_CASE("a page counts for the reporter, else for the model, else for nobody")
{
    Document document{Sha256::of("memo")};
    document.state = DocumentState::Read;
    document.pageCount = 10;
    document.pagesReadByReporter = 3;
    CHECK(coverageOf(document) == Coverage{3, 0, 7});
    document.isReadByModel = true;
    CHECK(coverageOf(document) == Coverage{3, 7, 0});
    document.pagesReadByReporter = 10;
    CHECK(coverageOf(document) == Coverage{10, 0, 0});

    Document refused{Sha256::of("broken")};
    refused.state = DocumentState::Refused;
    refused.pageCount = 5;
    CHECK(coverageOf(refused) == Coverage());

    Coverage all{1, 2, 3};
    all += coverageOf(document);
    CHECK(all == Coverage{11, 2, 3});
    CHECK(all.pages() == 16);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hit_list_model.h"

#include "tests/support/catch.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using ui::search::HitListModel;

namespace {

model::SearchPage pageOf(int count, qint64 total)
{
    model::SearchPage page;
    for (int i = 0; i < count; ++i) {
        model::SearchHit hit{model::Sha256::of("x"), 1, {}, 0, {}, {}, {}, {}, false, 0};
        hit.title = QStringLiteral("Memo");
        page.hits.push_back(hit);
    }
    page.total = total;
    return page;
}

} // namespace

TEST_CASE("hits are fetched a piece at a time until all are there")
{
    HitListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy wanted(&model, &HitListModel::moreWanted);
    model.setFirstPage(pageOf(50, 60));
    wanted.clear();
    if (model.canFetchMore({}))
        model.fetchMore({});
    model.addPage(pageOf(10, 60));
    CHECK(model.rowCount() == 60);
    CHECK_FALSE(model.canFetchMore({}));
    CHECK(model.index(0, 0).data().toString() == QStringLiteral("Memo, p. 1"));
    model.clear();
    CHECK(model.rowCount() == 0);
    CHECK_FALSE(model.canFetchMore({}));
}

TEST_CASE("where the total is only a lower bound, an empty piece ends it")
{
    HitListModel model;
    model::SearchPage first = pageOf(50, 50);
    first.totalIsExact = false;
    model.setFirstPage(first);
    REQUIRE(model.canFetchMore({}));
    model.fetchMore({});
    CHECK_FALSE(model.canFetchMore({})); // under way
    model.addPage({});
    CHECK_FALSE(model.canFetchMore({}));
    CHECK(model.rowCount() == 50);
}

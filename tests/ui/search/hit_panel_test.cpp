// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hit_panel.h"

#include "tests/ui/opened_case.h"
#include "ui/search/hit_list_model.h"

#include <QListView>

using namespace ui::search;

namespace {

struct Fixture {
    Fixture()
    {
        for (int i = 0; i < 60; ++i)
            opened.temporary.addDocument(QStringLiteral("letter %1.pdf").arg(i),
                                         {QStringLiteral("one bank, two bank")});
        panel = std::make_unique<HitPanel>(opened.open());
        QObject::connect(panel.get(), &HitPanel::hitChosen, panel.get(),
                         [this](const model::SearchHit &hit, size_t place) {
                             went += QStringLiteral("%1/%2").arg(hit.number).arg(place);
                         });
        QObject::connect(panel.get(), &HitPanel::stepped, panel.get(),
                         [this](const QString &sentence) { said = sentence; });
    }
    void search(const std::optional<model::SearchHit> &at = std::nullopt)
    {
        QSignalSpy answered(panel.get(), &HitPanel::queryAnswered);
        panel->search(QStringLiteral("bank"), at);
        REQUIRE(eventually([&] { return answered.size() == 1; }));
    }
    const model::SearchHit &hit(int row)
    {
        return static_cast<const HitListModel *>(panel->findChild<QListView *>(QStringLiteral("hitList"))->model())
            ->hit(row);
    }

    OpenedCase opened;
    std::unique_ptr<HitPanel> panel;
    QStringList went;
    QString said;
};

} // namespace

TEST_CASE_METHOD(Fixture, "a step goes to each place on a page before the next page, and back the same way")
{
    panel->step(1);
    CHECK(said.startsWith(QStringLiteral("Search for something first")));
    search();
    for (const int direction : {1, 1, 1, -1, -1, -1})
        panel->step(direction);
    CHECK(went == QStringList({QStringLiteral("1/0"), QStringLiteral("1/1"), QStringLiteral("2/0"),
                               QStringLiteral("1/1"), QStringLiteral("1/0")}));
    CHECK(said == QStringLiteral("This was the first hit."));
}

TEST_CASE_METHOD(Fixture, "a step past the hits that are here waits for more of them")
{
    search();
    for (int i = 0; i < 100; ++i)
        panel->step(1);
    CHECK(went.back() == QStringLiteral("50/1"));
    panel->step(1);
    CHECK(eventually([&] { return went.back() == QStringLiteral("51/0"); }));
    for (int i = 0; i < 19; ++i)
        panel->step(1);
    CHECK(went.back() == QStringLiteral("60/1"));
    CHECK(said == QStringLiteral("Hit page 60 of 60."));
    panel->step(1);
    CHECK(eventually([&] { return said == QStringLiteral("This was the last hit."); }));
}

TEST_CASE_METHOD(Fixture, "steps go on from a hit that was opened elsewhere")
{
    search();
    const model::SearchHit third = hit(2);
    search(third);
    panel->step(1);
    panel->step(1);
    CHECK(went == QStringList({QStringLiteral("3/1"), QStringLiteral("4/0")}));
}

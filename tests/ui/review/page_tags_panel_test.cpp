// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/page_tags_panel.h"

#include "tests/support/catch.h"

#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace model;

namespace {

Passage passage(qsizetype start, qsizetype end, const char *quote)
{
    return {Sha256::of("memo"), 0, start, 0, end, QString::fromUtf8(quote), {}, {}};
}

} // namespace

TEST_CASE("a chosen partner shows the cells it feeds, and Enter goes to one of them")
{
    const SubjectId larkspur = SubjectId::create();
    const FindingKey reading{larkspur, SubjectId::create()};
    const Tag partner{TagId::create(), TagKind::Partner, passage(0, 8, "Larkspur"), larkspur};
    const Tag evidence{TagId::create(), TagKind::Evidence, passage(0, 20, "Larkspur reads mail."), std::nullopt};
    session::DocumentTags tags;
    tags.tags = {partner, evidence};
    tags.names.insert(larkspur, QStringLiteral("Larkspur"));
    tags.links[evidence.id] = {{{LinkId::create(), evidence.id, reading, Stance::Supports},
                                reading,
                                QStringLiteral("Larkspur"),
                                QStringLiteral("read · mail"),
                                Verdict::Open}};
    ui::review::PageTagsPanel panel;
    panel.resize(300, 400);
    panel.show(tags, 0);
    panel.QWidget::show();
    QTreeWidget &list = *panel.list();
    QTreeWidgetItem *item = list.topLevelItem(0);
    REQUIRE(item->childCount() == 1);
    CHECK(item->child(0)->isHidden());
    std::vector<FindingKey> chosen;
    QObject::connect(&panel, &ui::review::PageTagsPanel::findingChosen, &panel,
                     [&](const FindingKey &finding) { chosen.push_back(finding); });
    list.setCurrentItem(item);
    CHECK_FALSE(item->child(0)->isHidden());
    CHECK(item->child(0)->text(0) == QStringLiteral("feeds Larkspur × read · mail"));
    QTest::keyClick(&list, Qt::Key_Down);
    CHECK(list.currentItem() == item->child(0));
    // It is no link that Delete could take away.
    CHECK_FALSE(panel.selectedLink());
    QTest::keyClick(&list, Qt::Key_Return);
    REQUIRE(chosen.size() == 1);
    CHECK(chosen[0] == reading);
    list.setCurrentItem(list.topLevelItem(1));
    CHECK(item->child(0)->isHidden());
}

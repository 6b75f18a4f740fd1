// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/link_panel.h"

#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"
#include "tests/support/waiting.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>

using namespace model;
using namespace model::session;
using ui::findings::LinkPanel;

namespace {

/// A panel opened on an evidence passage; a partner and a permission are tagged on its page.
class OpenPanel {
public:
    explicit OpenPanel(TextRange evidenceRange = {0, 28}, const QStringList &knownPartners = {})
    {
        const QString text = QStringLiteral("Larkspur could read messages. Cedar did not get locations.");
        const auto passage = [&](qsizetype start, qsizetype end) {
            return *makePassage(Sha256::of("a document"), 0, text, start, 0, text, end);
        };
        const SubjectId larkspur = SubjectId::create();
        const SubjectId messages = SubjectId::create();
        const Tag evidence{TagId::create(), TagKind::Evidence, passage(evidenceRange.start, evidenceRange.end),
                           std::nullopt};
        tags.tags = {evidence,
                     {TagId::create(), TagKind::Partner, passage(0, 8), larkspur},
                     {TagId::create(), TagKind::Permission, passage(15, 28), messages}};
        tags.names = {{larkspur, QStringLiteral("Larkspur")}, {messages, QStringLiteral("read · messages")}};
        for (const QString &name : knownPartners)
            must(temporary.file().decide({{journal::AddSubject{SubjectId::create(), SubjectKind::Partner, name}}}));
        temporary.close();
        session = std::make_unique<CaseSession>(temporary.path(), CaseSession::Options{{QStringLiteral("Ada")}, {}, 1});
        QSignalSpy opened(session.get(), &CaseSession::opened);
        REQUIRE(eventually([&] { return opened.size() == 1; }));
        book = std::make_unique<ui::SubjectBook>(*session);
        REQUIRE(eventually(
            [&] { return book->subjects(SubjectKind::Partner).size() == static_cast<size_t>(knownPartners.size()); }));
        QObject::connect(&panel, &LinkPanel::linkRequested, &panel,
                         [this](const LinkRequest &request) { requests.push_back(request); });
        window.show();
        panel.open(evidence, tags, *book);
    }

    TemporaryCase temporary;
    DocumentTags tags;
    std::unique_ptr<CaseSession> session;
    std::unique_ptr<ui::SubjectBook> book;
    QWidget window;
    LinkPanel panel{&window};
    std::vector<LinkRequest> requests;
};

} // namespace

TEST_CASE("Enter alone links what stands inside the passage")
{
    OpenPanel open;
    QTest::keyClick(&open.panel, Qt::Key_Return);
    REQUIRE(open.requests.size() == 1);
    CHECK(open.requests[0].partners == QStringList{QStringLiteral("Larkspur")});
    CHECK(open.requests[0].permissions == QStringList{QStringLiteral("read · messages")});
    CHECK(open.requests[0].stance == Stance::Supports);
    CHECK(open.panel.isHidden());
}

TEST_CASE("a letter or a digit chooses the stance")
{
    OpenPanel open;
    QTest::keyClick(&open.panel, Qt::Key_D);
    CHECK(open.panel.request().stance == Stance::Denies);
    QTest::keyClick(&open.panel, Qt::Key_3);
    CHECK(open.panel.request().stance == Stance::Ended);
    QTest::keyClick(&open.panel, Qt::Key_C);
    CHECK(open.panel.request().stance == Stance::Context);
}

TEST_CASE("further names make several findings at once, and letters typed for them choose no stance")
{
    OpenPanel open;
    auto *line = open.panel.findChild<QLineEdit *>(QStringLiteral("linkPartnersAddLine"));
    QTest::keyClicks(line, QStringLiteral("Cedar"));
    CHECK(open.panel.request().stance == Stance::Supports);
    QTest::keyClick(line, Qt::Key_Return);
    CHECK(open.panel.request().partners == QStringList{QStringLiteral("Larkspur"), QStringLiteral("Cedar")});
    QTest::keyClick(&open.panel, Qt::Key_Return);
    REQUIRE(open.requests.size() == 1);
    CHECK(open.requests[0].partners.size() == 2);
}

TEST_CASE("Escape leaves it, and nothing is linked without a partner")
{
    OpenPanel open;
    open.panel.findChild<QListWidget *>(QStringLiteral("linkPartners"))->item(0)->setCheckState(Qt::Unchecked);
    QTest::keyClick(&open.panel, Qt::Key_Return);
    CHECK(open.requests.empty());
    CHECK_FALSE(open.panel.isHidden());
    QTest::keyClick(&open.panel, Qt::Key_Escape);
    CHECK(open.panel.isHidden());
}

TEST_CASE("what stands near the passage but not in it is offered, not ticked, and the missing names are asked for")
{
    OpenPanel open({30, 57});
    CHECK(open.panel.request().partners.isEmpty());
    CHECK(open.panel.request().permissions.isEmpty());
    CHECK(open.panel.findChild<QListWidget *>(QStringLiteral("linkPermissions"))->count() == 1);
    CHECK(open.window.focusWidget()->objectName() == QStringLiteral("linkPartnersAddLine"));
    QTest::keyClicks(open.window.focusWidget(), QStringLiteral("Cedar"));
    QTest::keyClick(open.window.focusWidget(), Qt::Key_Return);
    CHECK(open.window.focusWidget()->objectName() == QStringLiteral("linkPermissionsAddLine"));
    QTest::keyClicks(open.window.focusWidget(), QStringLiteral("receive locations"));
    QTest::keyClick(open.window.focusWidget(), Qt::Key_Return);
    CHECK(open.window.focusWidget() == &open.panel);
    CHECK(open.panel.request().partners == QStringList{QStringLiteral("Cedar")});
    CHECK(open.panel.request().permissions.size() == 1);
}

TEST_CASE("a name of the case that stands in the passage is ticked, and only the other one is asked for")
{
    OpenPanel open({30, 57}, {QStringLiteral("Cedar"), QStringLiteral("Harebell")});
    CHECK(open.panel.request().partners == QStringList{QStringLiteral("Cedar")});
    CHECK(open.panel.request().permissions.isEmpty());
    CHECK(open.window.focusWidget()->objectName() == QStringLiteral("linkPermissionsAddLine"));
}

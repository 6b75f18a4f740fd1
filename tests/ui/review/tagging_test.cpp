// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/tagging.h"

#include "model/session/gestures.h"
#include "tests/ui/opened_case.h"
#include "ui/findings/link_panel.h"
#include "ui/review/page_tags_panel.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace model;
using namespace model::session;
using ui::review::Tagging;

namespace {

/// Tagging on a document with one tagged evidence passage. Pages themselves are not needed for it.
class OpenTagging {
public:
    OpenTagging()
    {
        memo = opened.temporary.addDocument(QStringLiteral("memo.pdf"), {QStringLiteral("Larkspur reads mail.")});
        CaseFile &file = opened.temporary.file();
        for (const auto &[words, kind] : {std::pair(QStringLiteral("Larkspur reads mail."), TagKind::Evidence),
                                          std::pair(QStringLiteral("Larkspur"), TagKind::Partner)}) {
            must(file.decide(must(tagPassage(file, {opened.temporary.passage(memo, 0, words), kind, {}}))));
        }
        book = std::make_unique<ui::SubjectBook>(opened.open());
        view = new ui::page::PageView(&window);
        panel = new ui::review::PageTagsPanel(&window);
        linkPanel = new ui::findings::LinkPanel(&window);
        tagging = std::make_unique<Tagging>(opened.session(), *book, Tagging::Widgets{view, panel, linkPanel, &window});
        QObject::connect(tagging.get(), &Tagging::kindChanged, &window,
                         [this](const QString &said) { changed = said; });
        QObject::connect(tagging.get(), &Tagging::advice, &window, [this](const QString &said) { advice = said; });
        window.show();
        tagging->setDocument(memo);
        REQUIRE(eventually([&] { return tagging->tags().tags.size() == 2; }));
    }
    QAction *action(const char *name) const
    {
        for (QAction *one : tagging->actions()) {
            if (one->objectName() == QString::fromLatin1(name))
                return one;
        }
        return nullptr;
    }
    TagId idOf(TagKind kind) const
    {
        for (const Tag &tag : tagging->tags().tags) {
            if (tag.kind == kind)
                return tag.id;
        }
        throw std::runtime_error("no such tag");
    }

    OpenedCase opened;
    Sha256 memo = Sha256::of({});
    QWidget window;
    std::unique_ptr<ui::SubjectBook> book;
    ui::page::PageView *view = nullptr;
    ui::review::PageTagsPanel *panel = nullptr;
    ui::findings::LinkPanel *linkPanel = nullptr;
    std::unique_ptr<Tagging> tagging;
    QString advice;
    QString changed;
};

} // namespace

TEST_CASE("the keys that work on a tag say what to do first where none is chosen")
{
    OpenTagging open;
    for (const char *name : {"removeTag", "renameTag", "moveTag"}) {
        INFO(name);
        open.advice.clear();
        open.action(name)->trigger();
        CHECK(open.advice.contains(QStringLiteral("Choose a tag first")));
    }
    open.tagging->selectTag(open.idOf(TagKind::Evidence));
    open.action("renameTag")->trigger();
    CHECK(open.advice.contains(QStringLiteral("names nothing")));
    open.action("moveTag")->trigger();
    CHECK(open.advice.contains(QStringLiteral("Select some words")));
}

TEST_CASE("tagging without selected words and linking what is no evidence are answered with what to do first")
{
    OpenTagging open;
    const QString before = open.opened.session().undoName();
    open.action("tagEvidence")->trigger();
    CHECK(open.advice.contains(QStringLiteral("Select some words")));
    open.tagging->selectTag(open.idOf(TagKind::Partner));
    open.action("linkEvidence")->trigger();
    CHECK(open.advice.contains(QStringLiteral("evidence passage")));
    CHECK_FALSE(open.linkPanel->isVisible());
    CHECK(open.opened.session().undoName() == before);
}

TEST_CASE("N goes round the tags, Delete removes the chosen one, and the link panel opens on evidence")
{
    OpenTagging open;
    open.action("nextTag")->trigger();
    const auto first = open.tagging->selectedTag();
    open.action("nextTag")->trigger();
    CHECK(open.tagging->selectedTag() != first);
    open.action("nextTag")->trigger();
    CHECK(open.tagging->selectedTag() == first);

    open.tagging->selectTag(open.idOf(TagKind::Evidence));
    open.action("linkEvidence")->trigger();
    CHECK(open.linkPanel->isVisible());
    open.linkPanel->close();

    open.tagging->selectTag(open.idOf(TagKind::Partner));
    open.action("removeTag")->trigger();
    REQUIRE(eventually([&] { return open.tagging->tags().tags.size() == 1; }));
    CHECK_FALSE(open.tagging->selectedTag());
}

TEST_CASE("the link panel gives the focus back to the page and to nothing on the way")
{
    OpenTagging open;
    open.window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&open.window));
    QLineEdit next(&open.window);
    next.show();
    QWidget::setTabOrder(open.linkPanel, &next);
    open.tagging->selectTag(open.idOf(TagKind::Evidence));
    open.action("linkEvidence")->trigger();
    QSet<QObject *> reached;
    const auto watching = QObject::connect(qApp, &QApplication::focusChanged, &open.window,
                                           [&](QWidget *, QWidget *now) { reached.insert(now); });
    QTest::keyClick(open.linkPanel, Qt::Key_Escape);
    QObject::disconnect(watching);
    CHECK_FALSE(open.linkPanel->isVisible());
    CHECK(reached == QSet<QObject *>{open.view});
}

TEST_CASE("a tag of another kind is made by the kind's key, and renamed in the box over the page")
{
    OpenTagging open;
    open.tagging->selectTag(open.idOf(TagKind::Partner));
    open.action("renameTag")->trigger();
    auto *line = open.view->findChild<QLineEdit *>(QStringLiteral("nameFieldLine"));
    REQUIRE(line);
    CHECK(line->text() == QStringLiteral("Larkspur"));
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("Larkspur Ltd"));
    QTest::keyClick(line, Qt::Key_Return);
    REQUIRE(eventually([&] { return open.tagging->tags().names.values().contains(QStringLiteral("Larkspur Ltd")); }));
    open.action("tagEvidence")->trigger();
    REQUIRE(eventually([&] {
        return std::count_if(open.tagging->tags().tags.begin(), open.tagging->tags().tags.end(),
                             [](const Tag &tag) { return tag.kind == TagKind::Evidence; }) == 2;
    }));
    CHECK(eventually([&] { return open.changed.contains(QStringLiteral("now tagged as evidence")); }));
}

TEST_CASE("a kind's key without words leaves a tag alone that was not chosen just now")
{
    OpenTagging open;
    const Tag evidence = *std::find_if(open.tagging->tags().tags.begin(), open.tagging->tags().tags.end(),
                                       [](const Tag &tag) { return tag.kind == TagKind::Evidence; });
    open.tagging->selectTagOf(evidence.passage);
    REQUIRE(open.tagging->selectedTag() == evidence.id);
    open.action("tagPartner")->trigger();
    CHECK(open.advice.contains(QStringLiteral("Select some words")));
    CHECK_FALSE(open.view->findChild<QWidget *>(QStringLiteral("nameBox"))->isVisible());

    Q_EMIT open.view->tagClicked(evidence.id);
    open.action("tagPartner")->trigger();
    CHECK(open.view->findChild<QWidget *>(QStringLiteral("nameBox"))->isVisible());
}

TEST_CASE("the naming box is answered and left by mouse")
{
    OpenTagging open;
    auto *box = open.view->findChild<QWidget *>(QStringLiteral("nameBox"));
    open.tagging->selectTag(open.idOf(TagKind::Partner));
    open.action("renameTag")->trigger();
    QTest::mouseClick(box->findChild<QPushButton *>(QStringLiteral("nameBoxCancel")), Qt::LeftButton);
    CHECK_FALSE(box->isVisible());
    open.action("renameTag")->trigger();
    REQUIRE(box->isVisible());
    QTest::mouseClick(open.view->viewport(), Qt::LeftButton, {}, QPoint(2, 2));
    CHECK_FALSE(box->isVisible());
    open.action("renameTag")->trigger();
    open.view->findChild<QLineEdit *>(QStringLiteral("nameFieldLine"))->setText(QStringLiteral("Larkspur Ltd"));
    QTest::mouseClick(box->findChild<QPushButton *>(QStringLiteral("nameBoxOk")), Qt::LeftButton);
    CHECK_FALSE(box->isVisible());
    CHECK(eventually([&] { return open.tagging->tags().names.values().contains(QStringLiteral("Larkspur Ltd")); }));
}

TEST_CASE("the link panel is left by its button, and closes when its evidence is no more")
{
    OpenTagging open;
    open.tagging->selectTag(open.idOf(TagKind::Evidence));
    open.action("linkEvidence")->trigger();
    QTest::mouseClick(open.linkPanel->findChild<QPushButton *>(QStringLiteral("linkCancel")), Qt::LeftButton);
    CHECK_FALSE(open.linkPanel->isVisible());
    open.action("linkEvidence")->trigger();
    REQUIRE(open.linkPanel->isVisible());
    open.action("removeTag")->trigger();
    CHECK(eventually([&] { return !open.linkPanel->isVisible(); }));
}

TEST_CASE("words that are tagged as evidence are linked by that tag, however they were quoted and once it is known")
{
    OpenTagging open;
    const TagId evidence = open.idOf(TagKind::Evidence);
    open.tagging->selectTag(evidence);
    Passage suggested = open.tagging->selected()->passage;
    suggested.suffix += QStringLiteral("read since");
    const QString before = open.opened.session().undoName();
    open.tagging->linkPassage(suggested, {QStringLiteral("Larkspur")}, {});
    CHECK(open.linkPanel->isVisible());
    CHECK(open.linkPanel->evidence() == evidence);
    open.linkPanel->close();

    open.tagging->setDocument(open.memo);
    open.tagging->linkPassage(suggested, {QStringLiteral("Larkspur")}, {});
    REQUIRE(eventually([&] { return open.linkPanel->isVisible(); }));
    CHECK(open.linkPanel->evidence() == evidence);
    CHECK(open.opened.session().undoName() == before);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/page_source.h"

#include "tests/support/catch.h"
#include "tests/support/scripted_page_reader.h"
#include "tests/support/waiting.h"

#include <QSignalSpy>

using namespace model::session;

namespace {

PageTile tile(int pageIndex)
{
    return {pageIndex, 1, QRect(0, 0, 100, 100)};
}

std::shared_ptr<ReaderScript> threePages()
{
    auto script = std::make_shared<ReaderScript>();
    script->pages = {QStringLiteral("first page"), QStringLiteral("second page"), QStringLiteral("third page")};
    return script;
}

} // namespace

TEST_CASE("a page source opens the document and brings the wanted layouts and pictures")
{
    PageSource source(scriptedReader(threePages()));
    QSignalSpy opened(&source, &PageSource::opened);
    source.open();
    source.want({tile(0), WantedLayout{0}, WantedLayout{1}});
    REQUIRE(eventually([&] { return source.layout(1) && source.picture(tile(0)); }));
    CHECK(opened.size() == 1);
    CHECK(source.layout(0)->text.text == QStringLiteral("first page"));
    CHECK(source.picture(tile(0))->width == 100);
    CHECK(source.layout(2) == nullptr);
}

TEST_CASE("what is here already is not read again")
{
    const auto script = threePages();
    PageSource source(scriptedReader(script));
    source.open();
    source.want({WantedLayout{0}, tile(0)});
    REQUIRE(eventually([&] { return source.layout(0) && source.picture(tile(0)); }));
    source.want({WantedLayout{0}, tile(0), WantedLayout{1}});
    REQUIRE(eventually([&] { return source.layout(1); }));
    CHECK(script->layouts == 2);
    CHECK(script->pictures == 1);
}

TEST_CASE("a reader that dies costs its page, and a fresh one goes on with the others")
{
    const auto script = threePages();
    script->crashAt = 1;
    PageSource source(scriptedReader(script));
    QSignalSpy failed(&source, &PageSource::failed);
    QSignalSpy pageFailed(&source, &PageSource::pageFailed);
    source.open();
    source.want({WantedLayout{1}, tile(1), WantedLayout{2}});
    REQUIRE(eventually([&] { return source.layout(2) && source.error(1); }));
    CHECK(failed.isEmpty());
    CHECK(pageFailed.size() == 1);
    CHECK(source.error(1)->sentence == QStringLiteral("The reader died at this page."));
    CHECK(script->opened == 2);

    SECTION("and the page is tried again when the reporter asks for it")
    {
        script->crashAt = -1;
        source.retry(1);
        source.want({WantedLayout{1}});
        REQUIRE(eventually([&] { return source.layout(1); }));
        CHECK(source.error(1) == nullptr);
    }
}

TEST_CASE("an encrypted document says so and opens with the password, also for a reader that is started again")
{
    const auto script = threePages();
    script->password = "open sesame";
    PageSource source(scriptedReader(script));
    QSignalSpy opened(&source, &PageSource::opened);
    model::ErrorKind kind = model::ErrorKind::Bug;
    QObject::connect(&source, &PageSource::failed, &source, [&](const model::Error &error) { kind = error.kind; });
    source.open();
    source.want({WantedLayout{0}});
    REQUIRE(eventually([&] { return kind == model::ErrorKind::NeedsPassword; }));
    CHECK(source.layout(0) == nullptr);
    source.open({"", "let me in", "open sesame"});
    REQUIRE(eventually([&] { return source.layout(0); }));
    CHECK(opened.size() == 1);
    script->crashAt = 1;
    source.want({WantedLayout{1}});
    REQUIRE(eventually([&] { return source.error(1); }));
    source.want({WantedLayout{2}});
    CHECK(eventually([&] { return source.layout(2); }));
}

TEST_CASE("pictures are kept up to a number of bytes, the least used go first")
{
    PageSource source(scriptedReader(threePages()), qint64(2) * 4 * 100 * 100);
    source.open();
    source.want({tile(0)});
    REQUIRE(eventually([&] { return source.picture(tile(0)); }));
    source.want({tile(1)});
    REQUIRE(eventually([&] { return source.picture(tile(1)); }));
    CHECK(source.picture(tile(0))); // a use
    source.want({tile(2)});
    REQUIRE(eventually([&] { return source.picture(tile(2)); }));
    CHECK(source.picture(tile(0)));
    CHECK(source.picture(tile(1)) == nullptr);
}

TEST_CASE("what scrolled out of view before its turn is not read")
{
    const auto script = threePages();
    PageSource source(scriptedReader(script));
    // Nothing is read before the document is open, so all of this waits.
    source.want({WantedLayout{0}, WantedLayout{1}});
    source.want({WantedLayout{2}});
    source.open();
    REQUIRE(eventually([&] { return source.layout(2); }));
    CHECK(script->layouts == 1);
    CHECK(source.layout(0) == nullptr);
}

TEST_CASE("what is wanted behind everything else comes last, and is dropped when it is wanted no more")
{
    const auto script = threePages();
    PageSource source(scriptedReader(script));
    QList<int> arrived;
    QObject::connect(&source, &PageSource::pictureArrived, &source, [&](int pageIndex) { arrived += pageIndex; });
    source.wantBehind({tile(0), tile(1)});
    source.want({tile(2)});
    source.open();
    REQUIRE(eventually([&] { return arrived.size() == 3; }));
    CHECK(arrived == QList<int>{2, 0, 1});

    PageSource other(scriptedReader(script));
    other.wantBehind({tile(0), tile(1)});
    other.wantBehind({tile(2)});
    other.open();
    REQUIRE(eventually([&] { return other.picture(tile(2)) != nullptr; }));
    CHECK(other.picture(tile(0)) == nullptr);
    CHECK(other.picture(tile(1)) == nullptr);
}

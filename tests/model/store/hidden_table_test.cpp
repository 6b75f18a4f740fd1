// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/hidden_table.h"

#include "model/session/case_export.h"
#include "model/session/gestures.h"
#include "model/session/search.h"
#include "model/store/document_table.h"
#include "model/store/page_table.h"
#include "model/store/query.h"
#include "model/store/trait_table.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include <QBuffer>

using namespace model;

namespace {

const QString openText = QStringLiteral("Larkspur could read messages");
const QString hiddenText = QStringLiteral("Quillfeather could delete them");

/// Two documents; on the second page of the first, the second line is hidden.
struct CaseWithHidden {
    CaseWithHidden()
        : memo(test.addDocument(QStringLiteral("memo.pdf"), {openText, openText + u'\n' + hiddenText}))
        , plain(test.addDocument(QStringLiteral("plain.pdf"), {openText}))
    {
        const qsizetype start = openText.size() + 1;
        const HiddenPassage passage{{start, start + hiddenText.size()}, {0.1, 0.2, 0.5, 0.25}, HiddenReason::UnderBox};
        must(store::HiddenTable(test.file().database()).add(store::PageTable::maximumPages + 1, {passage}));
    }
    void link(const QString &words, int page)
    {
        const TagId tag = TagId::create();
        must(test.file().decide(
            must(session::tagPassage(test.file(), {test.passage(memo, page, words), TagKind::Evidence, {}}, tag))));
        must(test.file().decide(must(session::linkEvidence(
            test.file(), {tag, {QStringLiteral("Larkspur")}, {QStringLiteral("read messages")}, Stance::Supports}))));
    }
    QString exported(bool withHidden)
    {
        session::ExportRequest request;
        request.layout = session::ExportRequest::Layout::Evidence;
        request.withHidden = withHidden;
        QBuffer csv;
        csv.open(QIODevice::WriteOnly);
        must(session::exportCase(test.file(), request, csv));
        return QString::fromUtf8(csv.data());
    }

    TemporaryCase test;
    Sha256 memo;
    Sha256 plain;
};

QStringList pagesFound(const session::CaseFile &file, const QString &query)
{
    QStringList pages;
    for (const SearchHit &hit : must(session::searchCase(file, query, 0, 50)).hits)
        pages += QStringLiteral("%1/%2").arg(hit.number).arg(hit.pageIndex + 1);
    return pages;
}

} // namespace

TEST_CASE("Hidden passages are listed with their words, of one document and of all, and counted")
{
    CaseWithHidden place;
    const std::vector<HiddenLine> lines = must(place.test.file().hiddenText());
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().document == place.memo);
    CHECK(lines.front().pageIndex == 1);
    CHECK(lines.front().text == hiddenText);
    CHECK(lines.front().passage.reason == HiddenReason::UnderBox);
    CHECK(must(place.test.file().hiddenText(place.memo)).size() == 1);
    CHECK(must(place.test.file().hiddenText(place.plain)).empty());
    const auto documents = must(place.test.file().documents());
    CHECK(documents.at(0).hiddenPassages == 1);
    CHECK(documents.at(1).hiddenPassages == 0);
    CHECK(must(place.test.file().pageText(place.memo, 1)).hidden == std::vector{lines.front().passage});
}

TEST_CASE("A search finds the pages with hidden text, and the others")
{
    CaseWithHidden place;
    CHECK(pagesFound(place.test.file(), QStringLiteral("hidden:yes")) == QStringList(QStringLiteral("1/2")));
    CHECK(pagesFound(place.test.file(), QStringLiteral("larkspur hidden:no")) ==
          QStringList({QStringLiteral("1/1"), QStringLiteral("2/1")}));
    CHECK(pagesFound(place.test.file(), QStringLiteral("quillfeather hidden:yes")) ==
          QStringList(QStringLiteral("1/2")));
}

TEST_CASE("An export leaves hidden words out and says so, unless they are asked for")
{
    CaseWithHidden place;
    place.link(openText, 0);
    place.link(QStringLiteral("could delete"), 1);
    const QString without = place.exported(false);
    CHECK(without.contains(openText));
    CHECK_FALSE(without.contains(QStringLiteral("could delete")));
    CHECK(without.contains(QStringLiteral("[left out: whoever made the document hid these words]")));
    CHECK(place.exported(true).contains(QStringLiteral("could delete")));
}

TEST_CASE("A passage that only touches hidden words is left out of an export too")
{
    CaseWithHidden place;
    place.link(QStringLiteral("messages\nQuill"), 1);
    CHECK_FALSE(place.exported(false).contains(QStringLiteral("Quill")));
    place.link(openText, 1);
    CHECK(place.exported(false).contains(openText));
}

TEST_CASE("What was hidden goes with its page")
{
    CaseWithHidden place;
    store::Database &database = place.test.file().database();
    must(store::PageTable(database).replaceAll(1, {{openText, 600, 800, {}, false}}));
    CHECK(must(place.test.file().hiddenText()).empty());
}

TEST_CASE("A page is found by its Bates number, and evidence is exported with it")
{
    CaseWithHidden place;
    store::Database &database = place.test.file().database();
    DocumentTraits traits;
    traits.bates = {QStringLiteral("FB-000041"), QStringLiteral("FB-000042")};
    traits.languages = {QStringLiteral("en"), QString()};
    traits.dates = {{{2016, 3, 5}, 1}};
    must(store::TraitTable(database).add(1, traits));
    CHECK(pagesFound(place.test.file(), QStringLiteral("bates:fb000042")) == QStringList(QStringLiteral("1/2")));
    CHECK(pagesFound(place.test.file(), QStringLiteral("bates:FB-0000")) ==
          QStringList({QStringLiteral("1/1"), QStringLiteral("1/2")}));
    CHECK(pagesFound(place.test.file(), QStringLiteral("bates:FB000099")).isEmpty());
    place.link(openText, 0);
    CHECK(place.exported(false).contains(QStringLiteral("FB-000041")));
    const TraitSummary summary = must(store::TraitTable(database).summary(1));
    CHECK(summary.firstBates == QStringLiteral("FB-000041"));
    CHECK(summary.lastBates == QStringLiteral("FB-000042"));
    CHECK(summary.languages == std::map<QString, int>{{QStringLiteral("en"), 1}});
    CHECK(summary.dates == QStringList(QStringLiteral("2016-03-05")));
    CHECK(must(store::TraitTable(database).summary(2)) == TraitSummary());
}

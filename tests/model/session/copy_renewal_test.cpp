// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/copy_renewal.h"

#include "model/session/copies.h"
#include "model/store/document_table.h"
#include "model/store/query.h"
#include "model/store/transaction.h"
#include "tests/support/catch.h"
#include "tests/support/invented_papers.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

namespace {

struct Fixture {
    TemporaryCase kept;
    CaseFile &file = kept.file();
    PaperMaker maker{8};
    InventedPaper memo = maker.paper(5);
    InventedPaper report = maker.paper(7);

    Sha256 add(const QString &name, const InventedPaper &paper)
    {
        return kept.addDocument(name, {paper.filledParagraphs().join(u'\n')});
    }
    QStringList rows(const char *sql)
    {
        const auto all =
            must(store::queryAll(file.database(), sql, [](const store::Statement &row) { return row.text(0); }));
        return QStringList(all.begin(), all.end());
    }
    QStringList found()
    {
        return rows("SELECT document || ' ' || leader || ' ' || likeness FROM copy_text ORDER BY document") +
               rows("SELECT document || ' ' || origin FROM copy_group ORDER BY document");
    }
    void replaceText(const Sha256 &document, const QString &text)
    {
        const qint64 number = *must(store::DocumentTable(file.database()).numberOf(document));
        auto transaction = must(store::Transaction::begin(file.database()));
        PageText page;
        page.text = text;
        must(store::DocumentTable(file.database()).storeRead(number, {}, {page}, {}, QStringLiteral("2")));
        must(transaction.commit());
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "In however many steps, and whenever it is looked, the same copies are found")
{
    for (int i = 0; i < 4; ++i) {
        add(QStringLiteral("memo%1.pdf").arg(i), memo);
        InventedPaper changed = report;
        changed.paragraphs[static_cast<size_t>(1 + i)] = maker.paragraph();
        add(QStringLiteral("report%1.pdf").arg(i), changed);
        if (i == 1)
            must(findCopies(file, {}));
    }
    // A step that has no time does one document.
    store::CopySearch search;
    int steps = 0;
    for (bool done = false; !done; ++steps) {
        auto transaction = must(store::Transaction::begin(file.database()));
        done = must(search.step(file.database(), 0));
        must(transaction.commit());
    }
    CHECK(steps > 4);
    const QStringList inSteps = found();
    CHECK_FALSE(must(copiesOf(file, must(file.documents())[0].sha256)).size() == 1);
    must(file.database().run("DELETE FROM copy_text; DELETE FROM copy_group"));
    must(findCopies(file, {}));
    CHECK(found() == inSteps);
}

TEST_CASE_METHOD(Fixture, "A text that changes is compared again, and so are those behind it")
{
    const Sha256 early = add(QStringLiteral("early.pdf"), report);
    const Sha256 first = add(QStringLiteral("first.pdf"), memo);
    const Sha256 second = add(QStringLiteral("second.pdf"), memo);
    must(findCopies(file, {}));
    CHECK(must(copiesOf(file, second)).size() == 2);
    // A scan of which nothing could be read before.
    replaceText(early, memo.filledParagraphs().join(u' '));
    CHECK_FALSE(must(store::copiesAreFound(file.database())));
    must(findCopies(file, {}));
    CHECK(must(store::copiesAreFound(file.database())));
    CHECK(must(copiesOf(file, second)).front().document.sha256 == early);
    CHECK(must(copiesOf(file, second)).size() == 3);
    replaceText(first, report.filledParagraphs().join(u' '));
    must(findCopies(file, {}));
    CHECK(must(copiesOf(file, first)).size() == 1);
    CHECK(must(copiesOf(file, second)).size() == 2);
}

TEST_CASE_METHOD(Fixture, "A search that is stopped goes on later")
{
    add(QStringLiteral("a.pdf"), memo);
    const Sha256 last = add(QStringLiteral("b.pdf"), memo);
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = findCopies(file, stop.get_token());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().kind == ErrorKind::Cancelled);
    must(findCopies(file, {}));
    CHECK(must(copiesOf(file, last)).size() == 2);
}

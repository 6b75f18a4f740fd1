// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/random_reporter.h"
#include "tests/support/temporary_case.h"

#include "model/journal/replay.h"
#include "model/session/verify.h"
#include "model/store/decided_tables.h"
#include "model/store/transaction.h"

#include <QRandomGenerator>

using namespace model;

namespace {

const QString page = QStringLiteral("Alder Bank could read private messages of its users.\nNobody had asked them.");

} // namespace

TEST_CASE("What the journal adds up to is what is in the tables, whatever was decided, undone and redone")
{
    const quint32 seed = GENERATE(11u, 12u, 13u);
    CAPTURE(seed);
    TemporaryCase test;
    std::vector<Sha256> documents = {test.addDocument(QStringLiteral("a.pdf"), {page, page}),
                                     test.addDocument(QStringLiteral("b.pdf"), {page, page})};
    test.doWithoutSync();
    RandomReporter reporter(test.file(), documents, seed);
    QRandomGenerator dice(seed);
    for (int i = 0; i < 300; ++i) {
        const int throwOf = dice.bounded(10);
        if (throwOf < 6)
            must(test.file().decide(reporter.next()));
        else if (throwOf < 8 && !must(test.file().undoDescription()).isEmpty())
            must(test.file().undo());
        else if (throwOf < 9 && !must(test.file().redoDescription()).isEmpty())
            must(test.file().redo());
        else if (i % 50 == 0)
            test.addDocument(QStringLiteral("more-%1.pdf").arg(i), {page, page});
    }
    const auto report = must(session::verify(test.file()));
    CHECK(report.problems == QStringList());
    CHECK(report.remarks == QStringList());
}

TEST_CASE("Undoing everything leaves an empty case, and redoing everything brings all of it back")
{
    const quint32 seed = GENERATE(21u, 22u);
    CAPTURE(seed);
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("a.pdf"), {page, page});
    test.doWithoutSync();
    RandomReporter reporter(test.file(), {sha}, seed);
    for (int i = 0; i < 80; ++i)
        must(test.file().decide(reporter.next()));
    const auto evidence = must(test.file().evidence());
    const auto matrix = must(test.file().matrix());
    const auto tags = must(test.file().tagsOfDocument(sha));
    int undone = 0;
    while (test.file().undo())
        ++undone;
    CHECK(undone > 40);
    CHECK(must(test.file().tagsOfDocument(sha)).empty());
    CHECK(must(test.file().matrix()).partners.empty());
    CHECK(must(test.file().holders()) == QStringList{QStringLiteral("Fernbank")}); // it was made with that
    test.reopen();
    test.doWithoutSync();
    int redone = 0;
    while (test.file().redo())
        ++redone;
    CHECK(redone == undone);
    CHECK(must(test.file().evidence()) == evidence);
    CHECK(must(test.file().matrix()) == matrix);
    CHECK(must(test.file().tagsOfDocument(sha)) == tags);
    CHECK(must(session::verify(test.file())).problems == QStringList());
}

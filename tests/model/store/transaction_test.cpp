// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/store/query.h"
#include "model/store/transaction.h"

using namespace model;
using namespace model::store;

TEST_CASE("A transaction that is not committed leaves nothing")
{
    TemporaryCase test;
    Database &database = test.file().database();
    {
        auto transaction = must(Transaction::begin(database));
        must(database.run("DELETE FROM holder"));
        CHECK_FALSE(Transaction::begin(database));
    }
    CHECK(must(test.file().holders()).size() == 1);
    {
        auto transaction = must(Transaction::begin(database));
        must(database.run("DELETE FROM holder"));
        must(transaction.commit());
    }
    CHECK(must(test.file().holders()).isEmpty());
}

TEST_CASE("A snapshot sees one state, whatever another connection writes meanwhile")
{
    TemporaryCase test;
    const auto reader = must(session::CaseFile::open(test.path(), session::Access::ReadOnly, {}));
    {
        const Snapshot snapshot(reader->database());
        const Snapshot inner(reader->database());
        CHECK(must(reader->holders()) == QStringList{QStringLiteral("Fernbank")});
        must(test.file().decide({{journal::SetHolders{{QStringLiteral("Elm")}}}}));
        CHECK(must(reader->holders()) == QStringList{QStringLiteral("Fernbank")});
    }
    CHECK(must(reader->holders()) == QStringList{QStringLiteral("Elm")});
}

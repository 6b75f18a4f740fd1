// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/store/query.h"
#include "model/store/transaction.h"

#include <atomic>
#include <thread>

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

TEST_CASE("A snapshot ends, also when its connection is interrupted at its very end")
{
    TemporaryCase test;
    const auto reader = must(session::CaseFile::open(test.path(), session::Access::ReadOnly, {}));
    std::atomic<bool> isDone = false;
    {
        std::jthread interrupting([&] {
            unsigned noise = 1;
            while (!isDone) {
                reader->database().interrupt();
                // Not without a breath: else nothing would ever come to its end.
                noise = noise * 1'664'525U + 1'013'904'223U;
                for (std::atomic<unsigned> idle = noise % 400; idle > 0; --idle)
                    ;
            }
        });
        for (int i = 0; i < 20'000; ++i) {
            const Snapshot snapshot(reader->database());
            static_cast<void>(reader->holders().has_value()); // interrupted or not
        }
        isDone = true;
    }
    must(test.file().decide({{journal::SetHolders{{QStringLiteral("Elm")}}}}));
    CHECK(must(reader->holders()) == QStringList{QStringLiteral("Elm")});
}

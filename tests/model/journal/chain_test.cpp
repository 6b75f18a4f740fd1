// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/journal/chain.h"
#include "model/store/database.h"

using namespace model;

namespace {

struct Fixture {
    TemporaryCase kept;
    Fixture()
    {
        for (const char *holder : {"Elm", "Fir", "Oak"})
            must(kept.file().decide({{journal::SetHolders{{QString::fromLatin1(holder)}}}}));
    }
    QStringList after(const char *sql)
    {
        must(kept.file().database().run("PRAGMA foreign_keys = OFF"));
        must(kept.file().database().run(sql));
        return must(journal::checkChain(kept.file().database()));
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "A chain that nobody touched holds")
{
    CHECK(after("SELECT 1").isEmpty());
}

TEST_CASE_METHOD(Fixture, "An entry that was changed, taken out or put elsewhere is found")
{
    const char *sql =
        GENERATE("UPDATE journal SET author = 'Eve' WHERE seq = 2", "UPDATE journal SET time_ms = 1 WHERE seq = 2",
                 "UPDATE journal SET kind = 'redo', target = 1 WHERE seq = 2", "DELETE FROM journal_part WHERE seq = 2",
                 "DELETE FROM journal_part WHERE seq = 3; DELETE FROM journal WHERE seq = 3",
                 "UPDATE journal_part SET payload = replace(payload, 'Elm', 'Ash') WHERE seq = 2",
                 "UPDATE journal_part SET payload = '{}' WHERE seq = 2",
                 "UPDATE journal_part SET payload = NULL, salt = NULL WHERE seq = 2",
                 "UPDATE journal_part SET salt = zeroblob(16) WHERE seq = 2",
                 "UPDATE journal SET previous_hash = zeroblob(32) WHERE seq = 2");
    CAPTURE(sql);
    CHECK_FALSE(after(sql).isEmpty());
}

TEST_CASE_METHOD(Fixture, "A part erased without a withdrawal is named")
{
    CHECK(after("UPDATE journal_part SET payload = NULL, salt = NULL WHERE seq = 2") ==
          QStringList{QStringLiteral("Entry 2 of the journal had a part erased without a withdrawal.")});
}

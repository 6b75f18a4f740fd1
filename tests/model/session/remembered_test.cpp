// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/remembered.h"
#include "model/session/verify.h"
#include "model/session/withdraw.h"
#include "tests/support/catch.h"
#include "tests/support/strings.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

TEST_CASE("How the window was left is there when the case is opened again, and is no decision")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("A page.")});
    const Sha256 head = must(test.file().journalHead());
    must(remember(test.file(), QStringLiteral("matrix"), QStringLiteral("by partner")));
    must(remember(test.file(), QStringLiteral("matrix"), QStringLiteral("by evidence")));
    must(rememberOf(test.file(), sha, QStringLiteral("page 3")));
    test.reopen();
    CHECK(must(remembered(test.file(), QStringLiteral("matrix"))) == u"by evidence");
    CHECK(must(rememberedOf(test.file(), sha)) == u"page 3");
    CHECK(must(test.file().journalHead()) == head);
    CHECK(must(verify(test.file())).problems == QStringList());
}

TEST_CASE("What was never remembered, and what was forgotten, is empty")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("A page.")});
    CHECK(must(remembered(test.file(), QStringLiteral("matrix"))).isEmpty());
    CHECK(must(rememberedOf(test.file(), sha)).isEmpty());
    must(remember(test.file(), QStringLiteral("matrix"), QStringLiteral("by partner")));
    must(remember(test.file(), QStringLiteral("matrix"), {}));
    CHECK(must(remembered(test.file(), QStringLiteral("matrix"))).isEmpty());
    must(rememberOf(test.file(), Sha256::of("another"), QStringLiteral("page 1")));
    CHECK(must(rememberedOf(test.file(), Sha256::of("another"))).isEmpty());
}

TEST_CASE("A document that is withdrawn takes along how it was left")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("A page.")});
    must(rememberOf(test.file(), sha, QStringLiteral("page 3")));
    must(withdraw(test.file(), sha, QStringLiteral("privileged")));
    CHECK(must(rememberedOf(test.file(), sha)).isEmpty());
}

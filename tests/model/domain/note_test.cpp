// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/note.h"
#include "tests/support/catch.h"

using namespace model;

TEST_CASE("every kind of note target survives its text")
{
    const Sha256 sha = Sha256::of("x");
    const std::vector<NoteTarget> targets = {WholeCase{},          DocumentPage{sha, -1},
                                             DocumentPage{sha, 7}, TagId::create(),
                                             SubjectId::create(),  FindingKey{SubjectId::create(), SubjectId::create()},
                                             LinkId::create()};
    for (const NoteTarget &target : targets)
        CHECK((noteTargetFromText(toText(target)) == target));
}

TEST_CASE("text that is no target is refused")
{
    for (const QString &text : {QString(), QStringLiteral("case:x"), QStringLiteral("tag:1"),
                                QStringLiteral("page:00:1"), QStringLiteral("finding:a"), QStringLiteral("nothing")})
        CHECK_FALSE(noteTargetFromText(text).has_value());
}

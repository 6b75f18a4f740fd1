// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/store/subject_table.h"

using namespace model;
using namespace model::store;

TEST_CASE("Whoever is merged counts as the end of the chain, and a split takes its own followers along")
{
    TemporaryCase test;
    SubjectTable table(test.file().database());
    std::vector<SubjectId> ids;
    for (const char *name : {"A", "B", "C", "D"}) {
        ids.push_back(SubjectId::create());
        must(table.insert(ids.back(), SubjectKind::Partner, QString::fromLatin1(name)));
    }
    const auto root = [&](size_t which) { return *must(table.rootOf(ids[which])); };
    must(table.setMergedInto(ids[0], ids[1]));
    must(table.setMergedInto(ids[2], ids[3]));
    must(table.setMergedInto(ids[1], ids[2]));
    CHECK(root(0) == ids[3]);
    CHECK(root(1) == ids[3]);
    CHECK(root(2) == ids[3]);
    CHECK(root(3) == ids[3]);
    must(table.setMergedInto(ids[1], std::nullopt));
    CHECK(root(0) == ids[1]);
    CHECK(root(1) == ids[1]);
    CHECK(root(2) == ids[3]);
    CHECK(must(table.isNeeded(ids[1])));
    must(table.setMergedInto(ids[0], std::nullopt));
    CHECK_FALSE(must(table.isNeeded(ids[1])));
}

TEST_CASE("Names are found whatever their case, and aliases are listed sorted")
{
    TemporaryCase test;
    SubjectTable table(test.file().database());
    const SubjectId id = SubjectId::create();
    must(table.insert(id, SubjectKind::Partner, QStringLiteral("Élan Bank")));
    must(table.insertAlias(id, QStringLiteral("zeta")));
    must(table.insertAlias(id, QStringLiteral("Alpha")));
    CHECK(must(table.named(SubjectKind::Partner, nameKey(QStringLiteral("ÉLAN  bank")))) == id);
    CHECK_FALSE(must(table.named(SubjectKind::Permission, nameKey(QStringLiteral("Élan Bank")))));
    CHECK(must(table.find(id))->aliases == QStringList{QStringLiteral("Alpha"), QStringLiteral("zeta")});
    CHECK(must(table.all(SubjectKind::Partner)).front().aliases.size() == 2);
    CHECK(must(table.alias(id, nameKey(QStringLiteral("ALPHA")))) == QStringLiteral("Alpha"));
}

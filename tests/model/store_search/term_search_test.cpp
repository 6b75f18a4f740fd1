// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/term_search.h"
#include "tests/model/store_search/searchable_case.h"
#include "tests/support/catch.h"

using namespace model;
using namespace model::store;

TEST_CASE("words near one are sorted by edits, then by how many pages have them")
{
    SearchableCase file;
    file.addDocument(QStringLiteral("a.pdf"),
                     {QStringLiteral("bank banks tank"), QStringLiteral("banks"), QStringLiteral("bonks")});
    const auto near = termsNear(file.database(), "bank", 2);
    REQUIRE(near);
    QStringList found;
    for (const NearTerm &term : near->terms)
        found += QStringLiteral("%1:%2:%3").arg(QString::fromUtf8(term.term)).arg(term.edits).arg(term.pages);
    CHECK(found == QStringList{QStringLiteral("bank:0:1"), QStringLiteral("banks:1:2"), QStringLiteral("tank:1:1"),
                               QStringLiteral("bonks:2:1")});
    CHECK_FALSE(near->isCut);
}

TEST_CASE("more words than can be searched are cut, the nearest and most frequent kept, and the search says so")
{
    SearchableCase file;
    QStringList words;
    for (char16_t a = u'a'; a <= u'z'; ++a)
        for (char16_t b = u'a'; b <= u'z'; ++b)
            words += QStringLiteral("ban") + QChar(a) + QChar(b);
    file.addDocument(QStringLiteral("a.pdf"), {words.join(u' '), QStringLiteral("banzz banzq")});
    const auto near = termsNear(file.database(), "banzz", 2);
    REQUIRE(near);
    CHECK(near->terms.size() == 64);
    CHECK(near->isCut);
    CHECK(near->terms[0].term == "banzz");
    CHECK(near->terms[1].term == "banzq");
    CHECK(file.search(QStringLiteral("banzz~2")).remarks.size() == 1);
    CHECK(file.search(QStringLiteral("banzz~")).remarks.isEmpty());
}

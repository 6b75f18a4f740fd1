// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/visit_words.h"

#include "tests/support/catch.h"

using model::session::VisitNews;

TEST_CASE("what is new since the last visit is told in whole sentences")
{
    VisitNews news{1523527200000, 1, 12, {{QStringLiteral("Ben"), 4}, {QStringLiteral("Cem"), 1}}, {}};
    const QString sentence = ui::documents::sentenceOf(news);
    CHECK(sentence.startsWith(QStringLiteral("Since you closed this case on ")));
    CHECK(sentence.contains(QStringLiteral("2018")));
    CHECK(sentence.endsWith(QStringLiteral(": 1 document was taken in. 12 more suggestions wait for you. "
                                           "Ben made 4 decisions. Cem made 1 decision.")));
}

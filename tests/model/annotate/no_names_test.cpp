// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/no_names.h"

#include "model/annotate/annotator.h"
#include "model/annotate/weights.h"
#include "tests/support/catch.h"

using namespace model;
using namespace model::annotate;

namespace {

/// The names in a text that are taken for none, sorted.
QStringList noNamesIn(const QString &text, const KnownNames &known = {})
{
    const CommonWords &common = Annotator::shipped()->weights().common;
    const Analysis analysis(text, {}, common, known);
    const auto names = noNames(analysis, findEntities(analysis), common);
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted;
}

} // namespace

TEST_CASE("days, months and departments are no partners, companies that carry such words are")
{
    CHECK(noNamesIn(QStringLiteral("We met on Mon 3 and wrote to Sept Capital and to Corvane.")) ==
          QStringList{QStringLiteral("Mon")});
    CHECK(noNamesIn(QStringLiteral("It was asked for by Data Science and by Legal, then by Marketing Week and by "
                                   "Human Resources Ltd.")) ==
          QStringList{QStringLiteral("Data Science"), QStringLiteral("Legal")});
}

TEST_CASE("a common word is no partner where the text has it in lower case at least as often")
{
    CHECK(noNamesIn(QStringLiteral("They press Agree. Most people agree. Data went to Target. The target was met, but "
                                   "Target kept a copy.")) == QStringList{QStringLiteral("Agree")});
    CHECK(noNamesIn(QStringLiteral("It went to Device Partners. All device partners and other partners were told.")) ==
          QStringList{QStringLiteral("Device Partners")});
    // No common word: an address.
    CHECK(noNamesIn(QStringLiteral("It went to Corvane, see corvane and corvane.")).isEmpty());
}

TEST_CASE("a name that the text says in full elsewhere, or that the reporter knows, is one whatever its words are")
{
    CHECK(noNamesIn(QStringLiteral("Target Stores Inc. read them. It went to Target. The target, our target, was met."))
              .isEmpty());
    const QString text = QStringLiteral("They press Agree. Most people agree.");
    CHECK(noNamesIn(text, {{QStringLiteral("agree")}, {}}).isEmpty());
}

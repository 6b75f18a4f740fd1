// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/annotator.h"

#include "model/annotate/weights.h"
#include "tests/model/annotate/random_text.h"
#include "tests/support/catch.h"

#include <QRegularExpression>

using namespace model;
using namespace model::annotate;

namespace {

bool isShare(float score)
{
    return score >= 0 && score <= 1; // false for what is no number
}

/// What holds of a proposal for any text; the first thing that does not.
const char *faultOf(const Proposal &proposal, QStringView text)
{
    qsizetype start = 0;
    for (const ProposedSpan &span : proposal.spans) {
        if (span.range.start < start || span.range.isEmpty() || span.range.end > text.size())
            return "a range lies outside the text or out of order";
        if (!isShare(span.score))
            return "a span's score is no share";
        start = span.range.start;
    }
    const auto isSpan = [&](int index, TagKind kind) {
        return index >= 0 && size_t(index) < proposal.spans.size() && proposal.spans[size_t(index)].kind == kind;
    };
    for (const ProposedFinding &finding : proposal.findings) {
        if (!isSpan(finding.evidence, TagKind::Evidence))
            return "a finding's evidence is none";
        if (finding.partnerSpan != -1 && !isSpan(finding.partnerSpan, TagKind::Partner))
            return "a finding's partner passage is none";
        if (finding.permissionSpan != -1 && !isSpan(finding.permissionSpan, TagKind::Permission))
            return "a finding's permission passage is none";
        if (finding.partner.isEmpty() || !isShare(finding.score) || !finding.period.isOrdered())
            return "a finding has no partner, no score, or ends before it begins";
    }
    return "";
}

const QStringList holders = {QStringLiteral("Kestrel Circle, Inc.")};

} // namespace

TEST_CASE("a plain sentence gives its partners, its permission and the findings between them")
{
    const QString text =
        QStringLiteral("Between 2013 and 2015 Kestrel Circle allowed Corvane Media and Dellmark to read "
                       "and delete the private messages of its users.");
    const Proposal proposal = Annotator::shipped()->annotate(text, holders);
    CHECK(faultOf(proposal, text) == std::string());
    QStringList found;
    for (const ProposedFinding &finding : proposal.findings) {
        found << finding.partner + QStringLiteral(": ") + permissionName(finding.permission);
        CHECK(finding.stance == Stance::Supports);
        CHECK(finding.period == Period{PartialDate{2013, 0, 0}, PartialDate{2015, 0, 0}});
    }
    found.sort();
    CHECK(found == QStringList{QStringLiteral("Corvane Media: delete · messages"),
                               QStringLiteral("Corvane Media: read · messages"),
                               QStringLiteral("Dellmark: delete · messages"),
                               QStringLiteral("Dellmark: read · messages")});
}

TEST_CASE("the holder and a name that the reporter blocked are never partners, a known one always is")
{
    const QString text =
        QStringLiteral("Corvane could read the private messages of users. Kestrel Circle could read them too. "
                       "A leaflet of Dellmark lay on the table.");
    const auto partners = [&](const KnownNames &known) {
        QStringList names;
        for (const ProposedSpan &span : Annotator::shipped()->annotate(text, holders, known).spans) {
            if (span.kind == TagKind::Partner)
                names << text.mid(span.range.start, span.range.length());
        }
        return names;
    };
    CHECK(partners({}) == QStringList{QStringLiteral("Corvane")});
    KnownNames known;
    known.blocked << nameKeyOf(u"Corvane");
    known.partners << nameKeyOf(u"Dellmark");
    CHECK(partners(known) == QStringList{QStringLiteral("Dellmark")});
}

TEST_CASE("a partner and a sentence over a page break are read whole, without the page's number between")
{
    const QString text =
        QStringLiteral("The engineers asked on 3 May, and from then on Kestrel Circle allowed Harrow &\n12\f"
                       "Finch Motors to read the private messages of its users.\n13");
    const Proposal proposal = Annotator::shipped()->annotate(text, holders);
    CHECK(faultOf(proposal, text) == std::string());
    REQUIRE_FALSE(proposal.findings.empty());
    for (const ProposedFinding &finding : proposal.findings)
        CHECK(finding.partner == QStringLiteral("Harrow & Finch Motors"));
}

TEST_CASE("neither a tag nor a finding is proposed for what is no name of a partner")
{
    const QString text = QStringLiteral("Kestrel Circle gave Data Science access to the private messages of users.\n\n"
                                        "Kestrel Circle gave Corvane Media access to the private messages of users.");
    const Proposal proposal = Annotator::shipped()->annotate(text, holders);
    REQUIRE(proposal.findings.size() >= 1);
    for (const ProposedFinding &finding : proposal.findings)
        CHECK(finding.partner == QStringLiteral("Corvane Media"));
    for (const ProposedSpan &span : proposal.spans)
        CHECK(span.name != QStringLiteral("Data Science"));
}

TEST_CASE("a proposal for any text lies inside it, and is the same each time")
{
    const unsigned seed = GENERATE(range(0U, 150U));
    CAPTURE(seed);
    const QString text = randomText(seed, 60 + int(seed) * 10);
    const Proposal proposal = Annotator::shipped()->annotate(text, holders);
    CHECK(faultOf(proposal, text) == std::string());
    CHECK((Annotator::shipped()->annotate(text, holders) == proposal));
    for (size_t s = 0; s < proposal.spans.size() && s < 3; ++s)
        CHECK(Annotator::shipped()->reasons(text, holders, {}, proposal.spans[s]).size() <= 3);
}

TEST_CASE("the text's own memory decides nothing")
{
    const QString text = randomText(7, 2000);
    const QString around = QStringLiteral("before") + text + QStringLiteral("after");
    CHECK((Annotator::shipped()->annotate(QStringView(around).sliced(6, text.size()), holders) ==
           Annotator::shipped()->annotate(text, holders)));
}

TEST_CASE("texts that are nothing but one thing do no harm")
{
    struct Case {
        const char *name;
        QString text;
    };
    const qsizetype million = 1'000'000;
    const auto given = GENERATE_COPY(
        Case{"empty", {}}, Case{"page ends", QStringLiteral("\f\f\f")}, Case{"white space", QString(million, u' ')},
        Case{"a word of 2 MB", QString(2 * million, u'A')}, Case{"opening brackets", QString(10'000, u'(')},
        Case{"closing brackets", QString(million, u')')}, Case{"full stops", QString(million, u'.')},
        Case{"bars", QString(million, u'|')}, Case{"line ends", QString(million, u'\n')},
        Case{"surrogates", QString(million, QChar(0xdc00))}, Case{"apostrophes", QString(million, u'\'')},
        Case{"one row", QStringLiteral("Corvane | read messages\t2015 ").repeated(10'000)},
        Case{"one list", QStringLiteral("Corvane, Dellmark and Quelle, ").repeated(10'000)},
        Case{"names alike at the front",
             [] {
                 QString text;
                 for (int i = 0; i < 10'000; ++i)
                     text += QStringLiteral("to Mr. V%1x, ")
                                 .arg(QString::number(i, 26).replace(QRegularExpression(QStringLiteral("[0-9]")),
                                                                     QStringLiteral("y")));
                 return text;
             }()},
        Case{"one abbreviation for all",
             [] {
                 QString text;
                 for (int i = 0; i < 10'000; ++i)
                     text += QStringLiteral("of F%1 B%1 (FB), ").arg(QString(i % 100, u'a') + QString(i / 100, u'e'));
                 return text;
             }()},
        Case{"stand-ins without end",
             QStringLiteral("Corvane could read messages.\n") +
                 QStringLiteral("After it had paid it could read messages. ").repeated(8'000)});
    CAPTURE(given.name);
    const Proposal proposal = Annotator::shipped()->annotate(given.text, holders);
    CHECK(faultOf(proposal, given.text) == std::string());
}

TEST_CASE("the version is that of the rules and of the weights")
{
    const auto annotator = Annotator::shipped();
    const QString ofWeights = annotator->weights().version;
    CHECK_FALSE(ofWeights.isEmpty());
    CHECK(annotator->version() == Annotator::versionWith(ofWeights));
    CHECK(annotator->version().endsWith(u'.' + ofWeights));
    CHECK(annotator->version() != Annotator::versionWith(ofWeights + u'x'));
}

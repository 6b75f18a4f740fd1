// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/suggestion_queue.h"

#include "model/intake/suggesting.h"
#include "model/session/suggestion_gestures.h"
#include "model/session/suggestions.h"
#include "model/store/query.h"
#include "tests/support/catch.h"
#include "tests/support/scripted_proposer.h"
#include "tests/support/temporary_case.h"

#include <QSet>

#include <cmath>
#include <random>

using namespace model;
using namespace model::session;

namespace {

const QStringList partners = {QStringLiteral("Alder Bank"), QStringLiteral("Birch Media"), QStringLiteral("Cedar Inc."),
                              QStringLiteral("Élan"), QStringLiteral("亚洲")};
const QStringList permissions = {QStringLiteral("read · messages"), QStringLiteral("write · posts")};

/// Three documents of two pages with suggestions of all kinds and scores, several to a score.
struct Fixture {
    TemporaryCase kept;
    std::vector<Sha256> documents;

    Fixture()
    {
        std::mt19937 random(7);
        for (const char *name : {"a.pdf", "b.pdf", "c.pdf"}) {
            const QString text = QString::fromLatin1(name) + QString(400, u'x');
            documents.push_back(kept.addDocument(QString::fromLatin1(name), {text, text + u'y'}));
            Suggestions made;
            for (int i = 0; i < 60; ++i)
                add(made, documents.back(), static_cast<int>(random() % 2), static_cast<qsizetype>(random() % 300),
                    static_cast<int>(random() % 11) / 10.0, random);
            must(storeSuggestions(file(), documents.back(), made, must(suggestingFor(file(), scriptedProposer()))));
        }
    }
    static void add(Suggestions &made, const Sha256 &document, int page, qsizetype start, double score,
                    std::mt19937 &random)
    {
        const QString partner = partners[static_cast<qsizetype>(random() % static_cast<unsigned>(partners.size()))];
        const Passage passage{document, page, start, page, start + 5, QStringLiteral("words"), {}, {}};
        const auto kind = static_cast<TagKind>(random() % 3);
        const QString name = kind == TagKind::Partner      ? partner
                             : kind == TagKind::Permission ? permissions[0]
                                                           : QString();
        const auto id = SuggestionId::ofTag(passage, kind, name);
        made.tags.push_back({id, kind, passage, name, score});
        if (kind == TagKind::Evidence) {
            const QString permission = permissions[static_cast<qsizetype>(random() % 2)];
            made.links.push_back({SuggestionId::ofLink(passage, partner, permission, Stance::Supports), id, passage,
                                  partner, permission});
            made.links.back().score = score;
        }
    }
    CaseFile &file() { return kept.file(); }
    /// The whole queue, `step` at a time.
    std::vector<QueuedSuggestion> queue(const QueueRequest &request, int step)
    {
        std::vector<QueuedSuggestion> all;
        QueuePart part;
        do {
            part = must(suggestionQueue(file(), request, part.end, step));
            all.insert(all.end(), part.items.begin(), part.items.end());
        } while (!part.isLast);
        return all;
    }
};

bool isLink(const QueuedSuggestion &one)
{
    return std::holds_alternative<LinkSuggestion>(one);
}

QString partnerOf(const QueuedSuggestion &one)
{
    return isLink(one) ? std::get<LinkSuggestion>(one).partner : std::get<TagSuggestion>(one).name;
}

constexpr std::array allOrders = {QueueOrder::ByPage, QueueOrder::ByCertainty, QueueOrder::MostInstructive,
                                  QueueOrder::ByPartner, QueueOrder::ByCell};

} // namespace

TEST_CASE_METHOD(Fixture, "Whatever the order and however small the parts, each suggestion comes exactly once")
{
    const Suggestions open = must(allSuggestions(file()));
    const size_t total = open.tags.size() + open.links.size();
    REQUIRE(total > 150);
    for (const QueueOrder order : allOrders) {
        for (const auto &first : {std::optional<Sha256>(), std::optional(documents[1])}) {
            const QueueRequest request{order, {}, first};
            const auto whole = queue(request, 10'000);
            QSet<SuggestionId> ids;
            for (const QueuedSuggestion &one : whole)
                ids.insert(idOf(one));
            INFO("order " << static_cast<int>(order));
            CHECK(whole.size() == total);
            CHECK(static_cast<size_t>(ids.size()) == total);
            for (const int step : {1, 7, 64})
                CHECK(queue(request, step) == whole);
        }
    }
}

TEST_CASE_METHOD(Fixture, "By page, a page's findings come before its passages, and the document asked for comes first")
{
    const auto all = queue({QueueOrder::ByPage, {}, documents[1]}, 50);
    const auto placeOf = [&](const QueuedSuggestion &one) {
        const Passage &passage = passageOf(one);
        const auto at = std::find(documents.begin(), documents.end(), passage.document) - documents.begin();
        return std::tuple((at + 2) % 3, passage.firstPage, !isLink(one), passage.start);
    };
    CHECK(passageOf(all.front()).document == documents[1]);
    CHECK(
        std::is_sorted(all.begin(), all.end(), [&](const auto &a, const auto &b) { return placeOf(a) < placeOf(b); }));
}

TEST_CASE_METHOD(Fixture, "By score the surest come first, or those closest to one half")
{
    const auto sure = queue({QueueOrder::ByCertainty, {}, {}}, 20);
    CHECK(
        std::is_sorted(sure.begin(), sure.end(), [](const auto &a, const auto &b) { return scoreOf(a) > scoreOf(b); }));
    CHECK(scoreOf(sure.front()) == 1.0);
    const auto open = queue({QueueOrder::MostInstructive, {}, {}}, 20);
    const auto doubt = [](const QueuedSuggestion &one) { return std::abs(scoreOf(one) - 0.5); };
    CHECK(std::is_sorted(open.begin(), open.end(),
                         [&](const auto &a, const auto &b) { return doubt(a) < doubt(b) - 1e-9; }));
    CHECK(doubt(open.front()) < 1e-9);
}

TEST_CASE_METHOD(Fixture, "By partner and by cell, what belongs together is together and other passages come last")
{
    const auto runsOf = [](const std::vector<QueuedSuggestion> &all, auto name) {
        QStringList runs;
        for (const QueuedSuggestion &one : all) {
            if (const QString key = name(one); runs.isEmpty() || runs.back() != key)
                runs << key;
        }
        return runs;
    };
    const auto byPartner = queue({QueueOrder::ByPartner, {}, {}}, 20);
    const QStringList names = runsOf(byPartner, [](const QueuedSuggestion &one) {
        const auto *tag = std::get_if<TagSuggestion>(&one);
        return tag && tag->kind != TagKind::Partner ? QString() : partnerOf(one);
    });
    CHECK(names.size() == partners.size() + 1);
    CHECK(names.back().isEmpty());
    const auto byCell = queue({QueueOrder::ByCell, {}, {}}, 20);
    const QStringList cells = runsOf(byCell, [](const QueuedSuggestion &one) {
        return isLink(one) ? partnerOf(one) + u'|' + std::get<LinkSuggestion>(one).permission : QString();
    });
    CHECK(cells.size() == QSet<QString>(cells.begin(), cells.end()).size());
    CHECK(cells.back().isEmpty());
}

TEST_CASE_METHOD(Fixture, "The filters let through the kind, the score, the partner and the document asked for")
{
    QueueFilter filter;
    filter.kind = QueueKind::Findings;
    filter.leastScore = 0.7;
    filter.partner = QStringLiteral("alder");
    filter.document = documents[2];
    for (const QueueOrder order : allOrders) {
        const auto all = queue({order, filter, {}}, 3);
        size_t expected = 0;
        for (const LinkSuggestion &link : must(suggestionsOfDocument(file(), documents[2])).links)
            expected += link.score >= 0.7 && link.partner == partners[0] ? 1 : 0;
        REQUIRE(expected > 0);
        CHECK(all.size() == expected);
        for (const QueuedSuggestion &one : all)
            CHECK((isLink(one) && scoreOf(one) >= 0.7 && partnerOf(one) == partners[0]));
    }
    const QueueCounts counts = must(queueCounts(file(), filter, documents[2]));
    CHECK(counts.inDocument == static_cast<qint64>(queue({QueueOrder::ByPage, filter, {}}, 99).size()));
    filter.document.reset();
    CHECK(counts.inCase == static_cast<qint64>(queue({QueueOrder::ByPage, filter, {}}, 99).size()));
    CHECK(counts.open == static_cast<qint64>(queue({QueueOrder::ByPage, {}, {}}, 99).size()));
    CHECK(counts.hasDocuments);
    filter = {};
    filter.kind = QueueKind::Permissions;
    for (const QueuedSuggestion &one : queue({QueueOrder::ByPage, filter, {}}, 99))
        CHECK(std::get<TagSuggestion>(one).kind == TagKind::Permission);
    filter.kind = QueueKind::All;
    filter.partner = QStringLiteral("亚");
    CHECK_FALSE(queue({QueueOrder::ByPartner, filter, {}}, 99).empty());
}

TEST_CASE_METHOD(Fixture, "What says the same is found all over the case, and deciding it is one step of undo")
{
    QueueFilter findings;
    findings.kind = QueueKind::Findings;
    const auto link = std::get<LinkSuggestion>(queue({QueueOrder::ByCell, findings, {}}, 99).front());
    const SameSuggestions same = must(sameSuggestions(file(), link.id, 1000));
    REQUIRE(same.count > 2);
    CHECK(static_cast<qint64>(same.some.size()) == same.count);
    std::vector<SuggestionId> ids;
    for (const QueuedSuggestion &one : same.some) {
        CHECK(partnerOf(one) == link.partner);
        CHECK(std::get<LinkSuggestion>(one).permission == link.permission);
        CHECK(std::get<LinkSuggestion>(one).stance == link.stance); // a denial does not say what a report says
        ids.push_back(idOf(one));
    }
    CHECK(must(sameSuggestions(file(), link.id, 2)).some.size() == 2);
    const qint64 before = must(suggestionCount(file()));
    must(file().decide(must(rejectSuggestions(file(), ids))));
    CHECK(must(suggestionCount(file())) <= before - same.count);
    CHECK(must(sameSuggestions(file(), link.id, 1000)).count == 0);
    must(file().undo());
    CHECK(must(suggestionCount(file())) == before);
}

TEST_CASE_METHOD(Fixture, "Every part is found through an index, without sorting all that is open")
{
    // The plan of what follows on a first part; that it is not the whole table is what keeps large cases quick.
    for (const char *sql :
         {"SELECT l.id FROM suggestion_link AS l WHERE TRUE AND l.is_open = 1 AND (l.score, l.id) < (0.4, 7)"
          " ORDER BY l.score DESC, l.id DESC LIMIT 9",
          "SELECT t.id FROM suggestion_tag AS t WHERE t.score >= 0.5 AND t.is_open = 1 AND (t.score, t.id) > (0.6, 7)"
          " ORDER BY t.score, t.id LIMIT 9",
          "SELECT l.id FROM suggestion_link AS l WHERE TRUE AND l.is_open = 1"
          " AND (l.partner, l.permission, -l.score, l.id) > ('A', 'b', -0.4, 7)"
          " ORDER BY l.partner, l.permission, -l.score, l.id LIMIT 9"}) {
        const auto plan = must(store::queryAll(file().database(), QByteArray("EXPLAIN QUERY PLAN ") + sql,
                                               [](const store::Statement &row) { return row.text(3); }));
        INFO(sql);
        REQUIRE_FALSE(plan.empty());
        INFO(plan.front().toStdString());
        CHECK(plan.front().contains(QStringLiteral("USING INDEX suggestion_")) !=
              plan.front().contains(QStringLiteral("COVERING INDEX suggestion_")));
    }
}

TEST_CASE("in a case without documents nothing is counted")
{
    TemporaryCase kept;
    CHECK(must(queueCounts(kept.file(), {}, std::nullopt)) == QueueCounts());
}

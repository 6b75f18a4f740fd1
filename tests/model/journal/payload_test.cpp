// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/random_reporter.h"
#include "tests/support/temporary_case.h"

#include "model/journal/journal.h"
#include "model/journal/payload.h"
#include "model/store/journal_table.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <set>

using namespace model;
using namespace model::journal;

namespace {

const QString twoPages = QStringLiteral("Alder Bank could read private messages of its users.\nNobody had asked them.");

QJsonObject parsed(const QString &payload)
{
    return QJsonDocument::fromJson(payload.toUtf8()).object();
}

QString written(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

TEST_CASE("A change is written as compact JSON with sorted keys")
{
    const auto id = *SubjectId::fromString(QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e"));
    const AppliedChange part{AddSubject{id, SubjectKind::Partner, QStringLiteral("Élan \"Bank\"")}, RemoveSubject{id}};
    CHECK(payloadOf(part) ==
          QStringLiteral("{\"do\":{\"change\":\"add subject\",\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\","
                         "\"kind\":\"partner\",\"name\":\"Élan \\\"Bank\\\"\"},"
                         "\"undo\":{\"change\":\"remove subject\",\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"}}"));
}

TEST_CASE("Every kind of change comes back from JSON as it was")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("a.pdf"), {twoPages, twoPages});
    test.doWithoutSync();
    RandomReporter reporter(test.file(), {sha}, 7);
    std::set<size_t> kinds;
    for (int i = 0; i < 5000 && kinds.size() < std::variant_size_v<Change>; ++i) {
        must(test.file().decide(reporter.next()));
        const qint64 seq = (*must(store::JournalTable(test.file().database()).head())).seq;
        for (const AppliedChange &part : must(changesOf(test.file().database(), seq))) {
            kinds.insert(part.change.index());
            const QString payload = payloadOf(part);
            CHECK(must(appliedChangeFromPayload(payload)) == part);
            CHECK(payloadOf(must(appliedChangeFromPayload(payload))) == payload);
        }
    }
    CHECK(kinds.size() == std::variant_size_v<Change>);
}

TEST_CASE("A payload of the wrong shape is damaged, whatever is wrong with it")
{
    const Sha256 sha = Sha256::of("x");
    const Passage passage{sha, 0, 1, 0, 5, QStringLiteral("word"), QStringLiteral("a"), QStringLiteral("b")};
    const TagId id = TagId::create();
    const QString payload =
        payloadOf(AppliedChange{AddTag{{id, TagKind::Evidence, passage, std::nullopt}}, RemoveTag{id}});
    REQUIRE(appliedChangeFromPayload(payload));

    const auto isDamaged = [](const QString &text) {
        const auto read = appliedChangeFromPayload(text);
        return !read && read.error().kind == ErrorKind::Damaged;
    };
    for (const char *text :
         {"", "[]", "null", "{}", "{\"do\":{}}", "{\"do\":1,\"undo\":2}", "{\"do\":{\"change\":\"eat\"}}"})
        CHECK(isDamaged(QString::fromLatin1(text)));
    // Each key in turn gone, of another type, or joined by one that does not belong.
    for (const QString &side : {QStringLiteral("do"), QStringLiteral("undo")}) {
        const QJsonObject whole = parsed(payload);
        for (const QString &key : whole.value(side).toObject().keys()) {
            for (const QJsonValue &other :
                 {QJsonValue(QJsonValue::Undefined), QJsonValue(1.5), QJsonValue(QJsonValue::Null)}) {
                QJsonObject changed = whole;
                QJsonObject inner = whole.value(side).toObject();
                inner.insert(key, other);
                changed.insert(side, inner);
                CHECK(isDamaged(written(changed)));
            }
        }
        QJsonObject more = whole.value(side).toObject();
        more.insert(QStringLiteral("extra"), 1);
        QJsonObject changed = whole;
        changed.insert(side, more);
        CHECK(isDamaged(written(changed)));
    }
    for (qsizetype length = 0; length < payload.size(); ++length)
        CHECK(isDamaged(payload.left(length)));
    CHECK(isDamaged(QString(payload).replace(QStringLiteral("\"start\":1"), QStringLiteral("\"start\":-1"))));
    CHECK(isDamaged(QString(payload).replace(QStringLiteral("\"start\":1"), QStringLiteral("\"start\":1e30"))));
}

TEST_CASE("A receipt and a withdrawal come back as they were")
{
    const ReceivedFile file{Sha256::of("x"), QStringLiteral("bundle.zip/a/b.pdf"), qint64(1) << 40};
    CHECK(must(receivedFileFromPayload(payloadOf(file))) == file);
    const Withdrawal withdrawal{
        {Sha256::of("x"), Sha256::of("y")}, std::nullopt, QStringLiteral("privileged"), {{3, 0}, {9, 2}}};
    CHECK(must(withdrawalFromPayload(payloadOf(withdrawal))) == withdrawal);
    const Withdrawal ofNote{{}, NoteId::create(), QStringLiteral("a source"), {}};
    CHECK(must(withdrawalFromPayload(payloadOf(ofNote))) == ofNote);
    CHECK_FALSE(withdrawalFromPayload(payloadOf(Withdrawal{{}, std::nullopt, QStringLiteral("nothing"), {}})));
    CHECK_FALSE(receivedFileFromPayload(payloadOf(withdrawal)));
}

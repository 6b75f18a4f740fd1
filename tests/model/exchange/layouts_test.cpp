// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/layouts.h"

#include "model/exchange/csv_writer.h"
#include "tests/support/catch.h"
#include "tests/support/strict_csv.h"

#include <QBuffer>

using namespace model;

namespace {

Subject subject(SubjectKind kind, const QString &name)
{
    return {SubjectId::create(), kind, name, {}, std::nullopt};
}

Matrix exampleMatrix()
{
    Matrix matrix;
    matrix.partners = {subject(SubjectKind::Partner, QStringLiteral("Filmhaus")),
                       subject(SubjectKind::Partner, QStringLiteral("Klangwerk, Inc."))};
    matrix.permissions = {subject(SubjectKind::Permission, QStringLiteral("read · friends")),
                          subject(SubjectKind::Permission, QStringLiteral("read · private messages"))};
    MatrixCell first;
    first.partner = 0;
    first.permission = 1;
    first.conclusion = {
        Verdict::Confirmed,
        {PartialDate::fromString(QStringLiteral("2013-03")), PartialDate::fromString(QStringLiteral("2016"))}};
    first.passages = {3, 1, 0, 0, 0};
    first.documents = 2;
    MatrixCell second;
    second.partner = 1;
    second.permission = 0;
    second.passages = {0, 0, 0, 0, 1};
    second.documents = 1;
    matrix.cells = {first, second};
    return matrix;
}

EvidenceLine exampleLine(const Matrix &matrix, int cell, Stance stance)
{
    const auto &at = matrix.cells[static_cast<size_t>(cell)];
    const FindingKey key{matrix.partners[static_cast<size_t>(at.partner)].id,
                         matrix.permissions[static_cast<size_t>(at.permission)].id};
    const QString text = QStringLiteral("could read,\nwrite");
    const Passage passage = *makePassage(Sha256::of("document"), 3, text, 0, 3, text, text.size());
    const Tag tag{TagId::create(), TagKind::Evidence, passage, std::nullopt};
    return {{LinkId::create(), tag.id, key, stance},
            tag,
            key,
            QStringLiteral("Filmhaus"),
            QStringLiteral("read · private messages"),
            at.conclusion,
            7,
            QStringLiteral("Agreement"),
            QStringLiteral("a.pdf"),
            QStringLiteral("iv"),
            QStringLiteral("ana"),
            1'700'000'000'000};
}

template <class Write> std::vector<QStringList> linesOf(Write write)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    exchange::CsvWriter csv(buffer);
    write(csv);
    return parseStrictCsv(buffer.data()).value();
}

} // namespace

TEST_CASE("the wide layout has a line a partner and a column a permission, and says each cell in a few words")
{
    const auto lines = linesOf([](exchange::CsvWriter &csv) { exchange::writeWide(csv, exampleMatrix()); });
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == QStringList({QStringLiteral("partner"), QStringLiteral("read · friends"),
                                   QStringLiteral("read · private messages")}));
    CHECK(lines[1] == QStringList({QStringLiteral("Filmhaus"), QString(),
                                   QStringLiteral("confirmed; 3 supports, 1 denies; 2 documents; 2013-03–2016")}));
    CHECK(lines[2] ==
          QStringList({QStringLiteral("Klangwerk, Inc."), QStringLiteral("open; 1 context; 1 document"), QString()}));
}

TEST_CASE("the long layout has a line a finding with action and data apart")
{
    const auto lines = linesOf([](exchange::CsvWriter &csv) { exchange::writeLong(csv, exampleMatrix()); });
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].join(QLatin1Char(',')) ==
          QStringLiteral("partner,permission,action,data,verdict,period_from,period_to,supports,denies,ended,planned,"
                         "context,documents"));
    CHECK(lines[1].join(QLatin1Char(',')) ==
          QStringLiteral("Filmhaus,read · private messages,read,private messages,confirmed,2013-03,2016,3,1,0,0,0,2"));
}

TEST_CASE("the evidence layout has a line a passage, with page from 1, hash, reviewer and time in UTC")
{
    const Matrix matrix = exampleMatrix();
    const std::vector<EvidenceLine> evidence = {exampleLine(matrix, 0, Stance::Supports)};
    const auto lines = linesOf([&evidence](exchange::CsvWriter &csv) { exchange::writeEvidence(csv, evidence); });
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].join(QLatin1Char(',')) ==
          QStringLiteral(
              "partner,permission,stance,verdict,period_from,period_to,quote,title,file,page,page_label,sha256,"
              "reviewer,decided_at,bates"));
    CHECK(lines[1] == QStringList({QStringLiteral("Filmhaus"), QStringLiteral("read · private messages"),
                                   QStringLiteral("supports"), QStringLiteral("confirmed"), QStringLiteral("2013-03"),
                                   QStringLiteral("2016"), QStringLiteral("could read,\nwrite"),
                                   QStringLiteral("Agreement"), QStringLiteral("a.pdf"), QStringLiteral("4"),
                                   QStringLiteral("iv"), Sha256::of("document").toHex(), QStringLiteral("ana"),
                                   QStringLiteral("2023-11-14T22:13:20Z"), QString()}));
}

TEST_CASE("a filter on the matrix narrows the evidence to its findings and to its stances")
{
    const Matrix matrix = exampleMatrix();
    const std::vector<EvidenceLine> lines = {exampleLine(matrix, 0, Stance::Supports),
                                             exampleLine(matrix, 0, Stance::Denies),
                                             exampleLine(matrix, 1, Stance::Context)};
    CHECK(exchange::evidenceIn(matrix, {}, lines).size() == 3);
    MatrixFilter filter;
    filter.partner = QStringLiteral("filmhaus");
    CHECK(exchange::evidenceIn(filtered(matrix, filter), filter, lines).size() == 2);
    filter.stances = {Stance::Denies};
    const auto left = exchange::evidenceIn(filtered(matrix, filter), filter, lines);
    REQUIRE(left.size() == 1);
    CHECK(left.front().link.stance == Stance::Denies);
}

TEST_CASE("a layout's word gives the layout back")
{
    for (const auto layout : {exchange::Layout::Wide, exchange::Layout::Long, exchange::Layout::Evidence})
        CHECK(exchange::layoutFromWord(toWord(layout)) == layout);
    CHECK_FALSE(exchange::layoutFromWord(QStringLiteral("tall")));
}

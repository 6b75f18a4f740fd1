// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/field_search.h"

#include "model/domain/document_traits.h"
#include "model/domain/subject.h"
#include "model/store/matrix_query.h"
#include "model/store/page_table.h"
#include "model/store/query.h"
#include "model/store/word_lookup.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace model::store {
namespace {

using search::Field;
using search::PageSet;
using Runs = std::vector<PageSet::Run>;

/// Runs of pages from rows of document, first page, last page.
Result<void> addRuns(Statement &statement, Runs &runs)
{
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        const qint64 first = statement.integer(0) * PageTable::maximumPages;
        runs.push_back({first + statement.integer(1), first + statement.integer(2)});
    }
}

Result<PageSet> pagesFrom(Database &database, const QByteArray &sql, const QString &value)
{
    Result<Statement> statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    statement->bind(1, value);
    Runs runs;
    if (const Result<void> added = addRuns(*statement, runs); !added)
        return added.error();
    return PageSet::of(std::move(runs));
}

Result<std::vector<SubjectId>> rootsNamed(Database &database, SubjectKind kind, const QString &value)
{
    std::vector<SubjectId> roots;
    for (const char *const sql :
         {"SELECT DISTINCT root FROM subject AS s WHERE kind = ?1 AND (name_key = ?2 OR EXISTS "
          "(SELECT 1 FROM alias WHERE subject = s.id AND alias_key = ?2))",
          "SELECT DISTINCT root FROM subject AS s WHERE kind = ?1 AND (instr (name_key, ?2) OR EXISTS "
          "(SELECT 1 FROM alias WHERE subject = s.id AND instr (alias_key, ?2)))"}) {
        const Result<std::vector<SubjectId>> found = queryAll(
            database, sql, [](const Statement &row) { return row.id<Subject>(0); }, toWord(kind),
            nameKey(tidyName(kind, value)));
        if (!found)
            return found.error();
        roots = *found;
        if (!roots.empty())
            break;
    }
    return roots;
}

Result<PageSet> pagesOfSubjects(Database &database, SubjectKind kind, const QString &value, QStringList &remarks)
{
    const Result<std::vector<SubjectId>> roots = rootsNamed(database, kind, value);
    if (!roots)
        return roots.error();
    if (roots->empty())
        remarks += QStringLiteral("No %1 is called \"%2\".").arg(toWord(kind), value);
    PageSet pages;
    for (const SubjectId &root : *roots) {
        const Result<PageSet> more = pagesOfSubject(database, kind, root);
        if (!more)
            return more.error();
        pages = pages.united(*more);
    }
    return pages;
}

void addDocument(qint64 number, Runs &runs)
{
    runs.push_back({number * PageTable::maximumPages, (number + 1) * PageTable::maximumPages - 1});
}

Result<Runs> documentsWhere(Database &database, const QByteArray &sql, const std::function<void(Statement &)> &bind)
{
    Result<Statement> statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    bind(*statement);
    Runs runs;
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return runs;
        addDocument(statement->integer(0), runs);
    }
}

bool isDigits(const QString &value, int base)
{
    return std::all_of(value.cbegin(), value.cend(), [base](QChar c) {
        const char16_t lower = c.toLower().unicode();
        return (c >= u'0' && c <= u'9') || (base == 16 && lower >= u'a' && lower <= u'f');
    });
}

bool isNumber(const QString &value)
{
    return isDigits(value, 10) && value.size() < 18;
}

bool isHash(const QString &value)
{
    return isDigits(value, 16) && value.size() >= 8 && value.size() <= 64;
}

Result<PageSet> pagesOfDocument(Database &database, const QString &value, QStringList &remarks)
{
    Runs runs;
    if (isNumber(value)) {
        const auto bind = [&value](Statement &statement) { statement.bind(1, value.toLongLong()); };
        Result<Runs> found = documentsWhere(database, "SELECT number FROM document WHERE number = ?1", bind);
        if (!found)
            return found.error();
        runs = std::move(*found);
    }
    if (runs.empty() && isHash(value)) {
        // All hashes that begin so lie between the digits filled up with 0 and with f.
        const auto bind = [&value](Statement &statement) {
            statement.bind(1, QByteArray::fromHex(value.leftJustified(64, u'0').toLatin1()));
            statement.bind(2, QByteArray::fromHex(value.leftJustified(64, u'f').toLatin1()));
        };
        Result<Runs> found =
            documentsWhere(database, "SELECT number FROM document WHERE sha256 BETWEEN ?1 AND ?2", bind);
        if (!found)
            return found.error();
        runs = std::move(*found);
    }
    if (runs.empty()) {
        Result<std::vector<qint64>> numbers = documentsCalled(database, value);
        if (numbers && numbers->empty())
            numbers = documentsHolding(database, value, -1);
        if (!numbers)
            return numbers.error();
        for (const qint64 number : *numbers)
            addDocument(number, runs);
    }
    if (runs.empty())
        remarks += QStringLiteral("No document is called \"%1\".").arg(value);
    return PageSet::of(std::move(runs));
}

/// The verdicts that the matrix shows: merges are folded in.
Result<PageSet> pagesOfVerdict(Database &database, const QString &value)
{
    const Result<Matrix> matrix = readMatrix(database);
    if (!matrix)
        return matrix.error();
    Runs runs;
    for (const MatrixCell &cell : matrix->cells) {
        if (toWord(cell.conclusion.verdict) != value)
            continue;
        Result<Statement> statement = bound(
            database,
            "SELECT t.document, t.first_page, t.last_page FROM subject AS p JOIN subject AS q "
            "JOIN evidence_link AS l ON l.partner = p.id AND l.permission = q.id JOIN tag AS t ON t.id = l.evidence "
            "WHERE p.root = ?1 AND q.root = ?2",
            matrix->partners[static_cast<std::size_t>(cell.partner)].id,
            matrix->permissions[static_cast<std::size_t>(cell.permission)].id);
        if (!statement)
            return statement.error();
        if (const Result<void> added = addRuns(*statement, runs); !added)
            return added.error();
    }
    return PageSet::of(std::move(runs));
}

/// "<70", ">=90", "yes", "no" or "waiting", as the query language lets it through.
Result<PageSet> pagesOfOcr(Database &database, const QString &value)
{
    const QByteArray select = "SELECT page / 1048576, page % 1048576, page % 1048576 FROM page_ocr WHERE ";
    if (value == u"waiting")
        return pagesFrom(database, select + "state = ?1", value);
    if (value == u"yes")
        return pagesFrom(database, select + "words IS NOT NULL AND ?1 <> ''", value);
    if (value == u"no") {
        const auto read = pagesFrom(database, select + "words IS NOT NULL AND ?1 <> ''", value);
        return read ? Result<PageSet>(read->inverted()) : read;
    }
    const qsizetype digits = value.startsWith(QLatin1String("<=")) || value.startsWith(QLatin1String(">=")) ? 2 : 1;
    QString percent = value.mid(digits);
    percent.remove(u'%');
    // Only what the four signs can be goes into the statement.
    QByteArray sign = value.startsWith(u'<') ? "<" : ">";
    sign += digits == 2 ? "=" : "";
    return pagesFrom(database, select + "confidence IS NOT NULL AND confidence " + sign + " CAST (?1 AS INTEGER)",
                     percent);
}

/// In full if there is such a number, else all that begin so.
Result<PageSet> pagesOfBates(Database &database, const QString &value, QStringList &remarks)
{
    const QString key = batesKey(value);
    for (const char *const sql :
         {"SELECT page / 1048576, page % 1048576, page % 1048576 FROM bates_number WHERE number_key = ?1",
          "SELECT page / 1048576, page % 1048576, page % 1048576 FROM bates_number"
          " WHERE number_key >= ?1 AND number_key < ?1 || char(0x10ffff)"}) {
        Result<PageSet> pages = pagesFrom(database, sql, key);
        if (!pages || !pages->isEmpty())
            return pages;
    }
    remarks += QStringLiteral("No page has the Bates number \"%1\".").arg(value);
    return PageSet();
}

/// The pages for "yes", the others for "no".
Result<PageSet> pagesOrOthers(const Result<PageSet> &pages, const QString &value)
{
    if (!pages || value == u"yes")
        return pages;
    return pages->inverted();
}

} // namespace

bool isNumberOrHash(const QString &value)
{
    return isNumber(value) || isHash(value);
}

Result<PageSet> pagesOfField(Database &database, Field field, const QString &value, QStringList &remarks)
{
    switch (field) {
    case Field::Partner:
        return pagesOfSubjects(database, SubjectKind::Partner, value, remarks);
    case Field::Permission:
        return pagesOfSubjects(database, SubjectKind::Permission, value, remarks);
    case Field::Document:
        return pagesOfDocument(database, value, remarks);
    case Field::Kind:
        return pagesFrom(database, "SELECT document, first_page, last_page FROM tag WHERE kind = ?1", value);
    case Field::Stance:
        return pagesFrom(database,
                         "SELECT t.document, t.first_page, t.last_page FROM evidence_link AS l "
                         "JOIN tag AS t ON t.id = l.evidence WHERE l.stance = ?1",
                         value);
    case Field::Verdict:
        return pagesOfVerdict(database, value);
    case Field::Ocr:
        return pagesOfOcr(database, value);
    case Field::Read:
        return pagesOrOthers(
            pagesFrom(database, "SELECT document, page_index, page_index FROM page_read WHERE ?1 <> ''", value), value);
    case Field::Hidden:
        return pagesOrOthers(
            pagesFrom(database,
                      "SELECT DISTINCT page / 1048576, page % 1048576, page % 1048576 FROM hidden_passage"
                      " WHERE ?1 <> ''",
                      value),
            value);
    case Field::Bates:
        break;
    }
    return pagesOfBates(database, value, remarks);
}

Result<PageSet> pagesOfSubject(Database &database, SubjectKind kind, const SubjectId &root)
{
    const QByteArray tags = "SELECT t.document, t.first_page, t.last_page FROM subject AS s "
                            "JOIN tag AS t ON t.subject = s.id WHERE s.root = ?1";
    const QByteArray links = kind == SubjectKind::Partner
                                 ? "SELECT t.document, t.first_page, t.last_page FROM subject AS s "
                                   "JOIN evidence_link AS l ON l.partner = s.id JOIN tag AS t ON t.id = l.evidence "
                                   "WHERE s.root = ?1"
                                 : "SELECT t.document, t.first_page, t.last_page FROM subject AS s "
                                   "JOIN evidence_link AS l ON l.permission = s.id JOIN tag AS t ON t.id = l.evidence "
                                   "WHERE s.root = ?1";
    Runs runs;
    for (const QByteArray &sql : {tags, links}) {
        Result<Statement> statement = bound(database, sql, root);
        if (!statement)
            return statement.error();
        if (const Result<void> added = addRuns(*statement, runs); !added)
            return added.error();
    }
    return PageSet::of(std::move(runs));
}

} // namespace model::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/page_index.h"

#include "model/search/match_expression.h"
#include "model/search/page_joint.h"
#include "model/search/word_breaker.h"
#include "model/store/page_table.h"
#include "model/store/query.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace model::store {
namespace {

struct PageRow {
    qint64 id = 0;
    QByteArray text;
};

/// Collects each word once, in order, which is how a B-tree likes to be filled.
class TermCollector final : public search::TokenSink {
public:
    bool take(const search::Token &token) override
    {
        // Pieces of words are there for the index alone.
        if (token.kind != search::TokenKind::Inner && terms.find(token.text) == terms.end())
            terms.emplace(token.text);
        return true;
    }
    std::set<std::string, std::less<>> terms;
};

/// Goes through the pages of a document with their joints, holding no more than the pages that a joint depends on.
class JointWalk final {
public:
    explicit JointWalk(search::WordBreaker &breaker)
        : m_breaker(breaker)
    {
    }

    /// Takes the next page in; gives the joint that is complete with it: that behind the page three before.
    std::optional<std::pair<qint64, QByteArray>> add(PageRow row)
    {
        m_ids.push_back(row.id);
        m_texts.push_back(std::move(row.text));
        if (m_texts.size() > m_first + 3)
            return nextJoint();
        return std::nullopt;
    }
    /// After the last page: the joints that are left, one a call.
    std::optional<std::pair<qint64, QByteArray>> finish()
    {
        while (m_first + 1 < m_texts.size())
            if (auto joint = nextJoint())
                return joint;
        return std::nullopt;
    }

private:
    std::optional<std::pair<qint64, QByteArray>> nextJoint()
    {
        const QByteArray text = search::jointText(search::jointWords(
            search::bodyAmong(m_texts, m_first), search::bodyAmong(m_texts, m_first + 1), m_breaker));
        const qint64 id = m_ids[m_first];
        // Two pages before a joint's first one bear on it, none further off.
        if (m_first >= 2) {
            m_ids.erase(m_ids.begin());
            m_texts.erase(m_texts.begin());
        } else {
            ++m_first;
        }
        if (text.isEmpty())
            return std::nullopt;
        return std::make_pair(id, text);
    }

    search::WordBreaker &m_breaker;
    std::vector<qint64> m_ids;
    std::vector<QByteArray> m_texts;
    std::size_t m_first = 0; ///< which of them is before the next joint
};

qint64 firstId(qint64 document)
{
    return document * PageTable::maximumPages;
}

enum class Joints { Add, Delete };

/// Writes or deletes the joints of a document, and collects its words.
Result<void> walkDocument(Database &database, qint64 number, Joints joints, TermCollector &terms)
{
    Result<Statement> pages = bound(database, "SELECT id, text FROM page WHERE id >= ?1 AND id < ?2 ORDER BY id",
                                    firstId(number), firstId(number + 1));
    if (!pages)
        return pages.error();

    Result<Statement> write = database.prepare(
        joints == Joints::Add ? "INSERT INTO page_joint (rowid, words) VALUES (?1, ?2)"
                              : "INSERT INTO page_joint (page_joint, rowid, words) VALUES ('delete', ?1, ?2)");
    if (!write)
        return write.error();
    search::WordBreaker breaker;
    JointWalk walk(breaker);
    const auto writeJoint = [&write](const std::pair<qint64, QByteArray> &joint) {
        return write->bind(1, joint.first).bind(2, QString::fromUtf8(joint.second)).run();
    };
    for (;;) {
        const Result<bool> row = pages->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        PageRow page{pages->integer(0), pages->text(1).toUtf8()};
        breaker.breakText({page.text.constData(), static_cast<std::size_t>(page.text.size())}, terms);
        if (const auto joint = walk.add(std::move(page)))
            if (const Result<void> written = writeJoint(*joint); !written)
                return written;
    }
    while (const auto joint = walk.finish())
        if (const Result<void> written = writeJoint(*joint); !written)
            return written;
    return {};
}

Result<void> addDocument(Database &database, qint64 number)
{
    if (const Result<void> added = execute(database,
                                           "INSERT INTO page_index (rowid, text) "
                                           "SELECT id, text FROM page WHERE id >= ?1 AND id < ?2 ORDER BY id",
                                           firstId(number), firstId(number + 1));
        !added)
        return added;
    TermCollector collector;
    if (const Result<void> walked = walkDocument(database, number, Joints::Add, collector); !walked)
        return walked;
    Result<Statement> insert = database.prepare("INSERT OR IGNORE INTO term (term) VALUES (?1)");
    if (!insert)
        return insert.error();
    for (const std::string &term : collector.terms)
        if (const Result<void> inserted = insert->bind(1, QString::fromStdString(term)).run(); !inserted)
            return inserted;
    return {};
}

/// Takes the words out of the list that no page has any longer.
Result<void> forgetTerms(Database &database, const TermCollector &collector)
{
    Result<Statement> find = database.prepare("SELECT 1 FROM page_index WHERE page_index MATCH ?1 LIMIT 1");
    if (!find)
        return find.error();
    Result<Statement> forget = database.prepare("DELETE FROM term WHERE term = ?1");
    if (!forget)
        return forget.error();
    for (const std::string &term : collector.terms) {
        find->bind(1, QString::fromUtf8(search::quoted(QByteArray::fromStdString(term))));
        const Result<bool> found = find->step();
        if (!found)
            return found.error();
        find->reset();
        if (*found)
            continue;
        if (const Result<void> forgotten = forget->bind(1, QString::fromStdString(term)).run(); !forgotten)
            return forgotten;
    }
    return {};
}

QString rulesNow()
{
    return QString::fromUtf8(search::WordBreaker::version());
}

Result<void> setVersion(Database &database)
{
    return execute(database,
                   "INSERT INTO index_state (id, words) VALUES (1, ?1) "
                   "ON CONFLICT (id) DO UPDATE SET words = ?1 WHERE words <> ?1",
                   rulesNow());
}

} // namespace

Result<void> indexDocument(Database &database, qint64 number)
{
    // A rebuild finds the new pages by itself.
    const Result<bool> current = indexIsCurrent(database);
    if (!current)
        return current.error();
    if (!*current)
        return rebuildIndex(database);
    if (const Result<void> set = setVersion(database); !set)
        return set;
    return addDocument(database, number);
}

Result<void> unindexDocument(Database &database, qint64 number)
{
    // What other rules put in, ours could not take out.
    const Result<bool> current = indexIsCurrent(database);
    if (!current)
        return current.error();
    if (!*current)
        if (const Result<void> rebuilt = rebuildIndex(database); !rebuilt)
            return rebuilt;
    TermCollector collector;
    if (const Result<void> walked = walkDocument(database, number, Joints::Delete, collector); !walked)
        return walked;
    if (const Result<void> deleted = execute(database,
                                             "INSERT INTO page_index (page_index, rowid, text) "
                                             "SELECT 'delete', id, text FROM page WHERE id >= ?1 AND id < ?2",
                                             firstId(number), firstId(number + 1));
        !deleted)
        return deleted;
    return forgetTerms(database, collector);
}

namespace {

/// No page further off bears on a joint: three before it that of a page, two behind.
constexpr int reach = 5;

struct Joint {
    qint64 id = 0;
    QByteArray words;
    friend bool operator==(const Joint &, const Joint &) = default;
};

/// The joints of the pages around one, as the walk over the whole document makes them.
Result<std::vector<Joint>> jointsAround(Database &database, qint64 number, int pageIndex)
{
    const qint64 page = firstId(number) + pageIndex;
    const auto rows = queryAll(
        database, "SELECT id, text FROM page WHERE id >= ?1 AND id <= ?2 ORDER BY id",
        [](const Statement &row) {
            return PageRow{row.integer(0), row.text(1).toUtf8()};
        },
        std::max(page - 2 * reach, firstId(number)), std::min(page + 2 * reach, firstId(number + 1) - 1));
    if (!rows)
        return rows.error();
    search::WordBreaker breaker;
    JointWalk walk(breaker);
    std::vector<Joint> joints;
    const auto take = [&joints, page](const std::optional<std::pair<qint64, QByteArray>> &joint) {
        if (joint && std::abs(joint->first - page) <= reach)
            joints.push_back({joint->first, joint->second});
        return joint.has_value();
    };
    for (const PageRow &row : *rows)
        take(walk.add(row));
    while (take(walk.finish())) {
    }
    return joints;
}

Result<void> writeJoints(Database &database, const QByteArray &sql, const std::vector<Joint> &joints)
{
    for (const Joint &joint : joints) {
        if (const auto written = execute(database, sql, joint.id, QString::fromUtf8(joint.words)); !written)
            return written;
    }
    return {};
}

Result<void> collectTerms(Database &database, qint64 page, TermCollector &terms)
{
    const auto text = queryOne(
        database, "SELECT text FROM page WHERE id = ?", [](const Statement &row) { return row.text(0).toUtf8(); },
        page);
    if (!text)
        return text.error();
    const QByteArray bytes = text->value_or(QByteArray());
    search::WordBreaker breaker;
    breaker.breakText({bytes.constData(), static_cast<std::size_t>(bytes.size())}, terms);
    return {};
}

} // namespace

Result<void> reindexPage(Database &database, qint64 number, int pageIndex, const std::function<Result<void>()> &change)
{
    const Result<bool> current = indexIsCurrent(database);
    if (!current)
        return current.error();
    // A rebuild finds the page as it is then.
    if (!*current) {
        const Result<void> changed = change();
        return changed ? rebuildIndex(database) : changed;
    }
    const qint64 page = firstId(number) + pageIndex;
    const auto before = jointsAround(database, number, pageIndex);
    if (!before)
        return before.error();
    TermCollector former;
    if (const auto collected = collectTerms(database, page, former); !collected)
        return collected;
    if (const auto deleted = execute(database,
                                     "INSERT INTO page_index (page_index, rowid, text) "
                                     "SELECT 'delete', id, text FROM page WHERE id = ?1",
                                     page);
        !deleted)
        return deleted;
    if (const auto changed = change(); !changed)
        return changed;
    if (const auto added =
            execute(database, "INSERT INTO page_index (rowid, text) SELECT id, text FROM page WHERE id = ?1", page);
        !added)
        return added;
    const auto after = jointsAround(database, number, pageIndex);
    if (!after)
        return after.error();
    if (*before != *after) {
        if (const auto written = writeJoints(
                database, "INSERT INTO page_joint (page_joint, rowid, words) VALUES ('delete', ?1, ?2)", *before);
            !written)
            return written;
        if (const auto written = writeJoints(database, "INSERT INTO page_joint (rowid, words) VALUES (?1, ?2)", *after);
            !written)
            return written;
    }
    TermCollector now;
    if (const auto collected = collectTerms(database, page, now); !collected)
        return collected;
    for (const std::string &term : now.terms) {
        if (const auto added =
                execute(database, "INSERT OR IGNORE INTO term (term) VALUES (?1)", QString::fromStdString(term));
            !added)
            return added;
    }
    return forgetTerms(database, former);
}

Result<void> purgeIndex(Database &database)
{
    if (const Result<void> done = database.run("INSERT INTO page_index (page_index) VALUES ('optimize')"); !done)
        return done;
    return database.run("INSERT INTO page_joint (page_joint) VALUES ('optimize')");
}

Result<bool> indexIsCurrent(Database &database)
{
    const auto words =
        queryOne(database, "SELECT words FROM index_state", [](const Statement &row) { return row.text(0); });
    if (!words)
        return words.error();
    return words->value_or(rulesNow()) == rulesNow();
}

Result<void> rebuildIndex(Database &database)
{
    IndexRebuild rebuild;
    for (;;) {
        const auto done = rebuild.step(database, std::numeric_limits<qint64>::max());
        if (!done)
            return done.error();
        if (*done)
            return {};
    }
}

Result<bool> IndexRebuild::step(Database &database, qint64 ms)
{
    // Whoever indexes a document meanwhile does all of it.
    const auto current = indexIsCurrent(database);
    if (!current || *current)
        return current;
    if (!m_documents) {
        const auto begun = begin(database);
        return begun ? Result<bool>(false) : begun.error();
    }
    QElapsedTimer timer;
    timer.start();
    for (; m_done < m_documents->size() && timer.elapsed() < ms; ++m_done) {
        if (const Result<void> added = addDocument(database, (*m_documents)[m_done]); !added)
            return added.error();
    }
    if (m_done < m_documents->size())
        return false;
    if (const Result<void> set = setVersion(database); !set)
        return set.error();
    return true;
}

Result<void> IndexRebuild::begin(Database &database)
{
    for (const char *const sql : {"INSERT INTO page_index (page_index) VALUES ('delete-all')",
                                  "INSERT INTO page_joint (page_joint) VALUES ('delete-all')", "DELETE FROM term"})
        if (const Result<void> cleared = database.run(sql); !cleared)
            return cleared;
    auto numbers = queryAll(database, "SELECT number FROM document ORDER BY number", firstNumber);
    if (!numbers)
        return numbers.error();
    m_documents = *std::move(numbers);
    return {};
}

} // namespace model::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/copy_search.h"

#include "model/copies/likeness.h"
#include "model/store/copy_groups.h"
#include "model/store/page_texts.h"
#include "model/store/query.h"

#include <QElapsedTimer>

namespace model::store {
namespace {

using copies::Cluster;
using copies::TextSignature;

constexpr int batch = 200;
constexpr int mostSigned = 2000; ///< in one step

struct Row {
    qint64 document;
    TextSignature signature;
    std::optional<Cluster> cluster;
};

Result<copies::WordText> textOf(Database &database, qint64 document)
{
    const auto pages = pageTexts(database, document);
    if (!pages)
        return pages.error();
    return copies::documentText(*pages);
}

Result<std::optional<double>> compare(Database &database, qint64 document, qint64 leader)
{
    const auto text = textOf(database, document);
    if (!text)
        return text.error();
    const auto other = textOf(database, leader);
    if (!other)
        return other.error();
    const copies::Likeness found = copies::likeness(*other, *text);
    return found.isCopy ? std::optional(found.resemblance) : std::nullopt;
}

} // namespace

Result<bool> CopySearch::step(Database &database, qint64 milliseconds)
{
    m_wrote = false;
    QElapsedTimer timer;
    timer.start();
    auto done = sign(database, milliseconds);
    if (done && *done)
        done = assign(database, milliseconds - timer.elapsed());
    if (!done)
        return done;
    if (m_wrote) {
        if (const auto renewed = CopyGroups(database).renew(); !renewed)
            return renewed.error();
    }
    return done;
}

/// Stores what documents are compared by.
Result<bool> CopySearch::sign(Database &database, qint64 milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    const auto documents =
        queryAll(database,
                 "SELECT number FROM document WHERE state = 'read' AND kind <> 'archive'"
                 " AND NOT EXISTS (SELECT 1 FROM copy_text WHERE document = number) ORDER BY number LIMIT ?",
                 firstNumber, mostSigned);
    if (!documents)
        return documents.error();
    if (documents->empty())
        return true;
    // Those behind the first may turn out to be copies of it.
    const auto again =
        execute(database, "UPDATE copy_text SET leader = NULL, likeness = 1 WHERE document > ? AND leader IS NOT NULL",
                documents->front());
    if (!again)
        return again.error();
    m_wrote = true;
    for (const qint64 document : *documents) {
        const auto pages = pageTexts(database, document);
        if (!pages)
            return pages.error();
        const TextSignature signature =
            copies::signatureOf(copies::documentText(*pages), static_cast<qsizetype>(pages->size()));
        const auto orNull = [](const QByteArray &bytes) {
            return bytes.isEmpty() ? std::nullopt : std::optional(bytes);
        };
        const auto stored =
            execute(database, "INSERT INTO copy_text (document, words, same, sketch) VALUES (?, ?, ?, ?)", document,
                    signature.words, orNull(signature.same), orNull(signature.sketch));
        if (!stored)
            return stored.error();
        if (timer.elapsed() >= milliseconds)
            return false;
    }
    return documents->size() < static_cast<size_t>(mostSigned);
}

/// Finds for each document the one it is a copy of.
Result<bool> CopySearch::assign(Database &database, qint64 milliseconds)
{
    const auto waiting = queryNumber(database, "SELECT count(*) FROM copy_text WHERE leader IS NULL");
    if (!waiting || *waiting == 0)
        return waiting ? Result<bool>(true) : Result<bool>(waiting.error());
    QElapsedTimer timer;
    timer.start();
    // Something may have come in between, or gone.
    const auto known =
        queryNumber(database, "SELECT count(*) FROM copy_text WHERE document <= ? AND leader IS NOT NULL", m_last);
    if (!known)
        return known.error();
    if (!m_clusters || *known != m_count) {
        m_clusters.emplace();
        m_last = 0;
        m_count = 0;
    }
    for (;;) {
        const auto rows = queryAll(
            database,
            "SELECT document, words, same, sketch, leader, likeness FROM copy_text WHERE document > ?"
            " ORDER BY document LIMIT ?",
            [](const Statement &row) {
                Row read{row.integer(0), {row.integer(1), row.blob(2), row.blob(3)}, std::nullopt};
                if (!row.isNull(4))
                    read.cluster = Cluster{row.integer(4), row.real(5)};
                return read;
            },
            m_last, batch);
        if (!rows)
            return rows.error();
        for (const Row &row : *rows) {
            if (row.cluster)
                m_clusters->addKnown(row.document, row.signature, *row.cluster);
            else {
                const auto found =
                    m_clusters->add(row.document, row.signature, [&database](qint64 document, qint64 leader) {
                        return compare(database, document, leader);
                    });
                if (!found)
                    return found.error();
                const auto stored =
                    execute(database, "UPDATE copy_text SET leader = ?, likeness = ? WHERE document = ?", found->leader,
                            found->likeness, row.document);
                if (!stored)
                    return stored.error();
                m_wrote = true;
            }
            m_last = row.document;
            ++m_count;
            if (timer.elapsed() >= milliseconds)
                return false;
        }
        if (rows->size() < static_cast<size_t>(batch))
            return true;
    }
}

Result<bool> copiesAreFound(Database &database)
{
    const auto left =
        queryNumber(database, "SELECT EXISTS (SELECT 1 FROM document WHERE state = 'read' AND kind <> 'archive'"
                              " AND NOT EXISTS (SELECT 1 FROM copy_text WHERE document = number))"
                              " OR EXISTS (SELECT 1 FROM copy_text WHERE leader IS NULL)");
    if (!left)
        return left.error();
    return *left == 0;
}

Result<void> forgetCopyText(Database &database, qint64 document)
{
    const auto known = queryNumber(database, "SELECT count(*) FROM copy_text WHERE document = ?", document);
    if (!known || *known == 0)
        return known ? Result<void>() : Result<void>(known.error());
    if (const auto removed = execute(database, "DELETE FROM copy_text WHERE document = ?", document); !removed)
        return removed;
    // Where it had copies, another one leads them now, and those behind it are compared with that one.
    const auto waiting = execute(database,
                                 "UPDATE copy_text SET leader = NULL, likeness = 1 WHERE document > ?1"
                                 " AND EXISTS (SELECT 1 FROM copy_text WHERE leader = ?1)",
                                 document);
    if (!waiting)
        return waiting;
    return CopyGroups(database).renew();
}

} // namespace model::store

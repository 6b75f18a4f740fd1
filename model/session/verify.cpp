// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/verify.h"

#include "model/base/counted.h"
#include "model/journal/chain.h"
#include "model/journal/entry_hash.h"
#include "model/journal/journal.h"
#include "model/journal/payload.h"
#include "model/journal/replay.h"
#include "model/store/conversion_table.h"
#include "model/store/decided_tables.h"
#include "model/store/document_table.h"
#include "model/store/finding_counts.h"
#include "model/store/migrations.h"
#include "model/store/originals.h"
#include "model/store/query.h"
#include "model/store/transaction.h"

#include <map>
#include <set>

namespace model::session {
namespace {

class Verification {
public:
    Verification(const CaseFile &file, const VerifyOptions &options)
        : m_file(file)
        , m_database(file.database())
        , m_options(options)
        , m_report{{}, {}, journal::noHash()}
    {
    }

    Result<VerifyReport> run()
    {
        const store::Snapshot snapshot(m_database);
        for (const auto step : {&Verification::checkStructure, &Verification::checkChain, &Verification::checkHead,
                                &Verification::checkReplay, &Verification::checkCounts, &Verification::checkReceipts,
                                &Verification::checkOriginals, &Verification::checkConversions}) {
            if (const auto checked = (this->*step)(); !checked) {
                // A damaged file stops a step, not the verification: what else is wrong is worth knowing.
                if (checked.error().kind != ErrorKind::Damaged)
                    return checked.error();
                say(checked.error().sentence);
            }
        }
        m_report.problems.removeDuplicates();
        return m_report;
    }

private:
    void say(const QString &sentence) { m_report.problems.append(sentence); }

    Result<void> checkStructure();
    Result<void> checkChain();
    Result<void> checkHead();
    Result<void> checkReplay();
    Result<void> checkCounts();
    Result<void> checkReceipts();
    Result<void> checkOriginals();
    Result<void> checkConversions();

    const CaseFile &m_file;
    store::Database &m_database;
    const VerifyOptions &m_options;
    VerifyReport m_report;
};

Result<void> Verification::checkStructure()
{
    const auto text = [](const store::Statement &row) { return row.text(0); };
    const auto lines = store::queryAll(m_database, "PRAGMA integrity_check(20)", text);
    if (!lines)
        return lines.error();
    for (const QString &line : *lines) {
        if (line != u"ok")
            say(QStringLiteral("The case file is damaged: %1.").arg(line));
    }
    const auto orphans = store::queryAll(m_database, "PRAGMA foreign_key_check", text);
    if (!orphans)
        return orphans.error();
    std::map<QString, int> byTable;
    for (const QString &table : *orphans)
        ++byTable[table];
    for (const auto &[table, count] : byTable)
        say(counted(count, QStringLiteral("row of the table “%1” points at something that is not there."),
                    QStringLiteral("rows of the table “%1” point at something that is not there."))
                .arg(table));
    const auto version = store::checkedVersion(m_database);
    if (!version)
        return version.error();
    const auto schema = store::checkSchema(m_database, *version);
    if (!schema && schema.error().kind == ErrorKind::Invalid) {
        say(schema.error().sentence);
        return {};
    }
    return schema;
}

Result<void> Verification::checkChain()
{
    const auto head = journal::head(m_database);
    if (!head)
        return head.error();
    m_report.head = *head;
    const auto entries = store::queryNumber(m_database, "SELECT count(*) FROM journal");
    if (!entries)
        return entries.error();
    m_report.entries = *entries;
    const auto problems = journal::checkChain(m_database, m_options.stop);
    if (!problems)
        return problems.error();
    m_report.problems += *problems;
    return {};
}

Result<void> Verification::checkHead()
{
    if (!m_options.head)
        return {};
    const auto entry = store::JournalTable(m_database).withHash(*m_options.head);
    if (!entry)
        return entry.error();
    if (!*entry)
        say(QStringLiteral("The journal does not hold the entry with hash %1: it was rewritten or cut short.")
                .arg(m_options.head->toHex()));
    return {};
}

Result<void> Verification::checkReplay()
{
    auto fresh = store::Database::open(QStringLiteral(":memory:"), store::OpenMode::Create);
    if (!fresh)
        return fresh.error();
    if (const auto made = store::migrate(**fresh); !made)
        return made;
    auto transaction = store::Transaction::begin(**fresh);
    if (!transaction)
        return transaction.error();
    if (const auto copied = store::copyDocuments(m_database, **fresh); !copied)
        return copied;
    if (const auto replayed = journal::replay(m_database, **fresh, m_options.stop); !replayed)
        return replayed;
    const auto tables = store::differingTables(m_database, **fresh);
    if (!tables)
        return tables.error();
    for (const QString &table : *tables)
        say(QStringLiteral("The %1 are not what the journal adds up to.").arg(table));
    return {};
}

Result<void> Verification::checkCounts()
{
    const auto wrong = store::FindingCounts(m_database).wrongRows();
    if (!wrong)
        return wrong.error();
    if (*wrong > 0)
        say(QStringLiteral("The matrix counts %1 wrongly.")
                .arg(counted(*wrong, QStringLiteral("finding"), QStringLiteral("findings"))));
    return {};
}

Result<void> Verification::checkReceipts()
{
    using Origin = std::pair<Sha256, QString>;
    std::set<std::pair<qint64, Origin>> received;
    const auto seqs = store::JournalTable(m_database).ofKind(toWord(journal::EntryKind::Receipt));
    if (!seqs)
        return seqs.error();
    for (const qint64 seq : *seqs) {
        const auto parts = store::JournalTable(m_database).parts(seq);
        if (!parts)
            return parts.error();
        for (const store::JournalPartRow &part : *parts) {
            const auto file =
                part.payload ? journal::receivedFileFromPayload(*part.payload) : Result<journal::ReceivedFile>(Error{});
            if (file)
                received.insert({seq, {file->sha256, file->origin}});
        }
    }
    const auto origins = store::DocumentTable(m_database).origins();
    if (!origins)
        return origins.error();
    qint64 unfinished = 0;
    for (const store::DocumentTable::Origin &origin : *origins) {
        if (origin.receipt == 0)
            ++unfinished;
        else if (received.erase({origin.receipt, {origin.document, origin.path}}) == 0)
            say(QStringLiteral("The journal has no receipt for document %1 from “%2”.")
                    .arg(origin.document.toHex().left(12), origin.path));
    }
    for (const auto &[seq, origin] : received)
        say(QStringLiteral("Document %1 from “%2”, received with entry %3 of the journal, is gone.")
                .arg(origin.first.toHex().left(12), origin.second)
                .arg(seq));
    if (unfinished > 0)
        m_report.remarks.append(
            QStringLiteral("An import was interrupted: %1 no receipt yet. Run it again.")
                .arg(counted(unfinished, QStringLiteral("file has"), QStringLiteral("files have"))));
    return {};
}

Result<void> Verification::checkOriginals()
{
    struct Kept {
        Sha256 sha;
        qint64 size = 0;
    };
    const auto documents = store::queryAll(m_database, "SELECT sha256, size FROM document ORDER BY number",
                                           [](const store::Statement &row) {
                                               return Kept{row.sha256(0), row.integer(1)};
                                           });
    if (!documents)
        return documents.error();
    qint64 total = 0;
    for (const Kept &document : *documents)
        total += document.size;
    qint64 done = 0;
    const auto onBytes = [&](qint64 count) {
        done += count;
        if (m_options.progress)
            m_options.progress(done, total);
    };
    std::vector<Sha256> expected;
    for (const Kept &document : *documents) {
        expected.push_back(document.sha);
        const auto hash = store::hashOfFile(m_file.originalPath(document.sha), onBytes, m_options.stop);
        const QString name = document.sha.toHex().left(12);
        if (!hash) {
            if (hash.error().kind == ErrorKind::Cancelled)
                return hash.error();
            say(QStringLiteral("The original of document %1 could not be read.").arg(name));
        } else if (!*hash)
            say(QStringLiteral("The original of document %1 is missing.").arg(name));
        else if (!(**hash == document.sha))
            say(QStringLiteral("The original of document %1 was changed: its bytes are not those that came in.")
                    .arg(name));
        ++m_report.documents;
    }
    const QStringList strays = store::strayOriginals(store::CaseFolder(m_file.path()), expected);
    for (const QString &stray : strays)
        m_report.remarks.append(QStringLiteral("“%1” belongs to no document of the case.").arg(stray));
    return {};
}

/// They can be made again, but what was tagged was tagged on these.
Result<void> Verification::checkConversions()
{
    const auto converted = store::ConversionTable(m_database).converted();
    if (!converted)
        return converted.error();
    const store::CaseFolder folder(m_file.path());
    for (const auto &[document, conversion] : *converted) {
        const QString name = document.sha256.toHex().left(12);
        const auto hash = store::hashOfFile(folder.convertedPath(conversion.sha256), {}, m_options.stop);
        if (!hash && hash.error().kind == ErrorKind::Cancelled)
            return hash.error();
        if (!hash)
            say(QStringLiteral("The PDF that document %1 is shown as could not be read.").arg(name));
        else if (!*hash)
            m_report.remarks.append(
                QStringLiteral("The PDF that document %1 is shown as is missing. The next import makes it again.")
                    .arg(name));
        else if (!(**hash == conversion.sha256))
            say(QStringLiteral("The PDF that document %1 is shown as was changed: it is not what %2 made. Delete it, "
                               "and the next import makes it again.")
                    .arg(name, conversion.converter));
    }
    return {};
}

} // namespace

Result<VerifyReport> verify(const CaseFile &file, const VerifyOptions &options)
{
    return Verification(file, options).run();
}

} // namespace model::session

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/document_list.h"

#include "model/domain/earlier_state.h"
#include "model/store/facts_json.h"
#include "model/store/query.h"

#include <set>
#include <unordered_map>

namespace model::store {
namespace {

struct ListedOrigin {
    qint64 document = 0;
    qint64 bundle = 0;
    QString path;
};

ListedOrigin originFrom(const Statement &row)
{
    return {row.integer(0), row.integer(1), row.text(2)};
}

QString fileNameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

/// All but where it was found; `title` is the reporter's or the file's own.
Document documentFrom(const Statement &row)
{
    Document document{row.sha256(1)};
    document.number = row.integer(0);
    document.size = row.integer(2);
    document.kind = row.word(3, &fileKindFromWord);
    document.state = row.word(4, &documentStateFromWord);
    document.reason = row.word(5, &refusalReasonFromWord);
    document.reasonText = row.text(6);
    document.pageCount = static_cast<int>(row.integer(7));
    document.complaints = linesFromJson(row.text(8));
    document.title = row.text(9);
    document.pagesReadByReporter = static_cast<int>(row.integer(10));
    document.isReadByModel = row.integer(11) != 0;
    document.hiddenPassages = static_cast<int>(row.integer(12));
    return document;
}

void addOrigin(Document &document, const ListedOrigin &origin)
{
    if (document.origins.isEmpty()) {
        document.file = fileNameOf(origin.path);
        document.bundle = origin.bundle;
        if (document.title.isEmpty())
            document.title = document.file;
    }
    document.origins.append(origin.path);
}

const QByteArray listed = " WHERE number > 0 AND NOT (kind = 'archive' AND state = 'read') ORDER BY number";

} // namespace

Result<std::vector<Bundle>> DocumentList::bundles() const
{
    return queryAll(m_database, "SELECT id, label, imported_ms FROM bundle ORDER BY id", [](const Statement &row) {
        return Bundle{row.integer(0), row.text(1), row.integer(2)};
    });
}

Result<std::vector<Document>> DocumentList::all() const
{
    auto documents =
        queryAll(m_database,
                 QByteArray("SELECT number, sha256, size, kind, state, reason, reason_text, page_count, complaints, "
                            "coalesce(title, own_title),"
                            " (SELECT count(*) FROM page_read WHERE page_read.document = number),"
                            " EXISTS (SELECT 1 FROM suggestion_basis WHERE suggestion_basis.document = number),"
                            " (SELECT count(*) FROM hidden_passage"
                            " WHERE page BETWEEN number * 1048576 AND number * 1048576 + 1048575)"
                            " FROM document LEFT JOIN document_title ON document_title.document = number") +
                     listed,
                 documentFrom);
    if (!documents)
        return documents;
    const auto origins = queryAll(m_database, "SELECT document, bundle, path FROM origin ORDER BY id", originFrom);
    if (!origins)
        return origins.error();
    std::unordered_map<qint64, Document *> byNumber;
    for (Document &document : *documents)
        byNumber.emplace(document.number, &document);
    for (const ListedOrigin &origin : *origins) {
        if (const auto found = byNumber.find(origin.document); found != byNumber.end())
            addOrigin(*found->second, origin);
    }
    return documents;
}

Result<std::vector<Document>> DocumentList::first(int count) const
{
    const auto numbers = queryAll(m_database, "SELECT number FROM document" + listed + " LIMIT ?", firstNumber, count);
    if (!numbers)
        return numbers.error();
    return numbered(*numbers);
}

Result<std::optional<Document>> DocumentList::find(qint64 number) const
{
    auto document =
        queryOne(m_database,
                 "SELECT number, sha256, size, kind, state, reason, reason_text, page_count, complaints, "
                 "coalesce(title, own_title),"
                 " (SELECT count(*) FROM page_read WHERE page_read.document = number),"
                 " EXISTS (SELECT 1 FROM suggestion_basis WHERE suggestion_basis.document = number),"
                 " (SELECT count(*) FROM hidden_passage"
                 " WHERE page BETWEEN number * 1048576 AND number * 1048576 + 1048575)"
                 " FROM document LEFT JOIN document_title ON document_title.document = number WHERE number = ?",
                 documentFrom, number);
    if (!document || !*document)
        return document;
    const auto origins = queryAll(
        m_database, "SELECT document, bundle, path FROM origin WHERE document = ? ORDER BY id", originFrom, number);
    if (!origins)
        return origins.error();
    for (const ListedOrigin &origin : *origins)
        addOrigin(**document, origin);
    return document;
}

Result<std::optional<Document>> DocumentList::find(const Sha256 &sha) const
{
    const auto number = queryNumber(m_database, "SELECT number FROM document WHERE sha256 = ?", sha);
    if (!number)
        return number.error();
    return find(*number);
}

Result<std::vector<Document>> DocumentList::numbered(const std::vector<qint64> &numbers) const
{
    std::vector<Document> documents;
    for (const qint64 number : numbers) {
        auto document = find(number);
        if (!document)
            return document.error();
        if (*document)
            documents.push_back(std::move(**document));
    }
    return documents;
}

Result<std::vector<Document>> DocumentList::withFileName(const QString &name) const
{
    const auto numbers = queryAll(m_database,
                                  "SELECT DISTINCT document FROM origin WHERE path = ?1"
                                  " OR substr(path, -length(?1) - 1) = '/' || ?1 ORDER BY document",
                                  firstNumber, name);
    if (!numbers)
        return numbers.error();
    return numbered(*numbers);
}

Result<std::vector<Document>> DocumentList::archivesHolding(qint64 number) const
{
    // Two bundles may each hold an archive of the same name.
    const auto numbers = queryAll(m_database,
                                  "SELECT DISTINCT archive.document FROM origin AS entry"
                                  " JOIN origin AS archive ON archive.bundle = entry.bundle"
                                  " AND substr(entry.path, 1, length(archive.path) + 1) = archive.path || '/'"
                                  " JOIN document ON document.number = archive.document"
                                  " WHERE entry.document = ? AND document.kind IN ('archive', 'mail', 'pdf')"
                                  " ORDER BY archive.document",
                                  firstNumber, number);
    if (!numbers)
        return numbers.error();
    const auto later = laterStates(number);
    if (!later)
        return later.error();
    std::set<qint64> all(numbers->begin(), numbers->end());
    all.insert(later->begin(), later->end());
    return numbered({all.begin(), all.end()});
}

/// A later state of a PDF begins with all bytes of an earlier one.
Result<std::vector<qint64>> DocumentList::laterStates(qint64 number) const
{
    const auto places = queryAll(
        m_database, "SELECT bundle, path FROM origin WHERE document = ?",
        [](const Statement &row) { return std::pair(row.integer(0), row.text(1)); }, number);
    if (!places)
        return places.error();
    std::vector<qint64> later;
    for (const auto &[bundle, path] : *places) {
        auto state = EarlierStatePlace::fromPath(path);
        if (!state)
            continue;
        for (++state->number; state->number < state->count; ++state->number) {
            const auto found = queryAll(m_database, "SELECT document FROM origin WHERE bundle = ? AND path = ?",
                                        firstNumber, bundle, state->path());
            if (!found)
                return found.error();
            later.insert(later.end(), found->begin(), found->end());
        }
    }
    return later;
}

Result<std::vector<Document>> DocumentList::withSha256Prefix(const QString &hexDigits) const
{
    const auto numbers = queryAll(m_database,
                                  "SELECT number FROM document WHERE substr(hex(sha256), 1, length(?1)) = upper(?1)"
                                  " ORDER BY number",
                                  firstNumber, hexDigits);
    if (!numbers)
        return numbers.error();
    return numbered(*numbers);
}

Result<std::optional<DocumentFacts>> DocumentList::facts(const Sha256 &sha) const
{
    return queryOne(
        m_database, "SELECT facts FROM document WHERE sha256 = ?",
        [](const Statement &row) { return row.word(0, &factsFromJson); }, sha);
}

} // namespace model::store

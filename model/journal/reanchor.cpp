// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/reanchor.h"

#include "model/domain/reanchoring.h"
#include "model/journal/journal.h"
#include "model/store/document_table.h"
#include "model/store/page_table.h"
#include "model/store/query.h"
#include "model/store/tag_table.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace model::journal {
namespace {

/// The texts of a document's pages, each read once.
class Texts {
public:
    Texts(store::Database &database, qint64 document)
        : m_pages(database)
        , m_document(document)
    {
    }

    std::function<QString(int)> asFunction()
    {
        return [this](int pageIndex) {
            auto known = m_texts.find(pageIndex);
            if (known == m_texts.end()) {
                const auto page = m_pages.find(m_document, pageIndex);
                if (!page)
                    m_failure = page.error();
                known = m_texts.insert(pageIndex, page && *page ? (**page).text : QString());
            }
            return *known;
        };
    }
    const std::optional<Error> &failure() const { return m_failure; }

private:
    store::PageTable m_pages;
    const qint64 m_document;
    QHash<int, QString> m_texts;
    std::optional<Error> m_failure;
};

bool isMove(const AppliedChange &part)
{
    const auto *change = std::get_if<ChangeTag>(&part.change);
    return change && change->by;
}

} // namespace

Result<Reanchored> reanchorTags(store::Database &database, const Sha256 &document, int pageIndex, const Signature &by)
{
    const store::TagTable table(database);
    const auto tags = table.onPage(document, pageIndex);
    if (!tags)
        return tags.error();
    if (tags->empty())
        return Reanchored();
    const auto number = store::DocumentTable(database).numberOf(document);
    if (!number)
        return number.error();
    Texts texts(database, number->value_or(0));
    Decision decision;
    Reanchored result;
    for (const Tag &tag : *tags) {
        if (isInPlace(tag.passage, texts.asFunction()))
            continue;
        const auto moved = reanchored(tag.passage, texts.asFunction());
        if (texts.failure())
            return *texts.failure();
        if (!moved) {
            ++result.unplaced;
            continue;
        }
        const auto known = table.find(tag.id);
        if (!known)
            return known.error();
        Tag changed = tag;
        changed.passage = *moved;
        decision.changes.push_back(ChangeTag{changed, (**known).by});
        ++result.moved;
    }
    if (decision.changes.empty())
        return result;
    const auto decided = decide(database, decision, by);
    return decided ? Result<Reanchored>(result) : decided.error();
}

Result<std::vector<Tag>> tagsOutOfPlace(store::Database &database)
{
    // Only OCR changes the text of a page, and an office program of another version.
    const auto documents = store::queryAll(
        database,
        "SELECT DISTINCT document.number, document.sha256 FROM tag JOIN document ON document.number = tag.document "
        "WHERE EXISTS (SELECT 1 FROM page_ocr "
        "WHERE page_ocr.page IN (document.number * ?1 + first_page, document.number * ?1 + last_page)) "
        "OR EXISTS (SELECT 1 FROM conversion WHERE conversion.document = document.number) "
        "ORDER BY document.number",
        [](const store::Statement &row) { return std::pair(row.integer(0), row.sha256(1)); },
        store::PageTable::maximumPages);
    if (!documents)
        return documents.error();
    std::vector<Tag> astray;
    for (const auto &[number, sha] : *documents) {
        const auto tags = store::TagTable(database).ofDocument(sha);
        if (!tags)
            return tags.error();
        Texts texts(database, number);
        std::copy_if(tags->begin(), tags->end(), std::back_inserter(astray),
                     [&texts](const Tag &tag) { return !isInPlace(tag.passage, texts.asFunction()); });
        if (texts.failure())
            return *texts.failure();
    }
    return astray;
}

bool isReanchoring(const std::vector<AppliedChange> &changes)
{
    return !changes.empty() && std::all_of(changes.begin(), changes.end(), isMove);
}

} // namespace model::journal

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/suggesting.h"
#include "model/session/suggestions.h"
#include "model/store/suggestion_table.h"
#include "model/store/transaction.h"

namespace model::session {
namespace {

/// Explains passages, each of them once however many suggestions rest on it.
class Explainer {
public:
    Explainer(const CaseFile &file, intake::Suggesting suggesting)
        : m_file(file)
        , m_table(file.database())
        , m_suggesting(std::move(suggesting))
    {
    }

    Result<std::vector<PassageReasons>> reasonsFor(const SuggestionId &id)
    {
        std::vector<PassageReasons> all;
        const auto link = m_table.findLink(id);
        if (!link)
            return link.error();
        std::vector<SuggestionId> passages;
        if (!*link) {
            passages = {id};
        } else {
            for (const auto &one : {(*link)->partnerTag, (*link)->permissionTag, std::optional((*link)->evidence)}) {
                if (one)
                    passages.push_back(*one);
            }
        }
        for (const SuggestionId &passage : passages) {
            const auto reasons = ofPassage(passage);
            if (!reasons)
                return reasons.error();
            if (*reasons)
                all.push_back(**reasons);
        }
        return all;
    }

private:
    Result<std::optional<PassageReasons>> ofPassage(const SuggestionId &id)
    {
        if (const auto known = m_known.constFind(id); known != m_known.constEnd())
            return *known;
        const auto tag = m_table.findTag(id);
        if (!tag)
            return tag.error();
        std::optional<PassageReasons> reasons;
        if (*tag) {
            const Passage &passage = (*tag)->passage;
            QStringList pages;
            for (int page = passage.firstPage; page <= passage.lastPage; ++page) {
                const auto text = m_file.pageText(passage.document, page);
                if (!text)
                    return text.error();
                pages += text->text;
            }
            const qsizetype lastStart = passage.lastPage > passage.firstPage ? pages.front().size() + 1 : 0;
            annotate::ProposedSpan span;
            span.kind = (*tag)->kind;
            span.range = {passage.start, lastStart + passage.end};
            span.name = (*tag)->name;
            span.score = static_cast<float>((*tag)->score);
            reasons = PassageReasons{
                span.kind, passage.quote,
                m_suggesting.proposer->explain(pages.join(u'\f'), m_suggesting.holders, m_suggesting.known, span)};
        }
        m_known.insert(id, reasons);
        return reasons;
    }

    const CaseFile &m_file;
    const store::SuggestionTable m_table;
    const intake::Suggesting m_suggesting;
    QHash<SuggestionId, std::optional<PassageReasons>> m_known;
};

} // namespace

Result<QHash<SuggestionId, std::vector<PassageReasons>>>
suggestionReasons(const CaseFile &file, const std::vector<SuggestionId> &ids,
                  std::shared_ptr<const intake::Proposer> proposer)
{
    QHash<SuggestionId, std::vector<PassageReasons>> all;
    if (!proposer)
        return all;
    const store::Snapshot snapshot(file.database());
    auto suggesting = suggestingFor(file, std::move(proposer));
    if (!suggesting)
        return suggesting.error();
    Explainer explainer(file, *std::move(suggesting));
    for (const SuggestionId &id : ids) {
        auto reasons = explainer.reasonsFor(id);
        if (!reasons)
            return reasons.error();
        if (!reasons->empty())
            all.insert(id, *std::move(reasons));
    }
    return all;
}

} // namespace model::session

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/page_suggestions.h"

#include "model/session/suggestions.h"
#include "ui/review/suggestion_words.h"

namespace ui::review {

using model::Result;
using model::SuggestionId;
using model::TagSuggestion;
using model::session::CaseFile;
using model::session::CaseSession;
using Reasons = QHash<SuggestionId, std::vector<model::session::PassageReasons>>;

PageSuggestions::PageSuggestions(CaseSession &session, page::PageView &view, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_view(view)
{
    connect(&view, &page::PageView::currentPageChanged, this, &PageSuggestions::askReasons);
    connect(&session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (m_document && changes.suggestions.contains(*m_document))
            reload();
    });
}

void PageSuggestions::setDocument(const std::optional<model::Sha256> &document)
{
    m_loading.cancel();
    m_explaining.cancel();
    m_document = document;
    m_tags.clear();
    Q_EMIT namesChanged();
    m_view.setSuggestions({});
    m_view.setSuggestionTips({});
    m_session.setDocumentsOnView(document ? std::vector{*document} : std::vector<model::Sha256>());
    if (document)
        reload();
}

void PageSuggestions::setStrong(QSet<SuggestionId> suggestions)
{
    m_view.setStrongSuggestions(std::move(suggestions));
}

QStringList PageSuggestions::names(model::SubjectKind kind) const
{
    QStringList names;
    QSet<QString> seen;
    for (const TagSuggestion &tag : m_tags) {
        if (subjectKindOf(tag.kind) == kind && !seen.contains(tag.name)) {
            seen.insert(tag.name);
            names += tag.name;
        }
    }
    return names;
}

void PageSuggestions::setDecided(const QSet<SuggestionId> &decided)
{
    m_decided = decided;
    show();
}

void PageSuggestions::reload()
{
    m_loading.ask<model::Suggestions>(
        m_session, [document = *m_document](const CaseFile &file) { return suggestionsOfDocument(file, document); },
        [this](Result<model::Suggestions> answer) {
            if (!answer) {
                // A document that was withdrawn meanwhile has none.
                if (answer.error().kind != model::ErrorKind::NotFound)
                    Q_EMIT problem(answer.error().sentence);
                return;
            }
            m_tags = std::move(answer->tags);
            Q_EMIT namesChanged();
            show();
            askReasons();
        });
}

void PageSuggestions::show()
{
    std::vector<TagSuggestion> open;
    for (const TagSuggestion &tag : m_tags) {
        if (!m_decided.contains(tag.id))
            open.push_back(tag);
    }
    m_view.setSuggestions(std::move(open));
}

void PageSuggestions::askReasons()
{
    QHash<SuggestionId, TagSuggestion> onPage;
    std::vector<SuggestionId> ids;
    for (const TagSuggestion &tag : m_tags) {
        if (tag.passage.firstPage == m_view.currentPage()) {
            onPage.insert(tag.id, tag);
            ids.push_back(tag.id);
        }
    }
    m_explaining.cancel();
    if (ids.empty()) {
        m_view.setSuggestionTips({});
        return;
    }
    m_explaining.ask<Reasons>(
        m_session,
        [ids = std::move(ids), proposer = m_session.proposer()](const CaseFile &file) {
            return suggestionReasons(file, ids, proposer ? proposer() : nullptr);
        },
        [this, onPage = std::move(onPage)](const Result<Reasons> &answer) {
            QHash<SuggestionId, QString> tips;
            for (const TagSuggestion &tag : onPage) {
                const auto reasons = answer ? answer->value(tag.id) : Reasons::mapped_type();
                tips.insert(tag.id, tr("Suggested: %1\n%2").arg(suggestionText(tag), reasonText(tag.score, reasons)));
            }
            m_view.setSuggestionTips(std::move(tips));
        });
}

} // namespace ui::review

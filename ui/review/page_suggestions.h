// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"
#include "ui/page/page_view.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace ui::review {

/// Draws what is suggested in the document in view hollow on its pages, and says why under the mouse.
class PageSuggestions final : public QObject {
    Q_OBJECT
public:
    PageSuggestions(model::session::CaseSession &session, page::PageView &view, QObject *parent = nullptr);

    /// Nothing: no document in view.
    void setDocument(const std::optional<model::Sha256> &document);
    const std::optional<model::Sha256> &document() const { return m_document; }
    /// What the chosen suggestion rests on is drawn stronger, also once it has arrived.
    void setStrong(QSet<model::SuggestionId> suggestions);
    /// Decided a moment ago: not drawn, whatever the case says yet.
    void setDecided(const QSet<model::SuggestionId> &decided);

    QStringList names(model::SubjectKind kind) const; ///< that are suggested in the document

Q_SIGNALS:
    void namesChanged();
    void problem(const QString &sentence);

private:
    void reload();
    void show();
    void askReasons();

    model::session::CaseSession &m_session;
    page::PageView &m_view;
    model::session::Inquiry m_loading;
    model::session::Inquiry m_explaining;
    std::optional<model::Sha256> m_document;
    std::vector<model::TagSuggestion> m_tags; ///< of the document
    QSet<model::SuggestionId> m_decided;
};

} // namespace ui::review

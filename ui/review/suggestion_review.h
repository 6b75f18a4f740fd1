// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"
#include "ui/page/page_view.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <optional>

class QAction;

namespace ui::review {

class SuggestionPanel;

/// Shows what is suggested in the document in view, hollow on its pages and as a list beside them, and turns the
/// reporter's keys into decisions on it. Owns the actions.
class SuggestionReview final : public QObject {
    Q_OBJECT
public:
    SuggestionReview(model::session::CaseSession &session, page::PageView &view, SuggestionPanel &panel,
                     QObject *parent = nullptr);

    /// Nothing: no document in view.
    void setDocument(const std::optional<model::Sha256> &document);
    QList<QAction *> actions() const { return m_actions; }
    /// "3 suggestions on this page, 412 left in the case"; empty without a page in view or without suggestions.
    const QString &countSentence() const { return m_countSentence; }

Q_SIGNALS:
    void countSentenceChanged(const QString &sentence);
    void problem(const QString &sentence);

private:
    using Gesture = model::Result<model::journal::Decision> (*)(const model::session::CaseFile &,
                                                                const std::vector<model::SuggestionId> &);
    QAction *addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                       std::function<void()> act);
    void reload();
    void countAgain();
    void showPage();
    void askReasons();
    void showChosen(const model::SuggestionId &id);
    void decideChosen(Gesture gesture);
    void tellCount();

    model::session::CaseSession &m_session;
    page::PageView &m_view;
    SuggestionPanel &m_panel;
    QList<QAction *> m_actions;
    model::session::Inquiry m_loading;
    model::session::Inquiry m_counting;
    model::session::Inquiry m_explaining;
    std::optional<model::Sha256> m_document;
    model::Suggestions m_all;    ///< of the document
    model::Suggestions m_onPage; ///< those that begin on the page in view
    /// Decided a moment ago: they are out of the list at once, before the case says so.
    QSet<model::SuggestionId> m_decided;
    qint64 m_inCase = 0;
    QString m_countSentence;
};

} // namespace ui::review

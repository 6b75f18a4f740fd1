// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/search_hit.h"
#include "model/session/inquiry.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListView;
class QVBoxLayout;

namespace ui::search {

class HitListModel;
class SavedSearchList;
class SavedSearchModel;

/// What a search in the case found, and below it the searches that were saved. Choosing a hit opens its page.
class HitPanel final : public QWidget {
    Q_OBJECT
public:
    explicit HitPanel(model::session::CaseSession &session, QWidget *parent = nullptr);

    /// An empty one clears the list. `at`: the hit that was gone to already, so that step() goes on from there.
    void search(const QString &query, const std::optional<model::SearchHit> &at = std::nullopt);
    QString query() const { return m_query; } ///< what was searched for; empty for what cannot be
    /// To the next or previous place where the words stand, on the same page or another hit's, and opens it.
    void step(int direction);
    void focusList();
    /// Asks for a name for what is searched for; false where that is nothing.
    bool saveSearch();
    SavedSearchModel &saved() { return *m_saved; }

Q_SIGNALS:
    void hitChosen(const model::SearchHit &hit, size_t place); ///< `place`: which of those in the page
    void queryFaulty(qsizetype position, const QString &sentence);
    void queryAnswered();
    void stepped(const QString &sentence); ///< says where among the hits the reporter is
    void savedChosen(const QString &query);

private:
    void makeHits(QVBoxLayout *column);
    void tellHowTo();
    void ask(qint64 skip);
    void tellCount();
    void goTo(int row, size_t place);
    void stepToRow(int row);
    void findAgain(); ///< the hit that was gone to already

    model::session::CaseSession &m_session;
    model::session::Inquiry m_inquiry;
    HitListModel *m_model = nullptr;
    SavedSearchModel *m_saved = nullptr;
    SavedSearchList *m_savedList = nullptr;
    QString m_query;
    bool m_hasFault = false;              ///< what was asked for was no query
    int m_wentTo = -1;                    ///< row of the hit that was opened last; another may be chosen since
    size_t m_place = 0;                   ///< of its places in the page, the one gone to
    bool m_stepsWhenHere = false;         ///< to the first of the hits that are asked for
    std::optional<model::SearchHit> m_at; ///< to be found again among the first hits
    QLabel *m_text = nullptr;
    QListView *m_list = nullptr;
};

} // namespace ui::search

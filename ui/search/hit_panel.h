// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/search_hit.h"
#include "model/session/inquiry.h"

#include <QWidget>

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

    void search(const QString &query); ///< an empty one clears the list
    void step(int direction);          ///< to the next or previous hit, and opens it
    void focusList();
    /// Asks for a name for what is searched for; false where that is nothing.
    bool saveSearch();
    SavedSearchModel &saved() { return *m_saved; }

Q_SIGNALS:
    void hitChosen(const model::SearchHit &hit);
    void queryFaulty(qsizetype position, const QString &sentence);
    void queryAnswered();
    void savedChosen(const QString &query);

private:
    void makeHits(QVBoxLayout *column);
    void ask(qint64 skip);
    void tellCount();

    model::session::CaseSession &m_session;
    model::session::Inquiry m_inquiry;
    HitListModel *m_model = nullptr;
    SavedSearchModel *m_saved = nullptr;
    SavedSearchList *m_savedList = nullptr;
    QString m_query;
    QLabel *m_text = nullptr;
    QListView *m_list = nullptr;
};

} // namespace ui::search

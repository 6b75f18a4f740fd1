// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/search_hit.h"
#include "model/session/inquiry.h"

#include <QWidget>

class QLabel;
class QListView;

namespace ui::search {

class HitListModel;

/// What a search in the case found. Choosing a hit opens its page.
class HitPanel final : public QWidget {
    Q_OBJECT
public:
    explicit HitPanel(model::session::CaseSession &session, QWidget *parent = nullptr);

    void search(const QString &query); ///< an empty one clears the list
    void step(int direction);          ///< to the next or previous hit, and opens it
    void focusList();

Q_SIGNALS:
    void hitChosen(const model::SearchHit &hit);
    void queryFaulty(qsizetype position, const QString &sentence);
    void queryAnswered();

private:
    void ask(qint64 skip);
    void tellCount();

    model::session::CaseSession &m_session;
    model::session::Inquiry m_inquiry;
    HitListModel *m_model = nullptr;
    QString m_query;
    QLabel *m_text = nullptr;
    QListView *m_list = nullptr;
};

} // namespace ui::search

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/known_blank.h"

#include <QWidget>

class QLabel;
class QListView;

namespace ui::search {
class HitListModel;
}

namespace ui::matrix {

/// What an empty cell rests on: how many pages name both its partner and its permission, and which.
class BlankList final : public QWidget {
    Q_OBJECT
public:
    explicit BlankList(QWidget *parent = nullptr);

    void showBlank(model::session::KnownBlank blank);
    void clear();
    const model::SearchHit *first() const; ///< null where there is none
    bool focusList();                      ///< false where there is none

Q_SIGNALS:
    void hitChosen(const model::SearchHit &hit);

private:
    QLabel *m_text = nullptr;
    search::HitListModel *m_model = nullptr;
    QListView *m_list = nullptr;
};

} // namespace ui::matrix

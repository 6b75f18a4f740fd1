// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"
#include "model/session/same_names.h"
#include "ui/common/subject_book.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QListWidget;

namespace ui::settings {

/// Names that likely mean the same, for the reporter to merge or to say that they do not; hidden where there are none.
/// Enter chooses, Delete says "not the same", which the case remembers; those can be listed too, and Delete takes it
/// back.
class SameNamesList final : public QWidget {
    Q_OBJECT
public:
    SameNamesList(model::session::CaseSession &session, SubjectBook &book, QWidget *parent = nullptr);

    void setKind(model::SubjectKind kind);
    void reload();

Q_SIGNALS:
    void chosen(const model::session::LikelySame &pair);
    void passageChosen(const model::Passage &passage);

private:
    void fill();
    void choose();
    void openPassage(); ///< that says so, of the pair in view
    void setApart();    ///< or together again, the pair that is chosen
    const model::session::LikelySame *current() const;
    QString reasonFor(const model::session::LikelySame &pair) const;

    model::session::CaseSession &m_session;
    SubjectBook &m_book;
    model::session::Inquiry m_inquiry;
    model::SubjectKind m_kind = model::SubjectKind::Partner;
    model::session::LikelySames m_found;
    std::vector<model::session::LikelySame> m_pairs; ///< those listed
    QLabel *m_title = nullptr;
    QListWidget *m_list = nullptr;
    QCheckBox *m_showsApart = nullptr;
};

} // namespace ui::settings

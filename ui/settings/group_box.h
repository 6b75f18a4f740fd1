// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_session.h"
#include "ui/common/subject_book.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace ui {
class NameField;
}

namespace ui::settings {

/// The group that the chosen partners are in, and another one for all of them in one step. Names of groups that exist
/// are completed.
class GroupBox final : public QWidget {
    Q_OBJECT
public:
    GroupBox(model::session::CaseSession &session, SubjectBook &book, QWidget *parent = nullptr);

    /// Hidden where none is chosen. What is being typed stays while the same are chosen.
    void show(const std::vector<model::SubjectId> &partners);

private:
    QString groupOf(const model::SubjectId &partner) const; ///< of the one that it counts as
    std::vector<model::Subject> groups() const;             ///< as names to complete
    void decide(const QString &group);

    model::session::CaseSession &m_session;
    SubjectBook &m_book;
    std::vector<model::SubjectId> m_partners;
    QString m_shown; ///< the group in the field as it was filled in
    QLabel *m_label = nullptr;
    NameField *m_group = nullptr;
    QPushButton *m_putIn = nullptr;
    QPushButton *m_takeOut = nullptr;
};

} // namespace ui::settings

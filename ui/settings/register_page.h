// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_session.h"
#include "ui/common/subject_book.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QTabBar;
class QTreeWidget;

namespace ui::settings {

class GroupBox;
class SameNamesList;
class SubjectDetails;

/// The partners and permissions of the case: renamed, given aliases, put into groups, merged and
/// split off again.
class RegisterPage final : public QWidget {
    Q_OBJECT
public:
    RegisterPage(model::session::CaseSession &session, SubjectBook &book, QWidget *parent = nullptr);

    void choose(const model::SubjectId &subject); ///< and takes the keyboard
    const std::optional<model::SubjectId> &chosen() const { return m_current; }

Q_SIGNALS:
    void done();
    void passageChosen(const model::Passage &passage);
    void findingChosen(const model::FindingKey &finding);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeList(model::session::CaseSession &session);
    QWidget *makeDetails(model::session::CaseSession &session);
    void fillList();
    void showDetails();
    void showGroup();
    std::vector<model::SubjectId> selected() const;
    model::SubjectKind kind() const;

    SubjectBook &m_book;
    std::optional<model::SubjectId> m_current;
    QTabBar *m_kind = nullptr;
    QLineEdit *m_filter = nullptr;
    QTreeWidget *m_list = nullptr;
    GroupBox *m_group = nullptr;
    SameNamesList *m_sameNames = nullptr;
    SubjectDetails *m_details = nullptr;
    QLabel *m_hint = nullptr;
};

} // namespace ui::settings

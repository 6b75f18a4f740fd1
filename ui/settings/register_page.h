// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"
#include "ui/common/subject_book.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTabBar;
class QTreeWidget;

namespace ui {
class NameField;
}

namespace ui::settings {

/// The partners and permissions of the case: renamed, given aliases, merged and split off again.
class RegisterPage final : public QWidget {
    Q_OBJECT
public:
    RegisterPage(model::session::CaseSession &session, SubjectBook &book, QWidget *parent = nullptr);

    void choose(const model::SubjectId &subject); ///< and takes the keyboard

Q_SIGNALS:
    void done();
    void passageChosen(const model::Passage &passage);

private:
    QWidget *makeList();
    QWidget *makeDetails();
    void fillList();
    void showDetails();
    void showName(); ///< unless it is being typed
    void loadTags(); ///< those that are ticked stay so
    std::vector<model::TagId> tickedTags() const;
    model::SubjectKind kind() const;
    const model::Subject *current() const;
    void merge(const QString &into);
    void moveTags(const QString &to);
    void remove();
    void askRemovable();

    model::session::CaseSession &m_session;
    SubjectBook &m_book;
    model::session::Inquiry m_tagInquiry;
    model::session::Inquiry m_removableInquiry;
    std::optional<model::SubjectId> m_current;
    std::vector<model::Tag> m_tags; ///< that name the current one
    QTabBar *m_kind = nullptr;
    QLineEdit *m_filter = nullptr;
    QTreeWidget *m_list = nullptr;
    QWidget *m_details = nullptr;
    QLabel *m_hint = nullptr;
    QLineEdit *m_name = nullptr;
    QListWidget *m_aliases = nullptr;
    QLineEdit *m_newAlias = nullptr;
    QPushButton *m_removeAlias = nullptr;
    NameField *m_mergeInto = nullptr;
    QPushButton *m_merge = nullptr;
    QLabel *m_mergedText = nullptr;
    QPushButton *m_split = nullptr;
    QListWidget *m_tagList = nullptr;
    NameField *m_moveTo = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_whyNot = nullptr; ///< it cannot be removed
};

} // namespace ui::settings

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace ui::search {

class SavedSearchModel;

/// The saved searches, opened by Enter, renamed by F2, removed by Delete; and a line that asks for the name of another.
class SavedSearchList final : public QWidget {
    Q_OBJECT
public:
    explicit SavedSearchList(SavedSearchModel &model, QWidget *parent = nullptr);

    /// What can be saved now, and how many pages answer it; nothing for an empty query.
    void setSearch(const QString &query, qint64 pages);
    void askName(const QString &query, qint64 pages);

Q_SIGNALS:
    void chosen(const QString &query);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeButtons();
    void save();
    void remove();
    void arrange(); ///< what there is to be seen

    SavedSearchModel &m_model;
    QString m_query;
    qint64 m_pages = 0;
    QPushButton *m_save = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_title = nullptr;
    QListView *m_list = nullptr;
    QWidget *m_buttons = nullptr;
};

} // namespace ui::search

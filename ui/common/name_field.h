// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/name_matches.h"

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace ui {

/// A line for a name with the names it may mean listed below it. Up and Down choose among them, Enter takes what is
/// chosen, else what is typed.
class NameField final : public QWidget {
    Q_OBJECT
public:
    explicit NameField(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    void setSubjects(std::vector<model::Subject> subjects);
    void setPlaceholder(const QString &text);
    /// Puts the text in, all of it selected, and lists what it may mean.
    void setText(const QString &text);
    QString text() const;    ///< tidied
    bool hasMatches() const; ///< some are listed to choose from
    QLineEdit *lineEdit() const { return m_line; }
    void accept();                     ///< as Enter does; nothing where nothing stands in it
    void setListVisible(bool visible); ///< hidden while the field is not being filled in

Q_SIGNALS:
    void accepted(const QString &name);
    void cancelled();
    void resized();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void listMatches();

    std::vector<model::Subject> m_subjects;
    QLineEdit *m_line = nullptr;
    QListWidget *m_list = nullptr;
};

} // namespace ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/suggestion_queue.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;

namespace ui::review {

/// What says the same as the chosen suggestion all over the case, before all of it is accepted or rejected in one step:
/// Space leaves one out, Enter decides the others, Escape none.
class SamePanel final : public QFrame {
    Q_OBJECT
public:
    enum class Act { Accept, Reject };

    explicit SamePanel(QWidget *parent = nullptr);

    void open(Act act, const model::session::SameSuggestions &same, const QHash<model::Sha256, QString> &titles);
    void close();
    QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void decided(Act act, const std::vector<model::SuggestionId> &suggestions);
    void closed(); ///< just before it is hidden: whoever hears it takes the focus

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::vector<model::SuggestionId> checked() const;
    void updateButton();
    void decide();

    Act m_act = Act::Accept;
    QLabel *m_title = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_decide = nullptr;
};

} // namespace ui::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"

#include <QGroupBox>

class QCheckBox;
class QLabel;
class QPushButton;

namespace ui {
class Prompts;
}

namespace ui::settings {

/// What the annotation model has learned in the case: how much, taken out to a file, taken over from one, forgotten.
class LearnedBox final : public QGroupBox {
    Q_OBJECT
public:
    LearnedBox(model::session::CaseSession &session, Prompts &prompts, QWidget *parent = nullptr);

Q_SIGNALS:
    void news(const QString &sentence);
    void problem(const model::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeButtons();
    QWidget *makeQuestion();
    void reload();
    void ask(bool open); ///< whether all is to be forgotten
    void takeOut(const QString &path);
    void takeOver(const QString &path);
    void forget();
    void tell(const model::Result<void> &done, const QString &sentence); ///< the sentence where all went well

    model::session::CaseSession &m_session;
    Prompts &m_prompts;
    model::session::Inquiry m_stating;
    model::session::Inquiry m_writing;
    QLabel *m_state = nullptr;
    QPushButton *m_takeOut = nullptr;
    QPushButton *m_takeOver = nullptr;
    QPushButton *m_reset = nullptr;
    QWidget *m_question = nullptr;
    QCheckBox *m_sure = nullptr;
    QPushButton *m_forget = nullptr;
};

} // namespace ui::settings

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"
#include "ui/common/preferences.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace ui {
class Prompts;
}

namespace ui::settings {

class LearnedBox;

/// About the open case: where it lies, who holds the data, under which name decisions are made, and
/// what the annotation model has learned. What is typed holds
/// once the page is left, however it is left.
class CasePage final : public QWidget {
    Q_OBJECT
public:
    CasePage(model::session::CaseSession &session, Preferences &preferences, Prompts &prompts,
             QWidget *parent = nullptr);
    LearnedBox &learned() { return *m_learned; }

Q_SIGNALS:
    void done();
    void reviewerChanged(const QString &name); ///< holds from the next opening of the case

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void reload(); ///< but what is being typed stays
    QStringList typedHolders() const;
    void commitHolders();

    model::session::CaseSession &m_session;
    Preferences &m_preferences;
    model::session::Inquiry m_inquiry;
    QStringList m_holders; ///< as decided, so that nothing is decided twice
    QPlainTextEdit *m_holderText = nullptr;
    QLineEdit *m_reviewer = nullptr;
    LearnedBox *m_learned = nullptr;
};

} // namespace ui::settings

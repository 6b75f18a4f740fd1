// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/document_origin.h"
#include "model/session/inquiry.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QTextBrowser;

namespace ui::documents {

class CopyPanel;

/// Beside the page: where the document in view comes from and what it says of itself, and its copies. Asks only while
/// it is open.
class OriginDrawer final : public QWidget {
    Q_OBJECT
public:
    explicit OriginDrawer(model::session::CaseSession &session, QWidget *parent = nullptr);

    void setDocument(const std::optional<model::Sha256> &document);
    void takeFocus();
    CopyPanel &copies() { return *m_copies; }

Q_SIGNALS:
    void earlierStatesWanted(const model::Sha256 &document); ///< as documents of their own
    void left();                                             ///< Escape, or the button for it

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void ask();

    model::session::CaseSession &m_session;
    model::session::Inquiry m_inquiry;
    std::optional<model::Sha256> m_document;
    CopyPanel *m_copies = nullptr;
    QTextBrowser *m_text = nullptr;
    QPushButton *m_takeStates = nullptr;
};

} // namespace ui::documents

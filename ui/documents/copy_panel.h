// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/copies.h"
#include "model/session/inquiry.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListWidget;
class QPushButton;

namespace ui::documents {

/// The documents that count as one source with the one in view: to compare them, and to split and join them.
class CopyPanel final : public QWidget {
    Q_OBJECT
public:
    explicit CopyPanel(model::session::CaseSession &session, QWidget *parent = nullptr);

    void setDocument(const std::optional<model::Sha256> &document);
    /// The document that stands beside, which can be joined.
    void setBeside(const std::optional<model::Sha256> &document);

Q_SIGNALS:
    void compareWanted(const model::Sha256 &with);
    void problem(const QString &sentence);

private:
    void ask();
    void show(const std::vector<model::session::Copy> &group);
    void compare();
    void split();
    void join();
    void updateButtons();

    model::session::CaseSession &m_session;
    model::session::Inquiry m_inquiry;
    std::optional<model::Sha256> m_document;
    std::optional<model::Sha256> m_beside;
    std::vector<model::session::Copy> m_others;
    QLabel *m_sentence = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_split = nullptr;
    QPushButton *m_join = nullptr;
};

} // namespace ui::documents

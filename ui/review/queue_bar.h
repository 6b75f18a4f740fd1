// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/suggestion_queue.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace ui::review {

/// In which order what is suggested comes, and what of it. The filter is folded away until it is asked for.
class QueueBar final : public QWidget {
    Q_OBJECT
public:
    explicit QueueBar(QWidget *parent = nullptr);

    /// `document`: the one in view, which the filter may be about.
    model::session::QueueRequest request(const std::optional<model::Sha256> &document) const;
    bool wantsDocumentOnly() const;
    void setDocumentOnly(bool only);
    void setOrder(model::QueueOrder order);
    void focusOrder();
    void focusFilter();
    QString state() const; ///< for restore(), when the case is opened again
    void restore(const QString &state);

Q_SIGNALS:
    void changed();
    void left(); ///< Enter or Escape: back to the list

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QComboBox *addCombo(const char *name, const QString &accessibleName);
    void tellFiltered();
    bool hidesUnlikely() const;

    QComboBox *m_order = nullptr;
    QToolButton *m_fold = nullptr;
    QWidget *m_filter = nullptr;
    QComboBox *m_scope = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_score = nullptr;
    QLineEdit *m_partner = nullptr;
    QToolButton *m_showAll = nullptr; ///< there while unlikely findings are hidden
};

} // namespace ui::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"
#include "ui/documents/document_tree_model.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QTreeView;

namespace ui::documents {

class CoverageBar;

/// The documents of the case: grouped by bundle, filtered, with state and progress. Keeps itself up to date.
class DocumentPanel final : public QWidget {
    Q_OBJECT
public:
    explicit DocumentPanel(model::session::CaseSession &session, QWidget *parent = nullptr);

    const DocumentTreeModel &documents() const { return *m_model; }
    void setCurrent(const std::optional<model::Sha256> &document);
    void showRefused(); ///< only what could not be read
    /// Only those that came, or that others decided on, since the last visit.
    void showNew(QSet<model::Sha256> documents);
    void focusFilter();

Q_SIGNALS:
    void documentChosen(const model::Sha256 &document);
    void documentsLoaded();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reload();
    void updateSome(const QSet<model::Sha256> &documents);
    void applyFilter();
    void enterList(); ///< by Down from the filter
    void openFirst(); ///< by Enter in the filter
    /// Resets the list by `change`; what was folded stays folded, what is read stays chosen.
    void rearrange(const std::function<void()> &change);
    void updateHint();
    void updateCoverage();

    model::session::CaseSession &m_session;
    model::session::Inquiry m_listInquiry;
    model::session::Inquiry m_someInquiry;
    QSet<model::Sha256> m_stale; ///< changed, not asked for yet
    QTimer m_reloadSoon;         ///< gathers the many changes of an import
    DocumentTreeModel *m_model = nullptr;
    CoverageBar *m_coverage = nullptr;
    QLineEdit *m_filter = nullptr;
    QComboBox *m_state = nullptr;
    QTreeView *m_tree = nullptr;
    QLabel *m_hint = nullptr;
    std::optional<model::Sha256> m_current;
};

} // namespace ui::documents

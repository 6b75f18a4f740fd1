// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/suggestion.h"

#include <QHash>
#include <QWidget>

#include <optional>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui::review {

/// What is suggested on the page in view and undecided: findings first, then single passages. Under the list stands why
/// the chosen one is suggested.
class SuggestionPanel final : public QWidget {
    Q_OBJECT
public:
    explicit SuggestionPanel(QWidget *parent = nullptr);

    /// Where the chosen one is gone while the list has the focus, the one in its place is chosen.
    void show(const model::Suggestions &ofPage);
    void clear(); ///< no page in view
    /// Why each is suggested; those of others are forgotten.
    void setReasons(QHash<model::SuggestionId, QString> reasons);
    std::optional<model::SuggestionId> chosen() const;
    void choose(const model::SuggestionId &suggestion);
    void takeFocus(); ///< and tells which is chosen, the first where none is
    int count() const;
    QTreeWidget *list() const { return m_list; }

Q_SIGNALS:
    void suggestionChosen(const model::SuggestionId &suggestion);
    void left(); ///< Escape

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addRow(const model::SuggestionId &id, const QString &text, const QString &spoken, const QIcon &icon);
    void tellChosen();
    void showReason();

    QLabel *m_title = nullptr;
    QLabel *m_hint = nullptr;
    QTreeWidget *m_list = nullptr;
    QLabel *m_reason = nullptr;
    QHash<model::SuggestionId, QString> m_reasons;
};

} // namespace ui::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/document.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui::page {

class DocumentPane;

/// The table of contents that the document in view brings with it. Choosing an entry turns to its page; the entry that
/// the page in view belongs to is marked.
class OutlinePanel final : public QWidget {
    Q_OBJECT
public:
    explicit OutlinePanel(DocumentPane &pane, QWidget *parent = nullptr);

    void takeFocus();

private:
    void clear();
    void show(const std::vector<model::OutlineEntry> &outline);
    void showCurrent(int pageIndex);
    void turnTo(const QTreeWidgetItem *item);

    DocumentPane &m_pane;
    QLabel *m_sentence = nullptr;
    QTreeWidget *m_tree = nullptr;
    std::vector<QTreeWidgetItem *> m_items; ///< those that lead to a page, in the document's order
};

} // namespace ui::page

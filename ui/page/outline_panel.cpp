// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/outline_panel.h"

#include "ui/page/document_pane.h"
#include "ui/page/thumbnail_model.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui::page {
namespace {

constexpr int pageRole = Qt::UserRole;

int pageOf(const QTreeWidgetItem &item)
{
    return item.data(0, pageRole).toInt();
}

} // namespace

OutlinePanel::OutlinePanel(DocumentPane &pane, QWidget *parent)
    : QWidget(parent)
    , m_pane(pane)
{
    setObjectName(QStringLiteral("outlinePanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("outlineSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setFocusPolicy(Qt::TabFocus); // a screen reader is led to it
    column->addWidget(m_sentence);
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(QStringLiteral("outline"));
    m_tree->setAccessibleName(tr("Table of contents of the document"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    column->addWidget(m_tree, 1);
    column->addStretch(0);
    connect(&pane, &DocumentPane::documentShown, this, &OutlinePanel::clear);
    connect(&pane, &DocumentPane::factsRead, this, [this](const model::DocumentFacts &facts) { show(facts.outline); });
    connect(&pane.view(), &PageView::currentPageChanged, this, &OutlinePanel::showCurrent);
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem *item) { turnTo(item); });
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        turnTo(item);
        m_pane.view().setFocus();
    });
    clear();
}

void OutlinePanel::clear()
{
    m_items.clear();
    m_tree->clear();
    m_tree->hide();
    m_sentence->setText(m_pane.showsPages() ? tr("This document brings no table of contents.")
                                            : tr("The table of contents of the document in view stands here."));
    m_sentence->show();
}

void OutlinePanel::show(const std::vector<model::OutlineEntry> &outline)
{
    clear();
    if (outline.empty() || !m_pane.document())
        return;
    const std::vector<model::PageFrame> &frames = m_pane.document()->frames;
    QList<QTreeWidgetItem *> top;
    std::vector<QTreeWidgetItem *> path; // the last entry of each level above
    for (const model::OutlineEntry &entry : outline) {
        // A level may be left out; the entry then hangs on the one above it.
        path.resize(std::min(path.size(), static_cast<size_t>(std::max(0, entry.level))));
        auto *item = path.empty() ? new QTreeWidgetItem : new QTreeWidgetItem(path.back());
        if (path.empty())
            top += item;
        path.push_back(item);
        const bool leads = entry.pageIndex >= 0 && entry.pageIndex < static_cast<int>(frames.size());
        item->setText(0, entry.title.isEmpty() ? tr("(without a title)") : entry.title);
        // Said to be HTML, so that what is in it is not taken for some.
        item->setToolTip(0, QStringLiteral("<span>%1</span>").arg(entry.title.toHtmlEscaped()));
        item->setData(0, pageRole, leads ? entry.pageIndex : -1);
        if (!leads)
            continue;
        const model::PageFrame &frame = frames[static_cast<size_t>(entry.pageIndex)];
        item->setText(1, frame.label.isEmpty() ? QString::number(entry.pageIndex + 1) : frame.label);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        m_items.push_back(item);
    }
    m_tree->addTopLevelItems(top);
    m_tree->expandToDepth(0);
    m_tree->show();
    m_sentence->hide();
    showCurrent(m_pane.view().currentPage());
}

void OutlinePanel::showCurrent(int pageIndex)
{
    if (m_tree->hasFocus())
        return; // the reporter is on the way through it
    QTreeWidgetItem *current = nullptr;
    for (QTreeWidgetItem *item : m_items) {
        if (pageOf(*item) <= pageIndex && (!current || pageOf(*item) >= pageOf(*current)))
            current = item;
    }
    // Folded parts stay folded: what is in sight of it is its nearest entry above.
    for (QTreeWidgetItem *above = current ? current->parent() : nullptr; above; above = above->parent()) {
        if (!above->isExpanded())
            current = above;
    }
    m_tree->setCurrentItem(current);
}

void OutlinePanel::turnTo(const QTreeWidgetItem *item)
{
    if (item && pageOf(*item) >= 0)
        m_pane.view().goToPage(pageOf(*item));
}

void OutlinePanel::takeFocus()
{
    if (m_tree->isHidden())
        m_sentence->setFocus(Qt::ShortcutFocusReason);
    else
        m_tree->setFocus(Qt::ShortcutFocusReason);
}

} // namespace ui::page

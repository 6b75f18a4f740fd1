// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/page_tags_panel.h"

#include "ui/common/key_words.h"
#include "ui/common/marks.h"
#include "ui/common/type_ahead.h"
#include "ui/common/words.h"
#include "ui/common/wrapping_delegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui::review {
namespace {

constexpr int tagRole = Qt::UserRole;         // QUuid of the tag
constexpr int linkRole = Qt::UserRole + 1;    // QUuid of the link
constexpr int partnerRole = Qt::UserRole + 2; // QUuids of the finding
constexpr int permissionRole = Qt::UserRole + 3;
constexpr int fedRole = Qt::UserRole + 4; // whether it is a cell that a partner or a permission feeds

template <class Id> std::optional<Id> idOf(const QTreeWidgetItem *item, int role)
{
    return item ? Id::fromString(item->data(0, role).toString()) : std::nullopt;
}

} // namespace

PageTagsPanel::PageTagsPanel(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("pageTags"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_title = new QLabel(this);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    column->addWidget(m_title);
    m_hint = new QLabel(this);
    new KeyedText(m_hint, [this](const KeyWords &keys) {
        m_hint->setText(
            keys.in(tr("Nothing is tagged on this page yet. Select words with the mouse, or with {caret} and "
                       "Shift+arrows, then press {tagPartner} for a partner, {tagPermission} for a "
                       "permission, {tagEvidence} for evidence.")));
    });
    m_hint->setObjectName(QStringLiteral("pageTagsHint"));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_hint);
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("pageTagsList"));
    m_list->setAccessibleName(tr("Tags and links of this page"));
    m_list->setHeaderHidden(true);
    m_list->setColumnCount(1);
    m_list->setIndentation(14);
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegate(new WrappingDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    stopTypeAhead(*m_list);
    column->addWidget(m_list, 1);
    column->addStretch(0);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (const auto tag = idOf<model::TagId>(item, tagRole)) {
            m_selected = tag;
            showFed();
            Q_EMIT tagChosen(*tag);
        }
    });
    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        const auto partner = idOf<model::SubjectId>(item, partnerRole);
        const auto permission = idOf<model::SubjectId>(item, permissionRole);
        if (partner && permission)
            Q_EMIT findingChosen({*partner, *permission});
        else if (const auto tag = idOf<model::TagId>(item, tagRole))
            Q_EMIT renameRequested(*tag);
    });
    clear();
}

/// The cells of the matrix that a tag of a partner or a permission is spoken of in.
void PageTagsPanel::addFed(QTreeWidgetItem &item, const model::session::DocumentTags &tags, const model::Tag &tag)
{
    for (const model::session::NamedLink &link : linksThrough(tags, tag)) {
        auto *child = new QTreeWidgetItem(&item);
        child->setText(0, tr("feeds %1 × %2", "partner, permission").arg(link.partner, link.permission));
        child->setToolTip(0, tr("Verdict: %1. Enter opens the finding in the matrix.").arg(wordFor(link.verdict)));
        child->setIcon(0, iconFor(link.verdict));
        child->setData(0, tagRole, tag.id.toString());
        child->setData(0, fedRole, true);
        child->setData(0, partnerRole, link.finding.partner.toString());
        child->setData(0, permissionRole, link.finding.permission.toString());
    }
}

void PageTagsPanel::showFed()
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        const bool chosen = m_selected && idOf<model::TagId>(item, tagRole) == m_selected;
        for (int i = 0; i < item->childCount(); ++i) {
            if (item->child(i)->data(0, fedRole).toBool())
                item->child(i)->setHidden(!chosen);
        }
    }
}

QTreeWidgetItem *PageTagsPanel::addTag(const model::session::DocumentTags &tags, const model::Tag &tag)
{
    const QString quote = shortened(tag.passage.quote, 140);
    const QString name = tag.subject ? tags.names.value(*tag.subject) : QString();
    const bool sameWords = model::nameKey(name) == model::nameKey(quote);
    auto *item = new QTreeWidgetItem(m_list);
    item->setText(0, name.isEmpty() ? tr("“%1”").arg(quote) : sameWords ? name : tr("%1: “%2”").arg(name, quote));
    item->setToolTip(0, tr("%1: %2").arg(wordFor(tag.kind), tag.passage.quote));
    item->setData(0, Qt::AccessibleTextRole, tr("%1: %2").arg(wordFor(tag.kind), item->text(0)));
    item->setIcon(0, iconFor(tag.kind));
    item->setData(0, tagRole, tag.id.toString());
    if (tag.kind != model::TagKind::Evidence)
        addFed(*item, tags, tag);
    for (const model::session::NamedLink &link : tags.links.value(tag.id)) {
        auto *child = new QTreeWidgetItem(item);
        child->setText(0, tr("%1: %2 × %3", "stance, partner, permission")
                              .arg(wordFor(link.link.stance), link.partner, link.permission));
        child->setToolTip(0, tr("Verdict: %1. Enter opens the finding in the matrix.").arg(wordFor(link.verdict)));
        child->setIcon(0, iconFor(link.link.stance));
        child->setData(0, tagRole, tag.id.toString());
        child->setData(0, linkRole, link.link.id.toString());
        child->setData(0, partnerRole, link.finding.partner.toString());
        child->setData(0, permissionRole, link.finding.permission.toString());
    }
    for (const model::Note &note : tags.notes) {
        if (note.target != model::NoteTarget(tag.id))
            continue;
        auto *child = new QTreeWidgetItem(item);
        child->setText(0, tr("Note: %1").arg(shortened(note.text, 160)));
        child->setToolTip(0, note.text);
        child->setData(0, tagRole, tag.id.toString());
    }
    item->setExpanded(true);
    return item;
}

void PageTagsPanel::show(const model::session::DocumentTags &tags, int pageIndex)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const model::Tag &tag : tags.tags) {
        if (tag.passage.firstPage <= pageIndex && pageIndex <= tag.passage.lastPage)
            addTag(tags, tag);
    }
    const int count = m_list->topLevelItemCount();
    m_title->setText(count == 0   ? tr("This page")
                     : count == 1 ? tr("This page: 1 tag")
                                  : tr("This page: %Ln tags", nullptr, count));
    m_hint->setVisible(count == 0);
    m_list->setVisible(count > 0);
    setSelectedTag(m_selected);
}

void PageTagsPanel::clear()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_title->setText(tr("This page"));
    m_hint->hide();
    m_list->hide();
}

void PageTagsPanel::setSelectedTag(const std::optional<model::TagId> &tag)
{
    m_selected = tag;
    showFed();
    const QSignalBlocker quiet(m_list);
    if (idOf<model::TagId>(m_list->currentItem(), tagRole) == tag)
        return;
    m_list->setCurrentItem(nullptr);
    for (int row = 0; tag && row < m_list->topLevelItemCount(); ++row) {
        if (idOf<model::TagId>(m_list->topLevelItem(row), tagRole) == tag)
            m_list->setCurrentItem(m_list->topLevelItem(row));
    }
}

std::optional<model::LinkId> PageTagsPanel::selectedLink() const
{
    return idOf<model::LinkId>(m_list->currentItem(), linkRole);
}

} // namespace ui::review

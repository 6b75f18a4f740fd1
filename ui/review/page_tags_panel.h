// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/page_tags.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui::review {

/// What is tagged on the page in view, and under each evidence passage the findings it is linked to. Those that a tag
/// of a partner or a permission feeds are shown while it is chosen.
class PageTagsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit PageTagsPanel(QWidget *parent = nullptr);

    void show(const model::session::DocumentTags &tags, int pageIndex);
    void clear();
    void setSelectedTag(const std::optional<model::TagId> &tag);
    std::optional<model::LinkId> selectedLink() const;
    QTreeWidget *list() const { return m_list; }

Q_SIGNALS:
    void tagChosen(const model::TagId &tag);
    void findingChosen(const model::FindingKey &finding); ///< double click or Enter on a link
    void renameRequested(const model::TagId &tag);        ///< double click or Enter on a tag

private:
    void addFed(QTreeWidgetItem &item, const model::session::DocumentTags &tags, const model::Tag &tag);
    void showFed();
    QTreeWidgetItem *addTag(const model::session::DocumentTags &tags, const model::Tag &tag);

    QLabel *m_title = nullptr;
    QLabel *m_hint = nullptr;
    QTreeWidget *m_list = nullptr;
    std::optional<model::TagId> m_selected;
};

} // namespace ui::review

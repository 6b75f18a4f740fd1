// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_frame.h"
#include "model/domain/suggestion.h"
#include "model/domain/tag.h"

#include <QAbstractListModel>

#include <array>
#include <vector>

namespace ui::page {

/// What a page carries, as its thumbnail shows it.
struct PageMarks {
    bool isRead = false;
    std::array<int, 3> tags = {};        ///< how many of each kind begin or go on here
    std::array<int, 3> suggestions = {}; ///< the same
};

/// The pages of a document as a list: what each is called and what it carries.
class ThumbnailModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void setPages(std::vector<model::PageFrame> frames);
    void setRead(const std::vector<bool> &read);
    void setTags(const std::vector<model::Tag> &tags);
    void setSuggestions(const std::vector<model::TagSuggestion> &suggestions);
    void touch(int pageIndex); ///< its picture has changed

    const model::PageFrame &frame(int pageIndex) const { return m_frames.at(static_cast<size_t>(pageIndex)); }
    const PageMarks &marks(int pageIndex) const { return m_marks.at(static_cast<size_t>(pageIndex)); }

private:
    void tellAll();

    std::vector<model::PageFrame> m_frames;
    std::vector<PageMarks> m_marks;
};

/// "4", or "iv (4)" where the document has a name of its own for the page. Pages count from 0.
QString pageName(const model::PageFrame &frame, int pageIndex);

} // namespace ui::page

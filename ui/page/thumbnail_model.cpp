// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/thumbnail_model.h"

#include <QStringList>

#include <algorithm>
#include <numeric>

namespace ui::page {
namespace {

using Counts = std::array<int, 3> PageMarks::*;

template <class Marked> void count(std::vector<PageMarks> &pages, const std::vector<Marked> &all, Counts counts)
{
    for (PageMarks &page : pages)
        page.*counts = {};
    for (const Marked &one : all) {
        const int last = std::min(one.passage.lastPage, static_cast<int>(pages.size()) - 1);
        for (int pageIndex = std::max(0, one.passage.firstPage); pageIndex <= last; ++pageIndex)
            ++(pages[static_cast<size_t>(pageIndex)].*counts)[static_cast<size_t>(one.kind)];
    }
}

int sum(const std::array<int, 3> &counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

} // namespace

QString pageName(const model::PageFrame &frame, int pageIndex)
{
    const QString number = QString::number(pageIndex + 1);
    if (frame.label.isEmpty() || frame.label == number)
        return number;
    return ThumbnailModel::tr("%1 (%2)", "the document's name for the page, its number").arg(frame.label, number);
}

int ThumbnailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_frames.size());
}

QVariant ThumbnailModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString name = pageName(frame(index.row()), index.row());
    if (role == Qt::DisplayRole)
        return name;
    if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const PageMarks &carried = marks(index.row());
    QStringList parts = {tr("Page %1").arg(name), carried.isRead ? tr("seen") : tr("not seen yet")};
    if (const int tags = sum(carried.tags))
        parts += tr("%n tag(s)", nullptr, tags);
    if (const int suggestions = sum(carried.suggestions))
        parts += tr("%n suggestion(s)", nullptr, suggestions);
    return parts.join(QStringLiteral(", "));
}

void ThumbnailModel::setPages(std::vector<model::PageFrame> frames)
{
    beginResetModel();
    m_frames = std::move(frames);
    m_marks.assign(m_frames.size(), {});
    endResetModel();
}

void ThumbnailModel::setRead(const std::vector<bool> &read)
{
    for (size_t i = 0; i < m_marks.size(); ++i)
        m_marks[i].isRead = i < read.size() && read[i];
    tellAll();
}

void ThumbnailModel::setTags(const std::vector<model::Tag> &tags)
{
    count(m_marks, tags, &PageMarks::tags);
    tellAll();
}

void ThumbnailModel::setSuggestions(const std::vector<model::TagSuggestion> &suggestions)
{
    count(m_marks, suggestions, &PageMarks::suggestions);
    tellAll();
}

void ThumbnailModel::touch(int pageIndex)
{
    if (pageIndex < rowCount())
        Q_EMIT dataChanged(index(pageIndex), index(pageIndex), {Qt::DecorationRole});
}

void ThumbnailModel::tellAll()
{
    if (!m_frames.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace ui::page

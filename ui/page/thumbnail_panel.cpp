// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/thumbnail_panel.h"

#include "ui/common/marks.h"
#include "ui/page/document_pane.h"
#include "ui/page/thumbnail_model.h"

#include <QImage>
#include <QItemSelectionModel>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace ui::page {

using model::session::PageSource;
using model::session::PageTile;
using model::session::Wanted;

namespace {

constexpr QSize largestPicture(104, 136);
constexpr int cellWidth = 124;
constexpr int aboveAndBelow = 50; // the picture: margins, the page's name and its marks
constexpr int markSide = 12;

/// In the order in which they are read out.
constexpr std::array<model::TagKind, 3> kinds = {model::TagKind::Partner, model::TagKind::Permission,
                                                 model::TagKind::Evidence};

/// Of the page as it is shown, turned or not.
QSize pictureSize(const model::PageFrame &frame, int turns)
{
    const QSizeF size(frame.width, frame.height);
    const QSizeF fitted = (turns % 2 == 1 ? size.transposed() : size).scaled(largestPicture, Qt::KeepAspectRatio);
    return fitted.toSize().expandedTo(QSize(1, 1));
}

void paintTick(QPainter &painter, const QRectF &area, const QColor &colour)
{
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({{area.left() + 1, area.center().y()},
                                    {area.left() + area.width() * 0.4, area.bottom() - 2},
                                    {area.right() - 1, area.top() + 2}}));
}

} // namespace

class ThumbnailPanel::Delegate final : public QStyledItemDelegate {
public:
    explicit Delegate(ThumbnailPanel &panel)
        : QStyledItemDelegate(&panel)
        , m_panel(panel)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return m_panel.m_list->gridSize();
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        const bool selected = option.state & QStyle::State_Selected;
        if (selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.palette.highlight());
            painter->drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), 4, 4);
        }
        const QRect picture = placeOfPicture(option.rect, index.row());
        painter->fillRect(picture, paperOf(m_panel.m_pane.view().colours()));
        paintPicture(*painter, picture, index.row());
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(option.palette.color(QPalette::PlaceholderText), 1));
        painter->drawRect(picture);
        paintFoot(*painter, option, index, selected);
        painter->restore();
    }

private:
    QRect placeOfPicture(const QRect &item, int pageIndex) const
    {
        QRect place(QPoint(0, 0),
                    pictureSize(m_panel.m_model->frame(pageIndex), m_panel.m_pane.view().arrangement().turns));
        place.moveCenter(QPoint(item.center().x(), item.top() + 10 + m_panel.m_pictureHeight / 2));
        return place;
    }

    void paintPicture(QPainter &painter, const QRect &place, int pageIndex) const
    {
        const PageTile tile = m_panel.tileOf(pageIndex);
        const model::PagePicture *picture = m_panel.m_source ? m_panel.m_source->picture(tile) : nullptr;
        if (!picture)
            return;
        // Shares the picture's bytes: it is gone before they are.
        const QImage image(reinterpret_cast<const uchar *>(picture->pixels.constData()), picture->width,
                           picture->height, picture->width * 4, QImage::Format_RGB32);
        const int turns = m_panel.m_pane.view().arrangement().turns;
        const QSizeF upright = turns % 2 == 1 ? QSizeF(place.size()).transposed() : QSizeF(place.size());
        painter.save();
        painter.translate(QRectF(place).center());
        painter.rotate(90 * turns);
        painter.drawImage(QRectF(QPointF(-upright.width() / 2, -upright.height() / 2), upright), image);
        painter.restore();
    }

    /// The page's name, a tick where it is read, and below them a mark for each kind of tag or suggestion it carries.
    void paintFoot(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, bool selected) const
    {
        QPalette palette = option.palette;
        const QColor text = palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        const int top = 10 + m_panel.m_pictureHeight + 3;
        const QRect foot = option.rect.adjusted(8, top, -8, -2);
        const PageMarks &marks = m_panel.m_model->marks(index.row());
        painter.setPen(text);
        const QFontMetrics metrics(option.font);
        const QString name = metrics.elidedText(index.data().toString(), Qt::ElideMiddle, foot.width() - 20);
        painter.drawText(foot, Qt::AlignTop | Qt::AlignHCenter, name);
        if (marks.isRead)
            paintTick(painter, QRectF(foot.right() - markSide, foot.top() + 2, markSide, markSide), text);
        if (selected) {
            palette.setColor(QPalette::Base, Qt::black);
            palette.setColor(QPalette::Text, text);
        }
        std::vector<std::pair<model::TagKind, bool>> shown; // and whether it is only suggested
        for (const model::TagKind kind : kinds) {
            const auto at = static_cast<size_t>(kind);
            if (marks.tags[at] > 0 || marks.suggestions[at] > 0)
                shown.emplace_back(kind, marks.tags[at] == 0);
        }
        double x = foot.center().x() - (static_cast<double>(shown.size()) * (markSide + 6) - 6) / 2;
        for (const auto &[kind, suggested] : shown) {
            const QRectF place(x, foot.top() + metrics.height() + 1, markSide, markSide);
            suggested ? paintSuggestedMark(painter, kind, place, palette) : paintTagMark(painter, kind, place, palette);
            x += markSide + 6;
        }
    }

    ThumbnailPanel &m_panel;
};

ThumbnailPanel::ThumbnailPanel(DocumentPane &pane, QWidget *parent)
    : QWidget(parent)
    , m_pane(pane)
    , m_model(new ThumbnailModel(this))
{
    setObjectName(QStringLiteral("thumbnailPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("thumbnails"));
    m_list->setAccessibleName(tr("Pages of the document, small"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Delegate(*this));
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setGridSize(QSize(cellWidth, largestPicture.height() + aboveAndBelow));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);

    PageView &view = m_pane.view();
    connect(&m_pane, &DocumentPane::documentShown, this, &ThumbnailPanel::showDocument);
    connect(&m_pane, &DocumentPane::pagesReadChanged, this,
            [this] { m_model->setRead(m_pane.document() ? m_pane.document()->pagesRead : std::vector<bool>()); });
    connect(&view, &PageView::tagsChanged, this, [this, &view] { m_model->setTags(view.tags()); });
    connect(&view, &PageView::suggestionsChanged, this, [this, &view] { m_model->setSuggestions(view.suggestions()); });
    connect(&view, &PageView::arrangementChanged, this, [this] {
        arrange();
        updateWanted();
    });
    connect(&view, &PageView::coloursChanged, this, [this] {
        m_list->viewport()->update();
        updateWanted();
    });
    connect(&view, &PageView::currentPageChanged, this, &ThumbnailPanel::showCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [&view](const QModelIndex &index) {
        if (index.isValid() && index.row() != view.currentPage())
            view.goToPage(index.row());
    });
    connect(m_list, &QListView::activated, &view, [&view] { view.setFocus(); });
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, &ThumbnailPanel::updateWanted);
}

void ThumbnailPanel::showDocument()
{
    PageView &view = m_pane.view();
    m_source = view.source();
    const bool shows = m_source && m_pane.document();
    m_model->setPages(shows ? m_pane.document()->frames : std::vector<model::PageFrame>());
    if (!shows)
        return;
    m_model->setRead(m_pane.document()->pagesRead);
    m_model->setTags(view.tags());
    m_model->setSuggestions(view.suggestions());
    connect(m_source, &PageSource::pictureArrived, m_model, &ThumbnailModel::touch);
    arrange();
    showCurrent(view.currentPage());
    updateWanted();
}

void ThumbnailPanel::arrange()
{
    m_pictureHeight = 1;
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_pictureHeight =
            std::max(m_pictureHeight, pictureSize(m_model->frame(row), m_pane.view().arrangement().turns).height());
    m_list->setGridSize(QSize(cellWidth, m_pictureHeight + aboveAndBelow));
}

void ThumbnailPanel::showCurrent(int pageIndex)
{
    const QModelIndex index = m_model->index(pageIndex);
    if (index != m_list->currentIndex())
        m_list->setCurrentIndex(index);
}

void ThumbnailPanel::takeFocus()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

PageTile ThumbnailPanel::tileOf(int pageIndex) const
{
    const model::PageFrame &frame = m_model->frame(pageIndex);
    const QSizeF largest =
        m_pane.view().arrangement().turns % 2 == 1 ? QSizeF(largestPicture).transposed() : QSizeF(largestPicture);
    const double scale = std::min(largest.width() / frame.width, largest.height() / frame.height) * devicePixelRatioF();
    const auto side = [scale](double points) { return std::max(1, static_cast<int>(std::lround(points * scale))); };
    return {pageIndex, scale, QRect(0, 0, side(frame.width), side(frame.height)), m_pane.view().colours()};
}

void ThumbnailPanel::updateWanted()
{
    if (!m_source)
        return;
    std::vector<Wanted> wanted;
    const QRect inSight = m_list->viewport()->rect();
    const QModelIndex first = isVisible() ? m_list->indexAt(QPoint(cellWidth / 2, 1)) : QModelIndex();
    for (int row = first.isValid() ? first.row() : m_model->rowCount(); row < m_model->rowCount(); ++row) {
        if (m_list->visualRect(m_model->index(row)).top() > inSight.bottom())
            break;
        wanted.emplace_back(tileOf(row));
    }
    m_source->wantBehind(std::move(wanted));
}

void ThumbnailPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    QMetaObject::invokeMethod(this, &ThumbnailPanel::updateWanted, Qt::QueuedConnection); // once the list is laid out
}

void ThumbnailPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_list->scrollTo(m_list->currentIndex());
    QMetaObject::invokeMethod(this, &ThumbnailPanel::updateWanted, Qt::QueuedConnection);
}

void ThumbnailPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updateWanted();
}

} // namespace ui::page

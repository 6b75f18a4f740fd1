// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_painter.h"

#include "ui/common/marks.h"
#include "ui/page/hidden_layer.h"
#include "ui/page/text_areas.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui::page {
namespace {

using model::PageLayout;
using model::session::PageSource;
using model::session::PageTile;
using model::session::PaperColours;

constexpr int tileSide = 1024;     // device pixels
constexpr double barDistance = 10; // from the left of the evidence bar to the words behind it

bool isNight(const PageScene &scene)
{
    return scene.colours == PaperColours::Night;
}

Paper paperUnder(const PageScene &scene)
{
    return isNight(scene) ? Paper::Dark : Paper::White;
}

/// For lines and sentences that stand on the paper.
QColor inkOf(const PageScene &scene)
{
    return isNight(scene) ? QColor(0xe8, 0xe8, 0xe8) : QColor(0x20, 0x20, 0x20);
}

/// Of a whole page in device pixels.
QSize pictureSize(const model::PageFrame &frame, double devicePixels)
{
    const double scale = devicePixels * PageGeometry::pixelsPerPoint;
    return {std::max(1, static_cast<int>(std::lround(frame.width * scale))),
            std::max(1, static_cast<int>(std::lround(frame.height * scale)))};
}

void paintPictures(QPainter &painter, const PageScene &scene, PageSource &source, int pageIndex, double zoom)
{
    const model::PageFrame &frame = scene.frames[static_cast<size_t>(pageIndex)];
    const QSizeF sheet = scene.geometry.sheet(pageIndex);
    const QRectF clip = painter.clipBoundingRect();
    const QRectF part(clip.left() / std::max(1.0, sheet.width()), clip.top() / std::max(1.0, sheet.height()),
                      clip.width() / std::max(1.0, sheet.width()), clip.height() / std::max(1.0, sheet.height()));
    const QSize size = pictureSize(frame, zoom * scene.devicePixelRatio);
    const double across = sheet.width() / size.width();
    const double down = sheet.height() / size.height();
    for (const PageTile &tile : tilesOf(frame, pageIndex, zoom, scene.devicePixelRatio, part, scene.colours)) {
        const model::PagePicture *picture = source.picture(tile);
        if (!picture)
            continue;
        // Shares the picture's bytes: it is gone before they are.
        const QImage image(reinterpret_cast<const uchar *>(picture->pixels.constData()), picture->width,
                           picture->height, picture->width * 4, QImage::Format_RGB32);
        painter.drawImage(
            QRectF(tile.part.x() * across, tile.part.y() * down, tile.part.width() * across, tile.part.height() * down),
            image);
    }
}

/// Around the lines themselves, those that follow each other joined to one shape.
QPainterPath outlineOf(const std::vector<QRectF> &lines)
{
    QPainterPath outline;
    outline.setFillRule(Qt::WindingFill);
    for (size_t i = 0; i < lines.size(); ++i) {
        QRectF line = lines[i].adjusted(-4, -3, 4, 3);
        if (i + 1 < lines.size() && lines[i + 1].top() > line.bottom() &&
            lines[i + 1].top() - line.bottom() < lines[i].height())
            line.setBottom(lines[i + 1].top());
        outline.addRect(line);
    }
    return outline.simplified();
}

bool isOnPage(const model::Passage &passage, int pageIndex)
{
    return passage.firstPage <= pageIndex && pageIndex <= passage.lastPage;
}

/// The bar of one passage as if there were no others; empty where nothing of it is on the page.
QRectF evidenceBar(const PageGeometry &geometry, const PageLayout &layout, int pageIndex, const model::TextRange &range)
{
    const std::vector<QRectF> lines = areasOnSheet(geometry, layout, pageIndex, range);
    if (lines.empty())
        return {};
    QRectF bar = lines.front();
    for (const QRectF &line : lines)
        bar |= line;
    std::vector<QRectF> words;
    for (const model::TextBox &box : layout.boxes) {
        const QRectF word = geometry.onSheet(pageIndex, box.area);
        if (word.top() < bar.bottom() && word.bottom() > bar.top())
            words.push_back(word);
    }
    std::sort(words.begin(), words.end(), [](const QRectF &a, const QRectF &b) { return a.right() > b.right(); });
    // A passage may begin in the middle of a line: past every word in front of it, up to a gap that no words on one
    // line leave between them.
    const double gap = std::max(1.2 * lines.front().height(), barDistance + 2);
    double edge = bar.left();
    for (const QRectF &word : words) {
        if (word.left() < edge && word.right() > edge - gap)
            edge = word.left();
    }
    return {edge - barDistance, bar.top(), barThickness, bar.height()};
}

void paintTag(QPainter &painter, const PageScene &scene, const PageLayout &layout, int pageIndex, const model::Tag &tag,
              const QRectF &bar)
{
    const model::TextRange range = tag.passage.rangeOnPage(pageIndex, layout.text.text.size());
    if (range.isEmpty())
        return;
    const bool selected = scene.selectedTag == tag.id;
    const bool strong = selected || scene.hoveredTag == tag.id;
    const QColor colour = paperColour(tag.kind, paperUnder(scene));
    QColor wash = colour;
    wash.setAlpha(strong ? 80 : 36);
    const std::vector<QRectF> areas = areasOnSheet(scene.geometry, layout, pageIndex, range);
    painter.setPen(Qt::NoPen);
    for (const QRectF &area : areas) {
        switch (tag.kind) {
        case model::TagKind::Partner: {
            const QRectF box = area.adjusted(-2, -1, 2, 1);
            painter.fillRect(box, wash);
            painter.setPen(QPen(colour, strong ? 2.5 : 1.4));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box);
            painter.setPen(Qt::NoPen);
            break;
        }
        case model::TagKind::Permission:
            painter.fillRect(area, wash);
            painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), strong ? 4 : 2.4), colour);
            break;
        case model::TagKind::Evidence:
            if (strong)
                painter.fillRect(area, wash);
            break;
        }
    }
    if (tag.kind == model::TagKind::Evidence)
        painter.fillRect(QRectF(bar.topLeft(), QSizeF(strong ? barThickness : 4, bar.height())), colour);
    if (selected) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(inkOf(scene), 1, Qt::DashLine));
        for (const QRectF &area : areas)
            painter.drawRect(area.adjusted(-4, -3, 4, 5));
    }
}

/// In the shape and colour of its kind, but hollow and dashed, so that it is never taken for a tag.
void paintSuggestion(QPainter &painter, const PageScene &scene, const PageLayout &layout, int pageIndex,
                     const model::TagSuggestion &suggestion, const QRectF &bar)
{
    const model::TextRange range = suggestion.passage.rangeOnPage(pageIndex, layout.text.text.size());
    if (range.isEmpty())
        return;
    const bool strong = scene.strongSuggestions.contains(suggestion.id);
    const QColor colour = paperColour(suggestion.kind, paperUnder(scene));
    const std::vector<QRectF> areas = areasOnSheet(scene.geometry, layout, pageIndex, range);
    painter.setBrush(Qt::NoBrush);
    switch (suggestion.kind) {
    case model::TagKind::Partner:
        painter.setPen(suggestedPen(colour, strong ? 2.5 : 1.4));
        for (const QRectF &area : areas)
            painter.drawRect(area.adjusted(-2, -1, 2, 1));
        break;
    case model::TagKind::Permission:
        painter.setPen(suggestedPen(colour, strong ? 3.6 : 2));
        for (const QRectF &area : areas)
            painter.drawLine(area.bottomLeft() + QPointF(0, 1), area.bottomRight() + QPointF(0, 1));
        break;
    case model::TagKind::Evidence:
        if (!bar.isEmpty()) {
            painter.setPen(suggestedPen(colour, strong ? 5 : 3));
            painter.drawLine(bar.topLeft() + QPointF(2, 0), bar.bottomLeft() + QPointF(2, 0));
        }
        break;
    }
    painter.setPen(Qt::NoPen);
}

/// As a marker pen does on the words; the painter lets the letters through.
void paintMarker(QPainter &painter, const std::vector<QRectF> &areas, const QColor &colour)
{
    for (const QRectF &area : areas)
        painter.fillRect(area.adjusted(-1, -1, 1, 1), colour);
}

/// OCR is not sure of these words: a faint dotted line under each.
void paintDoubts(QPainter &painter, const PageScene &scene, const PageLayout &layout, int pageIndex)
{
    constexpr quint8 doubtful = 60;
    QColor ink = inkOf(scene);
    ink.setAlpha(110);
    painter.setPen(QPen(ink, 1.2, Qt::DotLine));
    for (size_t i = 0; i < layout.confidences.size() && i < layout.boxes.size(); ++i) {
        if (layout.confidences[i] >= doubtful)
            continue;
        const QRectF word = scene.geometry.onSheet(pageIndex, layout.boxes[i].area);
        painter.drawLine(word.bottomLeft() + QPointF(0, 1), word.bottomRight() + QPointF(0, 1));
    }
    painter.setPen(Qt::NoPen);
}

void paintOverlay(QPainter &painter, const PageScene &scene, const PageLayout &layout, int pageIndex,
                  const QPalette &palette)
{
    paintDoubts(painter, scene, layout, pageIndex);
    // As a marker pen: the paper takes the colour, the letters keep theirs.
    const bool night = isNight(scene);
    painter.setCompositionMode(night ? QPainter::CompositionMode_Screen : QPainter::CompositionMode_Multiply);
    const QColor marker = night ? QColor(0x52, 0x4a, 0x00) : QColor(0xf8, 0xf1, 0xa0);
    const QColor markerNow = night ? QColor(0x80, 0x44, 0x00) : QColor(0xff, 0xb8, 0x4d);
    for (const auto &marked : {scene.hits.value(pageIndex), scene.found.value(pageIndex)}) {
        for (const model::TextRange &range : marked)
            paintMarker(painter, areasOnSheet(scene.geometry, layout, pageIndex, range), marker);
    }
    const bool isHere = scene.foundNow && scene.foundNow->pageIndex == pageIndex;
    const std::vector<QRectF> now =
        isHere ? areasOnSheet(scene.geometry, layout, pageIndex, scene.foundNow->range) : std::vector<QRectF>();
    paintMarker(painter, now, markerNow);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(inkOf(scene), 1.4));
    for (const QRectF &area : now)
        painter.drawRoundedRect(area.adjusted(-2.5, -2.5, 2.5, 2.5), 2, 2);
    painter.setPen(Qt::NoPen);
    paintHiddenLayer(painter, scene, layout, pageIndex);
    const EvidenceBars bars = evidenceBars(scene, layout, pageIndex);
    for (size_t i = 0; i < scene.suggestions.size(); ++i) {
        if (isOnPage(scene.suggestions[i].passage, pageIndex))
            paintSuggestion(painter, scene, layout, pageIndex, scene.suggestions[i], bars.suggestions[i]);
    }
    for (size_t i = 0; i < scene.tags.size(); ++i) {
        if (isOnPage(scene.tags[i].passage, pageIndex))
            paintTag(painter, scene, layout, pageIndex, scene.tags[i], bars.tags[i]);
    }
    const qsizetype length = layout.text.text.size();
    if (scene.framed) {
        const model::TextRange range = scene.framed->rangeOnPage(pageIndex, length);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(inkOf(scene), 2, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
        painter.drawPath(outlineOf(areasOnSheet(scene.geometry, layout, pageIndex, range)));
    }
    if (!scene.selection)
        return;
    if (const model::TextRange range = scene.selection->rangeOnPage(pageIndex, length); !range.isEmpty()) {
        QColor wash = palette.color(QPalette::Active, QPalette::Highlight);
        wash.setAlpha(95);
        for (const QRectF &area : areasOnSheet(scene.geometry, layout, pageIndex, range))
            painter.fillRect(area, wash);
    }
    if (scene.showsCaret && scene.selection->caret.pageIndex == pageIndex) {
        if (const auto caret = caretArea(layout, scene.selection->caret.offset)) {
            const QRectF line = scene.geometry.onSheet(pageIndex, *caret);
            // A light rim keeps it apart from the letters it stands between.
            const QRectF bar(std::round(line.left()) - 1, std::floor(line.top()) - 3, 2, std::ceil(line.height()) + 6);
            painter.fillRect(bar.adjusted(-1, -1, 1, 1), paperOf(scene.colours));
            painter.fillRect(bar, night ? QColor(0xff, 0x7a, 0x96) : QColor(0xc0, 0x00, 0x30));
        }
    }
}

void paintSentence(QPainter &painter, const QRectF &box, const QColor &ink, const QString &sentence)
{
    painter.setPen(ink);
    painter.drawText(box.adjusted(24, 24, -24, -24), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, sentence);
}

} // namespace

std::vector<PageTile> tilesOf(const model::PageFrame &frame, int pageIndex, double zoom, double devicePixelRatio,
                              const QRectF &part, PaperColours colours)
{
    const double scale = zoom * PageGeometry::pixelsPerPoint * devicePixelRatio;
    const QSize size = pictureSize(frame, zoom * devicePixelRatio);
    const QRectF within = part & QRectF(0, 0, 1, 1);
    std::vector<PageTile> tiles;
    if (within.isEmpty())
        return tiles;
    const auto startOf = [](double from, int side) { return static_cast<int>(from * side) / tileSide * tileSide; };
    for (int y = startOf(within.top(), size.height()); y < within.bottom() * size.height(); y += tileSide) {
        for (int x = startOf(within.left(), size.width()); x < within.right() * size.width(); x += tileSide)
            tiles.push_back({pageIndex, scale,
                             QRect(x, y, std::min(tileSide, size.width() - x), std::min(tileSide, size.height() - y)),
                             colours});
    }
    return tiles;
}

std::vector<QRectF> areasOnPage(const PageGeometry &geometry, const PageLayout &layout, int pageIndex,
                                const model::TextRange &range)
{
    std::vector<QRectF> areas;
    for (const model::UnitRectangle &area : areasOf(layout, range))
        areas.push_back(geometry.toContent(pageIndex, area));
    return areas;
}

std::vector<QRectF> areasOnSheet(const PageGeometry &geometry, const PageLayout &layout, int pageIndex,
                                 const model::TextRange &range)
{
    std::vector<QRectF> areas;
    for (const model::UnitRectangle &area : areasOf(layout, range))
        areas.push_back(geometry.onSheet(pageIndex, area));
    return areas;
}

EvidenceBars evidenceBars(const PageScene &scene, const PageLayout &layout, int pageIndex)
{
    EvidenceBars bars{std::vector<QRectF>(scene.tags.size()), std::vector<QRectF>(scene.suggestions.size())};
    struct Standing {
        model::TextRange range;
        QRectF *bar;
    };
    std::vector<Standing> all;
    const auto add = [&](const auto &marked, QRectF &bar) {
        if (marked.kind != model::TagKind::Evidence || !isOnPage(marked.passage, pageIndex))
            return;
        const model::TextRange range = marked.passage.rangeOnPage(pageIndex, layout.text.text.size());
        bar = range.isEmpty() ? QRectF() : evidenceBar(scene.geometry, layout, pageIndex, range);
        if (!bar.isEmpty())
            all.push_back({range, &bar});
    };
    for (size_t i = 0; i < scene.tags.size(); ++i)
        add(scene.tags[i], bars.tags[i]);
    for (size_t i = 0; i < scene.suggestions.size(); ++i)
        add(scene.suggestions[i], bars.suggestions[i]);
    // In the order they are read, so that a new one moves none that stands already in front of it.
    std::stable_sort(all.begin(), all.end(),
                     [](const Standing &a, const Standing &b) { return a.range.start < b.range.start; });
    for (size_t i = 1; i < all.size(); ++i) {
        const auto covers = [&bar = *all[i].bar](const Standing &other) {
            // The boxes of lines that follow each other may touch.
            const double rim = std::min(3.0, bar.height() / 4);
            return other.bar->intersects(bar.adjusted(0, rim, 0, -rim));
        };
        for (size_t j = 0; j < i; ++j) {
            if (!std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), covers))
                break;
            all[i].bar->translate(-(barThickness + 2), 0);
        }
    }
    return bars;
}

QColor paperOf(PaperColours colours)
{
    using model::session::nightPaper;
    return colours == PaperColours::Night ? QColor(nightPaper, nightPaper, nightPaper) : QColor(Qt::white);
}

void paintPage(QPainter &painter, const PageScene &scene, PageSource &source, int pageIndex, const QPalette &palette,
               double finerZoom)
{
    const QRectF &box = scene.geometry.page(pageIndex);
    painter.setPen(Qt::NoPen);
    painter.fillRect(box.translated(0, 2).adjusted(-1, 0, 1, 1), QColor(0, 0, 0, 50));
    painter.fillRect(box, paperOf(scene.colours));
    if (const model::Error *error = source.error(pageIndex)) {
        paintSentence(painter, box, inkOf(scene), error->sentence + QStringLiteral("\n\n") + scene.retryAdvice);
        return;
    }
    painter.save();
    painter.setTransform(scene.geometry.fromSheet(pageIndex), true);
    painter.setClipRect(QRectF(QPointF(0, 0), scene.geometry.sheet(pageIndex)).adjusted(-12, 0, 2, 2),
                        Qt::IntersectClip);
    if (scene.formerZoom > 0)
        paintPictures(painter, scene, source, pageIndex, scene.formerZoom);
    paintPictures(painter, scene, source, pageIndex, scene.zoom);
    if (finerZoom > 0)
        paintPictures(painter, scene, source, pageIndex, finerZoom);
    if (const PageLayout *layout = source.layout(pageIndex))
        paintOverlay(painter, scene, *layout, pageIndex, palette);
    painter.restore();
}

} // namespace ui::page

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/coverage_mark.h"

#include "ui/common/marks.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>

namespace ui::documents {
namespace {

constexpr double leastWidth = 2;

/// The widths of the three stretches, together as wide as the area.
std::array<double, 3> widthsOf(const model::Coverage &coverage, double whole)
{
    const std::array<qint64, 3> pages = {coverage.byReporter, coverage.onlyByModel, coverage.byNobody};
    std::array<double, 3> widths = {};
    for (size_t i = 0; i < pages.size(); ++i) {
        const double share = whole * static_cast<double>(pages[i]) / static_cast<double>(coverage.pages());
        widths[i] = pages[i] == 0 ? 0 : std::max(leastWidth, share);
    }
    *std::max_element(widths.begin(), widths.end()) += whole - widths[0] - widths[1] - widths[2];
    return widths;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("Coverage", text);
}

} // namespace

void paintCoverage(QPainter &painter, const QRectF &area, const model::Coverage &coverage, const QPalette &palette)
{
    if (coverage.pages() == 0)
        return;
    const bool dark = isDark(palette);
    const auto [reporter, model, nobody] = widthsOf(coverage, area.width());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(area.left(), area.top(), reporter, area.height()),
                     stanceColour(model::Stance::Supports, dark));
    const QRectF half(area.left() + reporter, area.center().y(), model, area.height() / 2);
    painter.fillRect(half, QBrush(stanceColour(model::Stance::Planned, dark), Qt::Dense4Pattern));
    painter.fillRect(QRectF(half.right(), area.bottom() - 1, nobody, 1), palette.color(QPalette::PlaceholderText));
    painter.restore();
}

QString coverageSentence(const model::Coverage &coverage)
{
    const QLocale locale;
    if (coverage.pages() == 0)
        return tr("No pages yet.");
    return tr("%1 of %2 pages seen by you, %3 only by the model, %4 by nobody.")
        .arg(locale.toString(coverage.byReporter), locale.toString(coverage.pages()),
             locale.toString(coverage.onlyByModel), locale.toString(coverage.byNobody));
}

} // namespace ui::documents

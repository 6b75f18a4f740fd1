// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/coverage_bar.h"

#include "ui/documents/coverage_mark.h"

#include <QPainter>

namespace ui::documents {
namespace {

constexpr int barHeight = 8;
constexpr int gap = 2;

/// Whole percents, never 0 of something nor 100 of less than all.
qint64 percent(qint64 part, qint64 whole)
{
    if (part == 0 || part == whole)
        return part == 0 ? 0 : 100;
    return std::clamp<qint64>((200 * part + whole) / (2 * whole), 1, 99);
}

} // namespace

CoverageBar::CoverageBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("coverageBar"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    hide();
}

void CoverageBar::setCoverage(const model::Coverage &coverage)
{
    m_coverage = coverage;
    setVisible(coverage.pages() > 0);
    const QString sentence = coverageSentence(coverage);
    setToolTip(
        tr("%1 The full bar is what you have seen, the hatched half what only the annotation model went through.")
            .arg(sentence));
    setAccessibleName(tr("Coverage of the case: %1").arg(sentence));
    update();
}

QString CoverageBar::shownText() const
{
    const qint64 pages = m_coverage.pages();
    return tr("You %1 %, only the model %2 %, nobody %3 %")
        .arg(percent(m_coverage.byReporter, pages))
        .arg(percent(m_coverage.onlyByModel, pages))
        .arg(percent(m_coverage.byNobody, pages));
}

QSize CoverageBar::sizeHint() const
{
    return QSize(120, barHeight + gap + fontMetrics().height());
}

QSize CoverageBar::minimumSizeHint() const
{
    return QSize(40, sizeHint().height());
}

void CoverageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintCoverage(painter, QRectF(0, 0, width(), barHeight), m_coverage, palette());
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect line(0, barHeight + gap, width(), fontMetrics().height());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(shownText(), Qt::ElideRight, line.width()));
}

} // namespace ui::documents

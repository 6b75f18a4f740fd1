// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/picture.h"
#include "ui/timeline/timeline_painter.h"

#include <QAbstractScrollArea>

#include <optional>

namespace ui::timeline {

/// Findings down, days across. Paints only what is in view, so that thousands of findings scroll smoothly.
/// Up and Down go from finding to finding, Left and Right through what stands in one; Enter opens the passage behind.
class TimelineView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);

    /// The chosen finding stays chosen while it is shown.
    void setTimeline(model::session::Timeline timeline);
    const model::session::Timeline &timeline() const { return m_timeline; }
    const TimelineScale &scale() const { return m_scale; }
    const TimelineLines &lines() const { return m_lines; }

    std::optional<size_t> currentRow() const; ///< an index into the timeline's rows
    const TimelineStop &currentStop() const { return m_stop; }
    void chooseFirst();                            ///< where nothing is chosen
    bool choose(const model::FindingKey &finding); ///< false where it is not shown
    void showUndated();                            ///< chooses the first finding without a date

    void zoom(double factor); ///< around the chosen day, or around the middle
    void fit();
    static constexpr double zoomStep = 1.5;

    /// The days that are in view, with every line that passes the filter.
    Painting painting() const;
    QPoint placeOf(size_t row, const TimelineStop &stop) const; ///< in the viewport

Q_SIGNALS:
    void currentChanged();
    void passageChosen(const model::Passage &passage);
    void zoomed();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Place {
        int line = -1;
        TimelineStop stop;
    };
    const model::session::TimelineRow &rowAt(int line) const;
    model::FindingKey findingAt(size_t row) const;
    void lay();
    void updateScrollBars();
    void zoomAt(double factor, double x); ///< the day at x in the viewport stays there
    void setCurrent(int line, const TimelineStop &stop);
    void goToLine(int line);
    void goToStop(int step);
    void goByPage(int direction);
    void scrollToCurrent();
    void openCurrent();
    void say();
    std::optional<Place> placeAt(const QPoint &point) const; ///< a heading is none
    QString toolTipAt(const QPoint &point) const;
    int namesWidth() const;
    TimelineMeasures measures() const { return TimelineMeasures(fontMetrics()); }
    TimelinePainter::View view() const;

    model::session::Timeline m_timeline;
    TimelineLines m_lines;
    TimelineScale m_scale;
    int m_line = -1;
    TimelineStop m_stop;
    std::optional<model::FindingKey> m_chosen; ///< also while the filter hides it
};

} // namespace ui::timeline

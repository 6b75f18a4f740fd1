// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/finding.h"
#include "ui/common/folding_row.h"

#include <QIcon>

#include <functional>
#include <utility>
#include <vector>

class QLabel;

namespace ui::timeline {

QIcon barIcon(bool isConcluded);
QIcon suggestedBarIcon();
QIcon suggestedMarkIcon(model::Stance stance);
QIcon openEndIcon();
QIcon gapIcon();
QIcon contradictionIcon();

/// What the shapes of the timeline mean.
class TimelineLegend final : public FoldingRow {
    Q_OBJECT
public:
    explicit TimelineLegend(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void add(std::function<QIcon()> icon, const QString &meaning);
    void paintMarks(); ///< in the colours of the palette

    std::vector<std::pair<QLabel *, std::function<QIcon()>>> m_marks;
};

} // namespace ui::timeline

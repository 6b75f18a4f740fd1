// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/coverage.h"

#include <QWidget>

namespace ui::documents {

/// The coverage of the whole case: the bar, and under it the share in words. Hidden while there are no pages.
class CoverageBar final : public QWidget {
    Q_OBJECT
public:
    explicit CoverageBar(QWidget *parent = nullptr);

    void setCoverage(const model::Coverage &coverage);
    QString shownText() const; ///< who read them: "You 62 %, only the model 30 %, nobody 8 %"
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    model::Coverage m_coverage;
};

} // namespace ui::documents

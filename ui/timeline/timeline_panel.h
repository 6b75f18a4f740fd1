// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/timeline.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListWidget;

namespace ui::timeline {

/// Under the timeline: the chosen finding told in words, contradictions and gaps first, then every passage.
class TimelinePanel final : public QWidget {
    Q_OBJECT
public:
    explicit TimelinePanel(QWidget *parent = nullptr);

    void showFinding(const model::session::Timeline &timeline, size_t row, std::optional<int> currentMark);
    void showNothing();

Q_SIGNALS:
    void passageChosen(const model::Passage &passage);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const QIcon &icon, const QString &sentence, const std::optional<model::Passage> &passage);
    void openCurrent();

    QLabel *m_title = nullptr;
    QListWidget *m_list = nullptr;
    std::vector<std::optional<model::Passage>> m_passages; ///< one an item; nothing to open where there is none
};

} // namespace ui::timeline

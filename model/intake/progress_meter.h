// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/importer.h"

#include <QElapsedTimer>

#include <functional>

namespace model::intake {

/// Tells how far a stage is, at most ten times a second.
class ProgressMeter final {
public:
    ProgressMeter(ImportProgress::Stage stage, const std::function<void(const ImportProgress &)> &tell);

    void setTotal(qint64 total, qint64 totalBytes);
    /// Tells it unless that was done a moment ago.
    void update(qint64 done, qint64 bytes);
    void finish(); ///< tells the last state

private:
    void tell();

    const std::function<void(const ImportProgress &)> &m_tell;
    ImportProgress m_progress;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceTold;
};

} // namespace model::intake

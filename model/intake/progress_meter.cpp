// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/progress_meter.h"

#include <algorithm>

namespace model::intake {

ProgressMeter::ProgressMeter(ImportProgress::Stage stage, const std::function<void(const ImportProgress &)> &tell)
    : m_tell(tell)
{
    m_progress.stage = stage;
    m_sinceStart.start();
}

void ProgressMeter::setTotal(qint64 total, qint64 totalBytes)
{
    m_progress.total = total;
    m_progress.totalBytes = totalBytes;
}

void ProgressMeter::update(qint64 done, qint64 bytes)
{
    m_progress.done = done;
    m_progress.bytes = bytes;
    if (!m_sinceTold.isValid() || m_sinceTold.elapsed() >= 100)
        tell();
}

void ProgressMeter::finish()
{
    tell();
}

void ProgressMeter::tell()
{
    m_sinceTold.start();
    if (!m_tell)
        return;
    const double seconds = static_cast<double>(std::max<qint64>(1, m_sinceStart.elapsed())) / 1000;
    m_progress.bytesPerSecond = static_cast<double>(m_progress.bytes) / seconds;
    m_progress.secondsLeft.reset();
    if (m_progress.bytes > 0 && m_progress.totalBytes >= m_progress.bytes && seconds > 1)
        m_progress.secondsLeft =
            static_cast<int>(static_cast<double>(m_progress.totalBytes - m_progress.bytes) / m_progress.bytesPerSecond);
    m_tell(m_progress);
}

} // namespace model::intake

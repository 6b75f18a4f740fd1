// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/progress_line.h"

#include <cstdio>
#include <unistd.h>

namespace app {
namespace {

QString durationText(int seconds)
{
    if (seconds < 60)
        return QStringLiteral("%1 s").arg(seconds);
    if (seconds < 3600)
        return QStringLiteral("%1 min").arg((seconds + 30) / 60);
    return QStringLiteral("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

} // namespace

QString progressText(const model::intake::ImportProgress &progress)
{
    using Stage = model::intake::ImportProgress::Stage;
    QString text;
    switch (progress.stage) {
    case Stage::TakingIn:
        text = QStringLiteral("taking in ");
        break;
    case Stage::Reading:
        text = QStringLiteral("reading ");
        break;
    case Stage::Converting:
        text = QStringLiteral("converting ");
        break;
    case Stage::Ocr:
        text = QStringLiteral("reading scanned pages, ");
        break;
    }
    text += QString::number(progress.done);
    if (progress.total > 0)
        text += QStringLiteral(" of %1").arg(progress.total);
    if (progress.stage != Stage::Ocr)
        text += QStringLiteral(", %1 MB/s").arg(progress.bytesPerSecond / 1e6, 0, 'f', 1);
    if (progress.secondsLeft)
        text += QStringLiteral(", %1 left").arg(durationText(*progress.secondsLeft));
    return text;
}

ProgressLine::ProgressLine()
    : m_isTerminal(isatty(STDERR_FILENO) != 0)
{
}

ProgressLine::~ProgressLine()
{
    if (m_isTerminal)
        std::fputs("\r\033[K", stderr);
}

void ProgressLine::show(const QString &text) const
{
    if (m_isTerminal)
        std::fprintf(stderr, "\r\033[K%s", text.toUtf8().constData());
}

} // namespace app

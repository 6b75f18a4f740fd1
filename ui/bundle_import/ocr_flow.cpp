// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bundle_import/ocr_flow.h"

#include "ui/common/activity_corner.h"
#include "ui/common/problem_bar.h"

#include <QLocale>

namespace ui::bundle_import {

using model::session::OcrRun;
using model::session::OcrState;
using model::session::OcrSummary;

OcrFlow::OcrFlow(model::session::CaseSession &session, ActivityCorner &corner, ProblemBar &bar, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_corner(corner)
    , m_bar(bar)
{
    connect(&m_corner, &ActivityCorner::cancelBehindRequested, this, [this] {
        if (m_run)
            m_run->cancel();
    });
}

OcrFlow::~OcrFlow() = default;

void OcrFlow::start()
{
    if (m_run || m_session.isReadOnly())
        return;
    m_run = std::make_unique<OcrRun>(m_session);
    connect(m_run.get(), &OcrRun::progressed, this, &OcrFlow::showState);
    connect(m_run.get(), &OcrRun::pageRead, this, &OcrFlow::pageRead);
    connect(m_run.get(), &OcrRun::finished, this, &OcrFlow::finish);
    connect(m_run.get(), &OcrRun::failed, this, [this](const model::Error &error) {
        m_bar.showError(error);
        end();
    });
}

void OcrFlow::pause()
{
    if (!m_run)
        return;
    m_run->disconnect(this);
    m_run->cancel();
    m_corner.finishBehind();
    // It may take a moment to stop; the window does not wait for that.
    OcrRun *leaving = m_leaving.emplace_back(m_run.release()).get();
    const auto forget = [this, leaving] {
        std::erase_if(m_leaving, [leaving](const auto &one) { return one.get() == leaving; });
    };
    connect(leaving, &OcrRun::finished, this, forget, Qt::QueuedConnection);
    connect(leaving, &OcrRun::failed, this, forget, Qt::QueuedConnection);
}

void OcrFlow::showState(const OcrState &state)
{
    if (state.total == 0)
        return;
    const QLocale locale;
    QString text = tr("Reading scanned pages: %1 of %2").arg(locale.toString(state.done), locale.toString(state.total));
    if (state.secondsLeft && *state.secondsLeft > 0) {
        text = *state.secondsLeft < 60
                   ? tr("%1, %2 s left", "progress, seconds").arg(text).arg(*state.secondsLeft)
                   : tr("%1, %2 min left", "progress, minutes").arg(text).arg((*state.secondsLeft + 59) / 60);
    }
    m_corner.showBehind(text, state.done, state.total);
}

void OcrFlow::finish(const OcrSummary &summary)
{
    QStringList parts;
    if (summary.cancelled)
        parts += tr("Reading scanned pages was stopped; it goes on when the case is opened again.");
    if (summary.read > 0)
        parts += summary.read == 1 ? tr("1 scanned page was read.")
                                   : tr("%Ln scanned pages were read.", nullptr, summary.read);
    if (summary.failed > 0)
        parts += summary.failed == 1 ? tr("1 page could not be read.")
                                     : tr("%Ln pages could not be read.", nullptr, summary.failed);
    if (summary.unplacedTags > 0)
        parts += summary.unplacedTags == 1
                     ? tr("The words of 1 tag are not found on its page any more; the tag stays where it was.")
                     : tr("The words of %Ln tags are not found on their pages any more; the tags stay where they were.",
                          nullptr, summary.unplacedTags);
    if (!parts.isEmpty())
        m_bar.showNews(parts.join(QLatin1Char(' ')));
    end();
}

void OcrFlow::end()
{
    m_corner.finishBehind();
    // The run is done, but may still be on the stack.
    m_run.release()->deleteLater();
}

} // namespace ui::bundle_import

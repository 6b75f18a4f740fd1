// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bundle_import/import_flow.h"

#include "ui/common/activity_corner.h"
#include "ui/common/problem_bar.h"

#include <QLocale>

#include <cmath>

namespace ui::bundle_import {

using model::session::ImportRun;
using model::session::ImportState;
using model::session::ImportSummary;

ImportFlow::ImportFlow(model::session::CaseSession &session, ActivityCorner &corner, ProblemBar &bar, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_corner(corner)
    , m_bar(bar)
{
    connect(&m_corner, &ActivityCorner::cancelRequested, this, [this] {
        m_waiting.clear();
        if (m_run)
            m_run->cancel();
    });
}

ImportFlow::~ImportFlow() = default;

void ImportFlow::importPaths(const QStringList &paths)
{
    if (m_session.isReadOnly()) {
        m_bar.showProblem(m_session.readOnlyReason());
        return;
    }
    if (m_run)
        m_waiting += paths;
    else if (!m_corner.isTaken(m_bar))
        begin(std::make_unique<ImportRun>(m_session, paths));
}

void ImportFlow::retry(const std::vector<model::Sha256> &documents, const QByteArray &password)
{
    if (m_session.isReadOnly())
        m_bar.showProblem(m_session.readOnlyReason());
    else if (!m_corner.isTaken(m_bar))
        begin(std::make_unique<ImportRun>(m_session, documents, password));
}

void ImportFlow::takeEarlierStates(const model::Sha256 &document, const QByteArray &password)
{
    if (m_session.isReadOnly())
        m_bar.showProblem(m_session.readOnlyReason());
    else if (!m_corner.isTaken(m_bar))
        begin(std::make_unique<ImportRun>(m_session, ImportRun::EarlierStates{document, password}));
}

void ImportFlow::begin(std::unique_ptr<ImportRun> run)
{
    m_run = std::move(run);
    connect(m_run.get(), &ImportRun::progressed, this, &ImportFlow::showState);
    connect(m_run.get(), &ImportRun::finished, this, &ImportFlow::finish);
    connect(m_run.get(), &ImportRun::failed, this, [this](const model::Error &error) {
        m_bar.showError(error);
        next();
    });
    m_corner.show(tr("Looking through the files."), 0, 0);
    Q_EMIT begun();
}

void ImportFlow::showState(const ImportState &state)
{
    const QLocale locale;
    const QString done = locale.toString(state.done);
    QString text;
    if (state.total == 0)
        text = tr("Looking through the files: %1 so far.").arg(done);
    else if (state.stage == ImportState::Stage::TakingIn)
        text = tr("Taking in %1 of %2 files").arg(done, locale.toString(state.total));
    else if (state.stage == ImportState::Stage::Converting)
        text = tr("Converting %1 of %2 office documents").arg(done, locale.toString(state.total));
    else
        text = tr("Reading %1 of %2 documents").arg(done, locale.toString(state.total));
    if (state.total > 0 && state.perSecond > 0)
        text = tr("%1, %2 a second", "progress, rate")
                   .arg(text, locale.toString(state.perSecond, 'f', state.perSecond < 10 ? 1 : 0));
    if (state.secondsLeft && *state.secondsLeft > 0) {
        text = *state.secondsLeft < 60
                   ? tr("%1, %2 s left", "progress, seconds").arg(text).arg(*state.secondsLeft)
                   : tr("%1, %2 min left", "progress, minutes").arg(text).arg((*state.secondsLeft + 59) / 60);
    }
    m_corner.show(text, state.done, state.total);
}

QString ImportFlow::outcome(const ImportSummary &summary) const
{
    QStringList parts;
    if (summary.cancelled)
        parts += tr("The import was stopped; importing again goes on where it was.");
    parts += summary.read == 1 ? tr("1 document was read.")
                               : tr("%Ln documents were read.", nullptr, static_cast<int>(summary.read));
    if (const auto known = summary.files - summary.newDocuments; known > 0) {
        if (summary.files == 1)
            parts += tr("The file was in the case already.");
        else if (known == 1)
            parts += tr("1 of %Ln files was in the case already.", nullptr, static_cast<int>(summary.files));
        else
            parts += tr("%Ln of %1 files were in the case already.", nullptr, static_cast<int>(known))
                         .arg(QLocale().toString(summary.files));
    }
    if (summary.refused > 0)
        parts += summary.refused == 1
                     ? tr("1 document could not be read.")
                     : tr("%Ln documents could not be read.", nullptr, static_cast<int>(summary.refused));
    if (summary.waiting > 0)
        parts += summary.waiting == 1 ? tr("1 office document waits for LibreOffice, which is not installed.")
                                      : tr("%Ln office documents wait for LibreOffice, which is not installed.",
                                           nullptr, static_cast<int>(summary.waiting));
    if (!summary.skipped.isEmpty()) {
        parts += summary.skipped.size() == 1
                     ? tr("1 file was left out: %1").arg(summary.skipped.front())
                     : tr("%Ln files were left out, the first: %1", nullptr, static_cast<int>(summary.skipped.size()))
                           .arg(summary.skipped.front());
    }
    return parts.join(QLatin1Char(' '));
}

void ImportFlow::finish(const ImportSummary &summary)
{
    const QString sentence = outcome(summary);
    if (summary.refused + summary.waiting > 0)
        m_bar.showNews(sentence, tr("Show them"), this, [this] { Q_EMIT refusedWanted(); });
    else
        m_bar.showNews(sentence);
    next();
}

void ImportFlow::next()
{
    m_corner.finish();
    // The run is done, but still on the stack.
    m_run.release()->deleteLater();
    if (m_waiting.isEmpty())
        Q_EMIT ended();
    else
        begin(std::make_unique<ImportRun>(m_session, m_waiting.takeFirst()));
}

} // namespace ui::bundle_import

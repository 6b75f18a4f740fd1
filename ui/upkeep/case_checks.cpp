// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/upkeep/case_checks.h"

#include "ui/common/activity_corner.h"
#include "ui/common/problem_bar.h"
#include "ui/common/prompts.h"

#include <QDate>
#include <QDir>
#include <QWidget>

namespace ui::upkeep {

using model::Result;
using model::session::BackupOptions;
using model::session::BackupReport;
using model::session::CaseFile;
using model::session::VerifyOptions;
using model::session::VerifyReport;

namespace {

constexpr int lookEveryMs = 100;
constexpr qsizetype mostProblems = 6; // that the bar shows; the rest it counts

QString listed(const QStringList &sentences)
{
    QStringList shown = sentences.mid(0, mostProblems);
    if (const auto more = sentences.size() - shown.size(); more > 0)
        shown +=
            CaseChecks::tr("And %Ln more; the command “carveout verify” lists all.", nullptr, static_cast<int>(more));
    return shown.join(QLatin1Char('\n'));
}

QString originals(qint64 count)
{
    return count == 1 ? CaseChecks::tr("1 original")
                      : CaseChecks::tr("%Ln originals", nullptr, static_cast<int>(count));
}

} // namespace

CaseChecks::CaseChecks(model::session::CaseSession &session, ActivityCorner &corner, ProblemBar &bar, Prompts &prompts,
                       QWidget *parent)
    : QObject(parent)
    , m_session(session)
    , m_corner(corner)
    , m_bar(bar)
    , m_prompts(prompts)
    , m_window(parent)
{
    m_look.setInterval(lookEveryMs);
    connect(&m_look, &QTimer::timeout, this, [this] { m_corner.show(m_words, m_progress->done, m_progress->total); });
    connect(&m_corner, &ActivityCorner::cancelRequested, this, [this] { m_stop.request_stop(); });
}

CaseChecks::~CaseChecks()
{
    m_stop.request_stop();
}

bool CaseChecks::begin(const QString &words)
{
    if (m_corner.isTaken(m_bar))
        return false;
    m_stop = std::stop_source();
    m_progress = std::make_shared<Progress>();
    m_words = words;
    m_corner.show(m_words, 0, 0);
    m_look.start();
    return true;
}

void CaseChecks::end()
{
    m_look.stop();
    m_corner.finish();
}

template <class Options> Options CaseChecks::options() const
{
    Options made;
    made.stop = m_stop.get_token();
    made.progress = [progress = m_progress](qint64 done, qint64 total) {
        progress->total = total;
        progress->done = done;
    };
    return made;
}

void CaseChecks::verify()
{
    if (!begin(tr("Verifying the case")))
        return;
    m_inquiry.ask<VerifyReport>(
        m_session,
        [options = options<VerifyOptions>()](const CaseFile &file) { return model::session::verify(file, options); },
        [this](const Result<VerifyReport> &answer) {
            end();
            if (answer)
                tell(*answer);
            else
                m_bar.showError(answer.error());
        });
}

void CaseChecks::tell(const VerifyReport &report)
{
    const QString entries =
        report.entries == 1 ? tr("1 entry") : tr("%Ln entries", nullptr, static_cast<int>(report.entries));
    const QString checked =
        tr("Checked: the journal with %1, and %2. The fingerprint of the journal up to here is %3. Noted somewhere "
           "else, it proves later that nothing written so far was changed.")
            .arg(entries, originals(report.documents), report.head.toHex());
    QStringList parts;
    if (report.isClean())
        parts += tr("All is well: nothing in the case was changed behind its back.");
    else
        parts += tr("Something is wrong with this case:") + QLatin1Char('\n') + listed(report.problems);
    if (!report.remarks.isEmpty())
        parts += listed(report.remarks);
    parts += checked;
    const QString sentence = parts.join(QLatin1Char('\n'));
    // Either way it is there to be read, and copied from.
    if (report.isClean())
        m_bar.showNews(sentence, tr("Done"), this, [] {});
    else
        m_bar.showLasting(sentence);
}

void CaseChecks::backUp()
{
    const QString name = QStringLiteral("%1-%2.tar").arg(m_session.name(), QDate::currentDate().toString(Qt::ISODate));
    m_prompts.askBackupFile(m_window, name, [this](const QString &path) { writeBackup(path); });
}

void CaseChecks::writeBackup(const QString &path)
{
    if (!begin(tr("Backing the case up")))
        return;
    m_inquiry.ask<BackupReport>(
        m_session,
        [path, options = options<BackupOptions>()](const CaseFile &file) {
            return model::session::backup(file, path, options);
        },
        [this, path](const Result<BackupReport> &answer) {
            end();
            if (answer)
                tell(*answer, path);
            else
                m_bar.showError(answer.error());
        });
}

void CaseChecks::tell(const BackupReport &report, const QString &path)
{
    const QString written =
        tr("The case with %1 was backed up to %2, and the backup read again and compared. It is not "
           "encrypted: keep it on an encrypted disk. “carveout restore” unpacks it.")
            .arg(originals(report.documents), QDir::toNativeSeparators(path));
    if (report.problems.isEmpty())
        m_bar.showNews(written);
    else
        m_bar.showLasting(written + QLatin1Char('\n') + tr("But in the case itself:") + QLatin1Char('\n') +
                          listed(report.problems));
}

} // namespace ui::upkeep

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/backup.h"
#include "model/session/inquiry.h"
#include "model/session/verify.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <stop_token>

namespace ui {
class ActivityCorner;
class ProblemBar;
class Prompts;
} // namespace ui

namespace ui::upkeep {

/// Verifies the case and backs it up, one at a time, off the window's thread: progress and cancel in the activity
/// corner, the outcome as sentences in the bar.
class CaseChecks final : public QObject {
    Q_OBJECT
public:
    CaseChecks(model::session::CaseSession &session, ActivityCorner &corner, ProblemBar &bar, Prompts &prompts,
               QWidget *parent);
    ~CaseChecks() override; ///< stops what runs

    void verify();
    void backUp(); ///< asks for the file first

private:
    /// What a job on another thread says of how far it is; read by the timer.
    struct Progress {
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
    };
    bool begin(const QString &words); ///< false, and says so, while something else is under way
    void end();
    void writeBackup(const QString &path);
    void tell(const model::session::VerifyReport &report);
    void tell(const model::session::BackupReport &report, const QString &path);
    /// Options for a job that has just begun.
    template <class Options> Options options() const;

    model::session::CaseSession &m_session;
    ActivityCorner &m_corner;
    ProblemBar &m_bar;
    Prompts &m_prompts;
    QWidget *m_window = nullptr;
    model::session::Inquiry m_inquiry;
    std::stop_source m_stop;
    std::shared_ptr<Progress> m_progress;
    QString m_words; ///< what is under way
    QTimer m_look;
};

} // namespace ui::upkeep

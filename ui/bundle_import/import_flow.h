// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/import_run.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace ui {
class ActivityCorner;
class ProblemBar;
} // namespace ui

namespace ui::bundle_import {

/// Imports, one after the other, with their progress in the activity corner and their outcome in the bar.
class ImportFlow final : public QObject {
    Q_OBJECT
public:
    ImportFlow(model::session::CaseSession &session, ActivityCorner &corner, ProblemBar &bar,
               QObject *parent = nullptr);
    ~ImportFlow() override;

    void importPaths(const QStringList &paths); ///< waits its turn while another import is under way
    void retry(const std::vector<model::Sha256> &documents, const QByteArray &password);
    void takeEarlierStates(const model::Sha256 &document, const QByteArray &password);
    bool isRunning() const { return m_run != nullptr; }

Q_SIGNALS:
    void refusedWanted(); ///< the reporter wants to see what could not be read
    void begun();
    void ended();

private:
    void begin(std::unique_ptr<model::session::ImportRun> run);
    void showState(const model::session::ImportState &state);
    void finish(const model::session::ImportSummary &summary);
    void next();
    QString outcome(const model::session::ImportSummary &summary) const;

    model::session::CaseSession &m_session;
    ActivityCorner &m_corner;
    ProblemBar &m_bar;
    std::unique_ptr<model::session::ImportRun> m_run;
    QList<QStringList> m_waiting;
};

} // namespace ui::bundle_import

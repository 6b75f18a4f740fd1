// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/ocr_run.h"

#include <QObject>

#include <memory>
#include <vector>

namespace ui {
class ActivityCorner;
class ProblemBar;
} // namespace ui

namespace ui::bundle_import {

/// Reads scanned pages behind everything else: its progress is in the activity corner while nothing else is.
class OcrFlow final : public QObject {
    Q_OBJECT
public:
    OcrFlow(model::session::CaseSession &session, ActivityCorner &corner, ProblemBar &bar, QObject *parent = nullptr);
    ~OcrFlow() override;

    void start(); ///< goes on where it was, if any page waits
    void pause(); ///< while an import is under way, say
    bool isRunning() const { return m_run != nullptr; }

Q_SIGNALS:
    void pageRead(const model::Sha256 &document, int pageIndex); ///< its text is another now

private:
    void showState(const model::session::OcrState &state);
    void finish(const model::session::OcrSummary &summary);
    void end();

    model::session::CaseSession &m_session;
    ActivityCorner &m_corner;
    ProblemBar &m_bar;
    std::unique_ptr<model::session::OcrRun> m_run;
    std::vector<std::unique_ptr<model::session::OcrRun>> m_leaving; ///< were told to stop
};

} // namespace ui::bundle_import

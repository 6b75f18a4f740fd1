// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_session.h"

#include <QObject>

#include <optional>
#include <thread>

namespace model::session {

/// How far OCR is.
struct OcrState {
    qint64 done = 0; ///< pages
    qint64 total = 0;
    std::optional<int> secondsLeft;
};

/// What a run of OCR came to, in pages and tags.
struct OcrSummary {
    int read = 0;
    int kept = 0; ///< OCR found nothing better than what they had
    int failed = 0;
    int unplacedTags = 0; ///< their words are not found on the page any more
    bool cancelled = false;
};

/// Reads the pages of a session's case that wait for OCR, behind the work, on threads of its own; ends exactly once,
/// with `finished` or `failed`. What it had done when it is stopped is kept.
class OcrRun final : public QObject {
    Q_OBJECT
public:
    explicit OcrRun(CaseSession &session, QObject *parent = nullptr);
    ~OcrRun() override; ///< cancels, and waits for the processes to end

    void cancel();

Q_SIGNALS:
    void progressed(const model::session::OcrState &state);
    void pageRead(const model::Sha256 &document, int pageIndex); ///< its text is another now
    void finished(const model::session::OcrSummary &summary);
    void failed(const model::Error &error);

private:
    void post(std::function<void()> act);

    std::jthread m_thread;
};

} // namespace model::session

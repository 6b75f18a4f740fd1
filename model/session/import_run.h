// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_session.h"

#include <QObject>

#include <optional>
#include <stop_token>
#include <thread>

namespace model::session {

/// How far an import is.
struct ImportState {
    enum class Stage { TakingIn, Reading, Converting };
    Stage stage = Stage::TakingIn;
    qint64 done = 0;
    qint64 total = 0;               ///< 0 while it is not known yet
    double perSecond = 0;           ///< files or documents; 0 while it is not known yet
    std::optional<int> secondsLeft; ///< of this stage
};

/// What an import came to.
struct ImportSummary {
    int files = 0;
    int newDocuments = 0;
    int read = 0;
    int refused = 0;
    int waiting = 0;     ///< for LibreOffice, which is not installed
    QStringList skipped; ///< files that could not even be opened or were withdrawn earlier, each with the reason
    bool cancelled = false;
};

/// One import into the case of a session, or one more try at documents that could not be read. On threads of its own;
/// ends exactly once, with `finished` or `failed`.
class ImportRun final : public QObject {
    Q_OBJECT
public:
    /// `paths` may be empty: then only what waits is read.
    ImportRun(CaseSession &session, QStringList paths, QObject *parent = nullptr);
    ImportRun(CaseSession &session, std::vector<Sha256> again, QByteArray password, QObject *parent = nullptr);
    /// Takes the earlier states of a PDF into the case, as documents of their own.
    struct EarlierStates {
        Sha256 document;
        QByteArray password; ///< empty: none
    };
    ImportRun(CaseSession &session, EarlierStates wanted, QObject *parent = nullptr);
    ~ImportRun() override; ///< cancels, and waits for the readers to end

    void cancel();

Q_SIGNALS:
    void progressed(const model::session::ImportState &state);
    void finished(const model::session::ImportSummary &summary);
    void failed(const model::Error &error);

private:
    struct Task {
        QStringList paths;
        std::vector<Sha256> again;
        QByteArray password;
        bool isRetry = false;
        bool takesEarlierStates = false; ///< of `again`
    };
    void start(CaseSession &session, Task task);
    void post(std::function<void()> act);

    std::jthread m_thread;
};

} // namespace model::session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_session.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"
#include "tests/support/waiting.h"

#include <QSignalSpy>

/// A case that is filled through its file first and then opened as the window opens it.
class OpenedCase {
public:
    model::session::CaseSession &open()
    {
        temporary.close();
        options.file.reviewer = QStringLiteral("Ada");
        options.file.clock = steppingClock();
        options.questionThreads = 1;
        m_session = std::make_unique<model::session::CaseSession>(temporary.path(), options);
        QSignalSpy opened(m_session.get(), &model::session::CaseSession::opened);
        REQUIRE(eventually([&] { return opened.size() == 1; }));
        return *m_session;
    }
    model::session::CaseSession &session() { return *m_session; }

    TemporaryCase temporary;
    model::session::CaseSession::Options options; ///< to be changed before it is opened

private:
    std::unique_ptr<model::session::CaseSession> m_session;
};

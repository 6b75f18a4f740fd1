// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_session.h"
#include "tests/support/catch.h"
#include "tests/support/waiting.h"

#include <atomic>
#include <memory>

/// From here on nothing can be written to the case, as when its disk is full.
inline void stopWriting(model::session::CaseSession &session)
{
    const auto stopped = std::make_shared<std::atomic<bool>>(false);
    session.writeForImport([stopped](model::session::CaseFile &file) {
        file.stopWriting(QStringLiteral("The disk is full."));
        *stopped = true;
    });
    REQUIRE(eventually([&] { return stopped->load(); }));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// Runs events until the condition holds; false when it did not within a generous time.
template <class Condition> bool eventually(Condition condition)
{
    return QTest::qWaitFor(std::move(condition), 30'000);
}

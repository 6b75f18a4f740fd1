// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"

#include <vector>

namespace model::store {

class Database;

/// A page whose decisions the annotation model learns from.
struct TaughtPage {
    Sha256 document;
    int pageIndex = 0;
    bool isRead = false; ///< the reporter said so: what has no tag there is none
};

/// What the annotation model learns from in a case.
class LearningTable final {
public:
    explicit LearningTable(Database &database)
        : m_database(database)
    {
    }

    /// Pages with a tag or a rejection, and those marked as read, by document and page; without the forgotten ones.
    Result<std::vector<TaughtPage>> taughtPages() const;
    /// None of them teaches any more.
    Result<void> forgetAll();

    /// The weights that lessons go on from; empty for the shipped ones.
    Result<QByteArray> start() const;
    Result<void> setStart(const QByteArray &weights);

private:
    Database &m_database;
};

} // namespace model::store

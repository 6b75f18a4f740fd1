// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/finding.h"

#include <vector>

namespace model::store {

class Database;

/// What the reporter concluded on findings, each under its own two subjects; folding merges is the reader's business
/// (matrix_query.h).
class FindingTable final {
public:
    explicit FindingTable(Database &database)
        : m_database(database)
    {
    }

    Result<Conclusion> conclusion(const FindingKey &finding) const; ///< empty when nothing was said
    /// A finding with an empty conclusion has no row.
    Result<void> setConclusion(const FindingKey &finding, const Conclusion &conclusion);

    struct Row {
        FindingKey finding;
        Conclusion conclusion;
    };
    Result<std::vector<Row>> all() const;

private:
    Database &m_database;
};

} // namespace model::store

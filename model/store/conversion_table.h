// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/document.h"

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// Documents of office programs, and the PDFs that they are read and shown as. Documents are named by their number here
/// where nothing else is said.
class ConversionTable final {
public:
    explicit ConversionTable(Database &database)
        : m_database(database)
    {
    }

    struct Waiting {
        qint64 number = 0;
        Sha256 sha256;
        qint64 size = 0;
        DocumentFacts facts; ///< as the reader gave them
    };
    Result<std::vector<Waiting>> waiting() const; ///< to be converted; by number

    struct Converted {
        Waiting document;
        Conversion conversion;
    };
    Result<std::vector<Converted>> converted() const; ///< by number

    Result<std::optional<Conversion>> find(const Sha256 &document) const;
    /// In the place of a former one.
    Result<void> store(qint64 number, const Conversion &conversion);
    /// A document that was read waits again, with its pages until others come.
    Result<void> letWait(qint64 number);

private:
    Database &m_database;
};

} // namespace model::store

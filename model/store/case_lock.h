// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <memory>

namespace model::store {

/// The right to write to a case, held until this goes or the program dies. Held by one CaseFile at a time, also within
/// one program.
class CaseLock final {
public:
    /// Locked: another holds it. ReadOnly or Io: the lock file cannot be written.
    static Result<std::unique_ptr<CaseLock>> take(const QString &lockPath);
    ~CaseLock();
    CaseLock(const CaseLock &) = delete;
    CaseLock &operator=(const CaseLock &) = delete;

private:
    explicit CaseLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    int m_descriptor;
};

} // namespace model::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/descriptor.h"
#include "model/reader/protocol.h"

#include <functional>
#include <string>
#include <vector>

namespace model::reader {

/// The files that the code inside of a sandbox cannot do without; none where everything was loaded before the fork.
struct NeededFiles {
    std::vector<std::string> readable; ///< under Landlock: files, or folders with all below them
    /// For a kernel without Landlock: maps them into memory, once, before the fork, and gives how many bytes that took.
    std::function<qint64()> hold = {};
    std::function<void()> openHeldOnly = {}; ///< in the forked process
};

/// Takes a freshly forked reader's rights away. Prepared once by carveout-reader, entered by each reader.
class Sandbox final {
public:
    explicit Sandbox(NeededFiles files);

    /// To be called before the fork, so that what the reader needs is there.
    void prepareFor(const OpenRequest &request);
    /// In the reader, before the first byte of the document: closes every descriptor from 3 on but the two. Nothing
    /// when some right could not be taken away: then it must not read.
    std::optional<SandboxMode> enter(const OpenRequest &request, int document, int session) const;

private:
    SandboxMode modeFor(const OpenRequest &request) const;

    const NeededFiles m_files;
    Descriptor m_rules;
    qint64 m_heldBytes = 0;
};

} // namespace model::reader

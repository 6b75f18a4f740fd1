// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/descriptor.h"
#include "model/reader/protocol.h"

namespace model::reader {

/// Takes a freshly forked reader's rights away. Prepared once by carveout-reader, entered by each reader.
class Sandbox final {
public:
    /// After fontconfig is warm: it knows the folders.
    Sandbox();

    /// To be called before the fork, so that what the reader needs is there.
    void prepareFor(const OpenRequest &request);
    /// In the reader, before the first byte of the document: closes every descriptor from 3 on but the two. Nothing
    /// when some right could not be taken away: then it must not read.
    std::optional<SandboxMode> enter(const OpenRequest &request, int document, int session) const;

private:
    SandboxMode modeFor(const OpenRequest &request) const;

    Descriptor m_rules;
    qint64 m_heldBytes = 0;
};

} // namespace model::reader

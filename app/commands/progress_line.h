// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/importer.h"

#include <QString>

namespace app {

/// "reading 118 of 386, 12.4 MB/s, 1 min left"
QString progressText(const model::intake::ImportProgress &progress);

/// Shows how far something is, in one line of standard error that changes; nothing when that is not a terminal.
class ProgressLine final {
public:
    ProgressLine();
    ~ProgressLine(); ///< takes the line away
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    void show(const QString &text) const;

private:
    const bool m_isTerminal;
};

} // namespace app

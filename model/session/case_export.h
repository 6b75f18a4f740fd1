// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

namespace model::session {

struct ExportRequest {
    enum class Layout {
        Wide,    ///< the matrix as it stands: a line a partner
        Long,    ///< a line a finding
        Evidence ///< a line an evidence passage
    };
    QString path;
    Layout layout = Layout::Wide;
    bool byteOrderMark = false; ///< for Excel
    MatrixFilter filter;
};

struct ExportSummary {
    QString path;
    qint64 lines = 0;    ///< without the header
    QString journalHead; ///< hash of the journal's last entry, to prove later what the export rests on
};

/// Writes the file whole or not at all; from one state of the case.
Result<ExportSummary> exportCase(const CaseFile &file, const ExportRequest &request);

} // namespace model::session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/layouts.h"
#include "model/session/case_file.h"

class QIODevice;

namespace model::session {

struct ExportRequest {
    using Layout = exchange::Layout;
    QString path; ///< of the file
    Layout layout = Layout::Wide;
    bool byteOrderMark = false; ///< for Excel
    MatrixFilter filter;
    bool withHidden = false; ///< else the words of passages that whoever made the file hid are left out
};

struct ExportSummary {
    QString path;
    qint64 lines = 0;    ///< without the header
    QString journalHead; ///< hash of the journal's last entry, to prove later what the export rests on
};

/// Writes the file whole or not at all; from one state of the case.
Result<ExportSummary> exportCase(const CaseFile &file, const ExportRequest &request);
/// The same to an open device, whose own errors are the caller's business; the path is not looked at.
Result<ExportSummary> exportCase(const CaseFile &file, const ExportRequest &request, QIODevice &to);

/// The evidence lines that the filter lets pass; from one state of the case. Without `withHidden`, the quote of one
/// that touches hidden text says that it was left out.
Result<std::vector<EvidenceLine>> filteredEvidence(const CaseFile &file, const MatrixFilter &filter, bool withHidden);

} // namespace model::session

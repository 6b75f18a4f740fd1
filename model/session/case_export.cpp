// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/case_export.h"

#include "model/exchange/csv_export.h"
#include "model/exchange/layouts.h"
#include "model/store/database.h"

#include <QScopeGuard>

namespace model::session {

Result<ExportSummary> exportCase(const CaseFile &file, const ExportRequest &request)
{
    // One read transaction, so that all comes from one state of the case.
    if (const auto begun = file.database().run("BEGIN"); !begun)
        return begun.error();
    const auto end = qScopeGuard([&file] { (void)file.database().run("ROLLBACK").has_value(); });
    const auto matrix = file.matrix();
    if (!matrix)
        return matrix.error();
    const auto head = file.journalHead();
    if (!head)
        return head.error();
    const Matrix shown = filtered(*matrix, request.filter);
    std::vector<EvidenceLine> lines;
    if (request.layout == ExportRequest::Layout::Evidence) {
        auto evidence = file.evidence();
        if (!evidence)
            return evidence.error();
        lines = exchange::evidenceIn(shown, request.filter, *std::move(evidence));
    }
    const auto mark = request.byteOrderMark ? exchange::CsvWriter::Mark::ByteOrder : exchange::CsvWriter::Mark::None;
    const auto written = exchange::exportCsv(request.path, mark, [&](exchange::CsvWriter &csv) {
        switch (request.layout) {
        case ExportRequest::Layout::Wide:
            exchange::writeWide(csv, shown);
            break;
        case ExportRequest::Layout::Long:
            exchange::writeLong(csv, shown);
            break;
        case ExportRequest::Layout::Evidence:
            exchange::writeEvidence(csv, lines);
            break;
        }
    });
    if (!written)
        return written.error();
    ExportSummary summary;
    summary.path = request.path;
    summary.journalHead = head->toHex();
    summary.lines = static_cast<qint64>(request.layout == ExportRequest::Layout::Wide   ? shown.partners.size()
                                        : request.layout == ExportRequest::Layout::Long ? shown.cells.size()
                                                                                        : lines.size());
    return summary;
}

} // namespace model::session

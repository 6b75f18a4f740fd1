// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/case_export.h"

#include "model/exchange/csv_export.h"
#include "model/store/transaction.h"

namespace model::session {
namespace {

using exchange::CsvWriter;
using exchange::Layout;

/// What an export writes, all from one state of the case.
struct Content {
    Matrix matrix;
    std::vector<EvidenceLine> lines; ///< for Layout::Evidence only
    Sha256 head;
};

void leaveOutHidden(std::vector<EvidenceLine> &lines)
{
    for (EvidenceLine &line : lines) {
        if (line.isHidden)
            line.tag.passage.quote = QStringLiteral("[left out: whoever made the document hid these words]");
    }
}

Result<Content> contentOf(const CaseFile &file, const ExportRequest &request)
{
    const store::Snapshot snapshot(file.database());
    const auto matrix = file.matrix();
    if (!matrix)
        return matrix.error();
    const auto head = file.journalHead();
    if (!head)
        return head.error();
    Content content{filtered(*matrix, request.filter), {}, *head};
    if (request.layout == Layout::Evidence) {
        auto evidence = file.evidence();
        if (!evidence)
            return evidence.error();
        content.lines = exchange::evidenceIn(content.matrix, request.filter, *std::move(evidence));
        if (!request.withHidden)
            leaveOutHidden(content.lines);
    }
    return content;
}

CsvWriter::Mark markOf(const ExportRequest &request)
{
    return request.byteOrderMark ? CsvWriter::Mark::ByteOrder : CsvWriter::Mark::None;
}

void write(CsvWriter &csv, Layout layout, const Content &content)
{
    switch (layout) {
    case Layout::Wide:
        return exchange::writeWide(csv, content.matrix);
    case Layout::Long:
        return exchange::writeLong(csv, content.matrix);
    case Layout::Evidence:
        return exchange::writeEvidence(csv, content.lines);
    }
}

ExportSummary summaryOf(const ExportRequest &request, const Content &content)
{
    const size_t lines = request.layout == Layout::Wide   ? content.matrix.partners.size()
                         : request.layout == Layout::Long ? content.matrix.cells.size()
                                                          : content.lines.size();
    return {request.path, static_cast<qint64>(lines), content.head.toHex()};
}

} // namespace

Result<ExportSummary> exportCase(const CaseFile &file, const ExportRequest &request)
{
    const auto content = contentOf(file, request);
    if (!content)
        return content.error();
    const auto written = exchange::exportCsv(request.path, markOf(request),
                                             [&](CsvWriter &csv) { write(csv, request.layout, *content); });
    if (!written)
        return written.error();
    return summaryOf(request, *content);
}

Result<ExportSummary> exportCase(const CaseFile &file, const ExportRequest &request, QIODevice &to)
{
    const auto content = contentOf(file, request);
    if (!content)
        return content.error();
    CsvWriter csv(to, markOf(request));
    write(csv, request.layout, *content);
    return summaryOf(request, *content);
}

Result<std::vector<EvidenceLine>> filteredEvidence(const CaseFile &file, const MatrixFilter &filter, bool withHidden)
{
    ExportRequest request;
    request.layout = Layout::Evidence;
    request.filter = filter;
    request.withHidden = withHidden;
    auto content = contentOf(file, request);
    if (!content)
        return content.error();
    return std::move(content->lines);
}

} // namespace model::session

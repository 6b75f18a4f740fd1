// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/layouts.h"

#include "model/base/clock.h"
#include "model/base/counted.h"
#include "model/exchange/csv_writer.h"

#include <algorithm>
#include <set>

namespace model::exchange {

QString toWord(Layout layout)
{
    switch (layout) {
    case Layout::Wide:
        return QStringLiteral("wide");
    case Layout::Long:
        return QStringLiteral("long");
    case Layout::Evidence:
        break;
    }
    return QStringLiteral("evidence");
}

std::optional<Layout> layoutFromWord(const QString &word)
{
    for (const Layout layout : {Layout::Wide, Layout::Long, Layout::Evidence}) {
        if (toWord(layout) == word)
            return layout;
    }
    return std::nullopt;
}

QString cellText(const MatrixCell *cell)
{
    if (!cell)
        return {};
    QStringList stances;
    for (const Stance stance : allStances) {
        const int count = cell->passages[static_cast<size_t>(stance)];
        if (count > 0)
            stances += QStringLiteral("%1 %2").arg(count).arg(model::toWord(stance));
    }
    QStringList parts = {model::toWord(cell->conclusion.verdict)};
    if (!stances.isEmpty())
        parts += stances.join(QLatin1String(", "));
    if (cell->documents > 0)
        parts += counted(cell->documents, QStringLiteral("document"), QStringLiteral("documents"));
    if (!cell->conclusion.period.isEmpty())
        parts += cell->conclusion.period.toString();
    return parts.join(QLatin1String("; "));
}

void writeWide(CsvWriter &csv, const Matrix &matrix)
{
    QStringList header = {QStringLiteral("partner")};
    for (const Subject &permission : matrix.permissions)
        header += permission.name;
    csv.line(header);
    auto cell = matrix.cells.begin();
    for (size_t row = 0; row < matrix.partners.size(); ++row) {
        QStringList line(static_cast<qsizetype>(matrix.permissions.size()) + 1);
        line[0] = matrix.partners[row].name;
        for (; cell != matrix.cells.end() && cell->partner == static_cast<int>(row); ++cell)
            line[cell->permission + 1] = cellText(&*cell);
        csv.line(line);
    }
}

void writeLong(CsvWriter &csv, const Matrix &matrix)
{
    QStringList header;
    for (const char *name : {"partner", "permission", "action", "data", "verdict", "period_from", "period_to"})
        header += QString::fromLatin1(name);
    for (const Stance stance : allStances)
        header += model::toWord(stance);
    csv.line(header << QStringLiteral("documents"));
    for (const MatrixCell &cell : matrix.cells) {
        const QString permission = matrix.permissions[static_cast<size_t>(cell.permission)].name;
        const PermissionParts parts = permissionParts(permission);
        QStringList line = {matrix.partners[static_cast<size_t>(cell.partner)].name,
                            permission,
                            parts.action,
                            parts.data,
                            model::toWord(cell.conclusion.verdict),
                            toText(cell.conclusion.period.from),
                            toText(cell.conclusion.period.to)};
        for (const int count : cell.passages)
            line += QString::number(count);
        csv.line(line << QString::number(cell.documents));
    }
}

void writeEvidence(CsvWriter &csv, const std::vector<EvidenceLine> &lines)
{
    QStringList header;
    for (const char *name : {"partner", "permission", "stance", "verdict", "period_from", "period_to", "quote", "title",
                             "file", "page", "page_label", "sha256", "reviewer", "decided_at", "bates"})
        header += QString::fromLatin1(name);
    csv.line(header);
    for (const EvidenceLine &line : lines) {
        const Passage &passage = line.tag.passage;
        csv.line({line.partner, line.permission, model::toWord(line.link.stance),
                  model::toWord(line.conclusion.verdict), toText(line.conclusion.period.from),
                  toText(line.conclusion.period.to), passage.quote, line.title, line.file,
                  QString::number(passage.firstPage + 1), line.pageLabel, passage.document.toHex(), line.reviewer,
                  timeText(line.decidedMs), line.bates});
    }
}

std::vector<EvidenceLine> evidenceIn(const Matrix &matrix, const MatrixFilter &filter, std::vector<EvidenceLine> lines)
{
    std::set<FindingKey> shown;
    for (const MatrixCell &cell : matrix.cells)
        shown.insert({matrix.partners[static_cast<size_t>(cell.partner)].id,
                      matrix.permissions[static_cast<size_t>(cell.permission)].id});
    const auto dropped = [&](const EvidenceLine &line) {
        const bool stancePasses = filter.stances.empty() || std::find(filter.stances.begin(), filter.stances.end(),
                                                                      line.link.stance) != filter.stances.end();
        return !stancePasses || !shown.contains(line.finding);
    };
    lines.erase(std::remove_if(lines.begin(), lines.end(), dropped), lines.end());
    return lines;
}

} // namespace model::exchange

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/evidence_line.h"
#include "model/domain/matrix.h"

#include <QString>

#include <optional>
#include <vector>

namespace model::exchange {

class CsvWriter;

enum class Layout {
    Wide,    ///< the matrix as it stands: a line a partner, a column a permission
    Long,    ///< a line a finding
    Evidence ///< a line an evidence passage
};

QString toWord(Layout layout); ///< "wide", "long" or "evidence"
std::optional<Layout> layoutFromWord(const QString &word);

/// What a cell says in a few words: "confirmed; 3 supports, 1 denies; 2 documents; 2013-03–2016". Empty without a cell.
QString cellText(const MatrixCell *cell);

void writeWide(CsvWriter &csv, const Matrix &matrix);
void writeLong(CsvWriter &csv, const Matrix &matrix);
/// Pages are counted from 1 and times are ISO 8601 in UTC.
void writeEvidence(CsvWriter &csv, const std::vector<EvidenceLine> &lines);

/// The lines whose finding is in `matrix` (which the filter has been applied to) and whose own stance the filter lets
/// pass.
std::vector<EvidenceLine> evidenceIn(const Matrix &matrix, const MatrixFilter &filter, std::vector<EvidenceLine> lines);

} // namespace model::exchange

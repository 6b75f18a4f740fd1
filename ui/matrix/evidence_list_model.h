// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/evidence_line.h"

#include <QAbstractListModel>

#include <vector>

namespace ui::matrix {

/// The evidence of one finding, a passage a row.
class EvidenceListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit EvidenceListModel(QObject *parent = nullptr)
        : QAbstractListModel(parent)
    {
    }

    void setLines(std::vector<model::EvidenceLine> lines);
    const model::EvidenceLine &line(int row) const { return m_lines.at(static_cast<size_t>(row)); }
    QString place(int row) const;   ///< "agreement.pdf, p. 4"
    QString decided(int row) const; ///< "supports, linked by Ada on 24 Nov 2026"

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<model::EvidenceLine> m_lines;
};

} // namespace ui::matrix

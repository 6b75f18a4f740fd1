// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/matrix.h"
#include "model/session/case_file.h"

#include <QHash>
#include <QStringList>

#include <map>
#include <utility>
#include <vector>

/// What is true of the sample bundle, by resources/sample/gold.json, with the columns called as the annotation model
/// calls them: where two columns of the gold are one to the model, the second keeps its own name.
class SampleGold final {
public:
    struct Link {
        QString file;
        int pageIndex = 0;
        model::TextRange range; ///< on that page; empty where the words were not found
        QString quote;
        QString partner;
        QString permission;
        model::Stance stance = model::Stance::Supports;
    };
    struct Finding {
        model::Verdict verdict = model::Verdict::Open;
        QString from;
        QString to;
        friend bool operator==(const Finding &, const Finding &) = default;
    };
    using Cell = std::pair<QString, QString>; ///< partner, permission

    /// The case must hold the bundle.
    explicit SampleGold(const model::session::CaseFile &file);

    static QStringList holders();
    /// The partner that goes by this name; empty for none.
    QString partnerCalled(const QString &name) const;
    const std::vector<Link> &links() const { return m_links; }
    const std::map<Cell, Finding> &findings() const { return m_findings; }

private:
    QHash<QString, QString> m_partners; ///< by key of each of their names
    std::vector<Link> m_links;
    std::map<Cell, Finding> m_findings;
};

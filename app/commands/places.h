// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/code_points.h"
#include "model/domain/document.h"
#include "model/session/case_file.h"

#include <QHash>
#include <QJsonObject>

#include <optional>
#include <utility>

namespace app {

/// Where passages stand, as --json tells it. Keeps the documents, and the page last asked for.
class Places final {
public:
    /// `file` must outlive it.
    explicit Places(const model::session::CaseFile &file)
        : m_file(file)
    {
    }

    /// Valid until the next call.
    model::Result<const model::Document *> document(const model::Sha256 &sha);
    /// Document, file, pages, offsets and quote.
    model::Result<QJsonObject> toJson(const model::Passage &passage);

private:
    model::Result<qint64> codePoint(const model::Sha256 &sha, int page, qsizetype unit);

    const model::session::CaseFile &m_file;
    QHash<model::Sha256, model::Document> m_documents;
    std::optional<std::pair<model::Sha256, int>> m_page;
    std::optional<model::CodePoints> m_positions; ///< of m_page
};

} // namespace app

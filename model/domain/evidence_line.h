// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/finding.h"
#include "model/domain/tag.h"

namespace model {

/// One evidence passage of one finding, with all that proves it: what a cell of the matrix opens on, and a line of the
/// evidence export.
struct EvidenceLine {
    EvidenceLink link;
    Tag tag;               ///< the evidence passage
    FindingKey finding;    ///< after merging
    QString partner;       ///< name after merging
    QString permission;    ///< name after merging
    Conclusion conclusion; ///< of the finding
    qint64 documentNumber = 0;
    QString title;         ///< of the document
    QString file;          ///< name of the document's file
    QString pageLabel;     ///< of the first page; "iv–v" over a page break
    QString reviewer;      ///< who made the link
    qint64 decidedMs = 0;  ///< when, UTC
    bool isHidden = false; ///< some of its words are not seen on the page
    QString bates = {};    ///< number stamped on the first page; "A00004–A00005" over a page break
    QString group = {};    ///< of the partner after merging

    friend bool operator==(const EvidenceLine &, const EvidenceLine &) = default;
};

} // namespace model

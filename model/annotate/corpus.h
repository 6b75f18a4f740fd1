// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/vocabulary.h"
#include "model/base/result.h"
#include "model/base/text_range.h"
#include "model/domain/finding.h"
#include "model/domain/period.h"
#include "model/domain/tag.h"

#include <QStringList>

#include <vector>

namespace model::annotate {

struct GoldSpan {
    TagKind kind = TagKind::Partner;
    TextRange range;
    QString name; ///< of a partner: whom it names; "(generic)" for nobody in particular
};

/// A partner and a permission that an evidence passage binds.
struct GoldLink {
    int evidence = 0; ///< index of the evidence span
    QString partner;
    int partnerSpan =
        -1; ///< index of the span that names it inside the evidence; -1 when it is taken over from elsewhere
    int permissionSpan = -1; ///< likewise
    Permission permission;
    Stance stance = Stance::Supports;
    Period period;
};

/// A text with its true tags and links.
struct GoldDocument {
    QString id;
    QStringList holders;
    QString text;                ///< pages apart by '\f'
    std::vector<GoldSpan> spans; ///< by start, longer ones first
    std::vector<GoldLink> links;
    bool heldBack = false; ///< for measuring, not for training
    bool hasLinks = true;  ///< false where only spans are known
    /// Where nothing is missing: what has no tag here is none. Empty: everywhere.
    std::vector<TextRange> confirmed;
};

/// Reads one file of the corpus, written as resources/annotator/GUIDELINE.md says. An Error names the line.
Result<GoldDocument> parseCorpusDocument(const QString &id, const QString &content);

/// All documents under a folder (corpus/NAME.txt, corpus/held-back/NAME.txt, by name) or of a file of JSON lines
/// {"id","text","spans":[{"start","end","label"}]}, offsets in code points; where they are known, also with "holder" and
/// the findings: "cells":[{"partner","aliases","action","data","stance","permission","start","end"}].
Result<std::vector<GoldDocument>> readCorpus(const QString &path);

} // namespace model::annotate

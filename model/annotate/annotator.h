// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/analysis.h"
#include "model/annotate/vocabulary.h"
#include "model/base/result.h"
#include "model/base/text_range.h"
#include "model/domain/finding.h"
#include "model/domain/period.h"
#include "model/domain/tag.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace model::annotate {

struct Weights;

/// A passage that the model would tag.
struct ProposedSpan {
    TagKind kind = TagKind::Partner;
    TextRange range;
    QString name;    ///< of a partner: its canonical name; "(generic)" for nobody in particular; of a permission,
                     ///< permissionName()
    float score = 0; ///< 0..1: of those with 0.8, about 8 in 10 are right
    Stance stance = Stance::Context; ///< of evidence; its findings have it too

    friend bool operator==(const ProposedSpan &, const ProposedSpan &) = default;
};

/// A finding that the model would link to an evidence passage.
struct ProposedFinding {
    QString partner; ///< canonical name, or "(generic)"
    Permission permission;
    Stance stance = Stance::Supports;
    Period period;        ///< empty where the passage gives none
    QString speaker;      ///< who says it, where the passage tells
    int evidence = 0;     ///< index into Proposal::spans
    int partnerSpan = -1; ///< the passage that names or stands for it; -1 when it is taken over from a list's head or a
                          ///< sentence before
    int permissionSpan = -1; ///< likewise
    float score = 0;

    friend bool operator==(const ProposedFinding &, const ProposedFinding &) = default;
};

struct Proposal {
    std::vector<ProposedSpan> spans; ///< by start; evidence before what stands inside it
    std::vector<ProposedFinding> findings;

    friend bool operator==(const Proposal &, const Proposal &) = default;
};

/// Page text in, suggestions out, nothing else. Immutable: any number of threads may ask at once.
class Annotator {
public:
    /// The one whose weights are inside the program.
    static std::shared_ptr<const Annotator> shipped();
    explicit Annotator(std::shared_ptr<const Weights> weights);

    /// `text`: the pages of a document, apart by '\f', in UTF-16 units. Names the holders by any of their names.
    Proposal annotate(QStringView text, const QStringList &holders, const KnownNames &known = {}) const;

    /// Why it proposed that span: the strongest reasons first, each a short sentence.
    QStringList reasons(QStringView text, const QStringList &holders, const KnownNames &known,
                        const ProposedSpan &span) const;

    /// Changes with the weights and with the rules; written beside each suggestion.
    QString version() const;
    static QString versionWith(const QString &weightsVersion); ///< of one with weights of that version
    const Weights &weights() const { return *m_weights; }

private:
    std::shared_ptr<const Weights> m_weights;
};

} // namespace model::annotate

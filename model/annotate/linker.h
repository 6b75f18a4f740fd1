// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/evidence_stage.h"
#include "model/annotate/span_stage.h"

#include <QStringList>

namespace model::annotate {

/// Where a link's half stands.
enum class LinkSource : quint8 {
    Inside,   ///< in the evidence passage
    SameUnit, ///< in its sentence, before it
    Head,     ///< in the sentence that leads the list in
    Heading,  ///< it opens the paragraph: "Example Co. The deal began ..."
    Before,   ///< in a sentence before it
};

/// A partner and a permission that an evidence passage may bind.
struct LinkCandidate {
    QString partner;
    int partnerMention = -1;    ///< index into the mentions
    int permissionMention = -1; ///< likewise
    LinkSource partnerSource = LinkSource::Inside;
    LinkSource permissionSource = LinkSource::Inside;
    quint32 partnersInside = 0;
    quint32 permissionsInside = 0;
};

/// All partners x all permissions of the evidence; where it holds none, those it may have taken over from what stands
/// before it. `meant`: whom each mention means, from resolveStandIns().
std::vector<LinkCandidate> linkCandidates(const Analysis &analysis, const std::vector<Mention> &mentions,
                                          const std::vector<QStringList> &meant, const Evidence &evidence);

std::vector<quint32> linkFeatures(const Analysis &analysis, const std::vector<Mention> &mentions,
                                  const Evidence &evidence, const LinkCandidate &candidate);

} // namespace model::annotate

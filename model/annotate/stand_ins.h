// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/entities.h"
#include "model/annotate/span_stage.h"

namespace model::annotate {

inline constexpr QStringView genericPartner = u"(generic)";

/// For each mention, whom it means: names of partners, one for a name, more for "both", genericPartner for "third
/// parties"; empty for a permission and for a stand-in nobody was found for. "It" and "the company" mean the last
/// partner that a sentence of the same paragraph, its heading, or the paragraph before was about; "both" and "they" the
/// last coordination.
std::vector<QStringList> resolveStandIns(const Analysis &analysis, const std::vector<Mention> &mentions);

} // namespace model::annotate

// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a page says, in UTF-16 units: what is proposed for it lies inside it, and its parts point at each other.
#include "model/annotate/annotator.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>

using namespace model;
using namespace model::annotate;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void requireShare(float score)
{
    require(score >= 0 && score <= 1);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QString text(static_cast<qsizetype>(size / 2), Qt::Uninitialized);
    if (!text.isEmpty())
        std::memcpy(text.data(), data, static_cast<std::size_t>(text.size()) * 2);
    const Proposal proposal = Annotator::shipped()->annotate(text, {QStringLiteral("Kestrel Circle")});
    qsizetype start = 0;
    for (const ProposedSpan &span : proposal.spans) {
        require(span.range.start >= start && !span.range.isEmpty() && span.range.end <= text.size());
        requireShare(span.score);
        start = span.range.start;
    }
    const auto isSpan = [&](int index, TagKind kind) {
        return index >= 0 && static_cast<std::size_t>(index) < proposal.spans.size() &&
               proposal.spans[static_cast<std::size_t>(index)].kind == kind;
    };
    for (const ProposedFinding &finding : proposal.findings) {
        require(isSpan(finding.evidence, TagKind::Evidence));
        require(finding.partnerSpan == -1 || isSpan(finding.partnerSpan, TagKind::Partner));
        require(finding.permissionSpan == -1 || isSpan(finding.permissionSpan, TagKind::Permission));
        require(!finding.partner.isEmpty() && finding.period.isOrdered());
        requireShare(finding.score);
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_proposer.h"

#include <QRegularExpression>

using namespace model;
using namespace model::annotate;

namespace {

struct Known {
    TagKind kind;
    QString words;
    Permission permission;
};

const std::vector<Known> knownWords = {
    {TagKind::Partner, QStringLiteral("Alder Bank"), {}},
    {TagKind::Partner, QStringLiteral("Birch Media"), {}},
    {TagKind::Partner, QStringLiteral("Cedar Inc."), {}},
    {TagKind::Permission, QStringLiteral("read messages"), {Action::Read, DataKind::Messages}},
    {TagKind::Permission, QStringLiteral("write posts"), {Action::Write, DataKind::Posts}},
};

/// Adds the passages of the sentence in `range` and what it substantiates.
void addSentence(QStringView text, const TextRange &range, bool wide, Proposal &proposal)
{
    const QStringView sentence = text.mid(range.start, range.length());
    const auto evidence = static_cast<int>(proposal.spans.size());
    proposal.spans.push_back({TagKind::Evidence, range, {}, 0.75F});
    std::vector<std::pair<int, const Known *>> partners;
    std::vector<std::pair<int, const Known *>> permissions;
    for (const Known &known : knownWords) {
        for (qsizetype at = sentence.indexOf(known.words); at >= 0; at = sentence.indexOf(known.words, at + 1)) {
            auto &list = known.kind == TagKind::Partner ? partners : permissions;
            list.emplace_back(static_cast<int>(proposal.spans.size()), &known);
            const qsizetype start = range.start + at;
            proposal.spans.push_back({known.kind,
                                      {start - (wide && start > 0 ? 1 : 0), start + known.words.size()},
                                      known.kind == TagKind::Partner ? known.words : permissionName(known.permission),
                                      0.5F});
        }
    }
    if (partners.empty() || permissions.empty()) {
        // Nothing is substantiated, so the sentence itself is no passage.
        proposal.spans.erase(proposal.spans.begin() + evidence);
        return;
    }
    Period period;
    if (sentence.contains(u"2013"))
        period.from = PartialDate::fromString(QStringLiteral("2013"));
    for (const auto &[partnerSpan, partner] : partners) {
        for (const auto &[permissionSpan, permission] : permissions)
            proposal.findings.push_back({partner->words, permission->permission,
                                         sentence.contains(u"never") ? Stance::Denies : Stance::Supports, period,
                                         QString(), evidence, partnerSpan, permissionSpan, 0.25F});
    }
}

} // namespace

std::shared_ptr<const intake::Proposer> scriptedProposer(bool wide)
{
    return std::make_shared<const intake::Proposer>(
        [wide](QStringView text, const QStringList &, const KnownNames &) {
            static const QRegularExpression sentence(QStringLiteral("[^.\\s](?:Inc\\.|[^.])*\\."));
            Proposal proposal;
            auto sentences = sentence.globalMatch(text.toString());
            while (sentences.hasNext()) {
                const auto match = sentences.next();
                addSentence(text, {match.capturedStart(), match.capturedEnd()}, wide, proposal);
            }
            return proposal;
        },
        [](QStringView text, const QStringList &, const KnownNames &, const ProposedSpan &span) {
            return QStringList(QStringLiteral("it reads “%1”").arg(text.mid(span.range.start, span.range.length())));
        },
        wide ? QStringLiteral("wide") : QStringLiteral("narrow"));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "model/session/gestures.h"

namespace app {
namespace {

const QString partnerOption = QStringLiteral("partner");
const QString permissionOption = QStringLiteral("permission");
const QString stanceOption = QStringLiteral("stance");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({partnerOption, QStringLiteral("The partner, by name or alias; a new name makes a new partner."),
                      QStringLiteral("NAME")});
    parser.addOption({permissionOption,
                      QStringLiteral("The permission, by name or alias: \"read private messages\", say."),
                      QStringLiteral("NAME")});
    parser.addOption(
        {stanceOption, QStringLiteral("supports, denies, ended, planned or context."), QStringLiteral("STANCE")});
    addReviewerOption(parser);
    addJsonOption(parser);
}

QJsonObject toJson(const model::EvidenceLink &link, const CaseFile &file)
{
    const auto nameOf = [&file](const model::SubjectId &id) {
        const auto subject = file.subject(id);
        return subject ? subject->name : QString();
    };
    return {{QStringLiteral("id"), link.id.toString()},
            {QStringLiteral("evidence"), link.evidence.toString()},
            {QStringLiteral("partner"), nameOf(link.finding.partner)},
            {QStringLiteral("permission"), nameOf(link.finding.permission)},
            {QStringLiteral("stance"), model::toWord(link.stance)}};
}

/// The links that a decision makes or changes.
std::vector<model::EvidenceLink> linksIn(const model::journal::Decision &decision)
{
    std::vector<model::EvidenceLink> links;
    for (const model::journal::Change &change : decision.changes) {
        if (const auto *added = std::get_if<model::journal::AddLink>(&change))
            links.push_back(added->link);
        else if (const auto *changed = std::get_if<model::journal::ChangeLink>(&change))
            links.push_back(changed->link);
    }
    return links;
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto stance = model::stanceFromWord(invocation.value(stanceOption));
    if (!invocation.has(partnerOption) || !invocation.has(permissionOption) || !stance)
        return wrongUsage(
            QStringLiteral("A link needs --partner, --permission and a --stance that is one of supports, denies, "
                           "ended, planned and context."));
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto tag = tagIdFrom(**file, invocation.word(1));
    if (!tag)
        return tag.error();
    const auto decision = model::session::linkEvidence(
        **file, {*tag, invocation.values(partnerOption), invocation.values(permissionOption), *stance});
    const auto decided = decide(**file, decision);
    if (!decided)
        return decided;
    const std::vector<model::EvidenceLink> links = linksIn(*decision);
    QJsonArray array;
    for (const model::EvidenceLink &link : links) {
        if (!invocation.wantsJson())
            printLine(link.id.toString());
        array += toJson(link, **file);
    }
    if (invocation.wantsJson() && array.size() == 1)
        printJson(array.first().toObject());
    else if (invocation.wantsJson())
        printJson(array);
    return decided;
}

} // namespace

Command linkCommand()
{
    return {QStringLiteral("link"),
            QStringLiteral("CASE EVIDENCE-TAG --partner NAME --permission NAME --stance STANCE"),
            QStringLiteral("Bind evidence to a finding; prints the link's id."),
            QStringLiteral(
                "Several partners and permissions may be given: every pair of them is linked. Where the evidence is\n"
                "linked to a finding already, its stance changes."),
            2,
            2,
            addOptions,
            run};
}

} // namespace app

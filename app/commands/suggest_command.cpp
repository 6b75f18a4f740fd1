// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/interrupt_watch.h"
#include "app/commands/invocation.h"
#include "app/commands/progress_line.h"
#include "app/commands/suggestion_values.h"
#include "model/intake/suggesting.h"
#include "model/session/learning.h"
#include "model/session/suggestion_gestures.h"

namespace app {
namespace {

void addOptions(QCommandLineParser &parser)
{
    addReviewerOption(parser);
    addJsonOption(parser);
}

model::Result<std::vector<model::SuggestionId>> idsFrom(const QStringList &words)
{
    std::vector<model::SuggestionId> ids;
    for (const QString &word : words) {
        const auto id = model::SuggestionId::fromString(word);
        if (!id)
            return wrongUsage(
                QStringLiteral("\"%1\" is no suggestion's id; those are 12 digits and small letters.").arg(word));
        ids.push_back(*id);
    }
    return ids;
}

QString findingText(const QJsonObject &finding)
{
    return QStringLiteral("%1 × %2 (%3)")
        .arg(finding[QLatin1String("partner")].toString(), finding[QLatin1String("permission")].toString(),
             finding[QLatin1String("stance")].toString());
}

model::Result<void> renew(CaseFile &file, const model::intake::Suggesting &suggesting, const std::stop_token &stop)
{
    const ProgressLine line;
    const auto renewed = model::session::suggestEverywhere(
        file, suggesting,
        [&line](qint64 done, qint64 total) { line.show(QStringLiteral("suggesting %1 of %2").arg(done).arg(total)); },
        stop);
    return renewed ? model::Result<void>() : renewed.error();
}

model::Result<ExitStatus> runSuggest(const Invocation &invocation)
{
    const InterruptWatch interrupt;
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    auto proposer = model::session::Learner(model::session::shippedProposer()).proposerFor(**file);
    if (!proposer)
        return proposer.error();
    const auto suggesting = model::session::suggestingFor(**file, *std::move(proposer));
    if (!suggesting)
        return suggesting.error();
    if (const auto renewed = renew(**file, *suggesting, interrupt.token()); !renewed)
        return renewed.error();
    const auto suggestions = model::session::allSuggestions(**file);
    if (!suggestions)
        return suggestions.error();
    const auto json = toJson(**file, *suggestions);
    if (!json)
        return json.error();
    if (invocation.wantsJson()) {
        printJson(*json);
        return ExitStatus::Done;
    }
    Table table{{QStringLiteral("Suggestion"), QStringLiteral("Document"), QStringLiteral("Page"),
                 QStringLiteral("Kind"), QStringLiteral("Name or finding"), QStringLiteral("Score"),
                 QStringLiteral("Quote")},
                {},
                {0}};
    for (const QJsonValue &value : *json) {
        const QJsonObject object = value.toObject();
        const auto field = [&object](const char *name) {
            return object.value(QLatin1String(name)).toVariant().toString();
        };
        const bool isFinding = field("kind") == QLatin1String("finding");
        table.rows.push_back({field("id"), field("document"), field("page"), field("kind"),
                              isFinding ? findingText(object) : field("name"),
                              QString::number(object.value(QLatin1String("score")).toDouble(), 'f', 2),
                              field("quote").simplified()});
    }
    printTable(table, QStringLiteral("Nothing is suggested."));
    return ExitStatus::Done;
}

template <auto gesture> model::Result<ExitStatus> runDecision(const Invocation &invocation)
{
    const auto ids = idsFrom(invocation.wordsFrom(1));
    if (!ids)
        return ids.error();
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto decision = gesture(**file, *ids);
    if (!decision && decision.error().kind == model::ErrorKind::NotFound)
        return model::Error{model::ErrorKind::NotFound,
                            decision.error().sentence + QStringLiteral(" \"carveout suggest\" lists what there is.")};
    return decide(**file, decision);
}

} // namespace

Command suggestCommand()
{
    return {QStringLiteral("suggest"),
            QStringLiteral("CASE [--json]"),
            QStringLiteral("List what the annotation model suggests and nobody has decided."),
            QStringLiteral("Suggestions are renewed first where something that they rest on has changed."),
            1,
            1,
            addOptions,
            runSuggest};
}

Command acceptCommand()
{
    return {
        QStringLiteral("accept"),
        QStringLiteral("CASE SUGGESTION..."),
        QStringLiteral("Make tags and links of suggestions, in one decision."),
        QStringLiteral(
            "Of a finding: the tags of its evidence, partner and permission where there are none, the link, and the\n"
            "period where the suggestion has one and the finding has none."),
        2,
        -1,
        addReviewerOption,
        runDecision<model::session::acceptSuggestions>};
}

Command rejectCommand()
{
    return {
        QStringLiteral("reject"),
        QStringLiteral("CASE SUGGESTION..."),
        QStringLiteral("Say no to suggestions, in one decision."),
        QStringLiteral("They are not made again in their document, nor elsewhere in the same words and surroundings."),
        2,
        -1,
        addReviewerOption,
        runDecision<model::session::rejectSuggestions>};
}

} // namespace app

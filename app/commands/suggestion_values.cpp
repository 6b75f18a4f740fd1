// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/suggestion_values.h"

#include "app/commands/places.h"
#include "model/annotate/permission_meaning.h"
#include "model/base/counted.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace app {
namespace {

using model::LinkSuggestion;
using model::TagSuggestion;
using model::session::CaseFile;

QString text(const char *ascii)
{
    return QString::fromLatin1(ascii);
}

double rounded(double score)
{
    return std::round(score * 1000) / 1000;
}

void addFields(QJsonObject &object, const TagSuggestion &tag)
{
    object[text("kind")] = model::toWord(tag.kind);
    object[text("name")] = tag.name;
}

void addFields(QJsonObject &object, const LinkSuggestion &link)
{
    const auto permission = model::annotate::permissionMeant(link.permission);
    object[text("kind")] = text("finding");
    object[text("evidence")] = link.evidence.toString();
    object[text("partner")] = link.partner;
    object[text("permission")] = link.permission;
    object[text("action")] = permission ? model::annotate::toWord(permission->action) : QString();
    object[text("data")] = permission ? model::annotate::toWord(permission->data) : QString();
    object[text("stance")] = model::toWord(link.stance);
    object[text("period_from")] = toText(link.period.from);
    object[text("period_to")] = toText(link.period.to);
    object[text("speaker")] = link.speaker;
}

} // namespace

model::Result<QJsonArray> toJson(const CaseFile &file, const model::Suggestions &suggestions)
{
    Places places(file);
    using Suggestion = std::variant<const TagSuggestion *, const LinkSuggestion *>;
    struct Listed {
        qint64 document;
        const model::Passage *passage;
        Suggestion suggestion;
    };
    std::vector<Listed> all;
    const auto list = [&](const auto &some) -> model::Result<void> {
        for (const auto &one : some) {
            const auto document = places.document(one.passage.document);
            if (!document)
                return document.error();
            all.push_back({(*document)->number, &one.passage, &one});
        }
        return {};
    };
    if (const auto listed = list(suggestions.tags); !listed)
        return listed.error();
    if (const auto listed = list(suggestions.links); !listed)
        return listed.error();
    const auto place = [](const Listed &one) {
        const model::Passage &at = *one.passage;
        return std::tuple(one.document, at.firstPage, at.start, -at.lastPage, -at.end);
    };
    std::stable_sort(all.begin(), all.end(),
                     [&place](const Listed &a, const Listed &b) { return place(a) < place(b); });
    QJsonArray array;
    for (const Listed &one : all) {
        auto object = places.toJson(*one.passage);
        if (!object)
            return object.error();
        std::visit(
            [&object](const auto *suggestion) {
                (*object)[text("id")] = suggestion->id.toString();
                (*object)[text("score")] = rounded(suggestion->score);
                addFields(*object, *suggestion);
            },
            one.suggestion);
        array += *object;
    }
    return array;
}

QJsonObject toJson(const model::session::SuggestedCell &cell)
{
    QJsonObject object{{text("documents"), cell.documents}, {text("score"), rounded(cell.score)}};
    for (const model::Stance stance : model::allStances)
        object[model::toWord(stance)] = cell.passages[static_cast<size_t>(stance)];
    return object;
}

QString cellText(const model::session::SuggestedCell &cell)
{
    QStringList stances;
    for (const model::Stance stance : model::allStances) {
        if (const int count = cell.passages[static_cast<size_t>(stance)]; count > 0)
            stances += QStringLiteral("%1 %2").arg(count).arg(model::toWord(stance));
    }
    if (stances.isEmpty())
        return {};
    return QStringLiteral("suggested: %1; %2")
        .arg(stances.join(QStringLiteral(", ")),
             model::counted(cell.documents, QStringLiteral("document"), QStringLiteral("documents")));
}

} // namespace app

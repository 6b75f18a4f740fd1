// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/suggestion_values.h"

#include "model/annotate/vocabulary.h"
#include "model/base/code_points.h"
#include "model/base/counted.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <optional>
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

/// The documents that suggestions are in, and the text of the pages last asked for.
class Places {
public:
    explicit Places(const CaseFile &file)
        : m_file(file)
    {
    }

    model::Result<const model::Document *> document(const model::Sha256 &sha)
    {
        auto known = m_documents.find(sha);
        if (known == m_documents.end()) {
            auto found = m_file.document(sha);
            if (!found)
                return found.error();
            known = m_documents.insert(sha, *std::move(found));
        }
        return &*known;
    }

    model::Result<qint64> codePoint(const model::Sha256 &sha, int page, qsizetype unit)
    {
        if (!m_positions || m_page != std::pair(sha, page)) {
            const auto found = m_file.pageText(sha, page);
            if (!found)
                return found.error();
            m_page = std::pair(sha, page);
            m_positions.emplace(found->text);
        }
        return m_positions->codePointOf(unit);
    }

private:
    const CaseFile &m_file;
    QHash<model::Sha256, model::Document> m_documents;
    std::optional<std::pair<model::Sha256, int>> m_page;
    std::optional<model::CodePoints> m_positions;
};

model::Result<QJsonObject> placeJson(Places &places, const model::Passage &passage)
{
    const auto document = places.document(passage.document);
    if (!document)
        return document.error();
    const auto start = places.codePoint(passage.document, passage.firstPage, passage.start);
    if (!start)
        return start.error();
    const auto end = places.codePoint(passage.document, passage.lastPage, passage.end);
    if (!end)
        return end.error();
    return QJsonObject{{text("document"), (*document)->number},
                       {text("sha256"), passage.document.toHex()},
                       {text("file"), (*document)->file},
                       {text("page"), passage.firstPage + 1},
                       {text("start"), *start},
                       {text("end_page"), passage.lastPage + 1},
                       {text("end"), *end},
                       {text("quote"), passage.quote}};
}

void addFields(QJsonObject &object, const TagSuggestion &tag)
{
    object[text("kind")] = model::toWord(tag.kind);
    object[text("name")] = tag.name;
}

void addFields(QJsonObject &object, const LinkSuggestion &link)
{
    const auto date = [](const std::optional<model::PartialDate> &end) { return end ? end->toString() : QString(); };
    const auto permission = model::annotate::permissionFromName(link.permission);
    object[text("kind")] = text("finding");
    object[text("evidence")] = link.evidence.toString();
    object[text("partner")] = link.partner;
    object[text("permission")] = link.permission;
    object[text("action")] = permission ? model::annotate::toWord(permission->action) : QString();
    object[text("data")] = permission ? model::annotate::toWord(permission->data) : QString();
    object[text("stance")] = model::toWord(link.stance);
    object[text("period_from")] = date(link.period.from);
    object[text("period_to")] = date(link.period.to);
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
        auto object = placeJson(places, *one.passage);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/saved_searches.h"

#include "model/session/remembered.h"
#include "model/session/search.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace model::session {

QString toText(const std::vector<SavedSearch> &searches)
{
    if (searches.empty())
        return {};
    QJsonArray array;
    for (const SavedSearch &search : searches)
        array.append(QJsonObject{{QStringLiteral("name"), search.name},
                                 {QStringLiteral("query"), search.query},
                                 {QStringLiteral("seen"), search.seen}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<SavedSearch> savedSearchesFromText(const QString &text)
{
    std::vector<SavedSearch> searches;
    for (const QJsonValue &value : QJsonDocument::fromJson(text.toUtf8()).array()) {
        const QJsonObject object = value.toObject();
        SavedSearch search{object.value(QStringLiteral("name")).toString(),
                           object.value(QStringLiteral("query")).toString(),
                           object.value(QStringLiteral("seen")).toInteger()};
        const auto sameName = [&search](const SavedSearch &other) { return other.name == search.name; };
        if (!search.name.isEmpty() && !search.query.isEmpty() &&
            std::none_of(searches.begin(), searches.end(), sameName))
            searches.push_back(std::move(search));
    }
    return searches;
}

Result<std::vector<SavedSearch>> savedSearches(const CaseFile &file)
{
    const Result<QString> text = remembered(file, savedSearchesKey);
    if (!text)
        return text.error();
    return savedSearchesFromText(*text);
}

Result<std::vector<std::optional<PageCount>>> countPages(const CaseFile &file, const std::vector<SavedSearch> &searches)
{
    std::vector<std::optional<PageCount>> counts;
    for (const SavedSearch &search : searches) {
        const Result<SearchPage> page = searchCase(file, search.query, 0, 0, SearchOrder::Quickest);
        if (!page && page.error().kind != ErrorKind::Invalid)
            return page.error();
        counts.push_back(page ? std::optional(PageCount{page->total, page->totalIsExact}) : std::nullopt);
    }
    return counts;
}

} // namespace model::session

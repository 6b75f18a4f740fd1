// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_place.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace ui::page {
namespace {

QString wordFor(Fit fit)
{
    switch (fit) {
    case Fit::Width:
        return QStringLiteral("width");
    case Fit::Page:
        return QStringLiteral("page");
    case Fit::Free:
        break;
    }
    return QStringLiteral("free");
}

std::optional<Fit> fitFromWord(const QString &word)
{
    for (const Fit fit : {Fit::Width, Fit::Page, Fit::Free}) {
        if (wordFor(fit) == word)
            return fit;
    }
    return std::nullopt;
}

} // namespace

QString toText(const PagePlace &place)
{
    const QJsonObject object{{QStringLiteral("page"), place.pageIndex},
                             {QStringLiteral("across"), place.offset.x()},
                             {QStringLiteral("down"), place.offset.y()},
                             {QStringLiteral("fit"), wordFor(place.fit)},
                             {QStringLiteral("zoom"), place.zoom},
                             {QStringLiteral("turns"), place.arrangement.turns},
                             {QStringLiteral("facing"), place.arrangement.facing},
                             {QStringLiteral("coverAlone"), place.arrangement.coverAlone}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<PagePlace> placeFromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto fit = fitFromWord(object.value(QStringLiteral("fit")).toString());
    PagePlace place;
    place.pageIndex = object.value(QStringLiteral("page")).toInt(-1);
    place.offset = {object.value(QStringLiteral("across")).toDouble(), object.value(QStringLiteral("down")).toDouble()};
    place.zoom = object.value(QStringLiteral("zoom")).toDouble();
    place.arrangement.turns = object.value(QStringLiteral("turns")).toInt(-1);
    place.arrangement.facing = object.value(QStringLiteral("facing")).toBool();
    place.arrangement.coverAlone = object.value(QStringLiteral("coverAlone")).toBool();
    const bool isSound = fit && place.pageIndex >= 0 && place.zoom >= PageGeometry::smallestZoom &&
                         place.zoom <= PageGeometry::largestZoom && place.arrangement.turns >= 0 &&
                         place.arrangement.turns <= 3 && std::abs(place.offset.x()) <= 100 &&
                         std::abs(place.offset.y()) <= 100;
    if (!isSound)
        return std::nullopt;
    place.fit = *fit;
    return place;
}

} // namespace ui::page

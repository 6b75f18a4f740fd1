// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_view.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace ui::matrix {
namespace {

using model::RowOrder;

constexpr std::array<std::pair<RowOrder, const char *>, 4> orders = {{{RowOrder::Name, "name"},
                                                                      {RowOrder::Findings, "findings"},
                                                                      {RowOrder::Evidence, "evidence"},
                                                                      {RowOrder::Column, "column"}}};

QString wordOf(RowOrder order)
{
    const auto found = std::find_if(orders.begin(), orders.end(), [order](auto pair) { return pair.first == order; });
    return QString::fromLatin1(found->second);
}

RowOrder orderFrom(const QString &word)
{
    const auto found =
        std::find_if(orders.begin(), orders.end(), [&word](auto pair) { return word == QLatin1String(pair.second); });
    return found == orders.end() ? RowOrder::Name : found->first;
}

} // namespace

QString toText(const MatrixView &view)
{
    QJsonObject json;
    json[QStringLiteral("text")] = view.filter.text;
    if (!view.filter.verdicts.empty())
        json[QStringLiteral("verdict")] = model::toWord(view.filter.verdicts.front());
    if (!view.filter.stances.empty())
        json[QStringLiteral("stance")] = model::toWord(view.filter.stances.front());
    json[QStringLiteral("order")] = wordOf(view.layout.order);
    if (view.layout.column)
        json[QStringLiteral("column")] = view.layout.column->toString();
    json[QStringLiteral("hidesEmpty")] = view.layout.hidesEmpty;
    QStringList folded(view.layout.folded.begin(), view.layout.folded.end());
    folded.sort();
    json[QStringLiteral("folded")] = QJsonArray::fromStringList(folded);
    QStringList foldedGroups(view.layout.foldedGroups.begin(), view.layout.foldedGroups.end());
    foldedGroups.sort();
    json[QStringLiteral("foldedGroups")] = QJsonArray::fromStringList(foldedGroups);
    json[QStringLiteral("suggested")] = view.showsSuggested;
    json[QStringLiteral("heat")] = view.showsHeat;
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

MatrixView matrixViewFrom(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    MatrixView view;
    view.filter.text = json[QStringLiteral("text")].toString();
    if (const auto verdict = model::verdictFromWord(json[QStringLiteral("verdict")].toString()))
        view.filter.verdicts = {*verdict};
    if (const auto stance = model::stanceFromWord(json[QStringLiteral("stance")].toString()))
        view.filter.stances = {*stance};
    view.layout.order = orderFrom(json[QStringLiteral("order")].toString());
    view.layout.column = model::SubjectId::fromString(json[QStringLiteral("column")].toString());
    view.layout.hidesEmpty = json[QStringLiteral("hidesEmpty")].toBool();
    for (const QJsonValue &kind : json[QStringLiteral("folded")].toArray())
        view.layout.folded.insert(kind.toString());
    for (const QJsonValue &group : json[QStringLiteral("foldedGroups")].toArray())
        view.layout.foldedGroups.insert(group.toString());
    view.showsSuggested = json[QStringLiteral("suggested")].toBool();
    view.showsHeat = json[QStringLiteral("heat")].toBool();
    return view;
}

} // namespace ui::matrix

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strict_csv.h"

namespace {

/// The cell that starts at `at`, which then stands behind it.
std::optional<QByteArray> takeCell(const QByteArray &bytes, qsizetype &at)
{
    QByteArray cell;
    if (at < bytes.size() && bytes[at] == '"') {
        for (++at; at < bytes.size(); ++at) {
            if (bytes[at] != '"') {
                cell += bytes[at];
            } else if (at + 1 < bytes.size() && bytes[at + 1] == '"') {
                cell += bytes[at++];
            } else {
                ++at;
                return cell;
            }
        }
        return std::nullopt;
    }
    for (; at < bytes.size() && bytes[at] != ',' && bytes[at] != '\r'; ++at) {
        if (bytes[at] == '"' || bytes[at] == '\n')
            return std::nullopt;
        cell += bytes[at];
    }
    return cell;
}

} // namespace

std::optional<std::vector<QStringList>> parseStrictCsv(const QByteArray &bytes)
{
    std::vector<QStringList> lines;
    QStringList line;
    for (qsizetype at = 0; at < bytes.size();) {
        const std::optional<QByteArray> cell = takeCell(bytes, at);
        if (!cell || at >= bytes.size())
            return std::nullopt;
        line += QString::fromUtf8(*cell);
        if (bytes[at] == ',') {
            ++at;
            continue;
        }
        if (bytes.mid(at, 2) != "\r\n" || (!lines.empty() && line.size() != lines.front().size()))
            return std::nullopt;
        at += 2;
        lines.push_back(std::exchange(line, {}));
    }
    return line.isEmpty() ? std::optional(lines) : std::nullopt;
}

QString withoutDefusing(const QString &cell)
{
    static const QString startsFormula = QStringLiteral("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20");
    if (!cell.startsWith(QLatin1Char('\'')))
        return cell;
    qsizetype first = 1;
    while (first < cell.size() && !startsFormula.contains(cell[first]) &&
           (cell[first].isSpace() || cell[first].category() == QChar::Other_Format))
        ++first;
    const bool defused = first < cell.size() && startsFormula.contains(cell[first]);
    return defused ? cell.mid(1) : cell;
}

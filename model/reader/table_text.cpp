// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/table_text.h"

#include "model/reader/column_layout.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <vector>

namespace model::reader {
namespace {

constexpr std::size_t mostAlignedColumns = 12;
constexpr int tabColumns = 8;

/// Takes a row after another off a table.
class Rows final {
public:
    Rows(QStringView table, QChar separator)
        : m_table(table)
        , m_separator(separator)
    {
    }

    bool atEnd() const { return m_at >= m_table.size(); }

    QStringList next()
    {
        QStringList row;
        QString field;
        bool quoted = false;
        for (; m_at < m_table.size(); ++m_at) {
            const QChar unit = m_table[m_at];
            if (quoted) {
                const bool doubled = unit == u'"' && m_at + 1 < m_table.size() && m_table[m_at + 1] == u'"';
                if (doubled)
                    ++m_at;
                if (unit == u'"' && !doubled)
                    quoted = false;
                else
                    field += unit;
            } else if (unit == u'"' && field.isEmpty()) {
                quoted = true;
            } else if (unit == m_separator) {
                row.append(std::exchange(field, {}));
            } else if (unit == u'\n') {
                ++m_at;
                break;
            } else if (unit != u'\r') {
                field += unit;
            }
        }
        row.append(field);
        return row;
    }

private:
    const QStringView m_table;
    const QChar m_separator;
    qsizetype m_at = 0;
};

bool isBlank(const QStringList &row)
{
    return std::all_of(row.begin(), row.end(), [](const QString &field) { return field.trimmed().isEmpty(); });
}

/// As a sentence goes on behind a comma.
bool readsAsProse(QStringView text, QChar separator)
{
    qsizetype all = 0;
    qsizetype beforeBlank = 0;
    for (qsizetype at = text.indexOf(separator); at >= 0 && at + 1 < text.size();
         at = text.indexOf(separator, at + 1)) {
        ++all;
        beforeBlank += text[at + 1] == u' ' ? 1 : 0;
    }
    return beforeBlank * 2 > all;
}

bool isTable(QStringView text, QChar separator)
{
    Rows rows(text, separator);
    qsizetype columns = 0;
    int count = 0;
    int others = 0;
    while (!rows.atEnd()) {
        const QStringList row = rows.next();
        if (isBlank(row))
            continue;
        if (count++ == 0)
            columns = row.size();
        else if (row.size() != columns)
            ++others;
    }
    if (columns < 2 || others * 20 > count)
        return false;
    if (readsAsProse(text, separator))
        return columns >= 3 && count >= 5;
    return (columns >= 3 && count >= 2) || count >= 5;
}

int columnsOfText(QStringView text)
{
    int columns = 0;
    for (const char32_t character : text.toUcs4())
        columns += columnsOf(character);
    return columns;
}

/// The width of each column with the gap behind it, in steps of a tab; empty when the page is too narrow.
std::vector<int> alignedWidths(QStringView table, QChar separator)
{
    std::vector<int> widths;
    Rows rows(table, separator);
    while (!rows.atEnd()) {
        const QStringList row = rows.next();
        if (static_cast<std::size_t>(row.size()) > mostAlignedColumns)
            return {};
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())));
        int sum = 0;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (i < static_cast<std::size_t>(row.size())) {
                const int needed = columnsOfText(row[static_cast<qsizetype>(i)].simplified()) + 1;
                widths[i] = std::max(widths[i], (needed + tabColumns - 1) / tabColumns * tabColumns);
            }
            sum += widths[i];
        }
        if (sum > columnsOfLine + tabColumns)
            return {};
    }
    return widths;
}

QString alignedLine(const QStringList &row, const std::vector<int> &widths)
{
    QString line;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const QString field = row[i].simplified();
        line += field;
        if (i + 1 == row.size())
            break;
        // Blanks up to the last step, which the tab takes.
        const int missing = widths[static_cast<std::size_t>(i)] - columnsOfText(field);
        line += QString(std::max(missing - tabColumns, 0), u' ') + u'\t';
    }
    return line;
}

QString namedLine(const QStringList &row, const QStringList &names)
{
    QStringList parts;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const QString field = row[i].simplified();
        const QString name = i < names.size() ? names[i].simplified() : QString();
        if (field.isEmpty())
            continue;
        parts.append(name.isEmpty() ? field : name + QStringLiteral(": ") + field);
    }
    return parts.join(QStringLiteral(" | "));
}

} // namespace

std::optional<QChar> separatorOf(QStringView start)
{
    for (const QChar separator : {QChar(u'\t'), QChar(u';'), QChar(u','), QChar(u'|')}) {
        if (start.contains(separator) && isTable(start, separator))
            return separator;
    }
    return std::nullopt;
}

QString textOfTable(QStringView table, QChar separator)
{
    const std::vector<int> widths = alignedWidths(table, separator);
    Rows rows(table, separator);
    QStringList names;
    QString text;
    while (!rows.atEnd()) {
        const QStringList row = rows.next();
        if (!widths.empty()) {
            text += alignedLine(row, widths) + u'\n';
        } else if (names.isEmpty()) {
            names = row;
            text += namedLine(row, {}) + u'\n';
        } else if (isBlank(row)) {
            text += u'\n';
        } else {
            text += namedLine(row, names) + u'\n';
        }
    }
    return text;
}

} // namespace model::reader

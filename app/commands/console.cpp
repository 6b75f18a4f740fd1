// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"

#include <QJsonDocument>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <numeric>
#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unistd.h>
#include <utility>

namespace app {
namespace {

constexpr int columnGap = 2;
constexpr int narrowest = 6; // what a folded column keeps at least

int outputError = 0; // the first errno of standard output

void write(std::FILE *stream, const QByteArray &bytes)
{
    const auto size = static_cast<size_t>(bytes.size());
    if (std::fwrite(bytes.constData(), 1, size, stream) != size && stream == stdout && outputError == 0)
        outputError = errno;
}

bool isDangerous(QChar c)
{
    const char16_t unit = c.unicode();
    const bool turnsDirection = (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
    return (c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t')) || turnsDirection;
}

/// JSON may write any character as an escape, so here nothing is lost.
QByteArray escaped(const QByteArray &json)
{
    QString text;
    for (const QChar c : QString::fromUtf8(json)) {
        if (isDangerous(c))
            text += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            text += c;
    }
    return text.toUtf8();
}

/// Not by wcwidth(), which knows what the locale knows: in a bare environment, nothing but ASCII.
int widthOf(char32_t codePoint)
{
    const auto character = static_cast<UChar32>(codePoint);
    switch (u_charType(character)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
        return 0;
    default:
        break;
    }
    const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Takes the columns over `room` away, one by one, from the widest that is not `whole`.
std::vector<int> squeezed(std::vector<int> widths, const std::vector<size_t> &whole, int room)
{
    int over = std::accumulate(widths.begin(), widths.end(), 0) - room;
    for (; over > 0; --over) {
        int *widest = nullptr;
        for (size_t i = 0; i < widths.size(); ++i) {
            const bool mayShrink = widths[i] > narrowest && std::find(whole.begin(), whole.end(), i) == whole.end();
            if (mayShrink && (!widest || widths[i] > *widest))
                widest = &widths[i];
        }
        if (!widest)
            break;
        --*widest;
    }
    return widths;
}

QString paddedTo(const QString &text, int columns)
{
    return text + QString(std::max(0, columns - columnsOf(text)), QLatin1Char(' '));
}

QStringList cellLines(const QString &cell, int columns)
{
    QStringList lines;
    for (const QString &line : cell.split(QLatin1Char('\n')))
        lines += folded(oneLine(line), columns);
    return lines;
}

void addRow(const QStringList &row, const std::vector<int> &widths, QStringList &lines)
{
    std::vector<QStringList> cells;
    qsizetype height = 1;
    for (size_t i = 0; i < widths.size(); ++i) {
        cells.push_back(cellLines(row.value(static_cast<qsizetype>(i)), widths[i]));
        height = std::max(height, cells.back().size());
    }
    for (qsizetype at = 0; at < height; ++at) {
        QString line;
        for (size_t i = 0; i < widths.size(); ++i)
            line += paddedTo(cells[i].value(at), widths[i] + columnGap);
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        lines += line;
    }
}

} // namespace

QString harmless(const QString &text)
{
    QString result = text;
    std::replace_if(result.begin(), result.end(), isDangerous, QChar(QChar::ReplacementCharacter));
    return result;
}

QString oneLine(const QString &text)
{
    return harmless(text.simplified());
}

int columnsOf(const QString &text)
{
    int columns = 0;
    for (const char32_t codePoint : text.toUcs4())
        columns += widthOf(codePoint);
    return columns;
}

QStringList folded(const QString &text, int columns)
{
    QStringList lines;
    QString line;
    for (QString word : text.split(QLatin1Char(' '))) {
        if (!line.isEmpty() && columnsOf(line) + 1 + columnsOf(word) > columns)
            lines += std::exchange(line, {});
        while (columnsOf(word) > columns && word.size() > 1) {
            qsizetype fits = word.size() - 1;
            while (fits > 1 && (columnsOf(word.left(fits)) > columns || word[fits].isLowSurrogate()))
                --fits;
            lines += word.left(fits);
            word.remove(0, fits);
        }
        line += line.isEmpty() ? word : QLatin1Char(' ') + word;
    }
    if (!line.isEmpty() || lines.isEmpty())
        lines += line;
    return lines;
}

QStringList layOut(const Table &table, int columns)
{
    std::vector<int> widths(static_cast<size_t>(table.header.size()), 0);
    const auto widen = [&widths](const QStringList &row) {
        for (size_t i = 0; i < widths.size(); ++i) {
            for (const QString &line : row.value(static_cast<qsizetype>(i)).split(QLatin1Char('\n')))
                widths[i] = std::max(widths[i], columnsOf(oneLine(line)));
        }
    };
    widen(table.header);
    for (const QStringList &row : table.rows)
        widen(row);
    widths = squeezed(std::move(widths), table.whole, columns - columnGap * (static_cast<int>(widths.size()) - 1));
    QStringList lines;
    addRow(table.header, widths, lines);
    QStringList rule;
    for (const int width : widths)
        rule += QString(width, QChar(0x2500));
    lines += rule.join(QString(columnGap, QLatin1Char(' ')));
    for (const QStringList &row : table.rows)
        addRow(row, widths, lines);
    return lines;
}

QStringList tabbed(const Table &table)
{
    const auto line = [](const QStringList &row) {
        QStringList cells;
        for (const QString &cell : row) {
            QStringList lines;
            for (const QString &part : cell.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
                lines += oneLine(part);
            cells += lines.join(QLatin1String("; "));
        }
        return cells.join(QLatin1Char('\t'));
    };
    QStringList lines = {line(table.header)};
    for (const QStringList &row : table.rows)
        lines += line(row);
    return lines;
}

std::optional<int> terminalColumns()
{
    constexpr int usual = 100; // of a terminal that does not say, or is too narrow for any table
    if (!isatty(STDOUT_FILENO))
        return std::nullopt;
    winsize size = {};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40 ? size.ws_col : usual;
}

void printLine(const QString &text)
{
    write(stdout, harmless(text).toUtf8() + '\n');
}

void printJson(const QJsonObject &object)
{
    write(stdout, escaped(QJsonDocument(object).toJson(QJsonDocument::Indented)));
}

void printJson(const QJsonArray &array)
{
    write(stdout, escaped(QJsonDocument(array).toJson(QJsonDocument::Indented)));
}

void printJsonLine(const QJsonObject &object)
{
    write(stdout, escaped(QJsonDocument(object).toJson(QJsonDocument::Compact)) + '\n');
}

void printCsv(const QByteArray &csv)
{
    if (!isatty(STDOUT_FILENO))
        return write(stdout, csv);
    // The carriage returns of a CSV are no danger where the cursor goes to the next line anyway.
    write(stdout, harmless(QString::fromUtf8(csv).replace(QLatin1String("\r\n"), QLatin1String("\n"))).toUtf8());
}

void printPageText(const QString &text)
{
    write(stdout, (isatty(STDOUT_FILENO) ? harmless(text) : text).toUtf8());
    if (!text.endsWith(QLatin1Char('\n')))
        write(stdout, "\n");
}

void complain(const QString &sentence)
{
    std::fflush(stdout);
    write(stderr, "carveout: " + harmless(sentence).toUtf8() + '\n');
}

bool finishOutput()
{
    if (std::fflush(stdout) != 0 && outputError == 0)
        outputError = errno;
    if (outputError != 0 && outputError != EPIPE)
        complain(QStringLiteral("The results could not be written out: %1.").arg(qt_error_string(outputError)));
    return outputError == 0;
}

void printTable(const Table &table, const QString &emptyNote)
{
    if (table.rows.empty())
        return complain(emptyNote);
    const std::optional<int> columns = terminalColumns();
    for (const QString &line : columns ? layOut(table, *columns) : tabbed(table))
        printLine(line);
}

} // namespace app

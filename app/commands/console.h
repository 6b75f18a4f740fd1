// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace app {

/// Results go to standard output and everything else to standard error. Text of documents may hold control characters
/// that a terminal would obey: they are made visible, but where the exact text is asked for and no terminal is there.
void printLine(const QString &text);
void printJson(const QJsonObject &object);
void printJson(const QJsonArray &array);
void printJsonLine(const QJsonObject &object); ///< on one line
/// Exactly `text` when standard output is no terminal. A line break is added when it does not end in one.
void printPageText(const QString &text);
/// Exactly `csv`, in UTF-8, when standard output is no terminal.
void printCsv(const QByteArray &csv);
void complain(const QString &sentence); ///< "carveout: ..." on standard error

/// Sends off what was printed. False, with a word on standard error unless whoever read along went away, when some of
/// it did not arrive.
bool finishOutput();

struct Table {
    QStringList header;
    std::vector<QStringList> rows;  ///< a cell may have several lines
    std::vector<size_t> whole = {}; ///< columns of ids, which are never folded
};
/// On a terminal in as many columns as it has: cells are folded, nothing is cut off. Elsewhere, for other programs, a
/// line a row, with tabs between its cells. `emptyNote` is what is said on standard error when there are no rows.
void printTable(const Table &table, const QString &emptyNote);

// What the functions above are made of

/// Control characters, and those that turn the direction of writing, shown as U+FFFD. Line breaks and tabs stay.
QString harmless(const QString &text);
/// The same on one line, white space folded.
QString oneLine(const QString &text);
/// Columns that a terminal needs: 2 for an East Asian wide character, 0 for a combining one.
int columnsOf(const QString &text);
/// Broken at blanks, and inside words that are too long, into lines of at most `columns`.
QStringList folded(const QString &text, int columns);
/// The lines of a table that is at most `columns` wide, unless even narrow columns do not fit.
QStringList layOut(const Table &table, int columns);
/// A line for the header and one for each row; the lines of a cell are set apart by "; ".
QStringList tabbed(const Table &table);
/// Nothing when standard output is no terminal.
std::optional<int> terminalColumns();

} // namespace app

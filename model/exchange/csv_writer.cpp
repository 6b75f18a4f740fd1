// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/csv_writer.h"

#include <QIODevice>

#include <algorithm>

namespace model::exchange {

QString harmlessCell(const QString &text)
{
    static const QString startsFormula = QStringLiteral("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20");
    // Some programs trim a cell before they look at it.
    const auto isLeft = [](QChar c) {
        return c != QLatin1Char('\t') && c != QLatin1Char('\r') && c != QLatin1Char('\n') &&
               (c.isSpace() || c.category() == QChar::Other_Format);
    };
    const auto first = std::find_if_not(text.cbegin(), text.cend(), isLeft);
    return first != text.cend() && startsFormula.contains(*first) ? QLatin1Char('\'') + text : text;
}

QString csvCell(const QString &text)
{
    QString cell = harmlessCell(text);
    const auto needsQuotes = [](QChar c) {
        return c == QLatin1Char('"') || c == QLatin1Char(',') || c == QLatin1Char('\n') || c == QLatin1Char('\r');
    };
    // Blanks at the ends are kept by RFC 4180, but not by every program unless they are quoted.
    if (std::none_of(cell.cbegin(), cell.cend(), needsQuotes) && cell.trimmed().size() == cell.size())
        return cell;
    cell.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + cell + QLatin1Char('"');
}

CsvWriter::CsvWriter(QIODevice &device, Mark mark)
    : m_device(device)
{
    if (mark == Mark::ByteOrder)
        write("\xef\xbb\xbf");
}

void CsvWriter::line(const QStringList &cells)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += QLatin1Char(',');
        line += csvCell(cells[i]);
    }
    line += QLatin1String("\r\n");
    write(line.toUtf8());
}

void CsvWriter::write(const QByteArray &bytes)
{
    m_failed = m_failed || m_device.write(bytes) != bytes.size();
}

} // namespace model::exchange

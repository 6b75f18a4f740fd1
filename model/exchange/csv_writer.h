// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QIODevice;

namespace model::exchange {

/// A cell that a spreadsheet would take for a formula (it starts with = + - @, their full-width forms, a tab or a line
/// break) gets an apostrophe in front, which the spreadsheet shows as text. Whoever reads it by program takes that one
/// apostrophe away again.
QString harmlessCell(const QString &text);

/// A cell as it is written: harmless, quoted where RFC 4180 wants it, line breaks kept.
QString csvCell(const QString &text);

/// Lines of RFC 4180, UTF-8, ended by CR LF. What the device refuses shows in its error state.
class CsvWriter final {
public:
    enum class Mark { None, ByteOrder }; ///< the byte order mark tells Excel that it is UTF-8
    explicit CsvWriter(QIODevice &device, Mark mark = Mark::None);

    void line(const QStringList &cells);
    bool failed() const { return m_failed; }

private:
    void write(const QByteArray &bytes);

    QIODevice &m_device;
    bool m_failed = false;
};

} // namespace model::exchange

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace model::reader {

/// Puts text together as a web page is read: white space counts as one blank, blocks begin lines of their own.
class TextFlow final {
public:
    /// White space in it is collapsed, also with what came before.
    void addText(QStringView text);
    /// As it is, line breaks and all.
    void addVerbatim(QStringView text);
    /// On to the next line, unless nothing stands on this one yet.
    void startLine();
    /// Leaves one line empty, unless one is or nothing was written yet.
    void startParagraph();
    /// Ends the line, even an empty one.
    void breakLine();
    /// Part of the next field of a row: a tab, unless the line has just begun.
    void startField();
    /// Of the lines from here on, in blanks; what is on this line stays where it is.
    void setIndent(int indent) { m_indent = indent; }

    QString text() &&;

private:
    void write(QStringView text);

    QString m_text;
    int m_indent = 0;
    bool m_lineIsEmpty = true;
    bool m_blankIsDue = false;
};

} // namespace model::reader

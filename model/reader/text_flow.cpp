// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/text_flow.h"

#include <utility>

namespace model::reader {
namespace {

bool isWhiteSpace(QChar unit)
{
    return unit == u' ' || unit == u'\t' || unit == u'\n' || unit == u'\r' || unit == u'\f';
}

} // namespace

void TextFlow::addText(QStringView text)
{
    for (qsizetype at = 0; at < text.size();) {
        if (isWhiteSpace(text[at])) {
            m_blankIsDue = !m_lineIsEmpty;
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !isWhiteSpace(text[end]))
            ++end;
        if (m_blankIsDue && !m_text.endsWith(u' ') && !m_text.endsWith(u'\t'))
            m_text += u' ';
        m_blankIsDue = false;
        write(text.sliced(at, end - at));
        at = end;
    }
}

void TextFlow::addVerbatim(QStringView text)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf(u'\n', at);
        write(text.sliced(at, (end < 0 ? text.size() : end) - at));
        if (end < 0)
            return;
        breakLine();
        at = end + 1;
    }
}

void TextFlow::startLine()
{
    if (!m_lineIsEmpty)
        breakLine();
}

void TextFlow::startParagraph()
{
    startLine();
    if (!m_text.isEmpty() && !m_text.endsWith(QStringLiteral("\n\n")))
        breakLine();
}

void TextFlow::breakLine()
{
    m_text += u'\n';
    m_lineIsEmpty = true;
    m_blankIsDue = false;
}

void TextFlow::startField()
{
    if (!m_lineIsEmpty)
        m_text += u'\t';
    m_blankIsDue = false;
}

QString TextFlow::text() &&
{
    while (m_text.endsWith(u'\n'))
        m_text.chop(1);
    if (!m_text.isEmpty())
        m_text += u'\n';
    return std::move(m_text);
}

void TextFlow::write(QStringView text)
{
    if (text.isEmpty())
        return;
    if (m_lineIsEmpty)
        m_text += QString(m_indent, u' ');
    m_lineIsEmpty = false;
    m_text += text;
}

} // namespace model::reader

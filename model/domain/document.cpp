// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/document.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace model {
namespace {

template <class T, size_t count> using Words = std::array<std::pair<T, QStringView>, count>;

constexpr Words<DocumentState, 3> stateWords = {
    {{DocumentState::Waiting, u"waiting"}, {DocumentState::Read, u"read"}, {DocumentState::Refused, u"refused"}}};
constexpr Words<RefusalReason, 10> reasonWords = {{{RefusalReason::None, u""},
                                                   {RefusalReason::Damaged, u"damaged"},
                                                   {RefusalReason::Encrypted, u"encrypted"},
                                                   {RefusalReason::NotSupported, u"not supported"},
                                                   {RefusalReason::TooLarge, u"too large"},
                                                   {RefusalReason::TimedOut, u"timed out"},
                                                   {RefusalReason::ReaderCrashed, u"reader crashed"},
                                                   {RefusalReason::Unsafe, u"unsafe"},
                                                   {RefusalReason::Empty, u"empty"},
                                                   {RefusalReason::NeedsLibreOffice, u"needs LibreOffice"}}};
constexpr Words<FileKind, 9> kindWords = {{{FileKind::Unknown, u"unknown"},
                                           {FileKind::Pdf, u"pdf"},
                                           {FileKind::Archive, u"archive"},
                                           {FileKind::Text, u"text"},
                                           {FileKind::Table, u"csv"},
                                           {FileKind::WebPage, u"html"},
                                           {FileKind::Mail, u"mail"},
                                           {FileKind::Image, u"image"},
                                           {FileKind::Office, u"office"}}};

template <class T, size_t count> QString wordOf(const Words<T, count> &words, T value)
{
    for (const auto &[candidate, word] : words) {
        if (candidate == value)
            return word.toString();
    }
    return {};
}

template <class T, size_t count> std::optional<T> valueOf(const Words<T, count> &words, const QString &word)
{
    for (const auto &[value, candidate] : words) {
        if (candidate == word)
            return value;
    }
    return std::nullopt;
}

} // namespace

QString ownTitle(const DocumentFacts &facts)
{
    static const QRegularExpression standIn(
        QStringLiteral("^untitled([ -]?(document|presentation|spreadsheet|form|drawing))?[ -]?\\d*(\\.\\w+)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const QString title = facts.title.simplified();
    return standIn.match(title).hasMatch() ? QString() : title;
}

QString toWord(DocumentState state)
{
    return wordOf(stateWords, state);
}
std::optional<DocumentState> documentStateFromWord(const QString &word)
{
    return valueOf(stateWords, word);
}
QString toWord(RefusalReason reason)
{
    return wordOf(reasonWords, reason);
}
std::optional<RefusalReason> refusalReasonFromWord(const QString &word)
{
    return valueOf(reasonWords, word);
}
QString toWord(FileKind kind)
{
    return wordOf(kindWords, kind);
}
std::optional<FileKind> fileKindFromWord(const QString &word)
{
    return valueOf(kindWords, word);
}

bool isOfficeFormat(const QString &ending)
{
    static const QStringList all{QStringLiteral("docx"), QStringLiteral("xlsx"), QStringLiteral("pptx"),
                                 QStringLiteral("odt"),  QStringLiteral("ods"),  QStringLiteral("odp"),
                                 QStringLiteral("rtf"),  QStringLiteral("doc"),  QStringLiteral("xls"),
                                 QStringLiteral("ppt")};
    return all.contains(ending);
}

} // namespace model

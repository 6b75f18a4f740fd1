// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/outlook_storage.h"

#include "model/reader/text_decoding.h"

#include <QtEndian>

#include <algorithm>
#include <utility>

#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-input.h>

namespace model::reader {
namespace {

constexpr int deepest = 16;
constexpr int mostFolders = 10'000;
constexpr qint64 longestStream = qint64(256) << 20;
constexpr quint16 unicodeText = 0x001f;
constexpr quint16 plainText = 0x001e;
constexpr quint16 bytesOfAnyKind = 0x0102;
constexpr quint16 time = 0x0040;
constexpr quint16 internetCodePage = 0x3fde;
constexpr quint16 messageCodePage = 0x3ffd;
constexpr const char *propertiesName = "__properties_version1.0";

QByteArray nameOf(quint16 property, quint16 type)
{
    const quint32 tag = (quint32(property) << 16) | type;
    return "__substg1.0_" + QByteArray::number(tag, 16).rightJustified(8, '0').toUpper();
}

QByteArray encodingOf(qint64 codePage)
{
    switch (codePage) {
    case 0:
        return {};
    case 65001:
        return "utf-8";
    case 20127:
    case 28591:
        return "windows-1252";
    case 932:
        return "shift_jis";
    case 936:
        return "gb18030";
    case 949:
        return "windows-949";
    case 950:
        return "big5";
    default:
        return (codePage >= 28592 && codePage <= 28605 ? "iso-8859-" + QByteArray::number(codePage - 28590)
                                                       : "windows-" + QByteArray::number(codePage));
    }
}

/// From tenths of microseconds since 1601.
qint64 utcMs(qint64 ticks)
{
    return ticks / 10'000 - Q_INT64_C(11'644'473'600'000);
}

} // namespace

/// libgsf's folder, which is given back when the last one that uses it goes.
class OutlookStorage::Folder {
public:
    explicit Folder(GsfInfile *given)
        : infile(given)
    {
    }
    ~Folder() { g_object_unref(infile); }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;

    GsfInfile *const infile;
};

OutlookStorage::OutlookStorage(std::shared_ptr<const Folder> folder, int depth, int codePage)
    : m_folder(std::move(folder))
    , m_depth(depth)
    , m_codePage(codePage)
{
    const QByteArray all = stream(propertiesName).value_or(QByteArray());
    // Before them come eight bytes, and in a mail counts of what it holds.
    const qsizetype headOf[] = {32, 24, 8};
    for (const qsizetype head : headOf) {
        if (all.size() >= head && (all.size() - head) % 16 == 0) {
            m_properties = all.mid(head);
            break;
        }
    }
    for (const quint16 property : {messageCodePage, internetCodePage}) {
        if (const auto said = number(property); said && m_codePage == 0)
            m_codePage = static_cast<int>(*said);
    }
}

std::optional<OutlookStorage> OutlookStorage::open(const QByteArray &bytes)
{
    GsfInput *const input = gsf_input_memory_new(reinterpret_cast<const guint8 *>(bytes.constData()),
                                                 static_cast<gsf_off_t>(bytes.size()), FALSE);
    GsfInfile *const infile = gsf_infile_msole_new(input, nullptr);
    g_object_unref(input);
    if (!infile)
        return std::nullopt;
    return OutlookStorage(std::make_shared<const Folder>(infile), 0, 0);
}

bool OutlookStorage::isMail() const
{
    return stream(propertiesName).has_value();
}

QString OutlookStorage::text(quint16 property) const
{
    if (const auto sixteen = stream(nameOf(property, unicodeText)))
        return decodedAs(*sixteen, "UTF-16LE").value_or(QString()).remove(QChar(u'\0'));
    const auto eight = stream(nameOf(property, plainText));
    return eight ? decodedText(*eight, encodingOf(m_codePage)).text.remove(QChar(u'\0')) : QString();
}

QByteArray OutlookStorage::binary(quint16 property) const
{
    return stream(nameOf(property, bytesOfAnyKind)).value_or(QByteArray());
}

std::optional<qint64> OutlookStorage::number(quint16 property) const
{
    for (qsizetype at = 0; at + 16 <= m_properties.size(); at += 16) {
        const char *const entry = m_properties.constData() + at;
        if (qFromLittleEndian<quint16>(entry + 2) != property)
            continue;
        if (qFromLittleEndian<quint16>(entry) == time)
            return utcMs(qFromLittleEndian<qint64>(entry + 8));
        return qFromLittleEndian<qint32>(entry + 8);
    }
    return std::nullopt;
}

std::vector<OutlookStorage> OutlookStorage::below(const char *prefix) const
{
    std::vector<OutlookStorage> folders;
    const int count = std::min(gsf_infile_num_children(m_folder->infile), mostFolders);
    for (int i = 0; i < count && m_depth < deepest; ++i) {
        const char *const name = gsf_infile_name_by_index(m_folder->infile, i);
        if (!name || !QByteArrayView(name).startsWith(prefix))
            continue;
        GsfInput *const child = gsf_infile_child_by_index(m_folder->infile, i);
        if (child && GSF_IS_INFILE(child))
            folders.push_back(OutlookStorage(std::make_shared<const Folder>(GSF_INFILE(child)), m_depth, m_codePage));
        else if (child)
            g_object_unref(child);
    }
    return folders;
}

std::optional<OutlookStorage> OutlookStorage::mailInside() const
{
    GsfInput *const child = gsf_infile_child_by_name(m_folder->infile, "__substg1.0_3701000D");
    if (!child)
        return std::nullopt;
    if (!GSF_IS_INFILE(child) || m_depth >= deepest) {
        g_object_unref(child);
        return std::nullopt;
    }
    OutlookStorage inside(std::make_shared<const Folder>(GSF_INFILE(child)), m_depth + 1, m_codePage);
    return inside.isMail() ? std::optional(std::move(inside)) : std::nullopt;
}

std::optional<QByteArray> OutlookStorage::stream(const char *name) const
{
    GsfInput *const child = gsf_infile_child_by_name(m_folder->infile, name);
    if (!child)
        return std::nullopt;
    std::optional<QByteArray> bytes;
    const gsf_off_t size = gsf_input_size(child);
    if (!GSF_IS_INFILE(child) || gsf_infile_num_children(GSF_INFILE(child)) < 0) {
        if (size >= 0 && size <= longestStream) {
            bytes.emplace(static_cast<qsizetype>(size), '\0');
            if (size > 0 &&
                !gsf_input_read(child, static_cast<size_t>(size), reinterpret_cast<guint8 *>(bytes->data())))
                bytes->clear();
        }
    }
    g_object_unref(child);
    return bytes;
}

} // namespace model::reader

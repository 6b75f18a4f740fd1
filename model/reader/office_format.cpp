// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/office_format.h"

#include "model/reader/document_device.h"

#include <QByteArray>
#include <QtEndian>

#include <algorithm>
#include <memory>

#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-input.h>

namespace model::reader {
namespace {

constexpr qint64 mostBytes = qint64(256) << 20;
constexpr qint64 longestDirectory = qint64(4) << 20;
constexpr qint64 longestZipEnd = 22 + 65'535;
constexpr qint64 longestManifest = 64 * 1024;

struct Unref {
    void operator()(GsfInput *one) const { g_object_unref(one); }
};
using Stream = std::unique_ptr<GsfInput, Unref>;

QByteArray startOf(GsfInfile *folder, const char *name, gsf_off_t length)
{
    const Stream child(gsf_infile_child_by_name(folder, name));
    if (!child)
        return {};
    const gsf_off_t there = std::clamp<gsf_off_t>(gsf_input_size(child.get()), 0, length);
    QByteArray bytes(there, '\0');
    if (there > 0 && !gsf_input_read(child.get(), static_cast<size_t>(there), reinterpret_cast<guint8 *>(bytes.data())))
        return {};
    return bytes;
}

bool has(GsfInfile *folder, const char *name)
{
    return Stream(gsf_infile_child_by_name(folder, name)) != nullptr;
}

bool isWordEncrypted(GsfInfile *folder)
{
    constexpr quint16 encrypted = 0x0100;
    const QByteArray start = startOf(folder, "WordDocument", 12);
    return start.size() == 12 && (qFromLittleEndian<quint16>(start.constData() + 10) & encrypted) != 0;
}

/// Whether the record that says so comes among the first of the workbook.
bool isExcelEncrypted(const QByteArray &workbook)
{
    constexpr quint16 filePass = 0x002f;
    for (qsizetype at = 0; at + 4 <= workbook.size();) {
        if (qFromLittleEndian<quint16>(workbook.constData() + at) == filePass)
            return true;
        at += 4 + qFromLittleEndian<quint16>(workbook.constData() + at + 2);
    }
    return false;
}

bool isPowerPointEncrypted(GsfInfile *folder)
{
    constexpr quint32 encrypted = 0xf3d1c4df;
    const QByteArray user = startOf(folder, "Current User", 16);
    return user.size() == 16 && qFromLittleEndian<quint32>(user.constData() + 12) == encrypted;
}

std::optional<OfficeFormat> formatOfCompound(DocumentDevice &device)
{
    if (device.size() > mostBytes)
        return std::nullopt;
    const QByteArray bytes = device.bytesAt(0, device.size());
    const Stream input(gsf_input_memory_new(reinterpret_cast<const guint8 *>(bytes.constData()),
                                            static_cast<gsf_off_t>(bytes.size()), FALSE));
    GsfInfile *const folder = gsf_infile_msole_new(input.get(), nullptr);
    if (!folder)
        return std::nullopt;
    const Stream holder(GSF_INPUT(folder));
    if (has(folder, "__properties_version1.0"))
        return std::nullopt;
    if (has(folder, "EncryptedPackage"))
        return OfficeFormat{QStringLiteral("docx"), true};
    if (has(folder, "WordDocument"))
        return OfficeFormat{QStringLiteral("doc"), isWordEncrypted(folder)};
    constexpr gsf_off_t firstRecords = 8192;
    for (const char *name : {"Workbook", "Book"}) {
        if (has(folder, name))
            return OfficeFormat{QStringLiteral("xls"), isExcelEncrypted(startOf(folder, name, firstRecords))};
    }
    if (has(folder, "PowerPoint Document"))
        return OfficeFormat{QStringLiteral("ppt"), isPowerPointEncrypted(folder)};
    return std::nullopt;
}

/// The zip's list of its files, as it stands at its end: names with what else is said of them between. Its first bytes
/// where the end is missing.
QByteArray directoryOf(DocumentDevice &device)
{
    const qint64 tailAt = std::max<qint64>(device.size() - longestZipEnd, 0);
    const QByteArray tail = device.bytesAt(tailAt, longestZipEnd);
    const qsizetype end = tail.lastIndexOf(QByteArrayView("PK\x05\x06", 4));
    if (end < 0 || end + 22 > tail.size())
        return device.bytesAt(0, longestManifest);
    const qint64 size = qFromLittleEndian<quint32>(tail.constData() + end + 12);
    // Before the end, wherever it says it is: some zips have something else in front of them.
    const qint64 at = tailAt + end - size;
    return at < 0 ? device.bytesAt(0, longestManifest) : device.bytesAt(at, std::min(size, longestDirectory));
}

/// What an OpenDocument file says it is, in a first file that is not packed.
QByteArray declaredType(const QByteArray &start)
{
    constexpr qsizetype nameAt = 30;
    if (start.size() < nameAt || start.mid(nameAt, 8) != "mimetype")
        return {};
    const qsizetype extra = qFromLittleEndian<quint16>(start.constData() + 28);
    return start.mid(nameAt + 8 + extra, 80);
}

std::optional<OfficeFormat> formatOfZip(DocumentDevice &device)
{
    const QByteArray start = device.bytesAt(0, 512);
    const QByteArray type = declaredType(start);
    const QByteArray openDocument = "application/vnd.oasis.opendocument.";
    if (type.startsWith(openDocument)) {
        for (const auto &[word, ending] :
             {std::pair{"text", "odt"}, std::pair{"spreadsheet", "ods"}, std::pair{"presentation", "odp"}}) {
            if (type.startsWith(openDocument + word))
                return OfficeFormat{QLatin1String(ending), false};
        }
        return std::nullopt;
    }
    const QByteArray directory = directoryOf(device);
    if (!directory.contains("[Content_Types].xml"))
        return std::nullopt;
    for (const auto &[part, ending] : {std::pair{"word/document", "docx"}, std::pair{"xl/workbook", "xlsx"},
                                       std::pair{"ppt/presentation", "pptx"}}) {
        if (directory.contains(part))
            return OfficeFormat{QLatin1String(ending), false};
    }
    return std::nullopt;
}

} // namespace

std::optional<OfficeFormat> officeFormatOf(DocumentDevice &device)
{
    const QByteArray start = device.bytesAt(0, 8);
    if (start.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return formatOfCompound(device);
    if (start.startsWith("PK\x03\x04"))
        return formatOfZip(device);
    if (start.startsWith("{\\rtf"))
        return OfficeFormat{QStringLiteral("rtf"), false};
    return std::nullopt;
}

} // namespace model::reader

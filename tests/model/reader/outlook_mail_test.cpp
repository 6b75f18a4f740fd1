// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/reader/reader_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"

#include <QDateTime>
#include <QtEndian>

#include <functional>

#include <gsf/gsf-outfile-msole.h>
#include <gsf/gsf-outfile.h>
#include <gsf/gsf-output-memory.h>
#include <gsf/gsf-utils.h>

using namespace model;
using namespace model::reader;

namespace {

/// Writes a file as Outlook does: streams named by property and type.
class OutlookFile final {
public:
    explicit OutlookFile(const std::function<void(OutlookFile &, GsfOutfile *)> &fill)
        : m_output(gsf_output_memory_new())
    {
        GsfOutfile *const root = gsf_outfile_msole_new(m_output);
        fill(*this, root);
        close(GSF_OUTPUT(root));
    }
    ~OutlookFile() { g_object_unref(m_output); }
    OutlookFile(const OutlookFile &) = delete;
    OutlookFile &operator=(const OutlookFile &) = delete;

    QByteArray bytes() const
    {
        return {reinterpret_cast<const char *>(gsf_output_memory_get_bytes(GSF_OUTPUT_MEMORY(m_output))),
                static_cast<qsizetype>(gsf_output_size(m_output))};
    }

    void stream(GsfOutfile *folder, const char *name, const QByteArray &bytes)
    {
        GsfOutput *const child = gsf_outfile_new_child(folder, name, FALSE);
        gsf_output_write(child, static_cast<size_t>(bytes.size()), reinterpret_cast<const guint8 *>(bytes.constData()));
        close(child);
    }
    void text(GsfOutfile *folder, const char *property, const QString &value)
    {
        QByteArray bytes;
        for (const QChar unit : value) {
            bytes.append(static_cast<char>(unit.unicode() & 0xff));
            bytes.append(static_cast<char>(unit.unicode() >> 8));
        }
        stream(folder, QByteArray("__substg1.0_" + QByteArray(property) + "001F").constData(), bytes);
    }
    void folder(GsfOutfile *parent, const char *name, const std::function<void(GsfOutfile *)> &fill)
    {
        GsfOutput *const child = gsf_outfile_new_child(parent, name, TRUE);
        fill(GSF_OUTFILE(child));
        close(child);
    }

private:
    static void close(GsfOutput *output)
    {
        gsf_output_close(output);
        g_object_unref(output);
    }

    GsfOutput *m_output;
};

/// The properties of fixed length: a head of so many bytes, then when the mail was sent.
QByteArray properties(qsizetype head, qint64 sentMs)
{
    QByteArray bytes(head, '\0');
    QByteArray entry(16, '\0');
    qToLittleEndian<quint32>(0x00390040, entry.data());
    qToLittleEndian<qint64>((sentMs + Q_INT64_C(11'644'473'600'000)) * 10'000, entry.data() + 8);
    return bytes + entry;
}

QString textOf(DocumentReader &reader)
{
    const auto page = reader.pageText(0);
    REQUIRE(page);
    return page->text;
}

const qint64 sent = QDateTime(QDate(2015, 4, 6), QTime(8, 0), Qt::UTC).toMSecsSinceEpoch();

} // namespace

TEST_CASE("a mail as Outlook saves it is read with the mail attached to it, and its files are given")
{
    const QByteArray pdf = pdfOfLines({"one"});
    const OutlookFile file([&pdf](OutlookFile &out, GsfOutfile *root) {
        out.stream(root, "__properties_version1.0", properties(32, sent));
        out.text(root, "0037", QString::fromUtf8("Ärger"));
        out.text(root, "0C1A", QStringLiteral("Ann Alder"));
        out.text(root, "5D01", QStringLiteral("ann@alder.example"));
        out.text(root, "0E04", QStringLiteral("Bo Birch"));
        out.text(root, "1035", QStringLiteral("<two@alder.example>"));
        out.text(root, "1042", QStringLiteral("<one@alder.example>"));
        out.text(root, "1000", QStringLiteral("They could read everything.\r\n"));
        out.folder(root, "__attach_version1.0_#00000000", [&](GsfOutfile *attached) {
            out.stream(attached, "__properties_version1.0", QByteArray(8, '\0'));
            out.text(attached, "3707", QStringLiteral("../list.pdf"));
            out.stream(attached, "__substg1.0_37010102", pdf);
        });
        out.folder(root, "__attach_version1.0_#00000001", [&](GsfOutfile *attached) {
            out.stream(attached, "__properties_version1.0", QByteArray(8, '\0'));
            out.folder(attached, "__substg1.0_3701000D", [&](GsfOutfile *inside) {
                out.stream(inside, "__properties_version1.0", properties(24, 0));
                out.text(inside, "0037", QStringLiteral("passed on"));
                out.stream(inside, "__substg1.0_10130102", "<p>from <b>before</b></p>");
            });
        });
    });
    const OpenReader open = readerOf(file.bytes());
    const auto facts = open.reader->facts();
    REQUIRE(facts);
    CHECK(facts->kind == FileKind::Mail);
    CHECK(facts->title == QString::fromUtf8("Ärger"));
    CHECK(facts->createdMs == sent);
    CHECK(facts->mail.messageId == QStringLiteral("two@alder.example"));
    CHECK(facts->mail.inReplyTo == QStringLiteral("one@alder.example"));
    CHECK(textOf(*open.reader).toStdString() ==
          "From: Ann Alder <ann@alder.example>\nTo: Bo Birch\nDate: 06 Apr 2015 08:00:00 +0000\nSubject: Ärger\n"
          "Message-ID: <two@alder.example>\nIn-Reply-To: <one@alder.example>\n"
          "Attachments: _.._list.pdf; passed on\n\nThey could read everything.\n"
          "\n[A mail attached to the one above:]\nSubject: passed on\n\nfrom before\n");
    const auto entry = open.reader->nextEntry();
    REQUIRE(entry);
    REQUIRE(*entry);
    CHECK((*entry)->path == QStringLiteral("_.._list.pdf"));
    CHECK(*open.reader->entryBytes() == pdf);
    CHECK_FALSE(*open.reader->nextEntry());
}

TEST_CASE("a file of another program in the same format is refused with what to do, and one in pieces too")
{
    const OutlookFile other([](OutlookFile &out, GsfOutfile *root) { out.stream(root, "VisioDocument", "shapes"); });
    const auto refused = readerOf(other.bytes()).reader->facts();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::Unsupported);
    CHECK(refused.error().sentence.contains(QStringLiteral("Save it as PDF")));
    const auto torn = readerOf(other.bytes().left(600)).reader->facts();
    REQUIRE_FALSE(torn);
    CHECK(torn.error().kind == ErrorKind::Damaged);
}

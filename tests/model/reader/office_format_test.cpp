// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/office_format.h"

#include "model/domain/document.h"
#include "tests/model/reader/reader_fixture.h"
#include "tests/support/archive_builder.h"
#include "tests/support/catch.h"

#include <gsf/gsf-outfile-msole.h>
#include <gsf/gsf-outfile.h>
#include <gsf/gsf-output-memory.h>

using namespace model;
using namespace model::reader;

namespace {

void closeOutput(GsfOutput *output)
{
    gsf_output_close(output);
    g_object_unref(output);
}

/// A compound file as Word, Excel and PowerPoint write them.
QByteArray compound(const std::vector<std::pair<QByteArray, QByteArray>> &streams)
{
    GsfOutput *const output = gsf_output_memory_new();
    GsfOutfile *const root = gsf_outfile_msole_new(output);
    for (const auto &[name, bytes] : streams) {
        GsfOutput *const child = gsf_outfile_new_child(root, name.constData(), FALSE);
        gsf_output_write(child, static_cast<size_t>(bytes.size()), reinterpret_cast<const guint8 *>(bytes.constData()));
        closeOutput(child);
    }
    closeOutput(GSF_OUTPUT(root));
    const QByteArray bytes(reinterpret_cast<const char *>(gsf_output_memory_get_bytes(GSF_OUTPUT_MEMORY(output))),
                           static_cast<qsizetype>(gsf_output_size(output)));
    g_object_unref(output);
    return bytes;
}

QByteArray zip(const ArchiveFiles &files)
{
    return archiveBytes(ArchiveFormat::Zip, files);
}

/// As an OpenDocument file begins: a first entry that is not packed.
QByteArray openDocument(const QByteArray &type)
{
    QByteArray head("PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0", 18);
    const auto length = static_cast<char>(type.size());
    for (int i = 0; i < 2; ++i)
        head += QByteArray(1, length) + QByteArray(3, '\0');
    head += QByteArray("\x08\0\0\0", 4) + "mimetype" + type;
    return head + zip({{"content.xml", "<office/>"}});
}

DocumentFacts factsOf(const QByteArray &bytes)
{
    const auto facts = readerOf(bytes).reader->facts();
    return facts ? *facts : DocumentFacts();
}

/// The ending, behind it an exclamation mark where it is encrypted; empty for what is none.
QString told(const QByteArray &bytes)
{
    const DocumentFacts facts = factsOf(bytes);
    return facts.kind == FileKind::Office ? facts.officeFormat + (facts.encrypted ? QStringLiteral("!") : QString())
                                          : QString();
}

const QByteArray plainWord(64, '\0');

} // namespace

TEST_CASE("documents of office programs are known by what is in them")
{
    CHECK(told(zip({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}})) == QStringLiteral("docx"));
    // Some programs write the list of types last.
    CHECK(told(zip({{"_rels/.rels", "<x/>"}, {"xl/workbook.xml", "<x/>"}, {"[Content_Types].xml", "<x/>"}})) ==
          QStringLiteral("xlsx"));
    CHECK(told(zip({{"[Content_Types].xml", "<x/>"}, {"ppt/presentation.xml", "<x/>"}})) == QStringLiteral("pptx"));
    CHECK(told(openDocument("application/vnd.oasis.opendocument.text")) == QStringLiteral("odt"));
    CHECK(told(openDocument("application/vnd.oasis.opendocument.spreadsheet")) == QStringLiteral("ods"));
    CHECK(told(openDocument("application/vnd.oasis.opendocument.presentation-template")) == QStringLiteral("odp"));
    CHECK(told("{\\rtf1\\ansi The grant to Larkspur.}") == QStringLiteral("rtf"));
    CHECK(told(compound({{"WordDocument", plainWord}})) == QStringLiteral("doc"));
    CHECK(told(compound({{"Workbook", QByteArray("\x09\x08\x02\0\0\0", 6)}})) == QStringLiteral("xls"));
    CHECK(told(compound({{"Book", QByteArray("\x09\x08\x02\0\0\0", 6)}})) == QStringLiteral("xls"));
    CHECK(told(compound({{"PowerPoint Document", "slides"}})) == QStringLiteral("ppt"));
}

TEST_CASE("an office document that is encrypted says so")
{
    CHECK(told(compound({{"EncryptedPackage", "secret"}, {"EncryptionInfo", "how"}})).endsWith(u'!'));
    QByteArray word = plainWord;
    word[11] = 1;
    CHECK(told(compound({{"WordDocument", word}})) == QStringLiteral("doc!"));
    CHECK(told(compound({{"Workbook", QByteArray("\x09\x08\x02\0\0\0\x2f\0\x02\0\0\0", 12)}})) ==
          QStringLiteral("xls!"));
    QByteArray user(16, '\0');
    user.replace(12, 4, QByteArray("\xdf\xc4\xd1\xf3", 4));
    CHECK(told(compound({{"PowerPoint Document", "slides"}, {"Current User", user}})) == QStringLiteral("ppt!"));
}

TEST_CASE("other zips and compound files, and what only has the name of an office document, are none")
{
    CHECK(factsOf(zip({{"letter.docx", "bytes"}, {"word/document.xml", "<x/>"}})).kind == FileKind::Archive);
    CHECK(told(zip({{"[Content_Types].xml", "<x/>"}, {"part.xml", "<x/>"}})).isEmpty());
    CHECK(told(openDocument("application/epub+zip")).isEmpty());
    CHECK(told(compound({{"__properties_version1.0", QByteArray(48, '\0')}, {"WordDocument", plainWord}})).isEmpty());
    CHECK(told(compound({{"VisioDocument", "shapes"}})).isEmpty());
    CHECK(told("plain words\n").isEmpty());
}

TEST_CASE("what claims to be an office document and is torn gives no crash, and no more than a kind")
{
    const QByteArray whole = compound({{"WordDocument", plainWord}});
    for (const qsizetype length : {8, 40, 512, 600, 1024})
        CHECK(told(whole.left(length)).size() <= 4);
    const QByteArray packed = zip({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}});
    CHECK(told(packed.left(packed.size() - 30)) == QStringLiteral("docx"));
    QByteArray lying = packed;
    // The list of files is longer than the file.
    lying.replace(lying.lastIndexOf("PK\x05\x06") + 12, 4, QByteArray(4, '\xff'));
    CHECK(told(lying) == QStringLiteral("docx"));
}

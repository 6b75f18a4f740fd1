// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/reader/reader_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"

#include <functional>

#include <archive.h>
#include <archive_entry.h>

using namespace model;
using namespace model::reader;

namespace {

struct Entry {
    QByteArray name;
    QByteArray bytes;
    mode_t type = AE_IFREG;
    QByteArray target = {};
};

using Setting = std::function<void(archive *)>;

QByteArray archiveOf(const std::vector<Entry> &entries, const Setting &format, const Setting &filter = {})
{
    archive *const writer = archive_write_new();
    format(writer);
    if (filter)
        filter(writer);
    std::vector<char> buffer(32 << 20);
    std::size_t used = 0;
    archive_write_set_bytes_in_last_block(writer, 1);
    REQUIRE(archive_write_open_memory(writer, buffer.data(), buffer.size(), &used) == ARCHIVE_OK);
    for (const Entry &entry : entries) {
        archive_entry *const head = archive_entry_new();
        archive_entry_set_pathname(head, entry.name.constData());
        archive_entry_set_filetype(head, entry.type);
        archive_entry_set_perm(head, 0644);
        archive_entry_set_size(head, entry.bytes.size());
        if (entry.type == AE_IFLNK)
            archive_entry_set_symlink(head, entry.target.constData());
        REQUIRE(archive_write_header(writer, head) == ARCHIVE_OK);
        archive_write_data(writer, entry.bytes.constData(), static_cast<std::size_t>(entry.bytes.size()));
        archive_entry_free(head);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    return {buffer.data(), static_cast<qsizetype>(used)};
}

void zip(archive *writer)
{
    archive_write_set_format_zip(writer);
}

void tar(archive *writer)
{
    archive_write_set_format_pax_restricted(writer);
}

void gzip(archive *writer)
{
    archive_write_add_filter_gzip(writer);
}

void xz(archive *writer)
{
    archive_write_add_filter_xz(writer);
}

QByteArray allBytes(DocumentReader &reader)
{
    QByteArray all;
    for (;;) {
        const auto part = reader.entryBytes();
        REQUIRE(part);
        if (part->isEmpty())
            return all;
        all += *part;
    }
}

} // namespace

TEST_CASE("the files of zip and tar archives come out byte for byte, in their order")
{
    const QByteArray pdf = pdfOfLines({"one"});
    const QByteArray large(3'000'000, 'x');
    const std::vector<Entry> entries{{"folder", {}, AE_IFDIR},
                                     {"folder/one.pdf", pdf},
                                     {"link", {}, AE_IFLNK, "/etc/passwd"},
                                     {"large.txt", large},
                                     {"empty", {}}};
    const QByteArray archives[] = {archiveOf(entries, zip), archiveOf(entries, tar), archiveOf(entries, tar, gzip),
                                   archiveOf(entries, tar, xz)};
    for (const QByteArray &bytes : archives) {
        const OpenReader open = readerOf(bytes);
        const auto facts = open.reader->facts();
        REQUIRE(facts);
        CHECK(facts->kind == FileKind::Archive);
        std::map<QString, QByteArray> found;
        QStringList order;
        for (auto entry = open.reader->nextEntry(); entry && *entry; entry = open.reader->nextEntry()) {
            order.append((*entry)->path);
            found[(*entry)->path] = allBytes(*open.reader);
        }
        CHECK(order ==
              QStringList{QStringLiteral("folder/one.pdf"), QStringLiteral("large.txt"), QStringLiteral("empty")});
        CHECK(found[QStringLiteral("folder/one.pdf")] == pdf);
        CHECK(found[QStringLiteral("large.txt")] == large);
        CHECK_FALSE((*open.reader->nextEntry()).has_value());
    }
}

TEST_CASE("an entry whose bytes are not wanted is passed over")
{
    const OpenReader open = readerOf(archiveOf({{"a", QByteArray(100'000, 'a')}, {"b", "bytes"}}, tar, gzip));
    REQUIRE(open.reader->facts());
    REQUIRE(open.reader->nextEntry());
    REQUIRE((*open.reader->nextEntry())->path == QStringLiteral("b"));
    CHECK(allBytes(*open.reader) == "bytes");
}

TEST_CASE("an entry that climbs out of the archive is unsafe, and the next can still be read")
{
    for (const Setting &format : {Setting(zip), Setting(tar)}) {
        const OpenReader open = readerOf(archiveOf({{"../../evil", "x"}, {"good", "y"}}, format));
        REQUIRE(open.reader->facts());
        const auto evil = open.reader->nextEntry();
        REQUIRE_FALSE(evil);
        CHECK(evil.error().kind == ErrorKind::Unsafe);
        const auto good = open.reader->nextEntry();
        REQUIRE(good);
        CHECK((*good)->path == QStringLiteral("good"));
        CHECK(allBytes(*open.reader) == "y");
    }
}

TEST_CASE("an archive made to fill the disk is too large")
{
    const QByteArray zeros(30 << 20, '\0');
    const QByteArray bomb = archiveOf({{"a", zeros}, {"b", zeros}, {"c", zeros}}, tar, gzip);
    const auto firstFault = [&bomb](ReaderLimits limits) {
        ReaderHost::Options options;
        options.limits = limits;
        const OpenReader open = readerOf(bomb, options);
        REQUIRE(open.reader->facts());
        for (;;) {
            const auto entry = open.reader->nextEntry();
            if (!entry)
                return entry.error().kind;
            REQUIRE(*entry);
            for (auto part = open.reader->entryBytes();; part = open.reader->entryBytes()) {
                if (!part)
                    return part.error().kind;
                if (part->isEmpty())
                    break;
            }
        }
    };
    CHECK(firstFault({}) == ErrorKind::TooLarge); // over the ratio
    ReaderLimits small;
    small.unpackedBytes = 1000;
    CHECK(firstFault(small) == ErrorKind::TooLarge);
    ReaderLimits few;
    few.archiveEntries = 2;
    few.unpackedRatio = 1e9;
    CHECK(firstFault(few) == ErrorKind::TooLarge);
}

TEST_CASE("an encrypted zip asks for its password, and is read with it")
{
    const Setting encrypted = [](archive *writer) {
        archive_write_set_format_zip(writer);
        archive_write_set_options(writer, "zip:encryption=traditional");
        archive_write_set_passphrase(writer, "hunter2");
    };
    const OpenReader open = readerOf(archiveOf({{"a.txt", "secret"}}, encrypted));
    CHECK(open.reader->facts().error().kind == ErrorKind::NeedsPassword);
    REQUIRE(open.reader->facts("wrong"));
    REQUIRE(open.reader->nextEntry());
    CHECK(open.reader->entryBytes().error().kind == ErrorKind::NeedsPassword);
    REQUIRE(open.reader->facts("hunter2"));
    REQUIRE(open.reader->nextEntry());
    CHECK(allBytes(*open.reader) == "secret");
}

TEST_CASE("what only looks like an archive is not supported")
{
    const auto kindOf = [](const QByteArray &bytes) { return readerOf(bytes).reader->facts().error().kind; };
    CHECK(kindOf(QByteArray(4096, '\0')) == ErrorKind::Unsupported);
    CHECK(kindOf(archiveOf({{"mimetype", "application/epub+zip"}, {"x", "y"}}, zip)) == ErrorKind::Unsupported);
    CHECK(kindOf(archiveOf({{"[Content_Types].xml", "<x/>"}, {"x", "y"}}, zip)) == ErrorKind::Unsupported);
    // gzip around no tar
    const Setting raw = [](archive *writer) { archive_write_set_format_raw(writer); };
    CHECK(kindOf(archiveOf({{"data", "just words, and some more of them"}}, raw, gzip)) == ErrorKind::Unsupported);
}

TEST_CASE("an archive that breaks off is damaged where it breaks off")
{
    const QByteArray whole = archiveOf({{"a", QByteArray(200'000, 'a')}, {"b", QByteArray(200'000, 'b')}}, tar);
    const OpenReader open = readerOf(whole.first(300'000));
    REQUIRE(open.reader->facts());
    REQUIRE(open.reader->nextEntry());
    CHECK(allBytes(*open.reader).size() == 200'000);
    REQUIRE(open.reader->nextEntry());
    CHECK(open.reader->entryBytes().error().kind == ErrorKind::Damaged);
}

TEST_CASE("a PDF without files inside has no entries, and an archive no pages")
{
    const OpenReader pdf = readerOf(pdfOfLines({"one"}));
    REQUIRE(pdf.reader->facts());
    CHECK_FALSE((*pdf.reader->nextEntry()).has_value());
    CHECK(readerOf("just words").reader->nextEntry().error().kind == ErrorKind::Bug);
    const OpenReader archive = readerOf(archiveOf({{"a", "b"}}, zip));
    REQUIRE(archive.reader->facts());
    CHECK(archive.reader->pageText(0).error().kind == ErrorKind::Bug);
    CHECK(archive.reader->render({0, 1, 0, QRect(0, 0, 1, 1)}).error().kind == ErrorKind::Bug);
}

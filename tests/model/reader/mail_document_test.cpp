// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/reader/reader_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"

#include <QDateTime>

using namespace model;
using namespace model::reader;

namespace {

const QByteArray headers = "Message-ID: <two@alder.example>\r\n"
                           "In-Reply-To: <one@alder.example>\r\n"
                           "References: <zero@alder.example>\r\n <one@alder.example>\r\n"
                           "From: =?iso-8859-1?Q?Ren=E9e?= Alder <renee@alder.example>\r\n"
                           "To: \"Birch, Bo\" <bo@birch.example>, cy@birch.example\r\n"
                           "Date: Mon, 6 Apr 2015 10:00:00 +0200\r\n"
                           "Subject: =?utf-8?B?w4RyZ2VyIG1pdA==?=\r\n =?utf-8?B?IGRlbiBQYXJ0bmVybg==?=\r\n"
                           "MIME-Version: 1.0\r\n";

QByteArray mixed(const QByteArrayList &parts, const QByteArray &type = "multipart/mixed")
{
    QByteArray mail = headers + "Content-Type: " + type + "; boundary=\"=b=\"\r\n\r\n";
    for (const QByteArray &part : parts)
        mail += "--=b=\r\n" + part + "\r\n";
    return mail + "--=b=--\r\n";
}

QString textOf(DocumentReader &reader)
{
    const auto page = reader.pageText(0);
    REQUIRE(page);
    return page->text;
}

QByteArray bytesOfEntry(DocumentReader &reader)
{
    QByteArray all;
    for (;;) {
        const auto some = reader.entryBytes();
        REQUIRE(some);
        if (some->isEmpty())
            return all;
        all += *some;
    }
}

std::vector<std::pair<QString, QByteArray>> entriesOf(DocumentReader &reader)
{
    std::vector<std::pair<QString, QByteArray>> entries;
    for (;;) {
        const auto entry = reader.nextEntry();
        REQUIRE(entry);
        if (!*entry)
            return entries;
        entries.emplace_back((*entry)->path, bytesOfEntry(reader));
    }
}

} // namespace

TEST_CASE("a mail is read as its headers and what it says, in both sandboxes")
{
    ReaderHost::Options options;
    options.useLandlock = GENERATE(true, false);
    const OpenReader open = readerOf(headers + "Content-Type: text/plain; charset=iso-8859-2\r\n"
                                               "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                                               "They could =B1 read=\r\n everything.\r\n",
                                     options);
    const auto facts = open.reader->facts();
    REQUIRE(facts);
    CHECK(facts->kind == FileKind::Mail);
    CHECK(facts->title == QString::fromUtf8("Ärger mit den Partnern"));
    CHECK(facts->author == QString::fromUtf8("Renée Alder <renee@alder.example>"));
    CHECK(facts->createdMs == QDateTime(QDate(2015, 4, 6), QTime(8, 0), Qt::UTC).toMSecsSinceEpoch());
    CHECK(facts->encoding == QStringLiteral("iso-8859-2"));
    CHECK(facts->mail.messageId == QStringLiteral("two@alder.example"));
    CHECK(facts->mail.inReplyTo == QStringLiteral("one@alder.example"));
    CHECK(facts->mail.references ==
          QStringList{QStringLiteral("zero@alder.example"), QStringLiteral("one@alder.example")});
    CHECK_FALSE(facts->mail.isSigned);
    CHECK_FALSE(facts->mail.isEncrypted);
    CHECK(textOf(*open.reader).toStdString() == "From: Renée Alder <renee@alder.example>\n"
                                                "To: \"Birch, Bo\" <bo@birch.example>, cy@birch.example\n"
                                                "Date: Mon, 6 Apr 2015 10:00:00 +0200\n"
                                                "Subject: Ärger mit den Partnern\n"
                                                "Message-ID: <two@alder.example>\n"
                                                "In-Reply-To: <one@alder.example>\n"
                                                "References: <zero@alder.example> <one@alder.example>\n"
                                                "\n"
                                                "They could ą read everything.\n");
    CHECK(entriesOf(*open.reader).empty());
}

TEST_CASE("what came with a mail is given as files, with names that lead nowhere")
{
    const QByteArray pdf = pdfOfLines({"one"});
    const OpenReader open = readerOf(
        mixed({"Content-Type: text/plain\r\n\r\nSee the attachments.",
               "Content-Type: application/pdf; name=\"../../list.pdf\"\r\nContent-Transfer-Encoding: base64\r\n"
               "Content-Disposition: attachment; filename=\"../../list.pdf\"\r\n\r\n" +
                   pdf.toBase64(),
               "Content-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment; "
               "filename*=utf-8''%C3%A4.txt\r\n\r\none",
               "Content-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment; "
               "filename*=utf-8''%C3%A4.txt\r\n\r\ntwo",
               "Content-Type: message/rfc822\r\n\r\nSubject: passed on\r\nFrom: bo@birch.example\r\n\r\nIt is.",
               "Content-Type: image/png\r\nContent-ID: <p>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw=="}));
    const auto facts = open.reader->facts();
    REQUIRE(facts);
    CHECK(facts->embeddedFiles == QStringList{QStringLiteral(".._.._list.pdf").prepend(u'_'),
                                              QString::fromUtf8("ä.txt"), QString::fromUtf8("ä (2).txt"),
                                              QStringLiteral("passed on.eml"), QStringLiteral("part-5.png")});
    CHECK(textOf(*open.reader).contains(QStringLiteral("Attachments: _.._.._list.pdf; ")));
    CHECK(textOf(*open.reader).endsWith(QStringLiteral("\nSee the attachments.\n")));
    const auto entries = entriesOf(*open.reader);
    REQUIRE(entries.size() == 5);
    CHECK(entries[0].second == pdf);
    CHECK(entries[1].second == "one");
    CHECK(entries[2].second == "two");
    CHECK(entries[3].second.startsWith("Subject: passed on"));
    CHECK(entries[4].second == "\x89PNG");
}

TEST_CASE("of a text in two forms the plain one is read, and a web page where there is no other")
{
    const QByteArray html = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>as a <b>page</b></p>"
                            "<img src='https://track.example/x.png'>";
    const OpenReader both = readerOf(mixed({"Content-Type: text/plain\r\n\r\nas text", html}, "multipart/alternative"));
    REQUIRE(both.reader->facts());
    CHECK(textOf(*both.reader).endsWith(QStringLiteral("\n\nas text\n")));
    const OpenReader blank = readerOf(mixed({"Content-Type: text/plain\r\n\r\n \r\n", html}, "multipart/alternative"));
    REQUIRE(blank.reader->facts());
    CHECK(textOf(*blank.reader).endsWith(QStringLiteral("\n\nas a page\n")));
    CHECK(entriesOf(*blank.reader).empty());
}

TEST_CASE("a mail that is signed or encrypted says so")
{
    const OpenReader open = readerOf(
        mixed({"Content-Type: text/plain\r\n\r\nI mean it.", "Content-Type: application/pgp-signature\r\n\r\nxyz"},
              "multipart/signed; protocol=\"application/pgp-signature\""));
    auto facts = open.reader->facts();
    REQUIRE(facts);
    CHECK(facts->mail.isSigned);
    CHECK(textOf(*open.reader).contains(QStringLiteral("The signature was not checked.")));
    CHECK(textOf(*open.reader).endsWith(QStringLiteral("I mean it.\n")));

    const OpenReader secret = readerOf(mixed({"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1",
                                              "Content-Type: application/octet-stream\r\n\r\nxyz"},
                                             "multipart/encrypted; protocol=\"application/pgp-encrypted\""));
    facts = secret.reader->facts();
    REQUIRE(facts);
    CHECK(facts->mail.isEncrypted);
    CHECK(textOf(*secret.reader).contains(QStringLiteral("The mail is encrypted")));
}

TEST_CASE("lines broken for the wire are put together again")
{
    const OpenReader open = readerOf(headers + "Content-Type: text/plain; format=flowed\r\n\r\n"
                                               "They could \r\nread all.\r\n> quoted \r\n> line\r\n-- \r\nBo\r\n");
    REQUIRE(open.reader->facts());
    CHECK(textOf(*open.reader).endsWith(QStringLiteral("They could read all.\n> quoted \n> line\n-- \nBo\n")));
}

TEST_CASE("a mail nested without end, or in pieces, ends as what can be read of it")
{
    QByteArray nested = headers + "Content-Type: text/plain\r\n\r\ndeep";
    for (int i = 0; i < 2000; ++i)
        nested = "Subject: x\r\nFrom: a@b.example\r\nContent-Type: multipart/mixed; boundary=b" +
                 QByteArray::number(i) + "\r\n\r\n--b" + QByteArray::number(i) + "\r\n" + nested;
    const OpenReader deep = readerOf(nested);
    CHECK(deep.reader->facts());
    const OpenReader torn = readerOf(headers + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-");
    REQUIRE(torn.reader->facts());
    CHECK(textOf(*torn.reader).startsWith(QStringLiteral("From: ")));
}

TEST_CASE("a mail may come as it stood in a mailbox, or as Apple keeps it")
{
    const QByteArray mail = headers + "\r\nThey could read everything.\r\n";
    for (const QByteArray &before :
         {QByteArray("From bo@birch.example Mon Apr  6 10:00:00 2015\r\n"), QByteArray::number(mail.size()) + "  \n"}) {
        const OpenReader open = readerOf(before + mail + (before.startsWith("From") ? "" : "<?xml version=\"1.0\"?>"));
        REQUIRE(open.reader->facts());
        CHECK(open.reader->facts()->kind == FileKind::Mail);
        CHECK(open.reader->facts()->mail.messageId == QStringLiteral("two@alder.example"));
        CHECK(textOf(*open.reader).endsWith(QStringLiteral("\n\nThey could read everything.\n")));
    }
    const OpenReader old = readerOf("From : Ann <ann@alder.example>\nTo : bo@birch.example\n\nhello\n");
    REQUIRE(old.reader->facts());
    CHECK(old.reader->facts()->kind == FileKind::Mail);
}

TEST_CASE("a mailbox gives each of its mails, byte for byte")
{
    const QByteArray first = "From: a@alder.example\nSubject: one\n\nFrom here on, it is text.\nFrom \n\n";
    const QByteArray second = "Subject: two\nTo: b@birch.example\n\n" + QByteArray(3'000'000, 'x') + "\n\n";
    const OpenReader open = readerOf("From a@alder.example Mon Apr  6 10:00:00 2015\n" + first +
                                     "From b@birch.example Tue Apr  7 10:00:00 2015\n" + second +
                                     "From - Wed Apr  8 10:00:00 2015\nSubject: three\n");
    const auto facts = open.reader->facts();
    REQUIRE(facts);
    CHECK(facts->kind == FileKind::Archive);
    const auto entries = entriesOf(*open.reader);
    REQUIRE(entries.size() == 3);
    CHECK(entries[0] == std::pair(QStringLiteral("000001.eml"), first));
    CHECK(entries[1] == std::pair(QStringLiteral("000002.eml"), second));
    CHECK(entries[2] == std::pair(QStringLiteral("000003.eml"), QByteArray("Subject: three\n")));
}

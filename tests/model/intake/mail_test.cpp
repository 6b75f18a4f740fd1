// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/taking.h"

#include "model/intake/importer.h"
#include "model/session/document_origin.h"
#include "model/session/verify.h"
#include "tests/model/intake/importing.h"
#include "tests/support/archive_builder.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/temporary_case.h"

#include <QFile>

using namespace model;
using namespace model::intake;

namespace {

QByteArray part(const QByteArray &name, const QByteArray &bytes)
{
    return "Content-Type: application/octet-stream; name=\"" + name +
           "\"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n" + bytes.toBase64();
}

QByteArray mailOf(const QByteArray &id, const QByteArray &answers, const QByteArrayList &parts)
{
    QByteArray mail = "From: ann@alder.example\nTo: bo@birch.example\nSubject: mail " + id + "\nMessage-ID: <" + id +
                      "@alder.example>\n" +
                      (answers.isEmpty() ? QByteArray() : "In-Reply-To: <" + answers + "@alder.example>\n") +
                      "Content-Type: multipart/mixed; boundary=" + id + "\n\n--" + id +
                      "\nContent-Type: text/plain\n\nThis is " + id + ".\n";
    for (const QByteArray &one : parts)
        mail += "--" + id + "\n" + one + "\n";
    return mail + "--" + id + "--\n";
}

/// Where each document of the list was found first, and how it stands.
QStringList listed(TemporaryCase &temporary)
{
    QStringList lines;
    for (const Document &document : must(temporary.file().documents()))
        lines += QStringList{QString::number(document.number), toWord(document.kind), toWord(document.state),
                             document.origins.front()}
                     .join(u' ');
    return lines;
}

} // namespace

TEST_CASE("what came with a mail is in the list behind it, mails and archives inside too")
{
    TemporaryCase temporary;
    const QByteArray inner = mailOf("inner", {}, {part("in.pdf", pdfOfLines({"inside"}))});
    const QByteArray outer =
        mailOf("outer", {},
               {part("out.pdf", pdfOfLines({"outside"})), "Content-Type: message/rfc822\n\n" + inner,
                part("more.zip", archiveBytes(ArchiveFormat::Zip, {{"z.pdf", pdfOfLines({"zipped"})}})),
                part("notes.txt", "Alder Bank could read messages.")});
    const ImportReport report = import(temporary, {put(temporary, QStringLiteral("letter"), outer)});
    CHECK(report.isComplete());
    CHECK(listed(temporary) ==
          QStringList({QStringLiteral("1 mail read letter"), QStringLiteral("2 pdf read letter/out.pdf"),
                       QStringLiteral("3 mail read letter/mail inner.eml"),
                       QStringLiteral("4 pdf read letter/mail inner.eml/in.pdf"),
                       QStringLiteral("5 pdf read letter/more.zip/z.pdf"),
                       QStringLiteral("6 text read letter/notes.txt")}));
    const Document mail = must(temporary.file().documents()).front();
    CHECK(mail.title == QStringLiteral("mail outer"));
    CHECK(must(temporary.file().pageText(mail.sha256, 0)).text.contains(QStringLiteral("This is outer.")));
    CHECK(must(session::verify(temporary.file())).problems == QStringList());

    // Again, nothing is new; from another place, all of it is found there too.
    CHECK(import(temporary, {temporary.folder() + QStringLiteral("/letter")}).newDocuments == 0);
    CHECK(listed(temporary).size() == 6);
    import(temporary, {put(temporary, QStringLiteral("copy.eml"), outer)});
    const auto documents = must(temporary.file().documents());
    REQUIRE(documents.size() == 6);
    CHECK(documents[0].kind == FileKind::Mail);
    CHECK(documents[3].origins == QStringList({QStringLiteral("letter/mail inner.eml/in.pdf"),
                                               QStringLiteral("copy.eml/mail inner.eml/in.pdf")}));
}

TEST_CASE("each mail of a mailbox is a document, and a conversation is put together from them")
{
    TemporaryCase temporary;
    QByteArray box;
    for (const auto &mail :
         {mailOf("one", {}, {}), mailOf("two", "one", {part("t.pdf", pdfOfLines({"t"}))}), mailOf("three", "lost", {})})
        box += "From ann@alder.example Mon Apr  6 10:00:00 2015\n" + mail + "\n";
    import(temporary, {put(temporary, QStringLiteral("all.mbox"), box)});
    CHECK(listed(temporary) == QStringList({QStringLiteral("1 mail read all.mbox/000001.eml"),
                                            QStringLiteral("2 mail read all.mbox/000002.eml"),
                                            QStringLiteral("3 pdf read all.mbox/000002.eml/t.pdf"),
                                            QStringLiteral("4 mail read all.mbox/000003.eml")}));
    CHECK(must(temporary.file().document(Sha256::of(box))).state == DocumentState::Read);
    const auto second = must(temporary.file().documents())[1];
    const auto origin = must(session::documentOrigin(temporary.file(), second.sha256));
    REQUIRE(origin.thread.size() == 2);
    CHECK(origin.thread[0].mail.number == 1);
    CHECK(origin.thread[1].repliesTo == 1);
    CHECK(origin.facts.mail.inReplyTo == QStringLiteral("one@alder.example"));
}

TEST_CASE("mails passed on with the one before inside, again and again, are all taken in")
{
    TemporaryCase temporary;
    QByteArray mail = mailOf("m0", {}, {part("deep.pdf", pdfOfLines({"deep"}))});
    for (int i = 1; i <= 12; ++i)
        mail = mailOf("m" + QByteArray::number(i), {}, {"Content-Type: message/rfc822\n\n" + mail});
    const ImportReport report = import(temporary, {put(temporary, QStringLiteral("a.eml"), mail)});
    CHECK(report.read == 14);
    CHECK(report.isComplete());
}

TEST_CASE("a file that plainly holds no others is not looked into before it is read")
{
    for (const QByteArray &start : {pdfOfLines({"one"}), QByteArray("\x89PNG\r\n"), QByteArray("PK\x03\x04")})
        CHECK_FALSE(mayHoldFiles(start));
    for (const QByteArray &start : {QByteArray("From: a"), QByteArray("\xd0\xcf\x11\xe0"), QByteArray("plain text")})
        CHECK(mayHoldFiles(start));
}

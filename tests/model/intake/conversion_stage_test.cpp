// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/conversion_stage.h"

#include "model/session/backup.h"
#include "model/session/document_on_view.h"
#include "model/session/document_origin.h"
#include "model/session/verify.h"
#include "model/session/withdraw.h"
#include "model/store/case_folder.h"
#include "model/store/conversion_table.h"
#include "model/store/database.h"
#include "model/store/document_table.h"
#include "model/store/transaction.h"
#include "tests/support/catch.h"
#include "tests/support/office_stand_in.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/temporary_case.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace model;
using namespace model::intake;

namespace {

const QByteArray letter = "{\\rtf1\\ansi The grant to Larkspur.}";
const QByteArray makesPdf = "cp \"$here/answer.pdf\" \"$made\"";

void put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

std::shared_ptr<reader::ReaderHost> host()
{
    static const std::shared_ptr<reader::ReaderHost> one =
        must(reader::ReaderHost::start({reader::ReaderHost::programBesideThis(), {}, true}));
    return one;
}

/// A case, and a folder with one letter and one PDF to import into it.
class Delivery final {
public:
    Delivery()
    {
        put(m_folder + QStringLiteral("/letter.rtf"), letter);
        put(m_folder + QStringLiteral("/plain.pdf"), pdfOfLines({"a plain page"}));
    }

    Importer::Options optionsWith(const convert::OfficeProgram &office)
    {
        Importer::Options options;
        options.caseFolder = m_case.path();
        options.reviewer = QStringLiteral("Ada");
        options.clock = steppingClock();
        options.host = host();
        options.office = office;
        options.jobs = 2;
        options.write = [this](const Importer::Step &step) { step(m_case.file().database()); };
        return options;
    }
    ImportReport importWith(const convert::OfficeProgram &office)
    {
        return must(Importer(optionsWith(office)).import({m_folder}));
    }

    TemporaryCase &temporary() { return m_case; }
    session::CaseFile &file() { return m_case.file(); }
    const QString &folder() const { return m_folder; }
    Document document() { return must(file().document(Sha256::of(letter))); }
    Conversion conversion() { return must(store::ConversionTable(file().database()).find(Sha256::of(letter))).value(); }
    QString convertedPath() { return store::CaseFolder(m_case.path()).convertedPath(conversion().sha256); }
    /// Files below converted/.
    int convertedFiles() const
    {
        int count = 0;
        for (QDirIterator files(m_case.path() + QStringLiteral("/converted"), QDir::Files | QDir::Hidden,
                                QDirIterator::Subdirectories);
             files.hasNext(); files.next())
            ++count;
        return count;
    }

private:
    TemporaryCase m_case;
    const QString m_folder = m_case.folder() + QStringLiteral("/leak");
};

} // namespace

TEST_CASE("without LibreOffice an office document waits and says for what, and the import after it came reads it")
{
    Delivery delivery;
    const ImportReport without = delivery.importWith({});
    CHECK(without.read == 1);
    CHECK(without.refused.empty());
    CHECK(without.waiting == std::vector<Sha256>{Sha256::of(letter)});
    CHECK_FALSE(without.isComplete());
    const Document waiting = delivery.document();
    CHECK(waiting.state == DocumentState::Waiting);
    CHECK(waiting.kind == FileKind::Office);
    CHECK(waiting.reason == RefusalReason::NeedsLibreOffice);
    CHECK(waiting.reasonText.contains(QStringLiteral("apt install libreoffice-writer-nogui")));
    CHECK(must(session::verify(delivery.file())).isClean());

    const OfficeStandIn office(makesPdf);
    office.put(QStringLiteral("answer.pdf"), pdfOfLines({"The grant to Larkspur."}));
    const ImportReport with = must(Importer(delivery.optionsWith(office.program())).import({}));
    CHECK(with.read == 1);
    CHECK(with.isComplete());
    CHECK(delivery.document().state == DocumentState::Read);
    CHECK(delivery.document().reason == RefusalReason::None);
}

TEST_CASE("an office document is read and shown as the PDF made of it, and stays what it is")
{
    Delivery delivery;
    const OfficeStandIn office(makesPdf);
    PdfFile pdf;
    pdf.pages = {{.lines = {{.text = "The grant to Larkspur."}}}, {.lines = {{.text = "second page"}}}};
    pdf.info = {{"Title", "Letter"}, {"Producer", "Office"}, {"CreationDate", "D:20200101000000Z"}};
    office.put(QStringLiteral("answer.pdf"), pdfBytes(pdf));
    CHECK(delivery.importWith(office.program()).isComplete());

    const Document read = delivery.document();
    CHECK(read.kind == FileKind::Office);
    CHECK(read.pageCount == 2);
    CHECK(read.title == QStringLiteral("Letter"));
    CHECK(must(delivery.file().pageText(read.sha256, 1)).text.trimmed() == QStringLiteral("second page"));
    QFile original(delivery.file().originalPath(read.sha256));
    REQUIRE(original.open(QIODevice::ReadOnly));
    CHECK(original.readAll() == letter);
    const DocumentFacts facts = must(delivery.file().facts(read.sha256));
    CHECK(facts.officeFormat == QStringLiteral("rtf"));
    CHECK(facts.producer.isEmpty());
    CHECK(facts.createdMs == 0);

    CHECK(delivery.conversion().converter == QStringLiteral("Office 1.2.3"));
    CHECK(delivery.conversion().sha256 == Sha256::of(pdfBytes(pdf)));
    CHECK(must(session::documentOnView(delivery.file(), read.sha256)).file == delivery.convertedPath());
    CHECK(must(session::documentOrigin(delivery.file(), read.sha256)).conversion == delivery.conversion());
    const auto verified = must(session::verify(delivery.file()));
    CHECK(verified.isClean());
    CHECK(verified.remarks.isEmpty());
    CHECK(verified.documents == 2);
    // Importing again makes nothing anew.
    CHECK(delivery.importWith(office.program()).read == 0);
}

TEST_CASE("what LibreOffice cannot convert is refused with the reason, and read when it is tried again")
{
    struct Try {
        QByteArray act;
        RefusalReason reason;
        const char *says;
    };
    const Try tries[] = {
        {"exit 1", RefusalReason::Damaged, "could not read this document"},
        {"echo words > \"$made\"", RefusalReason::Damaged, "is no PDF"},
        {"echo %PDF-1.7 and nothing more > \"$made\"", RefusalReason::Damaged, "could not be read"},
        {"sleep 1000", RefusalReason::TimedOut, "took longer"},
        {"yes | head -c 30000000 > \"$made\"", RefusalReason::TooLarge, "larger"},
    };
    for (const Try &one : tries) {
        INFO(one.act.toStdString());
        Delivery delivery;
        const OfficeStandIn failing(one.act);
        convert::OfficeProgram program = failing.program();
        program.limits.wallMs = 2000;
        program.limits.outputBytes = 1 << 20;
        const ImportReport report = delivery.importWith(program);
        CHECK(report.read == 1);
        CHECK(report.refused == std::vector<Sha256>{Sha256::of(letter)});
        CHECK(delivery.document().state == DocumentState::Refused);
        CHECK(delivery.document().reason == one.reason);
        CHECK(delivery.document().reasonText.contains(QLatin1String(one.says)));
        CHECK(must(session::verify(delivery.file())).isClean());

        const OfficeStandIn office(makesPdf);
        office.put(QStringLiteral("answer.pdf"), pdfOfLines({"at last"}));
        CHECK(must(Importer(delivery.optionsWith(office.program())).retry({})).isComplete());
        CHECK(delivery.document().pageCount == 1);
        CHECK(delivery.convertedFiles() == 1);
    }
}

TEST_CASE("an office document with a password says that LibreOffice cannot be given it")
{
    Delivery delivery;
    // As Word 97 says it, with a directory that stands in the middle of what is encrypted.
    const OfficeStandIn office("exit 1");
    REQUIRE(delivery.importWith({}).waiting.size() == 1);
    auto transaction = must(store::Transaction::begin(delivery.file().database()));
    DocumentFacts facts;
    facts.kind = FileKind::Office;
    facts.officeFormat = QStringLiteral("doc");
    facts.encrypted = true;
    must(store::DocumentTable(delivery.file().database()).storeOffice(delivery.document().number, facts));
    must(transaction.commit());
    CHECK(must(Importer(delivery.optionsWith(office.program())).import({})).refused.size() == 1);
    CHECK(delivery.document().reason == RefusalReason::Encrypted);
    CHECK(delivery.document().reasonText.contains(QStringLiteral("without one or as a PDF")));
}

TEST_CASE("a PDF that is gone is made again, and tags go with their words")
{
    Delivery delivery;
    const OfficeStandIn former(makesPdf);
    former.put(QStringLiteral("answer.pdf"), pdfOfLines({"The grant to Larkspur.", "more"}));
    CHECK(delivery.importWith(former.program()).isComplete());
    const Passage passage = delivery.temporary().passage(Sha256::of(letter), 0, QStringLiteral("Larkspur"));
    must(delivery.file().decide({{journal::AddTag{{TagId::create(), TagKind::Evidence, passage, std::nullopt}}}}));
    REQUIRE(QFile::remove(delivery.convertedPath()));
    CHECK(must(session::verify(delivery.file())).isClean());
    CHECK(must(session::verify(delivery.file())).remarks.size() == 1);

    // Without LibreOffice, or where it fails now, the text stays.
    CHECK(delivery.importWith({}).isComplete());
    const OfficeStandIn failing("exit 1");
    CHECK(delivery.importWith(failing.program()).isComplete());
    CHECK(delivery.document().state == DocumentState::Read);
    CHECK(must(delivery.file().pageText(Sha256::of(letter), 0)).text.contains(QStringLiteral("The grant to")));

    const OfficeStandIn later(makesPdf);
    later.put(QStringLiteral("answer.pdf"), pdfOfLines({"In 2015: The grant to Larkspur.", "more"}));
    CHECK(delivery.importWith(later.program()).read == 1);
    const auto tags = must(delivery.file().tagsOnPage(Sha256::of(letter), 0));
    REQUIRE(tags.size() == 1);
    const QString text = must(delivery.file().pageText(Sha256::of(letter), 0)).text;
    CHECK(tags.front().passage.start == text.indexOf(QStringLiteral("Larkspur")));
    CHECK(must(session::verify(delivery.file())).isClean());
    CHECK(must(session::verify(delivery.file())).remarks.isEmpty());
    CHECK(delivery.convertedFiles() == 1);
}

TEST_CASE("a PDF that was changed behind the case's back is told of")
{
    Delivery delivery;
    const OfficeStandIn office(makesPdf);
    office.put(QStringLiteral("answer.pdf"), pdfOfLines({"The grant to Larkspur."}));
    delivery.importWith(office.program());
    const QString path = delivery.convertedPath();
    REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    put(path, pdfOfLines({"The grant to Hollowbay."}));
    CHECK(must(session::verify(delivery.file())).problems.size() == 1);
}

TEST_CASE("an import that is killed while it converts goes on, and what it left half done is thrown away")
{
    const OfficeStandIn office(makesPdf);
    office.put(QStringLiteral("answer.pdf"), pdfOfLines({"The grant to Larkspur."}));
    // The connection goes away at each step in turn, as if the program had been killed there.
    for (int most = 1; most < 20; ++most) {
        INFO(most);
        Delivery delivery;
        Importer::Options options = delivery.optionsWith(office.program());
        int steps = 0;
        options.write = [&](const Importer::Step &step) {
            if (++steps <= most)
                step(delivery.file().database());
        };
        const bool wasKilled = must(Importer(options).import({delivery.folder()})).cancelled;
        // What a killed one leaves in its folder besides.
        const QDir converted(delivery.temporary().path() + QStringLiteral("/converted"));
        REQUIRE(converted.mkpath(QStringLiteral(".converting-0/tmp")));
        put(converted.filePath(QStringLiteral(".incoming-0")), "%PDF-1.7 half");
        put(converted.filePath(QStringLiteral("ab/ab%1").arg(QString(62, u'0'))), "%PDF-1.7 not recorded");

        CHECK(delivery.importWith(office.program()).isComplete());
        CHECK(delivery.document().state == DocumentState::Read);
        CHECK(delivery.document().pageCount == 1);
        CHECK(delivery.convertedFiles() == 1);
        CHECK(must(session::verify(delivery.file())).isClean());
        if (!wasKilled) {
            CHECK(most > 5);
            return;
        }
    }
    FAIL("the import was never let go to its end");
}

TEST_CASE("a cancelled import stops its conversion, and the document waits")
{
    Delivery delivery;
    const OfficeStandIn office("sleep 1000");
    std::stop_source stop;
    Importer::Options options = delivery.optionsWith(office.program());
    options.progress = [&stop](const ImportProgress &progress) {
        if (progress.stage == ImportProgress::Stage::Converting) {
            CHECK(progress.total == 1);
            stop.request_stop();
        }
    };
    CHECK(must(Importer(options).import({delivery.folder()}, stop.get_token())).cancelled);
    CHECK(delivery.document().state == DocumentState::Waiting);
    CHECK(delivery.document().reason == RefusalReason::None);
    CHECK(delivery.convertedFiles() == 0);
}

TEST_CASE("what was made of a withdrawn document goes with it")
{
    Delivery delivery;
    const OfficeStandIn office(makesPdf);
    office.put(QStringLiteral("answer.pdf"), pdfOfLines({"The grant to Larkspur."}));
    delivery.importWith(office.program());
    CHECK(delivery.convertedFiles() == 1);
    must(session::withdraw(delivery.file(), Sha256::of(letter), QStringLiteral("privileged")));
    CHECK(delivery.convertedFiles() == 0);
    CHECK(must(session::verify(delivery.file())).isClean());
}

TEST_CASE("a backup holds the PDFs too, and one that it lacks is made again in the restored case")
{
    const bool isLost = GENERATE(false, true);
    Delivery delivery;
    const OfficeStandIn office(makesPdf);
    office.put(QStringLiteral("answer.pdf"), pdfOfLines({"The grant to Larkspur."}));
    delivery.importWith(office.program());
    const Conversion conversion = delivery.conversion();
    if (isLost)
        REQUIRE(QFile::remove(delivery.convertedPath()));
    const QString tar = delivery.temporary().folder() + QStringLiteral("/case.tar");
    CHECK(must(session::backup(delivery.file(), tar)).problems.isEmpty());
    const QString restored = delivery.temporary().folder() + QStringLiteral("/restored.carveout");
    must(session::restore(tar, restored));
    const QString path = store::CaseFolder(restored).convertedPath(conversion.sha256);
    CHECK(QFile::exists(path) != isLost);

    const auto file = must(session::CaseFile::open(restored, session::Access::ReadWrite, {QStringLiteral("Bob")}));
    Importer::Options options = delivery.optionsWith(office.program());
    options.caseFolder = restored;
    options.write = [&file](const Importer::Step &step) { step(file->database()); };
    CHECK(must(Importer(options).import({})).read == (isLost ? 1 : 0));
    CHECK(QFile::exists(path));
    CHECK(must(session::verify(*file)).remarks.isEmpty());
}

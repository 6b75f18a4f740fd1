// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/importer.h"

#include "model/intake/channel.h"
#include "model/session/suggestions.h"
#include "model/session/verify.h"
#include "model/session/withdraw.h"
#include "model/store/document_table.h"
#include "tests/support/archive_builder.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/scripted_proposer.h"
#include "tests/support/temporary_case.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <future>
#include <sys/resource.h>

using namespace model;
using namespace model::intake;

namespace {

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

Importer::Options optionsFor(TemporaryCase &temporary)
{
    Importer::Options options;
    options.caseFolder = temporary.path();
    options.reviewer = QStringLiteral("Ada");
    options.clock = steppingClock();
    options.host = host();
    options.jobs = 3;
    options.write = [&temporary](const Importer::Step &step) { step(temporary.file().database()); };
    return options;
}

ImportReport import(TemporaryCase &temporary, const QStringList &paths)
{
    return must(Importer(optionsFor(temporary)).import(paths));
}

int receiptsIn(TemporaryCase &temporary)
{
    int count = 0;
    for (const journal::JournalEntry &entry : must(temporary.file().journalEntries()))
        count += entry.kind == journal::EntryKind::Receipt ? 1 : 0;
    return count;
}

const QByteArray notRead("\0\0no document", 13);

QString makeBundle(const TemporaryCase &temporary, int documents)
{
    const QString folder = temporary.folder() + QStringLiteral("/leak");
    for (int i = 0; i < documents; ++i) {
        const QByteArray number = QByteArray::number(i);
        put(folder + QStringLiteral("/%1.pdf").arg(i, 3, 10, QLatin1Char('0')),
            pdfOfLines({"first page of " + number, "second page of " + number}));
    }
    return folder;
}

} // namespace

TEST_CASE("a folder is taken in and read, and the journal gets one receipt")
{
    TemporaryCase temporary;
    const QString folder = makeBundle(temporary, 5);
    put(folder + QStringLiteral("/notes.bin"), notRead);
    const ImportReport report = import(temporary, {folder});
    CHECK(report.files == 6);
    CHECK(report.newDocuments == 6);
    CHECK(report.read == 5);
    CHECK(report.refused.size() == 1);
    CHECK_FALSE(report.isComplete());

    const auto documents = must(temporary.file().documents());
    REQUIRE(documents.size() == 6);
    for (size_t i = 0; i < 5; ++i) {
        CHECK(documents[i].number == static_cast<qint64>(i) + 1);
        CHECK(documents[i].file == QStringLiteral("%1.pdf").arg(i, 3, 10, QLatin1Char('0')));
        CHECK(documents[i].origins == QStringList(QStringLiteral("leak/") + documents[i].file));
        CHECK(documents[i].state == DocumentState::Read);
        CHECK(documents[i].pageCount == 2);
        const PageText page = must(temporary.file().pageText(documents[i].sha256, 1));
        CHECK(page.text.trimmed() == QStringLiteral("second page of %1").arg(i));
    }
    CHECK(documents[5].state == DocumentState::Refused);
    CHECK(documents[5].reason == RefusalReason::NotSupported);
    CHECK_FALSE(documents[5].reasonText.isEmpty());
    CHECK(QFile::exists(temporary.file().originalPath(documents[5].sha256)));
    CHECK(receiptsIn(temporary) == 1);
    const auto bundles = must(temporary.file().bundles());
    REQUIRE(bundles.size() == 1);
    CHECK(bundles.front().label == QStringLiteral("leak"));
}

TEST_CASE("the same bytes at two places are one document with two origins")
{
    TemporaryCase temporary;
    const QString folder = makeBundle(temporary, 1);
    put(folder + QStringLiteral("/sub/copy.pdf"), pdfOfLines({"first page of 0", "second page of 0"}));
    const ImportReport report = import(temporary, {folder});
    CHECK(report.files == 2);
    CHECK(report.newDocuments == 1);
    const auto documents = must(temporary.file().documents());
    REQUIRE(documents.size() == 1);
    CHECK(documents.front().origins ==
          QStringList({QStringLiteral("leak/000.pdf"), QStringLiteral("leak/sub/copy.pdf")}));
}

TEST_CASE("the same import again changes nothing, and a new file joins its bundle")
{
    TemporaryCase temporary;
    const QString folder = makeBundle(temporary, 3);
    import(temporary, {folder});
    const Sha256 head = must(temporary.file().journalHead());
    const ImportReport again = import(temporary, {folder});
    CHECK(again.newDocuments == 0);
    CHECK(again.read == 0);
    CHECK(must(temporary.file().journalHead()) == head);

    put(folder + QStringLiteral("/new.pdf"), pdfOfLines({"a late one"}));
    CHECK(import(temporary, {folder}).newDocuments == 1);
    CHECK(must(temporary.file().bundles()).size() == 1);
    CHECK(receiptsIn(temporary) == 2);
}

TEST_CASE("an import that was stopped goes on where it was, also without its paths")
{
    TemporaryCase temporary;
    const QString folder = makeBundle(temporary, 12);
    std::stop_source stop;
    Importer::Options options = optionsFor(temporary);
    options.written = [&stop](const ImportStep &step) {
        if (step.receipt)
            stop.request_stop();
    };
    const ImportReport stopped = must(Importer(options).import({folder}, stop.get_token()));
    CHECK(stopped.cancelled);
    CHECK(stopped.read == 0);
    CHECK(must(temporary.file().documents()).size() == 12);
    const ImportReport rest = import(temporary, {});
    CHECK(rest.read == 12);
    CHECK_FALSE(rest.cancelled);
    CHECK(receiptsIn(temporary) == 1);
}

TEST_CASE("origins that a killed import left without a receipt are receipted before anything else")
{
    TemporaryCase temporary;
    const QString folder = makeBundle(temporary, 2);
    Importer::Options options = optionsFor(temporary);
    int steps = 0;
    // The connection goes away in the middle, as if the program had been killed.
    options.write = [&](const Importer::Step &step) {
        if (++steps <= 3)
            step(temporary.file().database());
    };
    CHECK(must(Importer(options).import({folder})).cancelled);
    CHECK(receiptsIn(temporary) == 0);
    import(temporary, {});
    CHECK(receiptsIn(temporary) == 1);
    import(temporary, {folder});
    CHECK(must(temporary.file().documents()).size() == 2);
}

TEST_CASE("every step runs on the thread that owns the case, with decisions between them")
{
    TemporaryCase temporary;
    const QString folder = makeBundle(temporary, 6);
    Importer::Options options = optionsFor(temporary);
    Channel<Importer::Step> steps(1000);
    options.write = [&steps](const Importer::Step &step) { steps.push(step, 1); };
    auto report = std::async(std::launch::async, [&] {
        auto done = Importer(options).import({folder});
        steps.close();
        return done;
    });
    int decisions = 0;
    for (bool last = false; !last;) {
        last = steps.isClosed();
        for (const Importer::Step &step : steps.take(std::chrono::milliseconds(50))) {
            step(temporary.file().database());
            const QStringList holders = {QStringLiteral("Holder %1").arg(++decisions)};
            must(temporary.file().decide({{journal::SetHolders{holders}}}));
        }
    }
    CHECK(must(report.get()).read == 6);
    CHECK(decisions > 3);
    CHECK(must(temporary.file().holders()) == QStringList(QStringLiteral("Holder %1").arg(decisions)));
}

TEST_CASE("a file without a byte is refused as empty, whatever its name")
{
    TemporaryCase temporary;
    const QString folder = temporary.folder() + QStringLiteral("/leak");
    put(folder + QStringLiteral("/nothing.pdf"), {});
    const ImportReport report = import(temporary, {folder});
    REQUIRE(report.refused.size() == 1);
    const Document document = must(temporary.file().document(report.refused.front()));
    CHECK(document.reason == RefusalReason::Empty);
    CHECK(document.reasonText.contains(QStringLiteral("empty")));
}

TEST_CASE("refused documents can be read again, and only they are")
{
    TemporaryCase temporary;
    const QString folder = makeBundle(temporary, 1);
    put(folder + QStringLiteral("/notes.bin"), notRead);
    import(temporary, {folder});
    const ImportReport report = must(Importer(optionsFor(temporary)).retry({}));
    CHECK(report.read == 0);
    CHECK(report.refused.size() == 1);
    CHECK(report.files == 0);
}

TEST_CASE(
    "a full disk ends the import with a sentence, leaves nothing half recorded, and the rest comes with the next one")
{
    TemporaryCase temporary;
    const QString folder = makeBundle(temporary, 3);
    put(folder + QStringLiteral("/zz-large.pdf"), pdfOfLines({"large"}) + QByteArray(8 << 20, '%'));
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4 << 20, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto report = Importer(optionsFor(temporary)).import({folder});
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    REQUIRE_FALSE(report);
    CHECK(report.error().kind == ErrorKind::Full);
    CHECK(report.error().sentence.contains(QStringLiteral("disk is full")));
    for (const Document &document : must(temporary.file().documents()))
        CHECK(QFile::exists(temporary.file().originalPath(document.sha256)));
    CHECK(QDir(temporary.path() + QStringLiteral("/originals")).entryList(QDir::Files | QDir::Hidden).isEmpty());

    import(temporary, {folder});
    const auto documents = must(temporary.file().documents());
    REQUIRE(documents.size() == 4);
    for (const Document &document : documents)
        CHECK(document.state == DocumentState::Read);
}

TEST_CASE("progress comes for both stages and ends with everything done")
{
    TemporaryCase temporary;
    const QString folder = makeBundle(temporary, 4);
    Importer::Options options = optionsFor(temporary);
    std::vector<ImportProgress> seen;
    options.progress = [&seen](const ImportProgress &progress) { seen.push_back(progress); };
    must(Importer(options).import({folder}));
    REQUIRE(seen.size() >= 2);
    CHECK(seen.front().stage == ImportProgress::Stage::TakingIn);
    CHECK(seen.back().stage == ImportProgress::Stage::Reading);
    CHECK(seen.back().done == 4);
    CHECK(seen.back().total == 4);
    CHECK(seen.back().bytes == seen.back().totalBytes);
}

TEST_CASE("what is read is suggested on in the same step, and what is read again is suggested on again")
{
    TemporaryCase temporary;
    put(temporary.folder() + QStringLiteral("/leak/a.pdf"),
        pdfOfLines({"Alder Bank could read messages.", "The end."}));
    Importer::Options options = optionsFor(temporary);
    options.proposer = scriptedProposer();
    must(Importer(options).import({temporary.folder() + QStringLiteral("/leak")}));
    const Suggestions suggestions = must(session::allSuggestions(temporary.file()));
    CHECK(suggestions.tags.size() == 3);
    REQUIRE(suggestions.links.size() == 1);
    CHECK(suggestions.links[0].passage.quote == QStringLiteral("Alder Bank could read messages."));
    const auto suggesting = must(session::suggestingFor(temporary.file(), options.proposer));
    CHECK(must(session::documentsToSuggest(temporary.file(), suggesting)).empty());

    must(store::DocumentTable(temporary.file().database()).readAllAgain());
    options.proposer = nullptr;
    must(Importer(options).import({}));
    CHECK(must(session::allSuggestions(temporary.file())).isEmpty());
    CHECK(must(session::documentsToSuggest(temporary.file(), suggesting)).size() == 1);
    must(store::DocumentTable(temporary.file().database()).readAllAgain());
    options.proposer = scriptedProposer();
    must(Importer(options).import({}));
    CHECK(must(session::allSuggestions(temporary.file())) == suggestions);
}

TEST_CASE("a bundle is named by the one thing that was chosen, else by the folder of all, else by their number")
{
    TemporaryCase temporary;
    const QString root = temporary.folder();
    const auto pdf = [&root](const QString &name) {
        put(root + QLatin1Char('/') + name, pdfOfLines({name.toUtf8()}));
        return root + QLatin1Char('/') + name;
    };
    const QString one = pdf(QStringLiteral("post/one.pdf"));
    import(temporary, {one});
    import(temporary, {pdf(QStringLiteral("mails/two.pdf")), pdf(QStringLiteral("mails/three.pdf"))});
    import(temporary, {pdf(QStringLiteral("a/four.pdf")), pdf(QStringLiteral("b/five.pdf"))});
    pdf(QStringLiteral("c/six.pdf"));
    import(temporary, {root + QStringLiteral("/c"), pdf(QStringLiteral("d/seven.pdf"))});
    QStringList labels;
    for (const Bundle &bundle : must(temporary.file().bundles()))
        labels += bundle.label;
    CHECK(labels == QStringList({QStringLiteral("one.pdf"), QStringLiteral("mails"), QStringLiteral("2 files"),
                                 QStringLiteral("2 files and folders")}));
}

TEST_CASE("a file that was withdrawn is left out with the reason, and nothing of it is kept, unless it is asked for")
{
    TemporaryCase temporary;
    const QString folder = makeBundle(temporary, 2);
    import(temporary, {folder});
    const Sha256 secret = must(temporary.file().documents()).front().sha256;
    must(session::withdraw(temporary.file(), secret, QStringLiteral("privileged")));

    const ImportReport report = import(temporary, {folder});
    CHECK(report.files == 1);
    CHECK(report.newDocuments == 0);
    REQUIRE(report.skipped.size() == 1);
    CHECK(report.skipped.front().origin == QStringLiteral("leak/000.pdf"));
    // Said in the window too, so not what to type on a command line.
    CHECK(report.skipped.front().sentence ==
          QStringLiteral("It was withdrawn on 2018-04-12 (privileged), so it was left out."));
    CHECK(report.skipped.front().wasWithdrawn);
    CHECK_FALSE(QFile::exists(temporary.file().originalPath(secret)));
    CHECK(must(temporary.file().documents()).size() == 1);
    CHECK(must(session::verify(temporary.file())).remarks == QStringList());

    Importer::Options again = optionsFor(temporary);
    again.takeBackWithdrawn = true;
    const ImportReport taken = must(Importer(again).import({folder}));
    CHECK(taken.newDocuments == 1);
    CHECK(taken.skipped.empty());
    CHECK(must(temporary.file().document(secret)).number == 3);
    // From now on it is in the case like any other.
    CHECK(import(temporary, {folder}).skipped.empty());
}

TEST_CASE("a withdrawn file inside an archive is left out too, and so is an archive that went with it")
{
    TemporaryCase temporary;
    const QByteArray secret = pdfOfLines({"secret"});
    const QString path = temporary.folder() + QStringLiteral("/leak.zip");
    put(path, archiveBytes(ArchiveFormat::Zip, {{"secret.pdf", secret}, {"plain.pdf", pdfOfLines({"plain"})}}));
    import(temporary, {path});
    must(session::withdraw(temporary.file(), Sha256::of(secret), QStringLiteral("privileged")));
    const ImportReport whole = import(temporary, {path});
    CHECK(whole.files == 0);
    REQUIRE(whole.skipped.size() == 1);
    CHECK(whole.skipped.front().origin == QStringLiteral("leak.zip"));

    const QString other = temporary.folder() + QStringLiteral("/other.zip");
    put(other, archiveBytes(ArchiveFormat::Zip, {{"more.pdf", pdfOfLines({"more"})}, {"secret.pdf", secret}}));
    const ImportReport part = import(temporary, {other});
    CHECK(part.files == 2);
    REQUIRE(part.skipped.size() == 1);
    CHECK(part.skipped.front().origin == QStringLiteral("other.zip/secret.pdf"));
    CHECK(part.skipped.front().sentence.contains(QStringLiteral("other.zip")));
    CHECK_FALSE(QFile::exists(temporary.file().originalPath(Sha256::of(secret))));
}

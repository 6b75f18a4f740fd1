// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/conversion_stage.h"

#include "model/intake/channel.h"
#include "model/intake/crew.h"
#include "model/intake/progress_meter.h"
#include "model/intake/take_all.h"
#include "model/intake/write_step.h"
#include "model/store/case_folder.h"
#include "model/store/document_table.h"
#include "model/store/originals.h"
#include "model/store/page_table.h"
#include "model/store/suggestion_table.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>

#include <unistd.h>

namespace model::intake {
namespace {

constexpr qint64 queueBytes = qint64(24) << 20;
constexpr int mostAtOnce = 2; // each takes a processor and hundreds of megabytes

QString howToGetIt()
{
    return QStringLiteral("It is a document of an office program, which LibreOffice makes readable, and that is not "
                          "installed. Install it (Debian, Ubuntu: apt install libreoffice-writer-nogui "
                          "libreoffice-calc-nogui libreoffice-impress-nogui) and read the document again.");
}

Refusal passwordNeeded()
{
    return {RefusalReason::Encrypted,
            QStringLiteral("It is protected by a password, which LibreOffice cannot be given here. Open it with its "
                           "password in an office program, save it without one or as a PDF, and import that.")};
}

/// A PDF says of itself what its maker put there; only what comes from the document is a claim of whose it is.
DocumentFacts factsOf(const DocumentFacts &office, const DocumentFacts &pdf)
{
    DocumentFacts facts = office;
    facts.pageCount = pdf.pageCount;
    facts.title = pdf.title;
    facts.author = pdf.author;
    facts.subject = pdf.subject;
    facts.keywords = pdf.keywords;
    facts.outline = pdf.outline;
    return facts;
}

DocumentRefused refused(const ReadingTask &task, Refusal refusal)
{
    return {task.number, task.sha256, std::move(refusal), {}};
}

} // namespace

/// Everything the threads of this stage share.
struct ConversionStage::Workers {
    Workers(ConversionStage &owner, const convert::Converter &given, const std::stop_token &outer)
        : stage(owner)
        , converter(given)
        , crew(outer)
    {
    }

    void work()
    {
        for (size_t at = next++; at < stage.m_tasks.size() && !crew.token().stop_requested(); at = next++) {
            if (const auto done = convertAndRead(stage.m_tasks[at]); !done)
                return crew.fail(done.error());
            ++documentsDone;
            bytesDone += stage.m_tasks[at].reading.size;
        }
    }

    Result<void> convertAndRead(const Task &task)
    {
        const auto original = stage.m_originals.open(task.reading.sha256);
        if (!original)
            return give(task, refused(task.reading, refusalFor(original.error())));
        const auto made = converter.convert(original->get(), task.facts.officeFormat, crew.token());
        if (!made && (made.error().kind == ErrorKind::Cancelled || made.error().kind == ErrorKind::Io))
            return made.error();
        if (!made)
            return give(task, refused(task.reading, task.facts.encrypted && made.error().kind == ErrorKind::Damaged
                                                        ? passwordNeeded()
                                                        : refusalFor(made.error())));
        std::array<char, 5> start{};
        if (pread(made->file.get(), start.data(), start.size(), 0) != static_cast<ssize_t>(start.size()) ||
            QByteArrayView(start) != QByteArrayView("%PDF-"))
            return give(
                task,
                refused(task.reading,
                        {RefusalReason::Damaged,
                         QStringLiteral("What %1 made of it is no PDF, so it was not read.").arg(converter.name())}));
        const auto conversion = stage.keep(made->file.get(), converter.name(), crew.token());
        if (!conversion)
            return conversion.error();
        ReadingTask reading = task.reading;
        reading.conversion = *conversion;
        return readDocument(*stage.m_options.host, stage.m_converted, reading, stage.m_pieces.suggesting(),
                            crew.token(), [&](ReadingPieces pieces, qint64 weight) {
                                for (ReadingPiece &piece : pieces)
                                    piece = asOfDocument(task, std::move(piece), made->complaints);
                                return push(task, std::move(pieces), weight);
                            });
    }

    /// What the reader says of the PDF, as it holds for the document.
    ReadingPiece asOfDocument(const Task &task, ReadingPiece piece, const QStringList &complaints) const
    {
        if (auto *read = std::get_if<DocumentRead>(&piece)) {
            if (read->facts.kind != FileKind::Pdf)
                return unread(task, {RefusalReason::Damaged, QStringLiteral("it is no PDF.")});
            read->facts = factsOf(task.facts, read->facts);
            read->complaints += complaints;
        } else if (const auto *given = std::get_if<DocumentRefused>(&piece)) {
            return unread(task, given->refusal);
        } else if (std::get_if<OfficeFound>(&piece)) {
            return unread(task, {RefusalReason::Damaged, QStringLiteral("it is no PDF.")});
        }
        return piece;
    }

    DocumentRefused unread(const Task &task, const Refusal &why) const
    {
        return refused(
            task.reading,
            {why.reason,
             QStringLiteral("What %1 made of it could not be read: %2").arg(converter.name(), why.sentence)});
    }

    Result<void> give(const Task &task, DocumentRefused refusal)
    {
        return push(task, {std::move(refusal)}, 1) ? Result<void>() : stopped();
    }

    /// One that was read before stays so where it cannot be made anew.
    bool push(const Task &task, ReadingPieces pieces, qint64 weight)
    {
        const bool isRefused = std::any_of(pieces.begin(), pieces.end(), [](const ReadingPiece &piece) {
            return std::holds_alternative<DocumentRefused>(piece);
        });
        return (isRefused && task.reading.isAnew) || channel.push(std::move(pieces), weight);
    }

    ConversionStage &stage;
    const convert::Converter &converter;
    Channel<ReadingPieces> channel{queueBytes};
    std::atomic<size_t> next = 0;
    std::atomic<qint64> documentsDone = 0;
    std::atomic<qint64> bytesDone = 0;
    Crew crew;
};

ConversionStage::ConversionStage(const Importer::Options &options, const Originals &originals, ImportReport &report,
                                 const PasswordTrial &trial)
    : m_options(options)
    , m_originals(originals)
    , m_report(report)
    , m_folder(store::CaseFolder(options.caseFolder).convertedPath())
    , m_converted(m_folder)
    , m_pieces(options, report, trial)
{
}

Result<void> ConversionStage::run(const std::stop_token &stop)
{
    const auto converted = look();
    if (!converted)
        return converted.error();
    // Not in the step: it asks the disk about every one.
    for (const auto &[document, conversion] : *converted) {
        if (!isLost(conversion))
            continue;
        ReadingTask task{document.number, document.sha256, document.size};
        task.isAnew = true;
        m_tasks.push_back({task, document.facts});
    }
    clearUp(*converted);
    if (m_options.office.office.isEmpty())
        return letWait(howToGetIt());
    if (m_tasks.empty())
        return {};
    if (!QDir().mkpath(m_folder) ||
        !QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return Error{ErrorKind::Io,
                     QStringLiteral("The folder “%1” could not be made. Check the disk and import again: "
                                    "it goes on where it stopped.")
                         .arg(m_folder)};
    const auto converter = convert::Converter::start(m_options.office, m_folder, stop);
    if (!converter)
        return converter.error().kind == ErrorKind::Cancelled ? converter.error() : letWait(converter.error().sentence);

    ProgressMeter meter(ImportProgress::Stage::Converting, m_options.progress);
    qint64 bytes = 0;
    for (const Task &task : m_tasks)
        bytes += task.reading.size;
    meter.setTotal(static_cast<qint64>(m_tasks.size()), bytes);
    Workers workers(*this, *converter, stop);
    const int most = std::min(mostAtOnce, m_options.jobs);
    workers.crew.start(
        std::clamp(static_cast<int>(std::min<size_t>(m_tasks.size(), 1024)), 1, most), [&workers] { workers.work(); },
        [&workers] { workers.channel.close(); });
    const Result<void> outcome = takeAll(
        workers.channel, workers.crew, [&] { meter.update(workers.documentsDone, workers.bytesDone); },
        [this](std::deque<ReadingPieces> &waiting) { return m_pieces.store(waiting); });
    meter.finish();
    return outcome;
}

Result<std::vector<store::ConversionTable::Converted>> ConversionStage::look()
{
    std::vector<store::ConversionTable::Converted> converted;
    const auto looked = writeStep(m_options, [&](store::Database &database) -> Result<void> {
        const store::ConversionTable table(database);
        const auto waiting = table.waiting();
        if (!waiting)
            return waiting.error();
        auto found = table.converted();
        if (!found)
            return found.error();
        converted = *std::move(found);
        store::PageTable pages(database);
        store::SuggestionTable suggestions(database);
        for (const store::ConversionTable::Waiting &document : *waiting) {
            m_tasks.push_back({{document.number, document.sha256, document.size}, document.facts});
            // Of one that was too large for one step, a killed stage may have left the beginning.
            if (const auto removed = pages.removeAll(document.number); !removed)
                return removed;
            if (const auto removed = suggestions.removeAll(document.number); !removed)
                return removed;
        }
        return waiting->empty() && converted.empty() ? Result<void>() : m_pieces.begin(database);
    });
    if (!looked)
        return looked.error();
    return converted;
}

void ConversionStage::clearUp(const std::vector<store::ConversionTable::Converted> &converted) const
{
    convert::Converter::removeLeftovers(m_folder);
    m_converted.removeLeftovers();
    std::vector<Sha256> expected;
    for (const store::ConversionTable::Converted &one : converted)
        expected.push_back(one.conversion.sha256);
    const store::CaseFolder folder(m_options.caseFolder);
    for (const QString &stray : store::strayConversions(folder, expected))
        QFile::remove(folder.path() + u'/' + stray);
}

bool ConversionStage::isLost(const Conversion &conversion) const
{
    const QFileInfo file(store::CaseFolder(m_options.caseFolder).convertedPath(conversion.sha256));
    return !file.isFile() || file.isSymLink() || file.size() != conversion.size;
}

/// Those that were read before can wait in peace.
Result<void> ConversionStage::letWait(const QString &sentence)
{
    std::erase_if(m_tasks, [](const Task &task) { return task.reading.isAnew; });
    if (m_tasks.empty())
        return {};
    ImportStep step;
    for (const Task &task : m_tasks)
        step.documents.push_back(task.reading.sha256);
    const auto written = writeStep(m_options, [&](store::Database &database) -> Result<void> {
        store::DocumentTable documents(database);
        for (const Task &task : m_tasks) {
            if (const auto one =
                    documents.storeObstacle(task.reading.number, RefusalReason::NeedsLibreOffice, sentence);
                !one)
                return one;
        }
        return {};
    });
    if (!written)
        return written;
    m_report.waiting = step.documents;
    if (m_options.written)
        m_options.written(step);
    return {};
}

Result<Conversion> ConversionStage::keep(int made, const QString &converter, const std::stop_token &stop) const
{
    auto incoming = m_converted.begin();
    if (!incoming)
        return incoming.error();
    std::array<char, 256 * 1024> buffer;
    for (off_t at = 0;;) {
        if (stop.stop_requested())
            return stopped();
        const ssize_t count = pread(made, buffer.data(), buffer.size(), at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return Error{ErrorKind::Io,
                         QStringLiteral("What was made of a document could not be read. Check the disk "
                                        "and import again: it goes on where it stopped."),
                         qt_error_string(errno)};
        if (count == 0)
            break;
        if (const auto written = (*incoming)->append(QByteArrayView(buffer.data(), count)); !written)
            return written.error();
        at += count;
    }
    const auto kept = (*incoming)->keep();
    if (!kept)
        return kept.error();
    return Conversion{kept->sha256, kept->size, converter};
}

} // namespace model::intake

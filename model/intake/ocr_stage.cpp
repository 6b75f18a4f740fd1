// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/ocr_stage.h"

#include "model/intake/channel.h"
#include "model/intake/copy_stage.h"
#include "model/intake/crew.h"
#include "model/intake/ocr_worth.h"
#include "model/intake/page_recogniser.h"
#include "model/intake/progress_meter.h"
#include "model/intake/take_all.h"
#include "model/intake/write_step.h"
#include "model/journal/reanchor.h"
#include "model/store/case_folder.h"
#include "model/store/copy_search.h"
#include "model/store/hidden_table.h"
#include "model/store/page_table.h"
#include "model/store/suggestion_table.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace model::intake {
namespace {

constexpr qint64 queueBytes = qint64(8) << 20;

} // namespace

Result<std::shared_ptr<reader::ReaderHost>> startOcr(const QString &program, const QStringList &languages)
{
    reader::ReaderHost::Options options;
    options.program = program;
    options.arguments = languages;
    // The data of several languages, and a page in several forms.
    options.limits.memoryBytes = qint64(3) << 30;
    options.limits.answerMs = 10 * 60'000;
    return reader::ReaderHost::start(options);
}

QString ocrProgramBesideThis()
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("carveout-ocr"));
}

/// Everything the threads of this stage share.
struct OcrStage::Workers {
    Workers(OcrStage &owner, const std::stop_token &outer)
        : stage(owner)
        , crew(outer)
    {
    }

    void work()
    {
        PageRecogniser recogniser(stage.m_options.host, stage.m_ocr, stage.m_originals, stage.m_converted);
        for (size_t at = next++; at < stage.m_pages.size() && !crew.token().stop_requested(); at = next++) {
            const store::OcrTable::Waiting &page = stage.m_pages[at];
            auto outcome = recogniser.recognise(page, crew.token());
            if (!outcome)
                return crew.fail(outcome.error());
            const auto *found = std::get_if<RecognisedPage>(&*outcome);
            const qint64 weight = 4096 + (found ? found->layout.text.text.size() * 16 : 0);
            if (!channel.push({page, *std::move(outcome)}, weight))
                return;
            ++pagesDone;
        }
    }

    OcrStage &stage;
    Channel<Piece> channel{queueBytes};
    std::atomic<size_t> next = 0;
    std::atomic<qint64> pagesDone = 0;
    Crew crew;
};

OcrStage::OcrStage(const Importer::Options &options, std::shared_ptr<reader::ReaderHost> ocr, QStringList languages)
    : m_options(options)
    , m_ocr(std::move(ocr))
    , m_languages(std::move(languages))
    , m_originals(options.caseFolder + QLatin1String("/originals"))
    , m_converted(store::CaseFolder(options.caseFolder).convertedPath())
{
}

Result<OcrReport> OcrStage::run(const std::stop_token &stop)
{
    const auto looked = writeStep(m_options, [this](store::Database &database) -> Result<void> {
        auto waiting = store::OcrTable(database).waiting();
        if (!waiting)
            return waiting.error();
        m_pages = *std::move(waiting);
        return {};
    });
    if (!looked)
        return looked.error();
    ProgressMeter meter(ImportProgress::Stage::Ocr, m_options.progress);
    // Pages take about as long each, so they are what is counted for the time left too.
    const auto total = static_cast<qint64>(m_pages.size());
    meter.setTotal(total, total);
    Workers workers(*this, stop);
    const int most =
        m_options.jobs > 0 ? m_options.jobs : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    workers.crew.start(
        std::clamp(static_cast<int>(std::min<size_t>(m_pages.size(), 1024)), 1, most), [&workers] { workers.work(); },
        [&workers] { workers.channel.close(); });
    const Result<void> outcome = takeAll(
        workers.channel, workers.crew, [&] { meter.update(workers.pagesDone, workers.pagesDone); },
        [this](std::deque<Piece> &waiting) { return store(waiting); });
    meter.finish();
    if (!outcome && outcome.error().kind != ErrorKind::Cancelled)
        return outcome.error();
    m_report.cancelled = !outcome || stop.stop_requested();
    // Of what was without words before, too.
    if (const auto found = findCopies(m_options, stop); !found)
        return found.error();
    return m_report;
}

/// Stores the first and takes it off the front.
Result<void> OcrStage::store(std::deque<Piece> &waiting)
{
    ImportStep step;
    OcrReport report = m_report;
    const auto written = writeStep(
        m_options, [&](store::Database &database) { return storePage(database, waiting.front(), report, step); });
    if (!written)
        return written;
    waiting.pop_front();
    m_report = report;
    if (m_options.written && (step.receipt || !step.documents.empty()))
        m_options.written(step);
    return {};
}

Result<void> OcrStage::storePage(store::Database &database, const Piece &piece, OcrReport &report,
                                 ImportStep &step) const
{
    const qint64 document = piece.page.document;
    const int pageIndex = piece.page.pageIndex;
    store::OcrTable table(database);
    store::PageTable pages(database);
    const auto known = table.find(document, pageIndex);
    if (!known)
        return known.error();
    const auto former = pages.find(document, pageIndex);
    if (!former)
        return former.error();
    // Withdrawn, or read by somebody else, meanwhile.
    if (!*known || !(**known).waits || !*former)
        return {};
    const auto hidden = store::HiddenTable(database).onPage(document * store::PageTable::maximumPages + pageIndex);
    if (!hidden)
        return hidden.error();
    step.documents.push_back(piece.page.sha256);
    Result<void> stored;
    bool mustSuggest = false;
    if (const auto *reason = std::get_if<QString>(&piece.outcome)) {
        ++report.failed;
        stored = table.storeFailure(document, pageIndex, *reason);
    } else if (const auto &page = std::get<RecognisedPage>(piece.outcome);
               !hidden->empty() || !isWorthTaking(page.layout, **known, (**former).text)) {
        // OCR does not see what is hidden: it stays findable only in the text that the file itself has.
        ++report.kept;
        stored = table.storeKept(document, pageIndex, m_languages);
    } else {
        ++report.read;
        stored = pages.replaceText(document, pageIndex, page.layout.text.text);
        if (stored)
            stored = table.storeRead(document, pageIndex, page, confidenceOf(page.layout), m_languages);
        if (!stored)
            return stored;
        const auto tags =
            journal::reanchorTags(database, piece.page.sha256, pageIndex, {m_options.reviewer, m_options.clock()});
        if (!tags)
            return tags.error();
        report.movedTags += tags->moved;
        report.unplacedTags += tags->unplaced;
        step.receipt = tags->moved > 0;
        step.page = std::pair(piece.page.sha256, pageIndex);
        mustSuggest = !(**former).text.isEmpty();
    }
    if (!stored)
        return stored;
    // Suggestions on a page that had text are about words that may be gone; else they are made anew once all is read.
    store::SuggestionTable suggestions(database);
    if (mustSuggest) {
        if (const auto removed = suggestions.removeAll(document); !removed)
            return removed;
    }
    const auto isRead = table.isReadWhole(document);
    if (!isRead)
        return isRead.error();
    if (!*isRead)
        return {};
    if (const auto forgotten = store::forgetCopyText(database, document); !forgotten)
        return forgotten;
    return suggestions.outdate(document);
}

} // namespace model::intake

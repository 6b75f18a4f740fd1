// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/reading.h"

#include "model/intake/traits.h"
#include "model/store/page_table.h"

namespace model::intake {
namespace {

constexpr qint64 pieceBytes = qint64(8) << 20;
constexpr qsizetype mostComplaints = 200;

qint64 weightOf(const PageText &page)
{
    return static_cast<qint64>(sizeof(PageText)) + 2 * (page.text.size() + page.label.size());
}

/// What has been read and not handed over yet.
struct Gathered {
    PagesRead pages;
    SuggestionsMade suggested;
    qint64 weight = 0;
    int damagedPages = 0;
    QStringList complaints;
};

QString pageComplaint(int pageIndex, const Error &error)
{
    return QStringLiteral("Page %1 could not be read: %2").arg(pageIndex + 1).arg(error.sentence);
}

DocumentRefused refused(const ReadingTask &task, const Error &error, const reader::DocumentReader *reader)
{
    return {task.number, task.sha256, refusalFor(error), reader ? reader->complaints() : QStringList()};
}

bool holdsAny(reader::DocumentReader &reader)
{
    const auto entry = reader.nextEntry();
    return entry && *entry;
}

} // namespace

Result<void> readDocument(reader::ReaderHost &host, const Originals &originals, const ReadingTask &task,
                          const Suggesting *suggesting, const std::stop_token &stop,
                          const std::function<bool(ReadingPieces, qint64)> &sink)
{
    const auto give = [&](ReadingPieces pieces, qint64 weight) -> Result<void> {
        if (stop.stop_requested() || !sink(std::move(pieces), weight))
            return stopped();
        return {};
    };
    if (task.sha256 == Sha256::of({}))
        return give({DocumentRefused{task.number, task.sha256, refusalOfEmptyFile(), {}}}, 1);
    const auto descriptor = originals.open(task.conversion ? task.conversion->sha256 : task.sha256);
    if (!descriptor)
        return give({refused(task, descriptor.error(), nullptr)}, 1);
    const auto reader = host.open(descriptor->get());
    if (!reader)
        return reader.error();
    const std::stop_callback interrupt(stop, [&reader] { (*reader)->interrupt(); });
    auto facts = (*reader)->facts();
    if (!facts && facts.error().kind == ErrorKind::NeedsPassword && !task.password.isEmpty()) {
        auto opened = (*reader)->facts(task.password);
        // Why a guess failed is of no use to the reporter.
        if (opened || !task.isGuess)
            facts = std::move(opened);
    }
    if (!facts)
        return give({refused(task, facts.error(), reader->get())}, 1);
    if (facts->kind == FileKind::Archive)
        return give(
            {refused(task,
                     {ErrorKind::Unsupported, QStringLiteral("Carveout cannot read this kind of file yet. Its bytes "
                                                             "are kept.")},
                     reader->get())},
            1);
    if (facts->kind == FileKind::Office)
        return give({OfficeFound{task.number, task.sha256, *facts}}, 1);
    if (facts->pageCount < 1 || facts->pageCount > store::PageTable::maximumPages)
        return give({refused(task,
                             {ErrorKind::Damaged,
                              QStringLiteral("It claims to have %1 pages, which cannot be.").arg(facts->pageCount)},
                             reader->get())},
                    1);
    Gathered gathered{{task.number, 0, {}, task.isAnew}, {task.number, {}}, 0, 0, {}};
    TraitFinder traits;
    std::optional<DocumentSuggester> suggester;
    if (suggesting)
        suggester.emplace(*suggesting, task.sha256);
    for (int page = 0; page < facts->pageCount; ++page) {
        auto text = (*reader)->pageText(page);
        if (!text && endsReader(text.error()))
            return give({refused(task, text.error(), reader->get())}, 1);
        if (!text) {
            if (++gathered.damagedPages == facts->pageCount)
                return give({refused(task, text.error(), reader->get())}, 1);
            if (gathered.complaints.size() < mostComplaints)
                gathered.complaints += pageComplaint(page, text.error());
            text = PageText();
        }
        gathered.weight += weightOf(*text);
        traits.add(text->text);
        if (suggester)
            gathered.suggested.suggestions.append(suggester->add(text->text));
        gathered.pages.pages.push_back(*std::move(text));
        if (gathered.weight < pieceBytes)
            continue;
        const PagesRead next{task.number, page + 1, {}, task.isAnew};
        const SuggestionsMade none{task.number, {}};
        if (const auto given = give({std::exchange(gathered.pages, next), std::exchange(gathered.suggested, none)},
                                    std::exchange(gathered.weight, 0));
            !given)
            return given;
    }
    if (suggester)
        gathered.suggested.suggestions.append(suggester->finish());
    // Last: should the reader fail on it, the pages are there.
    const bool holdsFiles = facts->kind == FileKind::Pdf && holdsAny(**reader);
    const QStringList complaints = gathered.complaints + (*reader)->complaints();
    const int pageCount = facts->pageCount;
    return give({std::move(gathered.pages), std::move(gathered.suggested),
                 DocumentRead{task.number, task.sha256, *std::move(facts), pageCount, complaints, traits.found(),
                              holdsFiles, task.conversion}},
                gathered.weight + 4096);
}

} // namespace model::intake

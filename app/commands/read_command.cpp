// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/invocation.h"

namespace app {
namespace {

using model::journal::ReadMark;

/// "3" or "3-7", as page indexes.
model::Result<model::TextRange> pagesFrom(const QString &word, const model::Document &document)
{
    const auto first = pageIndexFrom(word.section(QLatin1Char('-'), 0, 0), document);
    if (!first)
        return first.error();
    const auto last = pageIndexFrom(word.section(QLatin1Char('-'), -1), document);
    if (!last)
        return last.error();
    return model::TextRange{*first, *last + 1};
}

model::Result<ExitStatus> mark(const Invocation &invocation, ReadMark mark)
{
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto document = (*file)->findDocument(invocation.word(1));
    if (!document)
        return document.error();
    const auto readNow = (*file)->pagesRead(document->sha256);
    if (!readNow)
        return readNow.error();
    std::vector<model::TextRange> ranges;
    for (const QString &word : invocation.wordsFrom(2)) {
        const auto pages = pagesFrom(word, *document);
        if (!pages)
            return pages.error();
        ranges.push_back(*pages);
    }
    if (ranges.empty())
        ranges.push_back({0, document->pageCount});
    model::journal::Decision decision;
    for (const model::TextRange &range : ranges) {
        for (qsizetype page = range.start; page < range.end; ++page) {
            if ((*readNow)[static_cast<size_t>(page)] != (mark == ReadMark::Read))
                decision.changes.push_back(model::journal::MarkPage{document->sha256, static_cast<int>(page), mark});
        }
    }
    if (decision.changes.empty())
        return ExitStatus::Done;
    return decide(**file, decision);
}

} // namespace

Command readCommand()
{
    return {QStringLiteral("read"),
            QStringLiteral("CASE DOCUMENT [PAGE|FIRST-LAST]..."),
            QStringLiteral("Say that you have read these pages; all without PAGE."),
            QString(),
            2,
            -1,
            addReviewerOption,
            [](const Invocation &invocation) { return mark(invocation, ReadMark::Read); }};
}

Command unreadCommand()
{
    return {QStringLiteral("unread"),
            QStringLiteral("CASE DOCUMENT [PAGE|FIRST-LAST]..."),
            QStringLiteral("Say that you have not read them after all."),
            QString(),
            2,
            -1,
            addReviewerOption,
            [](const Invocation &invocation) { return mark(invocation, ReadMark::Unread); }};
}

} // namespace app

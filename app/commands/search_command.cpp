// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/interrupt_watch.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"
#include "app/commands/progress_line.h"
#include "model/base/counted.h"
#include "model/session/search.h"

namespace app {
namespace {

const QString skipOption = QStringLiteral("skip");
const QString countOption = QStringLiteral("count");
constexpr qint64 usualCount = 50;
constexpr int indent = 4;

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({skipOption, QStringLiteral("Leave out the first N hits."), QStringLiteral("N")});
    parser.addOption({countOption, QStringLiteral("Give N hits; 50 when not given."), QStringLiteral("N")});
    addJsonOption(parser);
}

/// Nothing for what is no number from 0.
std::optional<qint64> numberFrom(const Invocation &invocation, const QString &option, qint64 usual)
{
    if (!invocation.has(option))
        return usual;
    bool isNumber = false;
    const qint64 number = invocation.value(option).toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

/// The query with a mark under the place where it is wrong.
QString pointedAt(const QString &query, qsizetype position)
{
    const int columns = columnsOf(oneLine(query.left(position)));
    return QStringLiteral("    %1\n    %2^").arg(oneLine(query), QString(columns, QLatin1Char(' ')));
}

/// The snippet with what was searched for between marks, as a terminal without colours can show it.
QString marked(const model::SearchHit &hit)
{
    QString text;
    qsizetype done = 0;
    for (const model::TextRange &range : hit.inSnippet) {
        text += hit.snippet.mid(done, range.start - done);
        text += QChar(0xab) + hit.snippet.mid(range.start, range.length()) + QChar(0xbb);
        done = range.end;
    }
    return text + hit.snippet.mid(done);
}

void tellAbout(const model::SearchPage &page)
{
    complain(QStringLiteral("%1%2; shown: %3")
                 .arg(page.totalIsExact ? QString() : QStringLiteral("at least "),
                      model::counted(page.total, QStringLiteral("page matches"), QStringLiteral("pages match")))
                 .arg(page.hits.size()));
    for (const QString &line : page.expansions + page.remarks)
        complain(line);
}

/// With an index that is current, where the case can be written; else the search itself says what may be missed.
Invocation::OpenCase openCurrent(const Invocation &invocation)
{
    auto toRead = invocation.openToRead();
    if (!toRead)
        return toRead;
    const auto current = model::session::searchIsCurrent(**toRead);
    if (!current)
        return current.error();
    if (*current)
        return toRead;
    auto toWrite = invocation.openToWrite();
    if (!toWrite)
        return toRead;
    complain(QStringLiteral("The search index was made by another version of the program. It is made anew first."));
    const InterruptWatch interrupt;
    const auto renewed = [&] {
        const ProgressLine line;
        return model::session::makeSearchCurrent(
            **toWrite,
            [&line](qint64 done, qint64 total) { line.show(QStringLiteral("indexing %1 of %2").arg(done).arg(total)); },
            interrupt.token());
    }();
    if (!renewed)
        return renewed.error();
    return toWrite;
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const QString query = invocation.wordsFrom(1).join(QLatin1Char(' '));
    const auto skip = numberFrom(invocation, skipOption, 0);
    const auto count = numberFrom(invocation, countOption, usualCount);
    if (!skip || !count)
        return wrongUsage(QStringLiteral("--skip and --count are numbers from 0."));
    if (const auto problem = model::session::checkQuery(query))
        return wrongUsage(QStringLiteral("%1\nThe query is wrong here:\n%2")
                              .arg(problem->sentence, pointedAt(query, problem->position)));
    const auto file = openCurrent(invocation);
    if (!file)
        return file.error();
    const auto page = model::session::searchCase(**file, query, *skip, *count);
    if (!page)
        return page.error();
    tellAbout(*page);
    const std::optional<int> columns = terminalColumns();
    QJsonArray array;
    for (const model::SearchHit &hit : page->hits) {
        array += toJson(hit);
        if (invocation.wantsJson())
            continue;
        printLine(QStringLiteral("%1  %2, p. %3").arg(hit.number).arg(oneLine(hit.title)).arg(hit.pageIndex + 1));
        const QString snippet = oneLine(marked(hit));
        for (const QString &line : columns ? folded(snippet, *columns - indent) : QStringList(snippet))
            printLine(QString(indent, QLatin1Char(' ')) + line);
    }
    if (invocation.wantsJson())
        printJson(array);
    return ExitStatus::Done;
}

} // namespace

Command searchCommand()
{
    return {
        QStringLiteral("search"),
        QStringLiteral("CASE QUERY [--skip N] [--count N] [--json]"),
        QStringLiteral("Search the pages; best first."),
        QStringLiteral("word  \"a phrase\"  word*  word~ (one edit away)  word~2  a b (both)  a OR b  NOT a  ( )\n"
                       "a NEAR b  a NEAR/5 b\n"
                       "partner: permission: document: kind: stance: verdict: read:yes|no, with a word or \"several\""),
        2,
        -1,
        addOptions,
        run};
}

} // namespace app

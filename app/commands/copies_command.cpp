// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"
#include "model/session/copies.h"
#include "model/session/copy_differences.h"

#include <cmath>

namespace app {
namespace {

using model::session::Copy;

const QString joinOption = QStringLiteral("join");
const QString splitOption = QStringLiteral("split");
const QString differencesOption = QStringLiteral("diff");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {joinOption, QStringLiteral("Count the first document, with its copies, as a copy of the second.")});
    parser.addOption({splitOption, QStringLiteral("Count the document as a source of its own.")});
    parser.addOption({differencesOption, QStringLiteral("Print where two documents differ in their words.")});
    addJsonOption(parser);
    addReviewerOption(parser);
}

/// Why a document is in its group; in JSON too.
QString reasonOf(const Copy &copy)
{
    if (copy.decision.rule == model::CopyRule::CopyOf)
        return QStringLiteral("decided");
    if (copy.isOrigin || !copy.likeness)
        return QStringLiteral("first");
    return *copy.likeness >= 1 ? QStringLiteral("same text") : QStringLiteral("near-copy");
}

QString likenessText(const Copy &copy)
{
    const QString reason = reasonOf(copy);
    if (reason != u"near-copy")
        return reason;
    // Never 100 %: it is not the same.
    return QStringLiteral("%1 % of the words").arg(std::min(99.0, std::round(*copy.likeness * 100)));
}

model::Result<ExitStatus> list(const Invocation &invocation)
{
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    const auto groups = model::session::copyGroups(**file);
    if (!groups)
        return groups.error();
    if (invocation.wantsJson()) {
        QJsonArray array;
        for (const std::vector<Copy> &group : *groups) {
            QJsonArray members;
            for (const Copy &copy : group) {
                QJsonObject member{{QStringLiteral("number"), copy.document.number},
                                   {QStringLiteral("sha256"), copy.document.sha256.toHex()},
                                   {QStringLiteral("file"), copy.document.file},
                                   {QStringLiteral("why"), reasonOf(copy)}};
                if (copy.likeness)
                    member.insert(QStringLiteral("likeness"), *copy.likeness);
                members += member;
            }
            array += members;
        }
        printJson(array);
        return ExitStatus::Done;
    }
    Table table{{QStringLiteral("Group"), QStringLiteral("No."), QStringLiteral("Title"), QStringLiteral("Found at"),
                 QStringLiteral("Why")},
                {}};
    for (const std::vector<Copy> &group : *groups) {
        for (const Copy &copy : group)
            table.rows.push_back({QString::number(group.front().document.number), QString::number(copy.document.number),
                                  copy.document.title, copy.document.origins.join(QLatin1Char('\n')),
                                  likenessText(copy)});
    }
    printTable(table, QStringLiteral("No document of the case is a copy of another."));
    return ExitStatus::Done;
}

model::Result<ExitStatus> differences(const Invocation &invocation)
{
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    const auto first = (*file)->findDocument(invocation.word(1));
    if (!first)
        return first.error();
    const auto second = (*file)->findDocument(invocation.word(2));
    if (!second)
        return second.error();
    const auto found = model::session::compareTexts(**file, first->sha256, second->sha256);
    if (!found)
        return found.error();
    if (invocation.wantsJson()) {
        QJsonArray array;
        for (const model::session::TextDifference &one : found->differences)
            array += QJsonObject{{QStringLiteral("page"), one.first.pageIndex + 1},
                                 {QStringLiteral("other_page"), one.second.pageIndex + 1},
                                 {QStringLiteral("before"), one.before},
                                 {QStringLiteral("removed"), one.first.words},
                                 {QStringLiteral("added"), one.second.words},
                                 {QStringLiteral("behind"), one.behind}};
        printJson(array);
        return ExitStatus::Done;
    }
    Table table{{QStringLiteral("Pages"), QStringLiteral("Words of the first"), QStringLiteral("Words of the second")},
                {}};
    for (const model::session::TextDifference &one : found->differences) {
        const auto cell = [&one](const QString &words) {
            return QStringLiteral("… %1 [%2] %3 …").arg(one.before, words, one.behind);
        };
        table.rows.push_back({QStringLiteral("%1 / %2").arg(one.first.pageIndex + 1).arg(one.second.pageIndex + 1),
                              cell(one.first.words), cell(one.second.words)});
    }
    printTable(table, QStringLiteral("The two documents have the same words."));
    return ExitStatus::Done;
}

model::Result<ExitStatus> change(const Invocation &invocation)
{
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto document = (*file)->findDocument(invocation.word(1));
    if (!document)
        return document.error();
    if (invocation.has(splitOption))
        return decide(**file, model::session::splitCopy(**file, document->sha256));
    const auto with = (*file)->findDocument(invocation.word(2));
    if (!with)
        return with.error();
    return decide(**file, model::session::joinCopies(**file, document->sha256, with->sha256));
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const bool joins = invocation.has(joinOption);
    const bool splits = invocation.has(splitOption);
    const bool compares = invocation.has(differencesOption);
    if (joins + splits + compares > 1)
        return wrongUsage(QStringLiteral("Only one of --join, --split and --diff can be done at a time."));
    const int wanted = joins || compares ? 3 : splits ? 2 : 1;
    if (invocation.wordCount() != wanted)
        return wrongUsage(QStringLiteral("--join and --diff need two documents, --split one, the list none."));
    return compares ? differences(invocation) : joins || splits ? change(invocation) : list(invocation);
}

} // namespace

Command copiesCommand()
{
    return {
        QStringLiteral("copies"),
        QStringLiteral("CASE [--join|--diff DOCUMENT DOCUMENT] [--split DOCUMENT] [--json]"),
        QStringLiteral("List documents that are copies of each other, join and split them, and print how they differ."),
        QStringLiteral(
            "Copies and near-copies count as one independent source. The same form filled in for others is "
            "no copy,\n"
            "nor is a page taken out of a longer document. Documents of fewer than 20 words are copies where "
            "their\n"
            "words are the same, and of fewer than 8 never."),
        1,
        3,
        addOptions,
        run};
}

} // namespace app

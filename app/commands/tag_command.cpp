// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"
#include "model/base/code_points.h"
#include "model/session/gestures.h"

namespace app {
namespace {

const QString asOption = QStringLiteral("as");
const QString endPageOption = QStringLiteral("end-page");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({asOption, QStringLiteral("The partner's or permission's name; else the passage itself."),
                      QStringLiteral("NAME")});
    parser.addOption({endPageOption, QStringLiteral("END is on page N, the one after PAGE."), QStringLiteral("N")});
    addReviewerOption(parser);
    addJsonOption(parser);
}

model::Result<qsizetype> unitFrom(const QString &word, const model::PageText &page)
{
    bool isNumber = false;
    const qsizetype codePoint = word.toLongLong(&isNumber);
    if (!isNumber || codePoint < 0)
        return wrongUsage(QStringLiteral("\"%1\" is not a place in a text; those count from 0.").arg(word));
    const auto unit = model::unitOfCodePoint(page.text, codePoint);
    if (!unit)
        return notThere(QStringLiteral("The page's text has %1 characters, so there is no place %2 in it.")
                            .arg(model::codePointCount(page.text))
                            .arg(codePoint));
    return *unit;
}

model::Result<model::Passage> passageFrom(const Invocation &invocation, const CaseFile &file)
{
    const auto document = file.findDocument(invocation.word(1));
    if (!document)
        return document.error();
    const auto firstPage = pageIndexFrom(invocation.word(2), *document);
    if (!firstPage)
        return firstPage.error();
    const auto lastPage =
        pageIndexFrom(invocation.has(endPageOption) ? invocation.value(endPageOption) : invocation.word(2), *document);
    if (!lastPage)
        return lastPage.error();
    if (*lastPage != *firstPage && *lastPage != *firstPage + 1)
        return wrongUsage(QStringLiteral("A passage can run on to the next page, and no further."));
    const auto firstText = file.pageText(document->sha256, *firstPage);
    if (!firstText)
        return firstText.error();
    const auto lastText = file.pageText(document->sha256, *lastPage);
    if (!lastText)
        return lastText.error();
    const auto start = unitFrom(invocation.word(3), *firstText);
    if (!start)
        return start.error();
    const auto end = unitFrom(invocation.word(4), *lastText);
    if (!end)
        return end.error();
    const auto passage =
        model::makePassage(document->sha256, *firstPage, firstText->text, *start, *lastPage, lastText->text, *end);
    if (!passage)
        return notThere(QStringLiteral("Between START and END there is no text."));
    return *passage;
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto kind = model::tagKindFromWord(invocation.word(5));
    if (!kind)
        return wrongUsage(
            QStringLiteral("\"%1\" is neither partner nor permission nor evidence.").arg(invocation.word(5)));
    if (*kind == model::TagKind::Evidence && invocation.has(asOption))
        return wrongUsage(QStringLiteral("Evidence has no name; \"carveout link\" says what it is evidence of."));
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto passage = passageFrom(invocation, **file);
    if (!passage)
        return passage.error();
    const auto decision = model::session::tagPassage(**file, {*passage, *kind, invocation.value(asOption)});
    if (!decision)
        return decision.error();
    const model::Tag tag = std::get<model::journal::AddTag>(decision->changes.back()).tag;
    const auto decided = decide(**file, *decision);
    if (!decided)
        return decided;
    if (!invocation.wantsJson()) {
        printLine(tag.id.toString());
        return decided;
    }
    Places places(**file);
    const auto json = toJson(**file, places, tag);
    if (!json)
        return json.error();
    printJson(*json);
    return decided;
}

} // namespace

Command tagCommand()
{
    return {QStringLiteral("tag"),
            QStringLiteral("CASE DOCUMENT PAGE START END partner|permission|evidence [--as NAME] [--end-page N]"),
            QStringLiteral("Mark a passage; prints the new tag's id."),
            QStringLiteral(
                "START and END are Unicode code points of what \"carveout text\" prints, from 0, END not included."),
            6,
            6,
            addOptions,
            run};
}

} // namespace app

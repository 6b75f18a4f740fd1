// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/invocation.h"
#include "model/session/gestures.h"

namespace app {
namespace {

const QString aliasOption = QStringLiteral("alias");
const QString tagOption = QStringLiteral("tag");
const QString linkOption = QStringLiteral("link");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({aliasOption, QStringLiteral("An alias that goes along. May be given several times."),
                      QStringLiteral("ALIAS")});
    parser.addOption(
        {tagOption, QStringLiteral("A tag that goes along. May be given several times."), QStringLiteral("TAG")});
    parser.addOption(
        {linkOption, QStringLiteral("A link that goes along. May be given several times."), QStringLiteral("LINK")});
    addReviewerOption(parser);
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto from = openSubject(invocation);
    if (!from)
        return from.error();
    CaseFile &file = *from->file;
    model::session::MoveRequest request{from->subject.id, invocation.word(3), invocation.values(aliasOption), {}, {}};
    for (const QString &word : invocation.values(tagOption)) {
        const auto tag = tagIdFrom(file, word);
        if (!tag)
            return tag.error();
        request.tags.push_back(*tag);
    }
    for (const QString &word : invocation.values(linkOption)) {
        const auto link = linkIdFrom(file, word);
        if (!link)
            return link.error();
        request.links.push_back(*link);
    }
    return decide(file, model::session::moveToSubject(file, request));
}

} // namespace

Command moveCommand()
{
    return {QStringLiteral("move"),
            QStringLiteral("CASE partner|permission NAME TO-NAME [--alias ALIAS] [--tag TAG] [--link LINK]"),
            QStringLiteral("Move a part of what is under one name to another, which may be new."),
            QString(),
            4,
            4,
            addOptions,
            run};
}

} // namespace app

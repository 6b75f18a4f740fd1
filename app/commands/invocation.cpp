// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/invocation.h"

#include "model/session/reviewer.h"

#include <QSettings>

namespace app {
namespace {

const QString jsonOption = QStringLiteral("json");
const QString reviewerOption = QStringLiteral("reviewer");

} // namespace

bool Invocation::wantsJson() const
{
    return has(jsonOption);
}

QString Invocation::reviewer() const
{
    if (has(reviewerOption) && !value(reviewerOption).trimmed().isEmpty())
        return value(reviewerOption).simplified();
    const QSettings settings(model::session::settingsFile(), QSettings::IniFormat);
    return model::session::reviewerOr(settings.value(model::session::reviewerKey).toString());
}

Invocation::OpenCase Invocation::openToRead() const
{
    return model::session::CaseFile::open(word(0), model::session::Access::ReadOnly, {QString()});
}

Invocation::OpenCase Invocation::openToWrite() const
{
    OpenCase opened = model::session::CaseFile::open(word(0), model::session::Access::ReadWrite, {reviewer()});
    if (opened && (*opened)->isReadOnly())
        return model::Error{model::ErrorKind::ReadOnly, (*opened)->readOnlyReason(), QString()};
    return opened;
}

void addJsonOption(QCommandLineParser &parser)
{
    parser.addOption({jsonOption, QStringLiteral("Print JSON.")});
}

void addReviewerOption(QCommandLineParser &parser)
{
    parser.addOption({reviewerOption, QStringLiteral("Who decides; else the setting, else the login name."),
                      QStringLiteral("NAME")});
}

} // namespace app

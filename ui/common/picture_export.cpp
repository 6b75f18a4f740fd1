// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/picture_export.h"

#include "ui/common/picture.h"

#include <QDir>

namespace ui {

using model::Result;

PictureExport::PictureExport(model::session::CaseSession &session, QStringList endings, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_endings(std::move(endings))
{
}

PictureExport::~PictureExport()
{
    m_stop.request_stop();
}

void PictureExport::save(const QString &path, Write write)
{
    if (m_inquiry.isWaiting()) {
        Q_EMIT failed({model::ErrorKind::Busy, tr("Another picture is still being drawn. Save this one after it.")});
        return;
    }
    if (const auto ending = endsInOneOf(m_endings, path); !ending) {
        Q_EMIT failed(ending.error());
        return;
    }
    Q_EMIT news(tr("What is shown is being drawn."));
    m_inquiry.ask<QString>(
        m_session,
        [write = std::move(write), path, stop = m_stop.get_token()](const model::session::CaseFile &) {
            const Result<void> saved = write(path, stop);
            return saved ? Result<QString>(path) : saved.error();
        },
        [this](const Result<QString> &answer) {
            if (answer)
                Q_EMIT news(tr("What was shown was saved as %1.").arg(QDir::toNativeSeparators(*answer)));
            else
                Q_EMIT failed(answer.error());
        });
}

} // namespace ui

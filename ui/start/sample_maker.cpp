// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/sample_maker.h"

#include "model/session/sample_case.h"

namespace ui::start {

void SampleMaker::make(const QString &path, const QString &readerProgram,
                       const model::session::CaseFile::Options &options)
{
    m_thread = std::jthread([this, path, readerProgram, options](const std::stop_token &stop) {
        const auto result = model::session::makeSampleCase(path, readerProgram, options, stop);
        QMetaObject::invokeMethod(
            this,
            [this, path, result] {
                if (result)
                    Q_EMIT made(path);
                else
                    Q_EMIT failed(result.error());
            },
            Qt::QueuedConnection);
    });
}

} // namespace ui::start

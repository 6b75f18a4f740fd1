// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <stop_token>

namespace ui {

/// Saves a picture of what is shown, one at a time, and says what becomes of it. It is drawn by the threads that answer
/// questions, which have the time; where this goes, what is being drawn leaves off and nothing is written.
class PictureExport final : public QObject {
    Q_OBJECT
public:
    /// Draws and writes, on another thread: so it must hold its own values.
    using Write = std::function<model::Result<void>(const QString &path, const std::stop_token &stop)>;

    /// `session` must outlive it. `endings` are those that a file's name may have, in small letters.
    PictureExport(model::session::CaseSession &session, QStringList endings, QObject *parent = nullptr);
    ~PictureExport() override;

    void save(const QString &path, Write write);

Q_SIGNALS:
    void news(const QString &sentence);
    void failed(const model::Error &error);

private:
    model::session::CaseSession &m_session;
    const QStringList m_endings;
    std::stop_source m_stop;
    model::session::Inquiry m_inquiry;
};

} // namespace ui

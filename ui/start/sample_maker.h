// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

#include <QObject>

#include <thread>

namespace ui::start {

/// Makes the sample case on a thread of its own.
class SampleMaker final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~SampleMaker() override = default; ///< stops it

    /// One of the signals follows. Not again before that.
    void make(const QString &path, const QString &readerProgram, const model::session::CaseFile::Options &options);

Q_SIGNALS:
    void made(const QString &path);
    void failed(const model::Error &error);

private:
    std::jthread m_thread;
};

} // namespace ui::start

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/reader/descriptor.h"

#include <QString>
#include <QStringList>

#include <memory>

#include <sys/types.h>

namespace model::reader {

/// A running carveout-reader. Ends it, and with it all its readers, when it goes.
class ReaderProgram final {
public:
    static Result<std::unique_ptr<ReaderProgram>> start(const QString &path, const QStringList &arguments);
    ~ReaderProgram();
    ReaderProgram(const ReaderProgram &) = delete;
    ReaderProgram &operator=(const ReaderProgram &) = delete;

    /// Our end of its control socket.
    int control() const { return m_control.get(); }

private:
    ReaderProgram(pid_t process, Descriptor control)
        : m_process(process)
        , m_control(std::move(control))
    {
    }

    pid_t m_process;
    Descriptor m_control;
};

} // namespace model::reader

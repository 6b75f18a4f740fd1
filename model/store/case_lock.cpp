// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/case_lock.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace model::store {

Result<std::unique_ptr<CaseLock>> CaseLock::take(const QString &lockPath)
{
    const int descriptor =
        ::open(QFile::encodeName(lockPath).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return Error{errno == EACCES || errno == EROFS || errno == EPERM ? ErrorKind::ReadOnly : ErrorKind::Io,
                     QStringLiteral("The case can only be read, because its folder cannot be written to."),
                     QString::fromLocal8Bit(std::strerror(errno))};
    std::unique_ptr<CaseLock> lock(new CaseLock(descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return Error{
            ErrorKind::Locked,
            QStringLiteral("Another program has this case open, so it can only be read here until it is closed "
                           "there."),
            QString::fromLocal8Bit(std::strerror(errno))};
    return lock;
}

CaseLock::~CaseLock()
{
    ::close(m_descriptor);
}

} // namespace model::store

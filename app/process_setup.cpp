// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process_setup.h"

#include "model/base/no_network.h"

#include <QCoreApplication>

#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <langinfo.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace app {

model::Result<void> setUpProcess()
{
    if (const auto refused = model::refuseNetwork(); !refused)
        return refused;
    prctl(PR_SET_DUMPABLE, 0);
    // Whatever is written, backups and exports too, is the reporter's alone.
    umask(077);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    // Qt wants UTF-8 and complains on standard error where a bare system has none.
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
        setenv("LC_ALL", "C.UTF-8", 1);
        std::setlocale(LC_ALL, "");
    }
    QCoreApplication::setOrganizationName(QStringLiteral("carveout"));
    QCoreApplication::setApplicationName(QStringLiteral("carveout"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CARVEOUT_VERSION));
    return {};
}

} // namespace app

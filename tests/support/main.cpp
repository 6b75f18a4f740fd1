// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"

#include "tests/support/shared_folder.h"

#include <QCoreApplication>

#include <cstdio>
#include <memory>

// Weak: a binary that drives widgets, or that needs the shared folder, gives its own.
__attribute__((weak)) std::unique_ptr<QCoreApplication> makeApplication(int &argumentCount, char **arguments)
{
    return std::make_unique<QCoreApplication>(argumentCount, arguments);
}
__attribute__((weak)) bool needsSharedFolder()
{
    return false;
}

int main(int argumentCount, char **arguments)
{
    if (needsSharedFolder() && !sharedFolder()) {
        std::puts("skipped: the shared folder is not there");
        return 77;
    }
    const auto application = makeApplication(argumentCount, arguments);
    return Catch::Session().run(argumentCount, arguments);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/child_main.h"

#include "model/reader/needed_files.h"
#include "model/reader/reader_session.h"
#include "model/reader/warm_up.h"
#include "model/reader/zygote.h"

#include <cstdio>

namespace model::reader {

int childMain(int, char **)
{
    const auto begun = beginProgram();
    if (begun == Begun::WithoutHost)
        std::fputs("carveout-reader reads documents for carveout, which starts it. It does nothing by itself.\n",
                   stderr);
    if (begun != Begun::Restricted)
        return begun == Begun::WithoutHost ? 2 : 1;
    warmUp();
    Sandbox sandbox(neededFiles());
    serveReaders(controlDescriptor, sandbox, runReader);
    return 0;
}

} // namespace model::reader

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/child_main.h"

#include "model/reader/protocol.h"
#include "model/reader/reader_session.h"
#include "model/reader/sandbox.h"
#include "model/reader/system_calls.h"
#include "model/reader/warm_up.h"
#include "model/reader/zygote.h"

#include <clocale>
#include <cstdio>

#include <sys/prctl.h>
#include <sys/socket.h>

namespace model::reader {
namespace {

bool isControlSocket(int descriptor)
{
    int type = 0;
    socklen_t size = sizeof type;
    return getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

} // namespace

int childMain(int, char **)
{
    if (!isControlSocket(controlDescriptor)) {
        std::fputs("carveout-reader reads documents for carveout, which starts it. It does nothing by itself.\n",
                   stderr);
        return 2;
    }
    std::setlocale(LC_ALL, "");
    if (prctl(PR_SET_DUMPABLE, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || !restrictProgram())
        return 1;
    warmUp();
    Sandbox sandbox;
    serveReaders(controlDescriptor, sandbox, runReader);
    return 0;
}

} // namespace model::reader

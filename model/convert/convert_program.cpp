// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/convert/convert_program.h"

#include "model/convert/office_run.h"
#include "model/convert/work_folder.h"
#include "model/reader/descriptor_message.h"
#include "model/reader/protocol.h"

#include <cerrno>
#include <clocale>
#include <cstdio>

#include <sys/prctl.h>
#include <sys/socket.h>

namespace model::convert {
namespace {

using reader::controlDescriptor;
using reader::Descriptor;

bool isControlSocket(int descriptor)
{
    int type = 0;
    socklen_t size = sizeof type;
    return getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

struct Done {
    ConversionAnswer answer;
    Descriptor made;
};

/// The work folder is gone when this returns.
Done work(const ConversionRequest &request, int document, const std::string &program, const std::string &path)
{
    WorkFolder folder(path);
    if (!folder.isMade() || (!request.isVersion && !folder.putDocument(document, request.ending)))
        return {{ConversionOutcome::NotStarted, errno, false, false}, {}};
    Done done{OfficeRun(request, program, path).run(controlDescriptor), {}};
    if (done.answer.outcome == ConversionOutcome::Made)
        done.made = folder.openMade();
    if (done.answer.outcome == ConversionOutcome::Made && !done.made.isOpen())
        done.answer.outcome = ConversionOutcome::Failed;
    return done;
}

} // namespace

int runConvertProgram(int argumentCount, char **arguments)
{
    if (!isControlSocket(controlDescriptor) || argumentCount != 3) {
        std::fputs("carveout-convert has documents of office programs converted for carveout, which starts it. It does "
                   "nothing by itself.\n",
                   stderr);
        return 2;
    }
    std::setlocale(LC_ALL, "");
    if (prctl(PR_SET_DUMPABLE, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_CHILD_SUBREAPER, 1) != 0)
        return 1;
    auto message = reader::receiveDescriptors(controlDescriptor);
    if (!message)
        return 1;
    const auto request = ConversionRequest::fromBytes(message->bytes);
    if (!request || message->descriptors.size() != 1)
        return 1;
    const Done done = work(*request, message->descriptors.front().get(), arguments[1], arguments[2]);
    const QByteArray answer = done.answer.toBytes();
    if (done.made.isOpen())
        return reader::sendDescriptors(controlDescriptor, answer, {done.made.get()}) ? 0 : 1;
    return send(controlDescriptor, answer.constData(), static_cast<size_t>(answer.size()), MSG_NOSIGNAL) < 0 ? 1 : 0;
}

} // namespace model::convert

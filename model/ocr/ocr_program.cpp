// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/ocr/ocr_program.h"

#include "model/ocr/ocr_session.h"
#include "model/ocr/recogniser.h"
#include "model/reader/sandbox.h"
#include "model/reader/shut_in.h"
#include "model/reader/zygote.h"

#include <cstdio>

namespace model::ocr {

int runOcrProgram(int argumentCount, char **arguments)
{
    using namespace model::reader;
    const auto begun = beginProgram();
    if (begun == Begun::WithoutHost)
        std::fputs("carveout-ocr reads pictures of pages for carveout, which starts it. It does nothing by itself.\n",
                   stderr);
    if (begun != Begun::Restricted)
        return begun == Begun::WithoutHost ? 2 : 1;
    QStringList languages;
    for (int i = 1; i < argumentCount; ++i)
        languages += QString::fromLocal8Bit(arguments[i]);
    // Everything that has to be read from files is read here: the processes that see a page can open none.
    Recogniser recogniser(languages);
    Sandbox sandbox({});
    serveReaders(controlDescriptor, sandbox,
                 [&recogniser](int nothing, int session, const OpenRequest &request, const Sandbox &within) {
                     if (shutIn(nothing, session, request, within))
                         runOcrSession(session, recogniser);
                     return 0;
                 });
    return 0;
}

} // namespace model::ocr

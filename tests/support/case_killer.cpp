// SPDX-License-Identifier: GPL-3.0-or-later
// Decides without end on the case it is given, and says the number of each journal entry once it is committed. To be
// killed.
#include "tests/support/random_reporter.h"
#include "tests/support/temporary_case.h"

#include <cstdio>

using namespace model;

int main(int argumentCount, char **arguments)
{
    if (argumentCount != 4)
        return 2;
    const auto sha = Sha256::fromHex(QString::fromLocal8Bit(arguments[2]));
    const auto file = must(session::CaseFile::open(QString::fromLocal8Bit(arguments[1]), session::Access::ReadWrite,
                                                   {QStringLiteral("Bob")}));
    RandomReporter reporter(*file, {sha.value()}, QByteArray(arguments[3]).toUInt());
    qint64 seq = must(file->journalEntries()).back().seq;
    for (;;) {
        if (seq % 5 == 4 && !must(file->undoDescription()).isEmpty())
            must(file->undo());
        else
            must(file->decide(reporter.next()));
        std::printf("%lld\n", static_cast<long long>(++seq));
        std::fflush(stdout);
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/session/verify.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>

#include <csignal>

using namespace model;
using namespace model::session;

namespace {

const QString page = QStringLiteral("Alder Bank could read private messages of its users.\nNobody had asked them.");

} // namespace

TEST_CASE("A program killed at any moment leaves a clean case with every decision it acknowledged")
{
    const quint32 seed = QRandomGenerator::global()->generate();
    CAPTURE(seed);
    QRandomGenerator dice(seed);
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("memo.pdf"), {page, page});
    qint64 acknowledged = must(test.file().journalEntries()).back().seq;
    test.close();
    for (int round = 0; round < 25; ++round) {
        QProcess killer;
        killer.setProgram(QCoreApplication::applicationDirPath() + QStringLiteral("/test_case_killer"));
        killer.setArguments({test.path(), sha.toHex(), QString::number(dice.generate())});
        killer.start();
        REQUIRE(killer.waitForStarted());
        // The moment is given by what was acknowledged, and by how far the program gets until the signal is there.
        const int lines = dice.bounded(1, 12);
        QByteArray said;
        while (said.count('\n') < lines && killer.waitForReadyRead())
            said += killer.readAllStandardOutput();
        killer.kill();
        killer.waitForFinished();
        INFO(killer.readAllStandardError().toStdString());
        REQUIRE(killer.exitStatus() == QProcess::CrashExit);
        REQUIRE(killer.exitCode() == SIGKILL);
        said += killer.readAllStandardOutput();
        const QList<QByteArray> words = said.left(said.lastIndexOf('\n')).split('\n');
        acknowledged = std::max(acknowledged, words.last().toLongLong());

        test.reopen();
        CAPTURE(round, acknowledged);
        REQUIRE_FALSE(test.file().isReadOnly());
        REQUIRE(must(test.file().journalEntries()).back().seq >= acknowledged);
        REQUIRE(must(verify(test.file())).problems == QStringList());
        test.close();
    }
}

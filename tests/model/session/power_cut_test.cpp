// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/random_reporter.h"
#include "tests/support/recording_vfs.h"
#include "tests/support/temporary_case.h"

#include "model/session/verify.h"
#include "model/store/database.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <map>

using namespace model;
using namespace model::session;

namespace {

const QString page = QStringLiteral("Alder Bank could read private messages of its users.\nNobody had asked them.");

/// What becomes of writes that were not synced when the power went.
enum class Unsynced { Lost, Kept, SomeTorn };

void put(QByteArray &file, const FileEvent &event)
{
    if (event.kind == FileEvent::Truncate) {
        file.resize(event.offset);
        return;
    }
    if (file.size() < event.offset + event.bytes.size())
        file.append(QByteArray(event.offset + event.bytes.size() - file.size(), '\0'));
    file.replace(event.offset, event.bytes.size(), event.bytes);
}

struct Disk {
    std::map<QString, QByteArray> durable;
    std::map<QString, std::vector<FileEvent>> pending;
    qint64 promised = 0; ///< the last mark

    void take(const FileEvent &event)
    {
        switch (event.kind) {
        case FileEvent::Write:
        case FileEvent::Truncate:
            pending[event.name].push_back(event);
            break;
        case FileEvent::Sync:
            for (const FileEvent &waiting : pending[event.name])
                put(durable[event.name], waiting);
            pending[event.name].clear();
            break;
        case FileEvent::Delete:
            durable.erase(event.name);
            pending.erase(event.name);
            break;
        case FileEvent::Mark:
            promised = event.offset;
            break;
        }
    }

    std::map<QString, QByteArray> afterPowerCut(Unsynced unsynced, QRandomGenerator &dice) const
    {
        std::map<QString, QByteArray> files = durable;
        if (unsynced == Unsynced::Lost)
            return files;
        for (const auto &[name, events] : pending) {
            for (FileEvent event : events) {
                if (unsynced == Unsynced::SomeTorn) {
                    if (dice.bounded(2) == 0)
                        continue;
                    // A sector is 512 bytes; a write may have got any number of them down.
                    if (event.kind == FileEvent::Write && dice.bounded(2) == 0)
                        event.bytes.truncate(512 * dice.bounded(1 + static_cast<int>(event.bytes.size()) / 512));
                }
                put(files[name], event);
            }
        }
        return files;
    }
};

/// The case as it is found when the power is back.
QString lastSeen(const std::map<QString, QByteArray> &files, const CaseFile &original, const QString &path)
{
    QDir(path).removeRecursively();
    QDir().mkpath(path);
    QDir().mkpath(path + QStringLiteral("/backups"));
    QFile::link(original.path() + QStringLiteral("/originals"), path + QStringLiteral("/originals"));
    for (const auto &[name, bytes] : files) {
        QFile file(path + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            throw std::runtime_error("the cut case could not be written");
    }
    return path;
}

} // namespace

TEST_CASE("Whenever the power goes, the case opens clean with every decision that was acknowledged")
{
    RecordingVfs vfs;
    TemporaryCase test(vfs.name());
    const Sha256 sha = test.addDocument(QStringLiteral("memo.pdf"), {page, page});
    // Small, so that the log is moved into the file now and then while the test runs.
    must(test.file().database().run("PRAGMA wal_autocheckpoint = 20"));
    const quint32 seed = 31;
    CAPTURE(seed);
    RandomReporter reporter(test.file(), {sha}, seed);
    const auto acknowledge = [&] { vfs.mark(must(test.file().journalEntries()).back().seq); };
    acknowledge();
    for (int i = 0; i < 40; ++i) {
        must(test.file().decide(reporter.next()));
        acknowledge();
        if (i % 7 == 3) {
            must(test.file().undo());
            acknowledge();
        }
    }

    const std::vector<FileEvent> events = vfs.events();
    const Clock standing = [] { return qint64(0); }; // so early that no automatic backup is due
    Disk disk;
    QRandomGenerator dice(seed);
    int cuts = 0;
    for (const FileEvent &event : events) {
        const bool worthACut = event.kind == FileEvent::Sync && disk.promised > 0;
        if (worthACut) {
            // Just before what was written becomes safe.
            for (const Unsynced unsynced : {Unsynced::Lost, Unsynced::Kept, Unsynced::SomeTorn}) {
                const QString path = lastSeen(disk.afterPowerCut(unsynced, dice), test.file(),
                                              test.folder() + QStringLiteral("/cut.carveout"));
                const auto file = CaseFile::open(path, Access::ReadWrite, {{}, standing, vfs.name()});
                CAPTURE(cuts, static_cast<int>(unsynced), disk.promised);
                REQUIRE(file);
                REQUIRE_FALSE((*file)->isReadOnly());
                REQUIRE(must((*file)->journalEntries()).back().seq >= disk.promised);
                REQUIRE(must(verify(**file)).problems == QStringList());
            }
            ++cuts;
        }
        disk.take(event);
    }
    CHECK(cuts > 40);
}

TEST_CASE("A decision costs one sync")
{
    RecordingVfs vfs;
    TemporaryCase test(vfs.name());
    must(test.file().decide({{journal::SetHolders{{QStringLiteral("Elm")}}}}));
    const int before = vfs.syncs();
    for (int i = 0; i < 10; ++i)
        must(test.file().decide({{journal::SetHolders{{QStringLiteral("Elm %1").arg(i)}}}}));
    CHECK(vfs.syncs() - before == 10);
}

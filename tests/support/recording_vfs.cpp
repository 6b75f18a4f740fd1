// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recording_vfs.h"

#include <QFileInfo>

#include <sqlite3.h>

#include <cstring>
#include <new>

namespace {

struct State {
    sqlite3_vfs vfs = {};
    sqlite3_vfs *real = nullptr;
    std::vector<FileEvent> events;
    int syncs = 0;
    int writesLeft = -1;
    bool failed = false;
};
State *state = nullptr;

struct RecordedFile {
    sqlite3_file base = {};
    QString *name = nullptr;
    sqlite3_file *real = nullptr; ///< lies behind this in the same memory
};

RecordedFile *recorded(sqlite3_file *file)
{
    return reinterpret_cast<RecordedFile *>(file);
}
sqlite3_file *real(sqlite3_file *file)
{
    return recorded(file)->real;
}

bool spaceIsLeft()
{
    if (state->writesLeft == 0) {
        state->failed = true;
        return false;
    }
    if (state->writesLeft > 0)
        --state->writesLeft;
    return true;
}

int closeFile(sqlite3_file *file)
{
    const int code = real(file)->pMethods ? real(file)->pMethods->xClose(real(file)) : SQLITE_OK;
    delete recorded(file)->name;
    return code;
}
int readFile(sqlite3_file *file, void *into, int count, sqlite3_int64 at)
{
    return real(file)->pMethods->xRead(real(file), into, count, at);
}
int writeFile(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    if (!spaceIsLeft())
        return SQLITE_FULL;
    state->events.push_back(
        {FileEvent::Write, *recorded(file)->name, at, QByteArray(static_cast<const char *>(bytes), count)});
    return real(file)->pMethods->xWrite(real(file), bytes, count, at);
}
int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    state->events.push_back({FileEvent::Truncate, *recorded(file)->name, size});
    return real(file)->pMethods->xTruncate(real(file), size);
}
int syncFile(sqlite3_file *file, int)
{
    ++state->syncs;
    state->events.push_back({FileEvent::Sync, *recorded(file)->name});
    return SQLITE_OK; // the page cache outlives the test; what a power cut takes is worked out from the events
}
int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lockFile(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}
int unlockFile(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}
int checkLock(sqlite3_file *file, int *held)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), held);
}
int controlFile(sqlite3_file *file, int what, void *value)
{
    return real(file)->pMethods->xFileControl(real(file), what, value);
}
int sectorSize(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}
int characteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}
int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void barrier(sqlite3_file *file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}
int unmapShared(sqlite3_file *file, int remove)
{
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

const sqlite3_io_methods methods = {2,           closeFile,   readFile,        writeFile,  truncateFile,
                                    syncFile,    sizeOfFile,  lockFile,        unlockFile, checkLock,
                                    controlFile, sectorSize,  characteristics, mapShared,  lockShared,
                                    barrier,     unmapShared, nullptr,         nullptr};

QString nameOf(const char *path)
{
    return path ? QFileInfo(QString::fromUtf8(path)).fileName() : QStringLiteral("(temporary)");
}

int openFile(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *given)
{
    auto *opened = new (file) RecordedFile;
    opened->real = reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(file) + sizeof(RecordedFile));
    std::memset(opened->real, 0, static_cast<size_t>(state->real->szOsFile));
    const int code = state->real->xOpen(state->real, path, opened->real, flags, given);
    if (code != SQLITE_OK)
        return code;
    opened->name = new QString(nameOf(path));
    opened->base.pMethods = &methods;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *, const char *path, int syncFolder)
{
    state->events.push_back({FileEvent::Delete, nameOf(path)});
    return state->real->xDelete(state->real, path, syncFolder);
}

} // namespace

RecordingVfs::RecordingVfs()
{
    state = new State;
    state->real = sqlite3_vfs_find(nullptr);
    state->vfs = *state->real;
    state->vfs.zName = "recording";
    state->vfs.pNext = nullptr;
    state->vfs.szOsFile = static_cast<int>(sizeof(RecordedFile)) + state->real->szOsFile;
    state->vfs.xOpen = openFile;
    state->vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&state->vfs, 0);
}

RecordingVfs::~RecordingVfs()
{
    sqlite3_vfs_unregister(&state->vfs);
    delete state;
    state = nullptr;
}

QByteArray RecordingVfs::name() const
{
    return state->vfs.zName;
}

const std::vector<FileEvent> &RecordingVfs::events() const
{
    return state->events;
}

void RecordingVfs::mark(qint64 number)
{
    state->events.push_back({FileEvent::Mark, {}, number});
}

int RecordingVfs::syncs() const
{
    return state->syncs;
}

void RecordingVfs::failWrites(int after)
{
    state->writesLeft = after;
    state->failed = false;
}

bool RecordingVfs::hasFailed() const
{
    return state->failed;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

/// What a program did to the files of a folder, in order, as SQLite's file layer saw it.
struct FileEvent {
    enum Kind { Write, Truncate, Sync, Delete, Mark } kind;
    QString name;      ///< without the folder
    qint64 offset = 0; ///< of a write; the new size of a truncation; the number of a mark
    QByteArray bytes = {};
};

/// An SQLite file layer over the system's own that records, and fails when told to. One at a time; not for several
/// threads.
class RecordingVfs final {
public:
    RecordingVfs();
    ~RecordingVfs();
    RecordingVfs(const RecordingVfs &) = delete;
    RecordingVfs &operator=(const RecordingVfs &) = delete;

    QByteArray name() const;
    const std::vector<FileEvent> &events() const;
    /// Notes that something is promised from here on.
    void mark(qint64 number);
    int syncs() const; ///< so far

    /// From now on, the write number `after` (from 0) and all later ones find no space. Negative: all writes go well.
    void failWrites(int after);
    bool hasFailed() const; ///< since failWrites was called
};

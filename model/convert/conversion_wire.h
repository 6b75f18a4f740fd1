// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

/// What goes over the control socket (SOCK_SEQPACKET, descriptor 3 of carveout-convert) between Carveout and
/// carveout-convert: one ConversionRequest, with the document as an open descriptor, and one ConversionAnswer, with
/// what was made as another one. Its end in between stops the conversion.
namespace model::convert {

struct ConversionLimits {
    int wallMs = 180'000;                   ///< from start to end
    int cpuSeconds = 150;                   ///< of one process
    qint64 memoryBytes = qint64(4) << 30;   ///< address space of one process
    qint64 outputBytes = qint64(512) << 20; ///< the longest file it may write
    int processes = 512;                    ///< and threads, where the kernel counts them for it alone
};

struct ConversionRequest {
    bool isVersion = false; ///< asks the program what it is; no document goes with that
    QString ending;         ///< see isOfficeFormat()
    ConversionLimits limits;
    bool useLandlock = true;   ///< false: behave as on a kernel without it, for tests
    bool useNamespaces = true; ///< the same

    QByteArray toBytes() const;
    /// Nothing unless the ending is one of ours.
    static std::optional<ConversionRequest> fromBytes(QByteArrayView bytes);
};

enum class ConversionOutcome : quint8 {
    Made,       ///< a file, whatever is in it
    Failed,     ///< the program ended without one
    NotStarted, ///< there was no room, or no such program
    NotShutIn,  ///< some right could not be taken away, so the program was not started
    TimedOut,
    TooLarge ///< what it wrote
};

struct ConversionAnswer {
    ConversionOutcome outcome = ConversionOutcome::Failed;
    int waitStatus = 0;         ///< of the program, as waitpid gives it; errno for NotStarted and NotShutIn
    bool hadLandlock = false;   ///< only the files it needs could be opened
    bool hadNamespaces = false; ///< it had a network of its own without a way out, and saw no home folder

    QByteArray toBytes() const;
    static std::optional<ConversionAnswer> fromBytes(QByteArrayView bytes);
};

} // namespace model::convert

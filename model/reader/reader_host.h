// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/reader/document_reader.h"
#include "model/reader/reader_types.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace model::reader {

/// The warmed-up carveout-reader process, from which a fresh one is forked for each document. Ends, with all its
/// children, when this object goes or this program dies. Safe to use from several threads.
class ReaderHost final {
public:
    struct Options {
        QString program; ///< path of carveout-reader
        ReaderLimits limits;
        bool useLandlock = true;    ///< false: behave as on a kernel without it, for tests
        QStringList arguments = {}; ///< of the program; carveout-reader takes none
    };

    /// Starts the process. Restarted by itself should it die.
    static Result<std::shared_ptr<ReaderHost>> start(Options options);
    ~ReaderHost();
    ReaderHost(const ReaderHost &) = delete;
    ReaderHost &operator=(const ReaderHost &) = delete;

    /// A process of its own for the file behind `descriptor`, which must be open for reading and stays the caller's.
    /// The reader's own offset is not shared with it.
    Result<std::unique_ptr<DocumentReader>> open(int descriptor);

    /// carveout-reader beside the running program.
    static QString programBesideThis();

private:
    class Private;
    explicit ReaderHost(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace model::reader

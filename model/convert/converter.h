// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/convert/conversion_wire.h"
#include "model/reader/descriptor.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace model::convert {

/// The office program that makes PDFs of documents, and how it is let at them.
struct OfficeProgram {
    QString office = {};   ///< path of LibreOffice's program; empty where it is not installed
    QString launcher = {}; ///< path of carveout-convert
    ConversionLimits limits = {};
    bool useLandlock = true;   ///< false: behave as on a kernel without it, for tests
    bool useNamespaces = true; ///< the same
};

/// LibreOffice, where its "soffice" is among the programs that can be called by name.
OfficeProgram installedOffice();

/// What was made of a document.
struct MadePdf {
    reader::Descriptor file; ///< open for reading, without a name; whether it is a PDF is for a reader to say
    QStringList complaints;  ///< of what did not hold while it was made
};

/// Has LibreOffice make PDFs of documents, each in a process tree of its own that is shut in and leaves nothing behind.
/// Calls from several threads at once are fine.
class Converter final {
public:
    /// Asks the program which it is. `folder`, which must be there, is where it works. Unsupported when there is no
    /// such program or it does not start; Cancelled.
    static Result<Converter> start(OfficeProgram program, const QString &folder, const std::stop_token &stop);

    const QString &name() const { return m_name; } ///< "LibreOffice 7.4.7"

    /// `original` must be open for reading; its offset is neither used nor moved. `ending`: see isOfficeFormat(). An
    /// Error is one of the document: Damaged, TimedOut, TooLarge; or Io, Unsupported where nothing can be converted at
    /// all; or Cancelled.
    Result<MadePdf> convert(int original, const QString &ending, const std::stop_token &stop) const;

    /// Removes what conversions that were killed left in `folder`. Only for who may write to the case.
    static void removeLeftovers(const QString &folder);

private:
    struct Answer;
    Converter(OfficeProgram program, QString folder);
    Result<Answer> ask(const ConversionRequest &request, int original, const std::stop_token &stop) const;

    OfficeProgram m_program;
    QString m_folder;
    QString m_name;
};

} // namespace model::convert

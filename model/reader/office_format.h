// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace model::reader {

class DocumentDevice;

/// What tells one document of an office program from another.
struct OfficeFormat {
    QString ending; ///< see isOfficeFormat()
    bool encrypted = false;
};

/// By what is in it: a compound file with the streams of Word, Excel or PowerPoint, a zip with the parts of one of the
/// newer formats, or RTF. Nothing for all else, other zips, mails of Outlook and e-books among it.
std::optional<OfficeFormat> officeFormatOf(DocumentDevice &device);

} // namespace model::reader

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/document.h"

#include <QString>

namespace Poppler {
class Document;
}

namespace model::reader {

DocumentFacts factsOf(const Poppler::Document &document);

/// The XMP packet of a PDF is UTF-8, which Poppler 22.12 takes for PDFDocEncoding. Gives the text back; the bytes 7F,
/// 9F and AD, which that encoding does not have, are lost and become U+FFFD.
QString xmpFromPdfDocEncoding(const QString &misread);

} // namespace model::reader

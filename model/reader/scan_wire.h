// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/page_content.h"

#include <QByteArray>
#include <QByteArrayView>

/// What goes to carveout-ocr and comes back. Neither is trusted, as in answers.h.
namespace model::reader {

/// A page's picture: a reader's answer to Scan, and what Recognise asks carveout-ocr to read.
QByteArray encodeScan(const PageScan &scan);
Result<PageScan> decodeScan(QByteArrayView bytes);

QByteArray encodeRecognised(const RecognisedPage &page);
Result<RecognisedPage> decodeRecognised(QByteArrayView bytes);

} // namespace model::reader

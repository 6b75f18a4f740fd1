// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_content.h"
#include "model/store/ocr_table.h"

namespace model::intake {

/// How sure OCR is of a page, percent, longer words counting more.
int confidenceOf(const PageLayout &page);

/// Whether what OCR found is to take the place of the text that the page has.
bool isWorthTaking(const PageLayout &found, const store::OcrTable::Page &page, const QString &former);

} // namespace model::intake

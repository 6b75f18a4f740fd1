// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/page_content.h"

#include <QStringList>

#include <memory>

namespace model::ocr {

/// Reads pictures of pages, by way of Tesseract. Loads all it needs when it is made, and opens no file from then on.
/// Only for the inside of carveout-ocr.
class Recogniser final {
public:
    /// Of languages as Tesseract calls them; those not installed make each page an Error of kind Unsupported that says
    /// which.
    explicit Recogniser(const QStringList &languages);
    ~Recogniser();
    Recogniser(const Recogniser &) = delete;
    Recogniser &operator=(const Recogniser &) = delete;

    Result<RecognisedPage> recognise(const PageScan &scan);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace model::ocr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QImage>

namespace model::reader {

class DocumentDevice;

/// By its first bytes: PNG, JPEG, TIFF, WebP, GIF, BMP or JPEG 2000; also those of HEIC, which is not read.
bool looksLikeImage(DocumentDevice &device);

/// An image's bytes, decoded page by page, by way of Leptonica.
class ImageFile final {
public:
    /// Unsupported, Damaged, or TooLarge for what would take more memory than a reader may have.
    static Result<ImageFile> open(DocumentDevice &device);

    int pageCount() const { return m_pageCount; }

    struct Page {
        QImage image; ///< upright, QImage::Format_RGB32 or Format_Grayscale8
        int dpi = 0;  ///< as the file says, or as it must be for a page of common size
    };
    Result<Page> page(int pageIndex) const;

private:
    ImageFile(QByteArray bytes, int pageCount)
        : m_bytes(std::move(bytes))
        , m_pageCount(pageCount)
    {
    }

    QByteArray m_bytes;
    int m_pageCount;
};

} // namespace model::reader

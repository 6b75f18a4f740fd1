// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/document.h"
#include "model/domain/page_content.h"
#include "model/reader/reader_types.h"

#include <QByteArray>

#include <memory>

namespace model::session {

class SharedReaderHost;

/// What a PageSource reads a document with: the sandboxed reader, or a scripted one in tests. Used on one worker
/// thread; only `interrupt` may be called from another, and makes a call under way end with Cancelled.
class PageReader {
public:
    virtual ~PageReader() = default;
    virtual Result<DocumentFacts> facts(const QByteArray &password) = 0;
    virtual Result<PageLayout> pageLayout(int pageIndex) = 0;
    virtual Result<PagePicture> render(const reader::RenderRequest &request) = 0;
    virtual void interrupt() = 0;
};

/// A sandboxed process of its own for `file`. Waits for it, so it belongs on a worker.
Result<std::unique_ptr<PageReader>> openPageReader(SharedReaderHost &host, const QString &file);

} // namespace model::session

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/page_reader.h"

#include "model/reader/document_reader.h"
#include "model/session/shared_reader_host.h"

#include <QCoreApplication>
#include <QFile>

namespace model::session {
namespace {

class SandboxedPageReader final : public PageReader {
public:
    explicit SandboxedPageReader(std::unique_ptr<reader::DocumentReader> document)
        : m_document(std::move(document))
    {
    }

    Result<DocumentFacts> facts(const QByteArray &password) override { return m_document->facts(password); }
    Result<PageLayout> pageLayout(int pageIndex) override { return m_document->pageLayout(pageIndex); }
    Result<PagePicture> render(const reader::RenderRequest &request) override { return m_document->render(request); }
    void interrupt() override { m_document->interrupt(); }

private:
    std::unique_ptr<reader::DocumentReader> m_document;
};

} // namespace

Result<std::unique_ptr<PageReader>> openPageReader(SharedReaderHost &host, const QString &file)
{
    QFile bytes(file);
    if (!bytes.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io,
                     QCoreApplication::translate("PageReader",
                                                 "The file that this document is shown from cannot be "
                                                 "opened. Is it still in the case's folder? If LibreOffice "
                                                 "made it, import again: it is made anew."),
                     bytes.errorString()};
    auto shared = host.host();
    if (!shared)
        return shared.error();
    auto document = (*shared)->open(bytes.handle());
    if (!document)
        return document.error();
    return std::unique_ptr<PageReader>(std::make_unique<SandboxedPageReader>(*std::move(document)));
}

} // namespace model::session

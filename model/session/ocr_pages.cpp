// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/ocr_pages.h"

#include "model/session/case_session.h"
#include "model/session/shared_reader_host.h"
#include "model/store/ocr_table.h"

namespace model::session {
namespace {

/// Asks the case about each page first, on a connection of its own.
class OcrPageReader final : public PageReader {
public:
    OcrPageReader(std::unique_ptr<PageReader> pages, std::unique_ptr<CaseFile> file, const Sha256 &document)
        : m_pages(std::move(pages))
        , m_file(std::move(file))
        , m_document(document)
    {
    }

    Result<DocumentFacts> facts(const QByteArray &password) override { return m_pages->facts(password); }
    Result<PageLayout> pageLayout(int pageIndex) override
    {
        const auto found = ocrLayout(*m_file, m_document, pageIndex);
        return found && *found ? Result<PageLayout>(**found) : m_pages->pageLayout(pageIndex);
    }
    Result<PagePicture> render(const reader::RenderRequest &request) override { return m_pages->render(request); }
    void interrupt() override { m_pages->interrupt(); }

private:
    const std::unique_ptr<PageReader> m_pages;
    const std::unique_ptr<CaseFile> m_file;
    const Sha256 m_document;
};

} // namespace

Result<std::optional<PageLayout>> ocrLayout(const CaseFile &file, const Sha256 &document, int pageIndex)
{
    return store::OcrTable(file.database()).layout(document, pageIndex);
}

std::function<Result<std::unique_ptr<PageReader>>()> pageReaderOf(const CaseSession &session, const Sha256 &document,
                                                                  const QString &file)
{
    return [host = session.readerHost(), path = session.path(), options = session.fileOptions(), document,
            file]() -> Result<std::unique_ptr<PageReader>> {
        auto pages = openPageReader(*host, file);
        if (!pages)
            return pages;
        auto opened = CaseFile::open(path, Access::ReadOnly, options);
        if (!opened)
            return opened.error();
        return std::unique_ptr<PageReader>(
            std::make_unique<OcrPageReader>(*std::move(pages), *std::move(opened), document));
    };
}

} // namespace model::session

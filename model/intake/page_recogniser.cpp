// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/page_recogniser.h"

#include "model/intake/ink.h"
#include "model/intake/refusal.h"

#include <algorithm>

#include <fcntl.h>

namespace model::intake {
namespace {

/// What `ask` gives, or Cancelled when it is stopped meanwhile.
template <class Ask>
auto interruptible(reader::DocumentReader &process, const std::stop_token &stop, Ask ask) -> decltype(ask(process))
{
    const std::stop_callback interrupt(stop, [&process] { process.interrupt(); });
    return ask(process);
}

} // namespace

PageRecogniser::PageRecogniser(std::shared_ptr<reader::ReaderHost> readers, std::shared_ptr<reader::ReaderHost> ocr,
                               const Originals &originals, const Originals &converted)
    : m_readers(std::move(readers))
    , m_ocrPrograms(std::move(ocr))
    , m_originals(originals)
    , m_converted(converted)
    , m_nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC))
{
}

Result<void> PageRecogniser::open(const store::OcrTable::Waiting &page)
{
    m_document.reset();
    m_reader.reset();
    // One that a document has taken over does not see the next.
    m_ocr.reset();
    const auto original = page.converted ? m_converted.open(*page.converted) : m_originals.open(page.sha256);
    if (!original)
        return original.error();
    auto reader = m_readers->open(original->get());
    if (!reader)
        return reader.error();
    m_reader = *std::move(reader);
    m_document = page.sha256;
    return {};
}

Result<void> PageRecogniser::openOcr()
{
    if (m_ocr)
        return {};
    auto ocr = m_ocrPrograms->open(m_nothing.get());
    if (!ocr)
        return ocr.error();
    m_ocr = *std::move(ocr);
    return {};
}

/// A sketch costs a hundredth of what OCR does, and most pages of little text are title pages.
Result<bool> PageRecogniser::showsMoreThanText(int pageIndex, const std::stop_token &stop)
{
    const auto own = interruptible(*m_reader, stop, [pageIndex](auto &reader) { return reader.pageLayout(pageIndex); });
    if (!own)
        return own.error();
    const auto side = [](double points) {
        return std::clamp(static_cast<int>(points * sketchPixelsPerPoint), 1, reader::RenderRequest::maximumSide);
    };
    const reader::RenderRequest request{pageIndex, sketchPixelsPerPoint, 0,
                                        QRect(0, 0, side(own->text.width), side(own->text.height))};
    const auto sketch = interruptible(*m_reader, stop, [&request](auto &reader) { return reader.render(request); });
    if (!sketch)
        return sketch.error();
    return showsMore(*sketch, *own);
}

/// Of one page.
Result<PageRecogniser::Outcome> PageRecogniser::failed(const Error &error, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return stopped();
    if (endsReader(error))
        m_document.reset();
    return Outcome(error.sentence);
}

Result<PageRecogniser::Outcome> PageRecogniser::recognise(const store::OcrTable::Waiting &page,
                                                          const std::stop_token &stop)
{
    if (m_document != page.sha256) {
        if (const auto opened = open(page); !opened)
            return Outcome(opened.error().sentence);
        const auto facts = interruptible(*m_reader, stop, [](auto &reader) { return reader.facts(); });
        if (!facts) {
            m_document.reset();
            return failed(facts.error(), stop);
        }
    }
    if (page.need != OcrNeed::Garbled && !page.hasOcrText) {
        const auto more = showsMoreThanText(page.pageIndex, stop);
        if (!more)
            return failed(more.error(), stop);
        if (!*more)
            return Outcome(RecognisedPage());
    }
    const auto scan = interruptible(*m_reader, stop, [&page](auto &reader) { return reader.scan(page.pageIndex); });
    if (!scan)
        return failed(scan.error(), stop);
    if (const auto ready = openOcr(); !ready)
        return ready.error();
    auto recognised = interruptible(*m_ocr, stop, [&scan](auto &ocr) { return ocr.recognise(*scan); });
    if (stop.stop_requested())
        return stopped();
    if (recognised)
        return Outcome(*std::move(recognised));
    // A language that is not there is missing for every page.
    if (recognised.error().kind == ErrorKind::Unsupported)
        return recognised.error();
    if (endsReader(recognised.error()))
        m_ocr.reset();
    return Outcome(recognised.error().sentence);
}

} // namespace model::intake

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_page_reader.h"

#include <algorithm>

namespace {

using model::Error;
using model::ErrorKind;
using model::Result;

constexpr double margin = 50;
constexpr double lineStep = 20;
constexpr double characterWidth = 6;
constexpr double characterHeight = 12;

class ScriptedReader final : public model::session::PageReader {
public:
    explicit ScriptedReader(std::shared_ptr<ReaderScript> script)
        : m_script(std::move(script))
    {
        ++m_script->opened;
    }

    Result<model::DocumentFacts> facts(const QByteArray &password) override
    {
        if (password != m_script->password)
            return Error{ErrorKind::NeedsPassword, QStringLiteral("This document needs a password.")};
        model::DocumentFacts facts;
        facts.kind = model::FileKind::Pdf;
        facts.pageCount = static_cast<int>(m_script->pages.size());
        return facts;
    }
    Result<model::PageLayout> pageLayout(int pageIndex) override
    {
        if (m_script->crashAt == pageIndex)
            return Error{ErrorKind::Crashed, QStringLiteral("The reader died at this page.")};
        ++m_script->layouts;
        return scriptedLayout(m_script->pages.at(pageIndex));
    }
    Result<model::PagePicture> render(const model::reader::RenderRequest &request) override
    {
        if (m_script->crashAt == request.pageIndex)
            return Error{ErrorKind::Crashed, QStringLiteral("The reader died at this page.")};
        ++m_script->pictures;
        m_script->finest = std::max<double>(m_script->finest, request.pixelsPerPoint);
        model::PagePicture picture;
        picture.width = request.part.width();
        picture.height = request.part.height();
        picture.pixels = QByteArray(qsizetype(4) * picture.width * picture.height, '\xff');
        return picture;
    }
    void interrupt() override {}

private:
    std::shared_ptr<ReaderScript> m_script;
};

} // namespace

model::PageLayout scriptedLayout(const QString &text)
{
    model::PageLayout layout;
    layout.text.text = text;
    layout.text.width = scriptedWidth;
    layout.text.height = scriptedHeight;
    double x = margin;
    double y = margin;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) == u'\n') {
            x = margin;
            y += lineStep;
            continue;
        }
        if (text.at(at) != u' ') {
            const bool continues = !layout.boxes.empty() && layout.boxes.back().range.end == at && x > margin;
            if (!continues) {
                model::TextBox box;
                box.range = {at, at};
                box.area = {x / scriptedWidth, y / scriptedHeight, x / scriptedWidth,
                            (y + characterHeight) / scriptedHeight};
                layout.boxes.push_back(box);
            }
            model::TextBox &box = layout.boxes.back();
            box.range.end = at + 1;
            box.area.right = (x + characterWidth) / scriptedWidth;
            box.edges.push_back(static_cast<float>(box.area.right));
        }
        x += characterWidth;
    }
    return layout;
}

std::function<Result<std::unique_ptr<model::session::PageReader>>()>
scriptedReader(std::shared_ptr<ReaderScript> script)
{
    return [script = std::move(script)]() -> Result<std::unique_ptr<model::session::PageReader>> {
        return std::unique_ptr<model::session::PageReader>(std::make_unique<ScriptedReader>(script));
    };
}

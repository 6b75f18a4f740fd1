// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/warm_up.h"

#include "model/reader/complaints.h"
#include "model/reader/iconv_by_icu.h"
#include "model/reader/mail_library.h"
#include "model/reader/text_fonts.h"

#include <QByteArray>
#include <QImage>
#include <QList>

#include <array>
#include <memory>

#include <gsf/gsf-utils.h>
#include <poppler-qt6.h>

namespace model::reader {
namespace {

constexpr std::array standardFonts{"Helvetica",   "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique",
                                   "Times-Roman", "Times-Bold",     "Times-Italic",      "Times-BoldItalic",
                                   "Courier",     "Courier-Bold",   "Courier-Oblique",   "Courier-BoldOblique",
                                   "Symbol",      "ZapfDingbats"};

QByteArray pageOfStandardFonts()
{
    QByteArray fonts;
    QByteArray content = "BT 14 TL 20 280 Td ";
    for (std::size_t i = 0; i < standardFonts.size(); ++i) {
        const QByteArray name = "/F" + QByteArray::number(static_cast<int>(i));
        fonts += name + " << /Type /Font /Subtype /Type1 /BaseFont /" + standardFonts[i] + " >> ";
        content += name + " 10 Tf (warm) ' ";
    }
    content += "ET 0 0 1 rg 10 10 20 20 re f";
    const QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R /Resources << /Font << " + fonts +
            ">> >> >>",
        "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream"};

    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray size = QByteArray::number(objects.size() + 1);
    return pdf + "xref\n0 " + size + "\n" + table + "trailer << /Size " + size + " /Root 1 0 R >>\nstartxref\n" +
           QByteArray::number(pdf.size()) + "\n%%EOF\n";
}

} // namespace

void warmUp()
{
    leadPopplerTo(nullptr);
    TextFonts::warmUp();
    convertByIcu();
    warmUpMails();
    gsf_init();
    // Kept for good: Poppler forgets what it knows of fonts when its last document goes.
    static const std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(pageOfStandardFonts());
    if (!document)
        return;
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    const std::unique_ptr<Poppler::Page> page = document->page(0);
    if (!page)
        return;
    page->textList();
    page->renderToImage();
    document->fonts();
}

} // namespace model::reader

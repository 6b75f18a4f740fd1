// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pdf_builder.h"

namespace {

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 3);
}

QByteArray string(const QByteArray &text)
{
    QByteArray escaped = text;
    escaped.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    return "(" + escaped + ")";
}

QByteArray streamObject(const QByteArray &dictionary, const QByteArray &bytes)
{
    return "<< " + dictionary + " /Length " + QByteArray::number(bytes.size()) + " >>\nstream\n" + bytes +
           "\nendstream";
}

/// Numbers objects from 1 and writes them out with their table.
class Objects final {
public:
    QByteArray reserve()
    {
        m_bodies.emplace_back();
        return QByteArray::number(static_cast<qsizetype>(m_bodies.size())) + " 0 R";
    }
    void set(const QByteArray &reference, const QByteArray &body)
    {
        m_bodies[static_cast<std::size_t>(reference.left(reference.indexOf(' ')).toInt() - 1)] = body;
    }
    QByteArray add(const QByteArray &body)
    {
        const QByteArray reference = reserve();
        set(reference, body);
        return reference;
    }
    QByteArray file(const QByteArray &root, const QByteArray &info) const
    {
        QByteArray bytes = "%PDF-1.7\n";
        QByteArray table = "0000000000 65535 f \n";
        for (std::size_t i = 0; i < m_bodies.size(); ++i) {
            table += QByteArray::number(bytes.size()).rightJustified(10, '0') + " 00000 n \n";
            bytes += QByteArray::number(static_cast<qsizetype>(i + 1)) + " 0 obj\n" + m_bodies[i] + "\nendobj\n";
        }
        const QByteArray size = QByteArray::number(static_cast<qsizetype>(m_bodies.size() + 1));
        return bytes + "xref\n0 " + size + "\n" + table + "trailer << /Size " + size + " /Root " + root + " /Info " +
               info + " >>\nstartxref\n" + QByteArray::number(bytes.size()) + "\n%%EOF\n";
    }

private:
    std::vector<QByteArray> m_bodies;
};

QByteArray contentOf(const PdfPage &page)
{
    QByteArray content;
    for (const PdfLine &line : page.lines) {
        content += "BT /" + line.font + " " + number(line.size) + " Tf " + (line.upwards ? "0 1 -1 0 " : "1 0 0 1 ") +
                   number(line.x) + " " + number(page.height - line.top) + " Tm " + string(line.text) + " Tj ET\n";
    }
    return content + page.content;
}

QByteArray pageObject(const PdfPage &page, const QByteArray &parent, const QByteArray &contents)
{
    QByteArray fonts;
    for (const PdfLine &line : page.lines) {
        if (!fonts.contains("/" + line.font + " "))
            fonts += "/" + line.font + " << /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /" +
                     line.font + " >> ";
    }
    QByteArray object = "<< /Type /Page /Parent " + parent + " /MediaBox [0 0 " + number(page.width) + " " +
                        number(page.height) + "] /Contents " + contents + " /Resources << /Font << " + fonts + ">> >>";
    if (page.rotate != 0)
        object += " /Rotate " + QByteArray::number(page.rotate);
    if (page.cropBox) {
        object += " /CropBox [" + number(page.cropBox->left()) + " " + number(page.height - page.cropBox->bottom()) +
                  " " + number(page.cropBox->right()) + " " + number(page.height - page.cropBox->top()) + "]";
    }
    if (!page.annotations.isEmpty())
        object += " /Annots [" + page.annotations + "]";
    return object + " >>";
}

QByteArray addOutline(Objects &objects, const std::vector<PdfOutlineEntry> &entries,
                      const std::vector<QByteArray> &pages)
{
    const QByteArray root = objects.reserve();
    std::vector<QByteArray> references;
    for (std::size_t i = 0; i < entries.size(); ++i)
        references.push_back(objects.reserve());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const QByteArray next = i + 1 < entries.size() ? " /Next " + references[i + 1] : QByteArray();
        const int below = entries[i].firstChild;
        const QByteArray child = below < 0 ? QByteArray() : references[static_cast<std::size_t>(below)];
        const QByteArray children = below < 0 ? QByteArray() : " /First " + child + " /Last " + child + " /Count 1";
        objects.set(references[i], "<< /Title " + string(entries[i].title) + " /Parent " + root + next + children +
                                       " /Dest [" + pages[static_cast<std::size_t>(entries[i].pageIndex)] +
                                       " /Fit] >>");
    }
    objects.set(root, "<< /Type /Outlines /First " + references.front() + " /Last " + references.back() + " >>");
    return root;
}

QByteArray attached(Objects &objects, const PdfAttachment &file)
{
    const QByteArray bytes =
        file.isPacked ? streamObject("/Type /EmbeddedFile /Filter /FlateDecode", qCompress(file.bytes).sliced(4))
                      : streamObject("/Type /EmbeddedFile", file.bytes);
    return "<< /Type /Filespec /F " + string(file.name) + " /EF << /F " + objects.add(bytes) + " >> >>";
}

} // namespace

QByteArray pdfBytes(const PdfFile &file)
{
    Objects objects;
    const QByteArray tree = objects.reserve();
    QByteArray listed;
    std::vector<PdfPage> content = file.pages;
    for (const PdfAttachment &one : file.attachments) {
        const QByteArray specification = attached(objects, one);
        if (one.isPinned)
            content.front().annotations +=
                " << /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS " + specification + " >>";
        else
            listed += string(QByteArray::number(listed.size()).rightJustified(9, '0')) + " " + specification + " ";
    }
    std::vector<QByteArray> pages;
    for (const PdfPage &page : content)
        pages.push_back(objects.add(pageObject(page, tree, objects.add(streamObject({}, contentOf(page))))));
    QByteArray kids;
    for (const QByteArray &page : pages)
        kids += page + " ";
    objects.set(tree, "<< /Type /Pages /Kids [" + kids + "] /Count " +
                          QByteArray::number(static_cast<qsizetype>(pages.size())) + " >>");

    QByteArray catalog = "<< /Type /Catalog /Pages " + tree;
    if (!file.outline.empty())
        catalog += " /Outlines " + addOutline(objects, file.outline, pages);
    if (!file.pageLabels.isEmpty())
        catalog += " /PageLabels << /Nums [" + file.pageLabels + "] >>";
    if (!file.xmp.isEmpty())
        catalog += " /Metadata " + objects.add(streamObject("/Type /Metadata /Subtype /XML", file.xmp));
    if (!listed.isEmpty())
        catalog += " /Names << /EmbeddedFiles << /Names [" + listed + "] >> >>";
    QByteArray info = "<<";
    for (const auto &[key, value] : file.info)
        info += " /" + key + " " + string(value);
    return objects.file(objects.add(catalog + " >>"), objects.add(info + " >>"));
}

QByteArray pdfOfLines(const std::vector<QByteArray> &lines)
{
    PdfFile file;
    for (const QByteArray &line : lines)
        file.pages.push_back({595, 842, {{72, 72, line}}});
    return pdfBytes(file);
}

QByteArray pdfSavedAgain(const QByteArray &file, int objectNumber, const QByteArray &body, const QByteArray &trailer)
{
    const QByteArray object = QByteArray::number(objectNumber) + " 0 obj\n" + body + "\nendobj\n";
    const qsizetype table = file.size() + object.size();
    const QByteArray place = QByteArray::number(file.size()).rightJustified(10, '0');
    const qsizetype former = file.lastIndexOf("startxref") + 10;
    const QByteArray previous = file.mid(former, file.indexOf('\n', former) - former);
    const qsizetype root = file.lastIndexOf("/Root ") + 6;
    const QByteArray catalog = file.mid(root, file.indexOf('R', root) + 1 - root);
    return file + object + "xref\n" + QByteArray::number(objectNumber) + " 1\n" + place +
           " 00000 n \ntrailer << /Size 901 /Root " + catalog + " " + trailer + " /Prev " + previous +
           " >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

QByteArray pdfSavedWithLine(const QByteArray &file, const QByteArray &line)
{
    constexpr int firstContent = 2; // object 1 is the tree of pages
    return pdfSavedAgain(file, firstContent, streamObject({}, contentOf({595, 842, {{72, 72, line}}})));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_sheet.h"

#include "tests/support/catch.h"
#include "tests/support/waiting.h"
#include "tests/ui/opened_case.h"
#include "tests/ui/scripted_prompts.h"
#include "ui/common/picture.h"
#include "ui/common/problem_bar.h"
#include "ui/matrix/sheet_export.h"
#include "ui/matrix/sheet_pdf.h"

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace ui::matrix;
using namespace model;

namespace {

/// Every third cell has a finding.
MatrixContents contentsOf(int partners, int permissions)
{
    MatrixContents contents;
    for (int i = 0; i < partners; ++i)
        contents.matrix.partners.push_back(
            {SubjectId::create(), SubjectKind::Partner, QStringLiteral("Partner %1").arg(i), {}, {}});
    for (int i = 0; i < permissions; ++i)
        contents.matrix.permissions.push_back(
            {SubjectId::create(), SubjectKind::Permission, QStringLiteral("read · data %1").arg(i), {}, {}});
    for (int i = 0; i < partners * permissions; i += 3)
        contents.matrix.cells.push_back({i / permissions, i % permissions, {}, {2, 1, 1, 0, 0}, 2});
    return contents;
}

MatrixSheet sheetOf(int partners, int permissions)
{
    return {arranged(contentsOf(partners, permissions), {}, {}),
            {QStringLiteral("The case"), QStringLiteral("Of today.")},
            true,
            false};
}

} // namespace

TEST_CASE("a picture of the matrix has its title, its names, its cells and its legend")
{
    const MatrixSheet sheet = sheetOf(5, 4);
    const QSize size = sheet.sizeOf(sheet.whole());
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    sheet.paint(painter, sheet.whole(), {});
    painter.end();
    CHECK(image.pixelColor(1, 1) == QColor(Qt::white));
    CHECK(image.pixelColor(size.width() - 2, size.height() - 2) == QColor(Qt::white));

    const QTemporaryDir folder;
    QFile svg(folder.filePath(QStringLiteral("m.svg")));
    REQUIRE(ui::savePicture(
        {{},
         size,
         [&sheet](QPainter &drawing, const std::stop_token &stop) { sheet.paint(drawing, sheet.whole(), {}, stop); }},
        svg.fileName()));
    REQUIRE(svg.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(svg.readAll());
    QString text;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            text += reader.text().toString() + u'\n';
    }
    CHECK_FALSE(reader.hasError());
    for (const char *words :
         {"The case", "Of today.", "Partner 0", "Partner 4", "data 3", "7 · 28", "supports", "ended"}) {
        INFO(words);
        CHECK(text.contains(QString::fromUtf8(words)));
    }
}

TEST_CASE("on paper a large matrix takes several pages, and each cell is on exactly one of them")
{
    const MatrixSheet sheet = sheetOf(70, 30);
    const QSize page(1400, 900);
    std::vector<int> seen(70 * 30);
    const auto parts = sheet.partsFor(page);
    CHECK(parts.size() > 3);
    for (const MatrixSheet::Part &part : parts) {
        CHECK(sheet.sizeOf(part).width() <= page.width());
        CHECK(sheet.sizeOf(part).height() <= page.height());
        for (int row = part.firstRow; row < part.endRow; ++row) {
            for (int column = part.firstColumn; column < part.endColumn; ++column)
                ++seen[static_cast<size_t>(row * 30 + column)];
        }
    }
    CHECK(std::count(seen.begin(), seen.end(), 1) == 70 * 30);
    const QByteArray pdf = pdfOf(sheet);
    CHECK(pdf.startsWith("%PDF-"));
    CHECK(pdf.count("/Type /Page\n") > 3);
    // One page is enough for a small one.
    CHECK(pdfOf(sheetOf(3, 3)).count("/Type /Page\n") == 1);
}

TEST_CASE("a sheet that is told to stop draws no row and no further page")
{
    std::stop_source stop;
    stop.request_stop();
    const MatrixSheet sheet = sheetOf(70, 30);
    const QSize size = sheet.sizeOf(sheet.whole());
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    sheet.paint(painter, sheet.whole(), {}, stop.get_token());
    painter.end();
    const QPoint inLastRow(size.width() / 2, size.height() - 300);
    for (int y = inLastRow.y() - 100; y < inLastRow.y(); ++y)
        REQUIRE(image.pixelColor(inLastRow.x(), y) == QColor(Qt::white));
    CHECK(pdfOf(sheet, stop.get_token()).count("/Type /Page\n") <= 1);
}

TEST_CASE("the picture is saved as what the name of its file says, and what was there is replaced whole")
{
    OpenedCase opened;
    model::session::CaseSession &session = opened.open();
    ScriptedPrompts prompts;
    ui::ProblemBar bar;
    QWidget window;
    SheetExport saving(session, prompts, bar, &window);
    const auto save = [&](const char *name, int partners = 3, int permissions = 3) {
        prompts.sheetFile = opened.temporary.folder() + u'/' + QString::fromUtf8(name);
        saving.save(sheetOf(partners, permissions));
    };
    // The file is there a moment before it is said to be: only then the next one can be saved.
    const auto isSaved = [&](const char *with) {
        QFile file(prompts.sheetFile);
        return bar.sentence().contains(QFileInfo(prompts.sheetFile).fileName()) && file.open(QIODevice::ReadOnly) &&
               file.readAll().startsWith(with);
    };
    save("m.pdf");
    CHECK(eventually([&] { return isSaved("%PDF-"); }));
    CHECK(prompts.lastSuggestion.endsWith(QStringLiteral("-matrix.pdf")));
    save("m.png");
    CHECK(eventually([&] { return isSaved("\x89PNG"); }));
    save("m.SVG");
    CHECK(eventually([&] { return isSaved("<?xml"); }));
    save("large.png", 1000, 100);
    CHECK(eventually([&] { return bar.sentence().contains(QStringLiteral("too large")); }));
    save("m.doc");
    CHECK(bar.sentence().contains(QStringLiteral("end it in .pdf, .png or .svg")));
    CHECK_FALSE(QFile::exists(prompts.sheetFile));
    save("no such folder/m.pdf");
    CHECK(eventually([&] { return bar.sentence().contains(QStringLiteral("could not be written")); }));
}

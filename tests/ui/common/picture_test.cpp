// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/picture.h"

#include "tests/support/catch.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

namespace {

ui::Painting square(const QSize &size)
{
    return {QStringLiteral("A square"), size, [](QPainter &painter) {
                painter.fillRect(QRect(0, 0, 10, 10), Qt::red);
                painter.drawText(QPoint(12, 20), QStringLiteral("Larkspur"));
            }};
}

} // namespace

TEST_CASE("a picture is written as PNG, twice as fine as the screen, or as SVG with its words")
{
    const QTemporaryDir folder;
    const QString png = folder.filePath(QStringLiteral("shown.png"));
    REQUIRE(ui::savePicture(square({100, 50}), png));
    const QImage image(png);
    CHECK(image.size() == QSize(200, 100));
    CHECK(image.pixelColor(5, 5) == QColor(Qt::red));
    CHECK(image.pixelColor(199, 99) == QColor(Qt::white));

    const QString svg = folder.filePath(QStringLiteral("shown.SVG"));
    REQUIRE(ui::savePicture(square({100, 50}), svg));
    QFile file(svg);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    CHECK(text.contains("<svg"));
    CHECK(text.contains("Larkspur"));
    CHECK(text.contains("<title>A square</title>"));
}

TEST_CASE("what is too large for a PNG is still an SVG, and the reporter is told")
{
    const QTemporaryDir folder;
    const QString png = folder.filePath(QStringLiteral("tall.png"));
    const auto refused = ui::savePicture(square({100, 100'000}), png);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence.contains(QStringLiteral(".svg")));
    CHECK_FALSE(QFile::exists(png));
    CHECK(ui::savePicture(square({100, 100'000}), folder.filePath(QStringLiteral("tall.svg"))));
    CHECK(ui::savePicture(square({100, 20'000}), png)); // only once as fine
    CHECK(QImage(png).size() == QSize(100, 20'000));
}

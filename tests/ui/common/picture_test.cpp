// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/picture.h"

#include "model/session/case_session.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"
#include "tests/support/waiting.h"
#include "ui/common/picture_export.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <latch>
#include <thread>

namespace {

ui::Painting square(const QSize &size)
{
    return {QStringLiteral("A square"), size, [](QPainter &painter, const std::stop_token &) {
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

TEST_CASE("no file is written under a name that says it is something else")
{
    const QTemporaryDir folder;
    for (const char *name : {"shown.pdf", "shown.jpg", "shown", "png"}) {
        INFO(name);
        const QString path = folder.filePath(QString::fromLatin1(name));
        const auto refused = ui::savePicture(square({100, 50}), path);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().sentence.contains(QStringLiteral("end it in .png or .svg")));
        CHECK_FALSE(QFile::exists(path));
    }
}

TEST_CASE("a picture that is told to stop is left undrawn and unwritten, also while it is packed")
{
    const QTemporaryDir folder;
    for (const char *name : {"shown.png", "shown.svg"}) {
        std::stop_source stop;
        ui::Painting painting = square({100, 50});
        painting.paint = [&stop](QPainter &, const std::stop_token &) { stop.request_stop(); };
        const QString path = folder.filePath(QString::fromLatin1(name));
        const auto stopped = ui::savePicture(painting, path, stop.get_token());
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().kind == model::ErrorKind::Cancelled);
        CHECK_FALSE(QFile::exists(path));
    }
}

TEST_CASE("a case can be left while a picture of it is being drawn: the drawing ends, and nothing is written")
{
    TemporaryCase kept;
    kept.close();
    auto session = std::make_unique<model::session::CaseSession>(kept.path(), model::session::CaseSession::Options());
    const QSignalSpy opened(session.get(), &model::session::CaseSession::opened);
    REQUIRE(eventually([&] { return opened.size() == 1; }));
    auto saving = std::make_unique<ui::PictureExport>(*session, QStringList{QStringLiteral("png")});
    std::latch drawing(1);
    ui::Painting endless = square({100, 50});
    endless.paint = [&drawing](QPainter &, const std::stop_token &stop) {
        drawing.count_down();
        while (!stop.stop_requested())
            std::this_thread::yield();
    };
    QStringList problems;
    QObject::connect(saving.get(), &ui::PictureExport::failed,
                     [&problems](const model::Error &error) { problems += error.sentence; });
    const auto write = [endless](const QString &path, const std::stop_token &stop) {
        return ui::savePicture(endless, path, stop);
    };
    const QString path = kept.folder() + QStringLiteral("/shown.png");
    saving->save(path, write);
    drawing.wait();
    saving->save(kept.folder() + QStringLiteral("/next.png"), write);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].contains(QStringLiteral("still being drawn")));
    saving.reset();
    session.reset(); // waits for the threads
    CHECK_FALSE(QFile::exists(path));
    CHECK(problems.size() == 1);
}

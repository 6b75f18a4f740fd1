// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include <QFile>
#include <QRegularExpression>

namespace {

/// What the target is linked from, through and through.
QStringList linkSet(const char *target)
{
    QFile file(QStringLiteral(CARVEOUT_LINK_SETS "/") + QLatin1String(target));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

QString forbidden(const char *target, const char *pattern)
{
    return linkSet(target).filter(QRegularExpression(QLatin1String(pattern))).join(u'\n');
}

} // namespace

TEST_CASE("a link set is read through and through")
{
    CHECK(linkSet("model").contains(QStringLiteral("Qt6::Core")));
    CHECK(linkSet("model").contains(QStringLiteral("model_core")));
}

TEST_CASE("the model is linked without windows, printing or network")
{
    for (const char *target : {"model_core", "model_reader", "model_shut_in", "model_reader_child", "model_ocr_child",
                               "model_convert_child", "model"})
        CHECK(forbidden(target, "Widgets|PrintSupport|Network") == QString());
}

TEST_CASE("only the reader's own side knows Poppler and pictures")
{
    for (const char *target : {"model_core", "model_reader", "model"})
        CHECK(forbidden(target, "poppler|Qt6::Gui") == QString());
}

TEST_CASE("carveout-reader is linked without the store and without windows, and carveout without Poppler")
{
    CHECK(forbidden("carveout-reader", "tesseract|model_ocr_child|sqlite|^model$|^ui$|Widgets|PrintSupport|Network") ==
          QString());
    CHECK(forbidden("carveout",
                    "poppler|lept|tesseract|model_reader_child|model_ocr_child|model_convert_child|Network") ==
          QString());
}

TEST_CASE("carveout-ocr is linked with Tesseract, and without whatever parses documents, opens cases or shows windows")
{
    CHECK(linkSet("carveout-ocr").filter(QStringLiteral("tesseract")).size() == 1);
    CHECK(forbidden("carveout-ocr",
                    "poppler|archive|Qt6::Gui|model_reader_child|sqlite|^model$|^ui$|Widgets|Network") == QString());
}

TEST_CASE("carveout-convert is linked without whatever parses documents, opens cases or shows windows")
{
    CHECK(forbidden("carveout-convert",
                    "poppler|archive|tesseract|Qt6::Gui|model_reader_child|model_ocr_child|sqlite|^model$|"
                    "^ui$|Widgets|Network") == QString());
}

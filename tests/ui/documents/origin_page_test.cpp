// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/origin_page.h"

#include "tests/support/catch.h"
#include "tests/support/strings.h"

#include <QTextDocument>

namespace {

model::session::DocumentOrigin origin()
{
    model::Document document{model::Sha256::of("bytes")};
    document.number = 7;
    document.size = 12'345;
    document.origins = {QStringLiteral("bundle.zip/a/b.pdf"), QStringLiteral("copy/b.pdf")};
    document.title = QStringLiteral("Capability list");
    document.state = model::DocumentState::Read;
    document.pageCount = 3;
    return {document, {}, {1, QStringLiteral("bundle.zip"), 1'523'527'200'000}, {}, {}, {}};
}

QString plain(const model::session::DocumentOrigin &shown)
{
    QTextDocument page;
    page.setHtml(ui::documents::originPage(shown));
    return page.toPlainText();
}

} // namespace

TEST_CASE("the origin says every place, the bundle, when it came and the whole hash")
{
    const QString page = plain(origin());
    CHECK(page.contains(QStringLiteral("bundle.zip/a/b.pdf")));
    CHECK(page.contains(QStringLiteral("copy/b.pdf")));
    CHECK(page.contains(QStringLiteral("12 Apr 2018 10:00 UTC")));
    CHECK(QString(page).remove(u' ').contains(model::Sha256::of("bytes").toHex()));
    CHECK_FALSE(page.contains(QStringLiteral("claim"))); // it says nothing of itself
}

TEST_CASE("what a document says of itself is marked as its claim, and is text whatever is in it")
{
    auto shown = origin();
    shown.facts.author = QStringLiteral("<img src='file:///etc/passwd'> <b>A. Nobody</b>");
    shown.facts.mayCopy = false;
    shown.facts.xmp = QString(1 << 20, u'x');
    const QString page = plain(shown);
    CHECK(page.contains(QStringLiteral("claim of whoever made the file")));
    CHECK(page.contains(shown.facts.author));
    CHECK(page.contains(QStringLiteral("copying")));
    CHECK_FALSE(page.contains(QStringLiteral("printing")));
    CHECK(page.size() < 5000);
}

TEST_CASE("of very many files inside a document the first are named and the others counted")
{
    auto shown = origin();
    for (int i = 0; i < 10'000; ++i)
        shown.facts.embeddedFiles += QStringLiteral("file%1").arg(i);
    const QString page = plain(shown);
    CHECK(page.contains(QStringLiteral("file49")));
    CHECK_FALSE(page.contains(QStringLiteral("file50")));
    CHECK(page.contains(QStringLiteral("9950")));
}

TEST_CASE("of an office document it says by what it was converted, and that the original is kept")
{
    auto shown = origin();
    CHECK_FALSE(plain(shown).contains(QStringLiteral("Converted by")));
    shown.conversion = {model::Sha256::of("pdf"), 99, QStringLiteral("LibreOffice 7.4.7")};
    const QString page = plain(shown);
    CHECK(page.contains(QStringLiteral("Converted by LibreOffice 7.4.7 to PDF; the original is kept")));
    CHECK(QString(page).remove(u' ').contains(model::Sha256::of("pdf").toHex()));
}

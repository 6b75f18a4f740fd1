// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/encrypted_pdf.h"
#include "tests/ui/driven_window.h"

TEST_CASE("a password typed on the page of one document opens what came with it, to be read and to be seen")
{
    DrivenWindow driven;
    driven.window.createCase(driven.path("Doors.carveout"), {QStringLiteral("Fernbank")});
    REQUIRE(eventually([&] { return driven.window.frame() != nullptr; }));
    driven.prompts.files = {driven.put("a.pdf", encryptedPdf("Larkspur could read messages", "hunter22")),
                            driven.put("b.pdf", encryptedPdf("Cedar could not", "hunter22"))};
    driven.act("importFiles");
    QAbstractItemView &list = driven.list("documentTree");
    const QAbstractItemModel &tree = *list.model();
    REQUIRE(eventually([&] { return tree.rowCount(tree.index(0, 0)) == 2; }));
    const auto choose = [&](int row) {
        list.setCurrentIndex(tree.index(row, 0, tree.index(0, 0)));
        list.setFocus();
        driven.press(Qt::Key_Return);
    };
    const auto showsPage = [&] {
        return driven.pages().isVisible() && driven.pages().source() && driven.pages().source()->layout(0);
    };
    auto *password = driven.find<QLineEdit>("documentPassword");
    REQUIRE(eventually([&] {
        choose(0);
        return password->isVisible();
    }));
    driven.type("documentPassword", QStringLiteral("hunter22"));
    QTest::keyClick(password, Qt::Key_Return);
    REQUIRE(eventually(showsPage));
    const auto text = [&] { return driven.pages().source()->layout(0)->text.text; };
    CHECK(text().contains(QStringLiteral("Larkspur")));
    // Nobody types anything for the second one.
    REQUIRE(eventually([&] {
        choose(1);
        return showsPage() && text().contains(QStringLiteral("Cedar"));
    }));
    CHECK_FALSE(password->isVisible());
}

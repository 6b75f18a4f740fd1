// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/page_body.h"
#include "tests/support/catch.h"

#include <QStringList>

using namespace model;

namespace {

/// Of one of these pages, which are parted by '\f'.
QString bodyOf(int pageIndex, const QString &text)
{
    const QStringList all = text.split(u'\f');
    PageTexts pages;
    for (int i = 0; i < all.size(); ++i)
        pages[i] = all[i];
    const TextRange body = pageBody(pageIndex, pages);
    return all[pageIndex].mid(body.start, body.length()).trimmed();
}

} // namespace

TEST_CASE("lines that pages near have in the same place, with numbers that count on, are no part of a page's body")
{
    const QString memo = QStringLiteral("Memo 17-008\none\nCRV-000123\nPage 1 of 9\f"
                                        "Memo 17-008\ntwo\nCRV-000124\nPage 2 of 9\f"
                                        "Memo 17-008\nthree\nCRV-000125\nPage 3 of 9");
    CHECK(bodyOf(0, memo) == QStringLiteral("one"));
    CHECK(bodyOf(1, memo) == QStringLiteral("two"));
    CHECK(bodyOf(2, memo) == QStringLiteral("three"));
    CHECK(bodyOf(0, QStringLiteral("one\n 9\ftwo\n10")) == QStringLiteral("one"));
    // The first page often has no head, and left and right pages have heads of their own.
    CHECK(bodyOf(1, QStringLiteral("Title\none\fMemo\ntwo\fMemo\nthree\fMemo\nfour")) == QStringLiteral("two"));
    CHECK(bodyOf(2, QStringLiteral("12 Left\na\fRight 13\nb\f14 Left\nc\fRight 15\nd\f16 Left\ne")) ==
          QStringLiteral("c"));
}

TEST_CASE("what is not certainly running stays in a page's body")
{
    // Numbers that do not count on with the pages: those of sections, of a table.
    CHECK(bodyOf(1, QStringLiteral("2.1\none\n17\f2.6\ntwo\n5\f2.9\nthree\n8")) == QStringLiteral("2.6\ntwo\n5"));
    // On one other page of several.
    CHECK(bodyOf(1, QStringLiteral("x\nNo\fa\nYes\fb\nNo\fc\nYes\fd\nNo")) == QStringLiteral("a\nYes"));
    // In another place.
    CHECK(bodyOf(0, QStringLiteral("a\nb\nc\nd\nMemo\fMemo\ne\nf\ng\nh")) == QStringLiteral("a\nb\nc\nd\nMemo"));
    // Too far from the edge, or behind a line that is the page's own.
    CHECK(bodyOf(0, QStringLiteral("A\nB\nC\nD\none\fA\nB\nC\nD\ntwo")) == QStringLiteral("D\none"));
    CHECK(bodyOf(0, QStringLiteral("own\nMemo\none\fother\nMemo\ntwo")) == QStringLiteral("own\nMemo\none"));
    // Farther away than two pages.
    CHECK(bodyOf(0, QStringLiteral("Memo\none\fb\fc\fMemo\ntwo")) == QStringLiteral("Memo\none"));
}

TEST_CASE("a page of nothing but running lines is its own body, and one without neighbours too")
{
    CHECK(bodyOf(0, QStringLiteral("Memo\n\n1\fMemo\n\n2")) == QStringLiteral("Memo\n\n1"));
    CHECK(bodyOf(0, QStringLiteral("Memo\none")) == QStringLiteral("Memo\none"));
    CHECK(bodyOf(0, QStringLiteral("\f\n\f")).isEmpty());
    CHECK(pageBody(3, {}).isEmpty());
}

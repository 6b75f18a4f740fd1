// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/html_text.h"

#include "tests/support/catch.h"

using namespace model::reader;

namespace {

std::string shown(const QByteArray &html)
{
    const auto page = textOfHtml(html);
    REQUIRE(page);
    return page->text.toStdString();
}

} // namespace

TEST_CASE("a web page is read as its blocks follow each other")
{
    CHECK(shown("<html><head><title>Who may read</title><style>p{}</style></head><body><h1>Partners</h1>"
                "<p>Alder Bank   could\n read <b>private</b> messages.</p><p>Birch could not.<br>Not any more.</p>"
                "<script>alert('x')</script></body></html>") ==
          "Partners\n\nAlder Bank could read private messages.\n\nBirch could not.\nNot any more.\n");
    CHECK(textOfHtml("<title> Who\n may read </title><p>x")->title == QStringLiteral("Who may read"));
}

TEST_CASE("tables come row by row and lists item by item")
{
    CHECK(shown("<table><tr><th>Partner</th><th>Permission</th></tr><tr><td>Alder</td><td>read</td></tr></table>") ==
          "Partner\tPermission\nAlder\tread\n");
    CHECK(shown("<p>They:</p><ul><li>read</li><li>write<ol><li>one</li><li>two</li></ol></li></ul>end") ==
          "They:\n\n- read\n- write\n  1. one\n  2. two\n\nend\n");
}

TEST_CASE("a link shows where it leads unless it says so itself")
{
    CHECK(shown("<p>See <a href=\"https://alder.example/terms\">the terms</a> now</p>") ==
          "See the terms [https://alder.example/terms] now\n");
    CHECK(shown("<a href='https://alder.example/'>alder.example</a>") == "alder.example\n");
    CHECK(shown("<a href='#top'>up</a> <a href='mailto:ann@alder.example'>Ann</a>") == "up Ann [ann@alder.example]\n");
}

TEST_CASE("what is meant not to be seen is shown and said to be hidden")
{
    CHECK(shown("<p>Seen <span style='display: none'>but not this</span></p>") == "Seen [hidden: but not this]\n");
    CHECK(shown("<font style='color:#ffffff'>white</font>") == "[hidden: white]\n");
    CHECK(shown("<b style='background:#000;color:white'>white on black</b>") == "white on black\n");
    CHECK(shown("<div hidden>no</div><!-- never -->") == "[hidden: no]\n");
}

TEST_CASE("a page is read in the encoding it names, and in pieces it still says something")
{
    CHECK(shown("<html><head><meta charset=\"iso-8859-2\"></head><body>\xb1</body></html>") == "\u0105\n");
    CHECK(shown("<?xml version='1.0' encoding='windows-1251'?><html><body>\xc4\xe0</body></html>") == "\u0414\u0430\n");
    CHECK(shown("<p>open <b>never closed <i>&eacute;&nbsp;&#8212; &unknown;") != "");
    CHECK(shown("") == "");
    // So deep that a function calling itself would run out of stack.
    CHECK(shown(QByteArray("<div>").repeated(20'000) + "deep").find("deep") != std::string::npos);
}

TEST_CASE("preformatted text keeps its lines")
{
    CHECK(shown("<pre>a  b\n  c</pre>") == "a  b\n  c\n");
}

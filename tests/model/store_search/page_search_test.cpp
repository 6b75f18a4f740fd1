// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/store_search/searchable_case.h"
#include "tests/support/catch.h"

using namespace model;

namespace {

QStringList list(const char *words)
{
    return QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

TEST_CASE("words, phrases, operators, nearness and prefixes find the pages that have them")
{
    SearchableCase file;
    file.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("The partner could read private messages."),
                                               QStringLiteral("Private persons read their messages in the bank."),
                                               QStringLiteral("Nothing of interest."), QString()});
    const auto [query, expected] = GENERATE(table<const char *, const char *>({
        {"messages", "1/1 1/2"},
        {"MESSAGES", "1/1 1/2"},
        {"private messages", "1/1 1/2"},
        {"\"private messages\"", "1/1"},
        {"\"private messages bank\"", ""},
        {"partner OR bank", "1/1 1/2"},
        {"partner OR bank interest", "1/1"},
        {"(partner OR bank) read", "1/1 1/2"},
        {"messages NOT bank", "1/1"},
        {"NOT messages", "1/3 1/4"},
        {"NOT (messages OR nothing)", "1/4"},
        {"NOT NOT bank", "1/2"},
        {"bank OR NOT messages", "1/2 1/3 1/4"},
        {"part*", "1/1"},
        {"\"read priv\"*", "1/1"},
        {"private NEAR/1 messages", "1/1"},
        {"private NEAR/3 messages", "1/1 1/2"},
        {"NEAR(persons bank, 2)", ""},
        {"NEAR(persons bank, 6)", "1/2"},
        {"NEAR(\"private persons\" their bank)", "1/2"},
        {"xyzzy", ""},
        {"\"could\" \"read\"", "1/1"},
        {"read, and, partner", ""},
    }));
    INFO(query);
    if (QByteArray(query) == "read, and, partner")
        CHECK(file.pages(QStringLiteral("read, partner!")) == list("1/1"));
    else
        CHECK(file.pages(QString::fromUtf8(query)) == list(expected));
}

TEST_CASE("what FTS5 would take for its own language is searched as words")
{
    SearchableCase file;
    file.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("text and near or column ^ caret + plus rowid")});
    for (const char *query : {"\"text AND near\"", "^caret", "+plus", "\"text: and\"", "{text}", "near", "and or",
                              "rowid", "'plus'", "caret;--", "near^2"}) {
        INFO(query);
        CHECK_NOTHROW(file.search(QString::fromUtf8(query)));
    }
    CHECK(file.pages(QStringLiteral("^caret")) == list("1/1"));
    CHECK(file.pages(QStringLiteral("{text}")) == list("1/1"));
}

TEST_CASE("accents, case, ligatures and compatibility forms are folded")
{
    SearchableCase file;
    file.addDocument(QStringLiteral("a.pdf"),
                     {QStringLiteral("Café in Łódź, Ørsted, naïve, STRASSE, œuvre"),
                      QStringLiteral("The o\uFB03ce \uFB01led a cafe\u0301 report, \uFF2E\uFF45\uFF54\uFF46"),
                      QStringLiteral("Ёлка и ΣΊΣΥΦΟΣ Dvo\u0159\u00E1k \u0663\u0664")});
    const auto [query, expected] = GENERATE(table<const char *, const char *>({
        {"cafe", "1/1 1/2"},
        {"café", "1/1 1/2"},
        {"lodz", "1/1"},
        {"orsted", "1/1"},
        {"straße", "1/1"},
        {"oeuvre", "1/1"},
        {"office", "1/2"},
        {"filed", "1/2"},
        {"netf", "1/2"},
        {"елка", "1/3"},
        {"σίσυφος", "1/3"},
        {"dvorak", "1/3"},
        {"34", "1/3"},
        {"NAÏVE", "1/1"},
    }));
    INFO(query);
    CHECK(file.pages(QString::fromUtf8(query)) == list(expected));
}

TEST_CASE("a word hyphenated over a line end is found joined, in parts, and within phrases")
{
    SearchableCase file;
    file.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("the partner-\nship agreement was signed"),
                                               QStringLiteral("users may opt-out at any time"),
                                               QStringLiteral("users may opt-\n out at any time"),
                                               QStringLiteral("a soft hy\u00ADphen and a late agree\u00AD\nment")});
    const auto [query, expected] = GENERATE(table<const char *, const char *>({
        {"partnership", "1/1"},
        {"partner-ship", "1/1"},
        {"\"partner ship\"", "1/1"},
        {"\"the partnership agreement\"", "1/1"},
        {"\"the partner ship agreement was\"", "1/1"},
        {"ship", "1/1"},
        {"opt-out", "1/2 1/3"},
        {"\"opt out\"", "1/2 1/3"},
        {"optout", "1/2 1/3"},
        {"\"may opt-out at\"", "1/2 1/3"},
        {"\"may opt out at any\"", "1/2 1/3"},
        {"hyphen", "1/4"},
        {"\"late agreement\"", "1/4"},
    }));
    INFO(query);
    CHECK(file.pages(QString::fromUtf8(query)) == list(expected));
}

TEST_CASE("a phrase is found over a page break, with running heads between, and only where it crosses")
{
    SearchableCase file;
    const QString foot = QStringLiteral("\nInvented sample\nPage %1 of 4");
    file.addDocument(QStringLiteral("a.pdf"),
                     {QStringLiteral("Contract\nIt gave the bank access to private") + foot.arg(1),
                      QStringLiteral("Contract\nmessages of all users. It ended with the partner-") + foot.arg(2),
                      QStringLiteral("Contract\nship in the year after. The last word is private") + foot.arg(3),
                      QStringLiteral("Contract\nto the company. No messages here.") + foot.arg(4)});
    CHECK(file.pages(QStringLiteral("\"private messages\"")) == list("1/1"));
    CHECK(file.pages(QStringLiteral("\"access to private messages of all\"")) == list("1/1"));
    CHECK(file.pages(QStringLiteral("\"private mess\"*")) == list("1/1"));
    CHECK(file.pages(QStringLiteral("partnership")) == list("1/2"));
    CHECK(file.pages(QStringLiteral("\"the partnership in\"")) == list("1/2"));
    CHECK(file.pages(QStringLiteral("\"the partner ship in\"")) == list("1/2"));
    CHECK(file.pages(QStringLiteral("bank NEAR/5 messages")) == list("1/1"));
    CHECK(file.pages(QStringLiteral("bank NEAR/2 messages")).isEmpty());
    CHECK(file.pages(QStringLiteral("\"private messages\" bank")) == list("1/1"));
    CHECK(file.pages(QStringLiteral("\"private messages\" NOT bank")).isEmpty());
    CHECK(file.pages(QStringLiteral("NOT \"private messages\"")) == list("1/2 1/3 1/4"));
    CHECK(file.pages(QStringLiteral("\"private messages\" OR company")) == list("1/1 1/4"));
    CHECK(file.pages(QStringLiteral("\"private messages\" OR document:xyz")) == list("1/1"));

    const SearchHit hit = file.search(QStringLiteral("\"private messages\"")).hits.front();
    CHECK(hit.runsOnToNextPage);
    const QString first = QStringLiteral("Contract\nIt gave the bank access to private");
    REQUIRE(hit.inPage.size() == 1);
    CHECK(hit.inPage.front().start == first.indexOf(QStringLiteral("private")));
    REQUIRE(hit.inSnippet.size() == 1);
    CHECK(hit.snippet.mid(hit.inSnippet.front().start, hit.inSnippet.front().length()) ==
          QStringLiteral("private messages"));
}

TEST_CASE("Chinese, Japanese, Thai and right-to-left text is found")
{
    SearchableCase file;
    file.addDocument(QStringLiteral("a.pdf"),
                     {QString::fromUtf8("这家公司可以读取用户的私人消息，并与合作\n伙伴共享数据。"),
                      QString::fromUtf8("この会社はユーザーのプライベートメッセージを読むことができた。東京都の銀行。"),
                      QString::fromUtf8("บริษัทสามารถอ่านข้อความส่วนตัวของผู้ใช้ได้"),
                      QString::fromUtf8("החברה יכלה לקרוא הודעות פרטיות של משתמשים"),
                      QString::fromUtf8("يمكن للشركة قراءة الرَّسائل الخاصة بالمستخدمين"),
                      QString::fromUtf8("회사는 비공개 메시지를 읽을 수 있었다 ｶﾞｽ会社")});
    const auto [query, expected] = GENERATE(table<const char *, const char *>({
        {"消息", "1/1"},
        {"私人消息", "1/1"},
        {"合作伙伴", "1/1"},
        {"伙伴", "1/1"},
        {"数据", "1/1"},
        {"享数", "1/1"},
        {"\"用户的私人消息\"", "1/1"},
        {"メッセージ", "1/2"},
        {"会社", "1/2 1/6"},
        {"東京", "1/2"},
        {"京都", "1/2"},
        {"読む", "1/2"},
        {"ข้อความ", "1/3"},
        {"\"ข้อความส่วนตัว\"", "1/3"},
        {"הודעות", "1/4"},
        {"\"הודעות פרטיות\"", "1/4"},
        {"الرسائل", "1/5"},
        {"비공개", "1/6"},
        {"메시*", "1/6"},
        {"ガス", "1/6"},
        {"银行", ""},
    }));
    INFO(query);
    CHECK(file.pages(QString::fromUtf8(query)) == list(expected));
}

TEST_CASE("a fuzzy word finds words one or two edits away, and says which")
{
    SearchableCase file;
    file.addDocument(QStringLiteral("a.pdf"),
                     {QStringLiteral("the agreement"), QStringLiteral("an agrement"),
                      QStringLiteral("agreements and argeement"), QStringLiteral("disagreement")});
    CHECK(file.pages(QStringLiteral("agreement~")) == list("1/1 1/2 1/3"));
    CHECK(file.pages(QStringLiteral("agreemnet~")) == list("1/1"));
    CHECK(file.pages(QStringLiteral("bgreement~1")) == list("1/1"));
    CHECK(file.pages(QStringLiteral("agrement~2")) == list("1/1 1/2 1/3"));
    CHECK(file.pages(QStringLiteral("agreement NOT agreement~")).isEmpty());
    const SearchPage page = file.search(QStringLiteral("agrement~"));
    CHECK(page.expansions == QStringList{QStringLiteral("agrement~ -> agrement, agreement")});
    CHECK(file.search(QStringLiteral("qqqqqqq~")).expansions ==
          QStringList{QStringLiteral("qqqqqqq~ -> (no such word)")});
    CHECK(file.search(QStringLiteral("qqqqqqq~")).hits.empty());
}

TEST_CASE("a hit says what it is called, where the words stand, and shows them")
{
    SearchableCase file;
    const QString text = QStringLiteral("\U0001F600 Cafe\u0301 &\nthe  o\uFB03ce of\tthe bank");
    file.addDocument(QStringLiteral("mails/Mail-0412.pdf"), {QString(), text});
    const SearchPage page = file.search(QStringLiteral("office café"));
    REQUIRE(page.hits.size() == 1);
    CHECK(page.total == 1);
    CHECK(page.totalIsExact);
    const SearchHit &hit = page.hits.front();
    CHECK(hit.title == QStringLiteral("Mail-0412.pdf"));
    CHECK(hit.document == Sha256::of("mails/Mail-0412.pdf"));
    CHECK(hit.number == 1);
    CHECK(hit.pageIndex == 1);
    CHECK(hit.pageLabel == QStringLiteral("2"));
    CHECK_FALSE(hit.runsOnToNextPage);
    REQUIRE(hit.inPage.size() == 2);
    CHECK(text.mid(hit.inPage[0].start, hit.inPage[0].length()) == QStringLiteral("Cafe\u0301"));
    CHECK(text.mid(hit.inPage[1].start, hit.inPage[1].length()) == QStringLiteral("o\uFB03ce"));
    CHECK(hit.snippet == QStringLiteral("\U0001F600 Cafe\u0301 & the o\uFB03ce of the bank"));
    REQUIRE(hit.inSnippet.size() == 2);
    CHECK(hit.snippet.mid(hit.inSnippet[1].start, hit.inSnippet[1].length()) == QStringLiteral("o\uFB03ce"));
    file.run("INSERT INTO document_title VALUES (1, 'A title/with a slash')");
    CHECK(file.search(QStringLiteral("office")).hits.front().title == QStringLiteral("A title/with a slash"));
}

TEST_CASE("the page that has more of the words, and the rarer ones, comes first")
{
    SearchableCase file;
    QStringList pages;
    for (int i = 0; i < 40; ++i)
        pages += QStringLiteral("common filler words on a page");
    pages[30] = QStringLiteral("common rare rare rare words");
    pages[20] =
        QStringLiteral("common rare words and many more words that make this page a good deal longer than all others");
    file.addDocument(QStringLiteral("a.pdf"), pages);
    const SearchPage page = file.search(QStringLiteral("common OR rare"));
    REQUIRE(page.hits.size() == 40);
    CHECK(page.order == SearchOrder::Ranked);
    CHECK(page.hits[0].pageIndex == 30);
    CHECK(page.hits[1].pageIndex == 20);
    CHECK(page.hits[0].rank < page.hits[1].rank);
    CHECK(page.hits[1].rank < page.hits[2].rank);
}

TEST_CASE("all hits can be paged through, each once, in either order")
{
    SearchableCase file;
    for (int document = 0; document < 7; ++document) {
        QStringList pages;
        for (int page = 0; page < 11; ++page)
            pages += (document + page) % 3 == 0
                         ? QStringLiteral("the bank reads") + QStringLiteral(" bank").repeated(page % 4)
                         : QStringLiteral("nothing at all");
        file.addDocument(QStringLiteral("%1.pdf").arg(document), pages);
    }
    const auto query = GENERATE(as<QString>(), QStringLiteral("bank"), QStringLiteral("NOT bank"),
                                QStringLiteral("document:3.pdf OR bank"), QStringLiteral("\"all the\" OR bank"));
    const auto order = GENERATE(SearchOrder::Ranked, SearchOrder::PageOrder, SearchOrder::Quickest);
    const SearchPage all = file.search(query, order);
    const qint64 size = GENERATE(1, 4, 100);
    std::vector<SearchHit> together;
    for (qint64 offset = 0;; offset += size) {
        const SearchPage page = file.search(query, order, offset, size);
        CHECK(page.total >= static_cast<qint64>(together.size() + page.hits.size()));
        if (page.hits.empty()) {
            CHECK(page.totalIsExact);
            CHECK(page.total == static_cast<qint64>(together.size()));
            break;
        }
        together.insert(together.end(), page.hits.begin(), page.hits.end());
    }
    CHECK(together.size() > 20);
    CHECK(together == all.hits);
}

TEST_CASE("a broad query gives its first hits in page order when asked for the quickest")
{
    SearchableCase file;
    file.addDocument(QStringLiteral("a.pdf"), QStringList(21000, QStringLiteral("w")));
    const SearchPage quick = file.search(QStringLiteral("w"), SearchOrder::Quickest, 0, 50);
    CHECK(quick.order == SearchOrder::PageOrder);
    CHECK_FALSE(quick.totalIsExact);
    CHECK(quick.total > 20000);
    CHECK(quick.hits.size() == 50);
    const SearchPage whole = file.search(QStringLiteral("w"), SearchOrder::Ranked, 20990, 50);
    CHECK(whole.order == SearchOrder::Ranked);
    CHECK(whole.total == 21000);
    CHECK(whole.hits.size() == 10);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/page_frame.h"
#include "model/reader/answers.h"
#include "model/reader/protocol.h"
#include "model/reader/wire.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>

#include <functional>
#include <limits>

using namespace model;
using namespace model::reader;

namespace {

DocumentFacts someFacts()
{
    DocumentFacts facts;
    facts.kind = FileKind::Pdf;
    facts.pageCount = 9;
    facts.title = QStringLiteral("Capability list");
    facts.author = QStringLiteral("Zoë 😀");
    facts.createdMs = -5;
    facts.modifiedMs = 1'522'576'800'000;
    facts.xmp = QStringLiteral("<x/>");
    facts.pdfVersion = QStringLiteral("1.7");
    facts.encrypted = true;
    facts.mayCopy = false;
    facts.embeddedFiles = {QStringLiteral("a.xls"), QStringLiteral("b.xls")};
    facts.outline = {{QStringLiteral("One"), 0, 0}, {QStringLiteral("Two"), 1, -1}};
    return facts;
}

DocumentFacts factsOfMail()
{
    DocumentFacts facts;
    facts.kind = FileKind::Mail;
    facts.pageCount = 1;
    facts.encoding = QStringLiteral("windows-1252");
    facts.mail = {QStringLiteral("Ann <ann@alder.example>"),
                  QStringLiteral("bo@birch.example"),
                  {},
                  1'522'576'800'000,
                  QStringLiteral("two@alder.example"),
                  QStringLiteral("one@alder.example"),
                  {QStringLiteral("zero@alder.example"), QStringLiteral("one@alder.example")},
                  true,
                  false};
    return facts;
}

PageLayout somePage()
{
    PageLayout page;
    page.text = {QStringLiteral("read 😀\nall"), 595, 842, QStringLiteral("iv"), true};
    page.boxes = {{{0, 4}, {0.1, 0.1, 0.3, 0.2}, {0.15F, 0.2F, 0.25F, 0.3F}},
                  {{5, 7}, {0.4, 0.1, 0.5, 0.2}, {0.5F, 0.5F}},
                  {{8, 11}, {0.1, 0.3, 0.2, 0.4}, {0.1F, 0.15F, 0.2F}}};
    return page;
}

using Decode = std::function<bool(QByteArrayView)>;

std::vector<std::pair<QByteArray, Decode>> everyAnswer()
{
    const RenderRequest request{0, 1, 0, QRect(0, 0, 3, 2)};
    return {
        {encodeHello(SandboxMode::NoFiles), [](QByteArrayView bytes) { return bool(decodeHello(bytes)); }},
        {encodeComplaint(QStringLiteral("bad xref")),
         [](QByteArrayView bytes) { return bool(decodeComplaint(bytes)); }},
        {encodeFacts(someFacts()), [](QByteArrayView bytes) { return bool(decodeFacts(bytes)); }},
        {encodeFacts(factsOfMail()), [](QByteArrayView bytes) { return bool(decodeFacts(bytes)); }},
        {encodePageText(somePage().text), [](QByteArrayView bytes) { return bool(decodePageText(bytes)); }},
        {encodePageLayout(somePage()), [](QByteArrayView bytes) { return bool(decodePageLayout(bytes)); }},
        {encodeEntry(ArchiveEntry{QStringLiteral("a/b.pdf"), 12}),
         [](QByteArrayView bytes) { return bool(decodeEntry(bytes)); }},
        {QByteArray(24, 'x'),
         [request](QByteArrayView bytes) { return bool(decodePicture(bytes.toByteArray(), request)); }},
        {encodeFailure({ErrorKind::Damaged, QStringLiteral("Page 1 is damaged."), {}}),
         [](QByteArrayView bytes) { return decodeFailure(bytes).kind == ErrorKind::Damaged; }},
    };
}

} // namespace

TEST_CASE("each answer decodes to what was encoded")
{
    CHECK(*decodeFacts(encodeFacts(factsOfMail())) == factsOfMail());
    CHECK(*decodeHello(encodeHello(SandboxMode::Landlock)) == SandboxMode::Landlock);
    CHECK(*decodeHello(encodeHello(SandboxMode::NoFiles)) == SandboxMode::NoFiles);
    CHECK(*decodeFacts(encodeFacts(someFacts())) == someFacts());
    CHECK(*decodePageText(encodePageText(somePage().text)) == somePage().text);
    CHECK(*decodePageLayout(encodePageLayout(somePage())) == somePage());
    CHECK_FALSE((*decodeEntry(encodeEntry(std::nullopt))).has_value());
    const auto entry = decodeEntry(encodeEntry(ArchiveEntry{QStringLiteral("a/b.pdf"), -1}));
    CHECK((*entry)->path == QStringLiteral("a/b.pdf"));
    CHECK((*entry)->size == -1);
    const Error error =
        decodeFailure(encodeFailure({ErrorKind::NeedsPassword, QStringLiteral("Give it."), QStringLiteral("d")}));
    CHECK(error.kind == ErrorKind::NeedsPassword);
    CHECK(error.sentence == QStringLiteral("Give it."));
    CHECK(error.detail == QStringLiteral("d"));
}

TEST_CASE("an answer that is cut short or goes on too long does not decode")
{
    for (const auto &[bytes, decodes] : everyAnswer()) {
        CHECK(decodes(bytes));
        CHECK_FALSE(decodes(bytes + QByteArray(1, '\0')));
        for (qsizetype length = 0; length < bytes.size(); ++length)
            CHECK_FALSE(decodes(QByteArrayView(bytes).first(length)));
    }
}

TEST_CASE("an answer with a byte changed decodes to something sound or not at all")
{
    const auto sound = [](const PageLayout &page) {
        qsizetype end = 0;
        for (const TextBox &box : page.boxes) {
            const bool ordered = box.range.start >= end && box.range.end > box.range.start &&
                                 box.range.end <= page.text.text.size() &&
                                 box.edges.size() == static_cast<std::size_t>(box.range.length());
            const UnitRectangle &area = box.area;
            if (!ordered || !(0 <= area.left && area.left <= area.right && area.right <= 1 && 0 <= area.top &&
                              area.top <= area.bottom && area.bottom <= 1))
                return false;
            end = box.range.end;
        }
        return page.text.width >= 0 && page.text.width <= maximumPageSide;
    };
    const QByteArray whole = encodePageLayout(somePage());
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (const int value : {0, 1, 0x7f, 0x80, 0xff}) {
            QByteArray changed = whole;
            changed[at] = static_cast<char>(value);
            const auto page = decodePageLayout(changed);
            CHECK((!page || sound(*page)));
        }
    }
}

TEST_CASE("random bytes never decode to more than they hold")
{
    QRandomGenerator random(20180418);
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes(random.bounded(200), '\0');
        for (char &byte : bytes)
            byte = static_cast<char>(random.bounded(4) == 0 ? random.bounded(256) : 0);
        const auto page = decodePageLayout(bytes);
        CHECK((!page || page->text.text.size() <= bytes.size()));
        const auto facts = decodeFacts(bytes);
        CHECK((!facts || static_cast<qsizetype>(facts->outline.size()) <= bytes.size()));
    }
}

TEST_CASE("a picture must be as large as was asked for")
{
    const RenderRequest request{0, 1, 0, QRect(5, 5, 3, 2)};
    const auto picture = decodePicture(QByteArray(24, 'x'), request);
    CHECK(picture->width == 3);
    CHECK(picture->height == 2);
    CHECK_FALSE(decodePicture(QByteArray(20, 'x'), request));
    CHECK_FALSE(decodePicture({}, request));
}

TEST_CASE("numbers that are none, ranges out of order and boxes outside the text are refused")
{
    const auto broken = [](auto change) {
        PageLayout page = somePage();
        change(page);
        return !decodePageLayout(encodePageLayout(page));
    };
    CHECK(broken([](PageLayout &page) { page.text.width = std::numeric_limits<double>::quiet_NaN(); }));
    CHECK(broken([](PageLayout &page) { page.text.height = std::numeric_limits<double>::infinity(); }));
    CHECK(broken([](PageLayout &page) { page.text.height = -1; }));
    CHECK(broken([](PageLayout &page) { page.boxes[1].range = {2, 4}; }));
    CHECK(broken([](PageLayout &page) { page.boxes[2].range = {8, 12}; }));
    CHECK(broken([](PageLayout &page) { page.boxes[0].range = {4, 0}; }));
    CHECK(broken([](PageLayout &page) { page.boxes[0].area.left = std::numeric_limits<double>::quiet_NaN(); }));

    PageLayout outside = somePage();
    outside.boxes[0].area = {-3, 0.5, 7, 0.1};
    CHECK(decodePageLayout(encodePageLayout(outside))->boxes[0].area == UnitRectangle{0, 0.5, 1, 0.5});
}

TEST_CASE("lone surrogates and control characters become replacement characters of the same length")
{
    const QString bad =
        QStringLiteral("a") + QChar(0xd800) + QChar(u'\0') + QChar(0x1b) + QChar(0xffff) + QStringLiteral("\n\tz");
    const PageText page{bad, 1, 1, {}, false};
    const QString text = decodePageText(encodePageText(page))->text;
    CHECK(text == QStringLiteral("a\ufffd\ufffd\ufffd\ufffd\n\tz"));
}

TEST_CASE("names that lead out of an archive are refused whatever the reader says")
{
    for (const char *name : {"../a", "a/../b", "/a", "a//b", "./a", "", "a\nb"})
        CHECK_FALSE(decodeEntry(encodeEntry(ArchiveEntry{QString::fromLatin1(name), 1})));
}

TEST_CASE("a failure of a kind that a reader has no right to claim is senseless")
{
    for (const ErrorKind kind : {ErrorKind::Full, ErrorKind::Locked, ErrorKind::Cancelled, ErrorKind::TimedOut})
        CHECK(decodeFailure(encodeFailure({kind, QStringLiteral("Ha."), {}})).kind == ErrorKind::Crashed);
    CHECK(decodeFailure(encodeFailure({ErrorKind::Damaged, {}, {}})).kind == ErrorKind::Crashed);
}

TEST_CASE("a text longer than its cap is cut between characters")
{
    DocumentFacts facts = someFacts();
    facts.title = QString(maximumLine - 1, u'a') + QStringLiteral("😀");
    const auto decoded = decodeFacts(encodeFacts(facts));
    CHECK(decoded->title == QString(maximumLine - 1, u'a'));
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Reads every document of the shared corpus. Needs the shared folder.
#include "tests/model/reader/reader_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/shared_folder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>

#include <atomic>
#include <cstdio>
#include <map>
#include <thread>

using namespace model;
using namespace model::reader;

namespace {

struct Outcome {
    QString file;
    bool read = false;
    QString reason; ///< of the first Error
    int pages = 0;
    int pagesFailed = 0;
    int charactersWithoutBox = 0;
    bool spoilt = false; ///< an answer broke a promise of ours
    QStringList missingWords;
    qint64 words = 0;
    qint64 ms = 0;
};

QStringList filesBelow(const QString &folder)
{
    const QDir corpus(*sharedFolder() + QStringLiteral("/pdf-corpus/") + folder + QStringLiteral("/dev"));
    QStringList files;
    for (const QString &name : corpus.entryList({QStringLiteral("*.pdf")}, QDir::Files, QDir::Name))
        files.append(corpus.filePath(name));
    REQUIRE_FALSE(files.isEmpty());
    return files;
}

/// Letters and digits in a row, compatibility forms folded: what differs in punctuation, ligatures, and hyphens at the
/// end of a line is the same.
std::map<QString, int> wordsOf(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{M}\\p{N}]+"));
    std::map<QString, int> words;
    auto match = word.globalMatch(text.normalized(QString::NormalizationForm_KC));
    while (match.hasNext())
        ++words[match.next().captured()];
    return words;
}

int charactersWithoutBox(const PageLayout &page)
{
    int without = 0;
    qsizetype at = 0;
    const auto count = [&page, &without, &at](qsizetype end) {
        for (; at < end; ++at)
            without += page.text.text[at].isSpace() ? 0 : 1;
    };
    for (const TextBox &box : page.boxes) {
        count(box.range.start);
        at = box.range.end;
    }
    count(page.text.text.size());
    return without;
}

void drawFirstPages(DocumentReader &reader, const std::vector<PageLayout> &pages, Outcome &outcome)
{
    for (std::size_t i = 0; i < std::min<std::size_t>(pages.size(), 2); ++i) {
        const QSize size(std::clamp(static_cast<int>(pages[i].text.width / 2), 1, 800),
                         std::clamp(static_cast<int>(pages[i].text.height / 2), 1, 800));
        const auto picture = reader.render({static_cast<int>(i), 0.5, 0, QRect(QPoint(0, 0), size)});
        if (picture)
            outcome.spoilt = outcome.spoilt || picture->pixels.size() != 4 * size.width() * size.height();
        else if (outcome.reason.isEmpty())
            outcome.reason = QStringLiteral("drawing: ") + picture.error().sentence + picture.error().detail;
    }
}

QString readText(DocumentReader &reader, int pageCount, Outcome &outcome)
{
    QString text;
    std::vector<PageLayout> firstPages;
    for (int page = 0; page < pageCount; ++page) {
        auto layout = reader.pageLayout(page);
        if (!layout) {
            ++outcome.pagesFailed;
            outcome.spoilt = outcome.spoilt || layout.error().sentence.isEmpty();
            if (outcome.reason.isEmpty())
                outcome.reason = layout.error().sentence + layout.error().detail;
            if (layout.error().kind != ErrorKind::Damaged)
                break;
            continue;
        }
        outcome.charactersWithoutBox += charactersWithoutBox(*layout);
        text += layout->text.text + QChar(u'\n');
        if (firstPages.size() < 2)
            firstPages.push_back(*std::move(layout));
    }
    drawFirstPages(reader, firstPages, outcome);
    return text;
}

Outcome readOne(ReaderHost &host, const QString &path, QString *text)
{
    Outcome outcome;
    outcome.file = QFileInfo(path).fileName();
    QElapsedTimer timer;
    timer.start();
    const Descriptor file = openForReading(path);
    auto reader = host.open(file.get());
    if (!reader) {
        outcome.spoilt = true; // it is the machine or us, never the document, that keeps a reader from starting
        outcome.reason = reader.error().sentence + reader.error().detail;
        return outcome;
    }
    const auto facts = (*reader)->facts();
    if (facts) {
        outcome.read = true;
        outcome.pages = facts->pageCount;
        *text = readText(**reader, facts->pageCount, outcome);
    } else {
        outcome.reason = facts.error().sentence + facts.error().detail;
        outcome.spoilt = facts.error().sentence.isEmpty();
    }
    outcome.ms = timer.elapsed();
    return outcome;
}

/// pdftotext drops the hyphen where it joins two lines, but not at the end of a block: each way of joining is there.
void addJoinedWords(const QString &text, std::map<QString, int> &words)
{
    static const QRegularExpression chain(
        QStringLiteral("[\\p{L}\\p{M}\\p{N}]+(?:[-\u00ad\u2010][\\n\\t ][\\p{L}\\p{M}\\p{N}]+)+"));
    static const QRegularExpression hyphen(QStringLiteral("[-\u00ad\u2010][\\n\\t ]"));
    auto match = chain.globalMatch(text.normalized(QString::NormalizationForm_KC));
    while (match.hasNext()) {
        const QStringList parts = match.next().captured().split(hyphen);
        for (qsizetype first = 0; first < parts.size(); ++first) {
            QString joined = parts[first];
            for (qsizetype last = first + 1; last < parts.size(); ++last) {
                joined += parts[last];
                ++words[joined];
            }
        }
    }
}

void compareWithPdftotext(const QString &path, const QString &ours, Outcome &outcome)
{
    QProcess pdftotext;
    pdftotext.setStandardErrorFile(QProcess::nullDevice());
    pdftotext.start(QStringLiteral("pdftotext"),
                    {QStringLiteral("-enc"), QStringLiteral("UTF-8"), path, QStringLiteral("-")});
    if (!pdftotext.waitForFinished(60'000))
        return;
    std::map<QString, int> found = wordsOf(ours);
    addJoinedWords(ours, found);
    for (const auto &[word, count] : wordsOf(QString::fromUtf8(pdftotext.readAllStandardOutput()))) {
        outcome.words += count;
        const auto same = found.find(word);
        const int missing = count - (same == found.end() ? 0 : same->second);
        for (int i = 0; i < missing; ++i)
            outcome.missingWords.append(word);
    }
}

std::vector<Outcome> readAll(const QStringList &files, bool compare)
{
    ReaderHost::Options options;
    options.limits.answerMs = 10'000;
    const auto host = startHost(options);
    std::vector<Outcome> outcomes(static_cast<std::size_t>(files.size()));
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < outcomes.size(); i = next++) {
            QString text;
            const QString &path = files[static_cast<qsizetype>(i)];
            outcomes[i] = readOne(*host, path, &text);
            if (compare && outcomes[i].read && outcomes[i].pagesFailed == 0)
                compareWithPdftotext(path, text, outcomes[i]);
        }
    };
    std::thread other(work);
    work();
    other.join();
    return outcomes;
}

void print(const char *title, const std::vector<Outcome> &outcomes)
{
    int read = 0;
    int pages = 0;
    qint64 ms = 0;
    std::printf("%s\n", title);
    for (const Outcome &outcome : outcomes) {
        read += outcome.read ? 1 : 0;
        pages += outcome.pages - outcome.pagesFailed;
        ms += outcome.ms;
        if (!outcome.reason.isEmpty() || outcome.ms > 5000) {
            std::printf("  %-60s %5d pages %6lld ms  %s\n", qPrintable(outcome.file), outcome.pages,
                        static_cast<long long>(outcome.ms), qPrintable(outcome.reason));
        }
    }
    std::printf("  %zu files, %d read, %zu refused, %d pages, %.1f s of reading\n", outcomes.size(), read,
                outcomes.size() - static_cast<std::size_t>(read), pages, static_cast<double>(ms) / 1000);
}

} // namespace

TEST_CASE("every hostile document is read or refused with a reason")
{
    const std::vector<Outcome> outcomes = readAll(filesBelow(QStringLiteral("hostile")), false);
    print("hostile", outcomes);
    for (const Outcome &outcome : outcomes) {
        INFO(outcome.file << outcome.reason);
        CHECK_FALSE(outcome.spoilt);
        CHECK((outcome.read || !outcome.reason.isEmpty()));
        CHECK(outcome.charactersWithoutBox == 0);
    }
}

TEST_CASE("of an ordinary document no word that pdftotext finds is missing, and every character has a box")
{
    const std::vector<Outcome> outcomes = readAll(filesBelow(QStringLiteral("ordinary")), true);
    print("ordinary", outcomes);
    qint64 words = 0;
    qsizetype missing = 0;
    for (const Outcome &outcome : outcomes) {
        INFO(outcome.file << outcome.reason);
        CHECK_FALSE(outcome.spoilt);
        CHECK(outcome.charactersWithoutBox == 0);
        words += outcome.words;
        missing += outcome.missingWords.size();
        if (!outcome.missingWords.isEmpty()) {
            std::printf("  %s lacks %lld: %s\n", qPrintable(outcome.file),
                        static_cast<long long>(outcome.missingWords.size()),
                        qPrintable(outcome.missingWords.mid(0, 12).join(QLatin1Char(' '))));
        }
    }
    std::printf("  %lld words by pdftotext, %lld missing\n", static_cast<long long>(words),
                static_cast<long long>(missing));
    CHECK(missing == 0);
}

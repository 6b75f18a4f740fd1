// SPDX-License-Identifier: GPL-3.0-or-later
// search_bench FOLDER [PAGES]: makes a case of invented pages in FOLDER (unless it is there already), and prints how
// fast words are broken and indexed, how large the index is, and how long searches take.

#include "model/search/query.h"
#include "model/search/word_breaker.h"
#include "model/store/database.h"
#include "model/store/page_index.h"
#include "model/store/page_search.h"
#include "model/store/transaction.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>
#include <utility>

using namespace model;

namespace {

constexpr int vocabulary = 300000;
constexpr int wordsOnPage = 450;
constexpr int pagesInDocument = 20;

/// Words as long, and as unevenly frequent, as those of a language.
class PageMaker final {
public:
    PageMaker()
    {
        std::mt19937 random(1);
        for (int i = 0; i < vocabulary; ++i) {
            QString word;
            const int syllables = 1 + static_cast<int>(std::log10(1 + i) / 1.6) + static_cast<int>(random() % 3);
            for (int s = 0; s < syllables; ++s) {
                word += QLatin1String("bcdfghklmnprstvz")[static_cast<int>(random() % 16)];
                word += QLatin1String("aeiou")[static_cast<int>(random() % 5)];
                if (random() % 3 == 0)
                    word += QLatin1String("nrstl")[static_cast<int>(random() % 5)];
            }
            m_words.push_back(word);
        }
        m_words[1000] = QStringLiteral("private");
        m_words[2000] = QStringLiteral("messages");
        m_words[5000] = QStringLiteral("agreement");
        m_words[0] = QStringLiteral("the");
        m_words[1] = QStringLiteral("of");
    }
    const QString &word(int rank) const { return m_words[static_cast<std::size_t>(rank)]; }
    QString page(qint64 number) const
    {
        std::mt19937_64 random(static_cast<std::uint64_t>(number));
        QString text;
        for (int i = 0; i < wordsOnPage; ++i) {
            // Zipf's law: equal shares for ranks 1..10, 10..100 and so on.
            const double share = std::uniform_real_distribution<double>(0, 1)(random);
            const int rank = std::min(vocabulary - 1, static_cast<int>(std::pow(vocabulary, share)) - 1);
            text += m_words[static_cast<std::size_t>(rank)];
            text +=
                i % 12 == 11 ? (random() % 8 == 0 ? QLatin1String("-\n") : QLatin1String("\n")) : QLatin1String(" ");
            if (random() % 200 == 0)
                text += QStringLiteral("Café ");
        }
        return text;
    }

private:
    std::vector<QString> m_words;
};

/// Times in milliseconds of the processor, which other programs on a busy machine do not add to.
class Stopwatch final {
public:
    double restart()
    {
        const double now = milliseconds();
        return now - std::exchange(m_start, now);
    }

private:
    static double milliseconds() { return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
    double m_start = milliseconds();
};

class Counter final : public search::TokenSink {
public:
    bool take(const search::Token &) override
    {
        ++tokens;
        return true;
    }
    qint64 tokens = 0;
};

template <class T> T orDie(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s (%s)\n", qPrintable(result.error().sentence), qPrintable(result.error().detail));
        std::exit(1);
    }
    return std::move(*result);
}
void orDie(const Result<void> &result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().detail));
        std::exit(1);
    }
}

qint64 number(store::Database &database, const QByteArray &sql)
{
    store::Statement statement = orDie(database.prepare(sql));
    orDie(statement.step());
    return statement.integer(0);
}

void measureWords(const PageMaker &maker)
{
    QByteArray text;
    for (int i = 0; i < 5000; ++i)
        text += maker.page(i).toUtf8();
    search::WordBreaker breaker;
    Counter counter;
    Stopwatch timer;
    breaker.breakText({text.constData(), static_cast<std::size_t>(text.size())}, counter);
    std::printf("breaking words      %8.1f MB/s\n",
                static_cast<double>(text.size()) / 1e3 / std::max(timer.restart(), 1.0));
    QByteArray thai;
    for (int i = 0; i < 20000; ++i)
        thai += QStringLiteral("บริษัทสามารถอ่านข้อความส่วนตัวของผู้ใช้ได้ 这家公司可以读取用户的私人消息。").toUtf8();
    timer.restart();
    breaker.breakText({thai.constData(), static_cast<std::size_t>(thai.size())}, counter);
    std::printf("  by dictionary     %8.1f MB/s\n",
                static_cast<double>(thai.size()) / 1e3 / std::max(timer.restart(), 1.0));
}

void fill(store::Database &database, const PageMaker &maker, qint64 pages)
{
    QFile schema(QStringLiteral(":/schema/0001_initial.sql"));
    if (!schema.open(QFile::ReadOnly))
        std::exit(1);
    orDie(database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536"));
    orDie(database.run(schema.readAll()));
    double writing = 0;
    double indexing = 0;
    Stopwatch timer;
    for (qint64 first = 0; first < pages;) {
        std::vector<QString> texts;
        for (int i = 0; i < 50 * pagesInDocument; ++i)
            texts.push_back(maker.page(first + i));
        timer.restart();
        store::Transaction transaction = orDie(store::Transaction::begin(database));
        std::vector<qint64> documents;
        for (std::size_t i = 0; i < texts.size(); ++i, ++first) {
            const qint64 document = first / pagesInDocument + 1;
            if (first % pagesInDocument == 0) {
                store::Statement insert =
                    orDie(database.prepare("INSERT INTO document (number, sha256, size, kind, state, own_title) VALUES "
                                           "(?1, ?2, 1, 'pdf', 'read', ?3)"));
                orDie(insert.bind(1, document)
                          .bind(2, Sha256::of(QByteArray::number(document)))
                          .bind(3, maker.word(static_cast<int>(document % vocabulary)))
                          .run());
                documents.push_back(document);
            }
            store::Statement insert = orDie(
                database.prepare("INSERT INTO page (id, document, width, height, text) VALUES (?1, ?2, 595, 842, ?3)"));
            orDie(
                insert.bind(1, document * 1048576 + first % pagesInDocument).bind(2, document).bind(3, texts[i]).run());
        }
        writing += timer.restart();
        for (const qint64 document : documents)
            orDie(store::indexDocument(database, document));
        orDie(transaction.commit());
        indexing += timer.restart();
    }
    const double megabytes =
        static_cast<double>(number(database, "SELECT sum (length (CAST (text AS BLOB))) FROM page")) / 1e6;
    std::printf("text                %8.1f MB\n", megabytes);
    std::printf("writing pages       %8.1f s\n", writing / 1e3);
    std::printf("indexing            %8.1f s, %.1f MB/s, %.0f pages/s\n", indexing / 1e3, megabytes / indexing * 1e3,
                static_cast<double>(pages) / indexing * 1e3);
}

void measureSize(store::Database &database)
{
    const double text = static_cast<double>(number(database, "SELECT sum (length (CAST (text AS BLOB))) FROM page"));
    for (const char *const part : {"page", "page_index%", "page_joint%", "term", "%"}) {
        const QByteArray sql = QByteArray("SELECT sum (pgsize) FROM dbstat WHERE name LIKE '") + part + '\'';
        std::printf("size of %-12s%8.2f x the text\n", part, static_cast<double>(number(database, sql)) / text);
    }
}

void measureQuery(store::Database &database, const QString &typed, SearchOrder order)
{
    search::WordBreaker breaker;
    const auto query = std::get<search::Query>(search::parseQuery(typed, breaker));
    std::vector<double> times;
    SearchPage page;
    for (int i = 0; i < 9; ++i) {
        Stopwatch timer;
        page = orDie(store::searchPages(database, query, {0, 50, order}));
        times.push_back(timer.restart());
    }
    const double first = times.front();
    std::sort(times.begin(), times.end());
    std::printf("%8.1f ms (first %7.1f)  %8lld%s %-10s %s\n", times[times.size() / 2], first,
                static_cast<long long>(page.total), page.totalIsExact ? " " : "+",
                page.order == SearchOrder::Ranked ? "ranked" : "page order", qPrintable(typed));
}

} // namespace

int main(int argumentCount, char **arguments)
{
    if (argumentCount < 2) {
        std::fputs("search_bench FOLDER [PAGES]\n", stderr);
        return 2;
    }
    const QString path = QDir(QString::fromLocal8Bit(arguments[1])).filePath(QStringLiteral("bench.sqlite"));
    const qint64 pages = argumentCount > 2 ? QByteArray(arguments[2]).toLongLong() : 100000;
    const PageMaker maker;
    measureWords(maker);
    if (!QFile::exists(path)) {
        const auto database = orDie(store::Database::open(path, store::OpenMode::Create));
        fill(*database, maker, pages);
    }
    const auto database = orDie(store::Database::open(path, store::OpenMode::ReadOnly));
    measureSize(*database);
    const QStringList queries = {maker.word(100000),
                                 maker.word(10000),
                                 maker.word(3000),
                                 QStringLiteral("private messages"),
                                 QStringLiteral("\"private messages\""),
                                 QStringLiteral("the agreement"),
                                 QStringLiteral("private OR messages OR agreement"),
                                 QStringLiteral("agreement NOT the"),
                                 QStringLiteral("\"of the\" agreement"),
                                 QStringLiteral("private NEAR messages"),
                                 QStringLiteral("agreem*"),
                                 QStringLiteral("agrement~"),
                                 QStringLiteral("agrement~2"),
                                 QStringLiteral("document:77 the"),
                                 QStringLiteral("document:77"),
                                 QStringLiteral("the"),
                                 QStringLiteral("\"of the\""),
                                 QStringLiteral("NOT agreement"),
                                 QStringLiteral("read:no"),
                                 QStringLiteral("ag*")};
    for (const QString &query : queries)
        measureQuery(*database, query, SearchOrder::Quickest);
    std::puts("ranked, however broad:");
    for (const char *const query : {"the", "\"of the\"", "NOT agreement"})
        measureQuery(*database, QString::fromLatin1(query), SearchOrder::Ranked);
    return 0;
}

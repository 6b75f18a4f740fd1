// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/store_search/searchable_case.h"

#include "model/search/query.h"
#include "model/search/word_breaker.h"
#include "model/store/migrations.h"
#include "model/store/page_index.h"
#include "model/store/page_search.h"
#include "model/store/transaction.h"
#include "tests/support/catch.h"


using namespace model;
using namespace model::store;

SearchableCase::SearchableCase()
{
    auto opened = Database::open(path(), OpenMode::Create);
    REQUIRE(opened);
    m_database = std::move(*opened);
    run("PRAGMA secure_delete = ON; PRAGMA synchronous = OFF");
    REQUIRE(migrate(*m_database));
    run("INSERT INTO bundle (id, label, imported_ms) VALUES (1, 'bundle', 0)");
}

void SearchableCase::run(const QByteArray &sql)
{
    const Result<void> done = m_database->run(sql);
    INFO((done ? QString() : done.error().detail).toStdString());
    REQUIRE(done);
}

qint64 SearchableCase::addDocument(const QString &path, const QStringList &pages, const QString &title)
{
    const qint64 number = ++m_documents;
    auto transaction = Transaction::begin(*m_database);
    REQUIRE(transaction);
    auto document =
        m_database->prepare("INSERT INTO document (number, sha256, size, kind, state, page_count, own_title) "
                            "VALUES (?1, ?2, 1, 'pdf', 'read', ?3, ?4)");
    REQUIRE(document->bind(1, number)
                .bind(2, Sha256::of(path.toUtf8()))
                .bind(3, static_cast<qint64>(pages.size()))
                .bind(4, title)
                .run());
    auto origin = m_database->prepare("INSERT INTO origin (document, bundle, path) VALUES (?1, 1, ?2)");
    REQUIRE(origin->bind(1, number).bind(2, path).run());
    auto page = m_database->prepare("INSERT INTO page (id, document, width, height, label, text) "
                                    "VALUES (?1, ?2, 595, 842, ?3, ?4)");
    for (qsizetype i = 0; i < pages.size(); ++i)
        REQUIRE(page->bind(1, number * 1048576 + i)
                    .bind(2, number)
                    .bind(3, QString::number(i + 1))
                    .bind(4, pages[i])
                    .run());
    REQUIRE(indexDocument(*m_database, number));
    REQUIRE(transaction->commit());
    return number;
}

SearchPage SearchableCase::search(const QString &query, SearchOrder order, qint64 offset, qint64 count)
{
    model::search::WordBreaker breaker;
    const auto parsed = model::search::parseQuery(query, breaker);
    INFO(query.toStdString());
    if (const auto *fault = std::get_if<model::search::QueryFault>(&parsed))
        FAIL(fault->sentence.toStdString());
    auto page = searchPages(*m_database, std::get<model::search::Query>(parsed), {offset, count, order});
    INFO((page ? QString() : page.error().detail).toStdString());
    REQUIRE(page);
    return *page;
}

QStringList SearchableCase::pages(const QString &query)
{
    QStringList result;
    for (const SearchHit &hit : search(query, SearchOrder::PageOrder).hits)
        result += QStringLiteral("%1/%2").arg(hit.number).arg(hit.pageIndex + 1);
    return result;
}

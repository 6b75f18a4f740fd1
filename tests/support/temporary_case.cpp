// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temporary_case.h"

#include "model/journal/journal.h"
#include "model/store/database.h"
#include "model/store/document_table.h"
#include "model/store/transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <memory>

using namespace model;

Clock steppingClock()
{
    return [now = std::make_shared<qint64>(1523527200000)] { return *now += 1000; };
}

TemporaryCase::TemporaryCase(const QByteArray &vfs)
{
    m_options.reviewer = QStringLiteral("Ada");
    m_options.clock = steppingClock();
    m_options.vfs = vfs;
    m_file = must(session::CaseFile::create(path(), {QStringLiteral("Fernbank")}, m_options));
}

QString TemporaryCase::path() const
{
    return m_folder.filePath(QStringLiteral("test.carveout"));
}

QString TemporaryCase::folder() const
{
    return m_folder.path();
}

void TemporaryCase::reopen()
{
    close();
    m_file = must(session::CaseFile::open(path(), session::Access::ReadWrite, m_options));
}

void TemporaryCase::doWithoutSync()
{
    must(m_file->database().run("PRAGMA synchronous = OFF"));
}

Sha256 TemporaryCase::addDocument(const QString &name, const QStringList &pages)
{
    const QByteArray bytes = "%PDF " + name.toUtf8() + pages.join(u'\f').toUtf8();
    const Sha256 sha = Sha256::of(bytes);
    const QString original = m_file->originalPath(sha);
    QDir().mkpath(QFileInfo(original).path());
    QFile out(original);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        throw std::runtime_error("the original could not be written");

    store::Database &database = m_file->database();
    store::DocumentTable documents(database);
    auto transaction = must(store::Transaction::begin(database));
    const qint64 bundle = must(documents.addBundle(QStringLiteral("bundle"), m_options.clock()));
    const qint64 number = must(documents.addDocument(sha, bytes.size()));
    must(documents.addOrigin(number, bundle, QStringLiteral("bundle/") + name));
    DocumentFacts facts;
    facts.kind = FileKind::Pdf;
    facts.pageCount = static_cast<int>(pages.size());
    std::vector<PageText> texts;
    for (const QString &page : pages)
        texts.push_back({page, 595, 842, QString::number(texts.size() + 1), false});
    must(documents.storeRead(number, facts, texts, {}, QStringLiteral("test")));
    must(journal::appendReceipt(database, {m_options.reviewer, m_options.clock()}));
    must(transaction.commit());
    return sha;
}

Passage TemporaryCase::passage(const Sha256 &document, int pageIndex, const QString &words)
{
    const QString text = must(m_file->pageText(document, pageIndex)).text;
    const qsizetype start = text.indexOf(words);
    const auto made = makePassage(document, pageIndex, text, start, pageIndex, text, start + words.size());
    if (start < 0 || !made)
        throw std::runtime_error("these words are not on the page");
    return *made;
}

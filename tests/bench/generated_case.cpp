// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/generated_case.h"

#include "model/store/database.h"
#include "model/store/document_table.h"
#include "model/store/finding_counts.h"
#include "model/store/link_table.h"
#include "model/store/subject_table.h"
#include "model/store/tag_table.h"
#include "model/store/transaction.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace model;
using namespace model::store;

namespace {

/// Ends the program: a benchmark on half a case would say nothing.
template <class T> T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s %s\n", qPrintable(result.error().sentence), qPrintable(result.error().detail));
        std::exit(1);
    }
    return std::move(*result);
}
void must(const Result<void> &result)
{
    if (!result) {
        std::fprintf(stderr, "%s %s\n", qPrintable(result.error().sentence), qPrintable(result.error().detail));
        std::exit(1);
    }
}

class ZipfWords final {
public:
    explicit ZipfWords(int vocabulary)
        : m_shares(static_cast<size_t>(vocabulary))
    {
        double sum = 0;
        for (size_t i = 0; i < m_shares.size(); ++i) {
            sum += 1 / (static_cast<double>(i) + 2.7);
            m_shares[i] = sum;
            m_words.push_back(generatedWord(static_cast<int>(i)));
        }
    }

    const QString &next(std::mt19937_64 &random) const
    {
        std::uniform_real_distribution<double> place(0, m_shares.back());
        const auto found = std::lower_bound(m_shares.begin(), m_shares.end(), place(random));
        return m_words[static_cast<size_t>(found - m_shares.begin())];
    }

private:
    std::vector<double> m_shares; ///< summed up
    std::vector<QString> m_words;
};

QString pageOfWords(const ZipfWords &words, int count, std::mt19937_64 &random)
{
    QString text;
    for (int i = 0; i < count; ++i) {
        text += words.next(random);
        text += i % 12 == 11 ? u'\n' : u' ';
    }
    return text;
}

std::vector<SubjectId> addSubjects(Database &database, SubjectKind kind, int count)
{
    const bool partner = kind == SubjectKind::Partner;
    std::vector<SubjectId> ids;
    SubjectTable table(database);
    for (int i = 0; i < count; ++i) {
        ids.push_back(SubjectId::create());
        const QString word = generatedWord(1'000'000 + i);
        must(table.insert(ids.back(), kind,
                          partner ? QStringLiteral("Partner %1 %2").arg(i).arg(word)
                                  : QStringLiteral("%1 · %2 %3")
                                        .arg(i % 2 ? QStringLiteral("read") : QStringLiteral("receive"), word)
                                        .arg(i)));
    }
    return ids;
}

} // namespace

QString generatedWord(int number)
{
    static const char *const syllables[] = {"ba", "ce", "di", "fo", "gu", "ha", "je", "ki",
                                            "lo", "mu", "na", "pe", "ri", "so", "tu", "ve"};
    QString word;
    for (unsigned rest = static_cast<unsigned>(number) + 17; rest > 0; rest /= 16)
        word += QLatin1String(syllables[rest % 16]);
    return word;
}

Result<qint64> generateCase(const QString &path, const GeneratedSize &size)
{
    auto created = session::CaseFile::create(path, {QStringLiteral("Holder")}, {QStringLiteral("Bench")});
    if (!created)
        return created.error();
    Database &database = (*created)->database();
    std::mt19937_64 random(1);
    const ZipfWords words(size.vocabulary);
    const int documents = (size.pages + size.pagesPerDocument - 1) / size.pagesPerDocument;
    std::vector<Sha256> shas;
    qint64 textBytes = 0;
    DocumentTable table(database);
    for (int i = 0; i < documents;) {
        auto transaction = must(Transaction::begin(database));
        const qint64 bundle = must(table.addBundle(QStringLiteral("bundle %1").arg(i), 0));
        for (const int end = std::min(documents, i + 40); i < end; ++i) {
            shas.push_back(Sha256::of(QByteArray::number(i)));
            const qint64 number = must(table.addDocument(shas.back(), 1));
            must(table.addOrigin(number, bundle, QStringLiteral("bundle/%1.pdf").arg(i)));
            std::vector<PageText> pages;
            for (int page = 0; page < std::min(size.pagesPerDocument, size.pages - i * size.pagesPerDocument); ++page) {
                pages.push_back({pageOfWords(words, size.wordsPerPage, random), 595, 842, {}, false});
                textBytes += pages.back().text.size();
            }
            DocumentFacts facts;
            facts.kind = FileKind::Pdf;
            facts.pageCount = static_cast<int>(pages.size());
            facts.title = QStringLiteral("Document %1").arg(i);
            must(table.storeRead(number, facts, pages, {}, QStringLiteral("bench")));
        }
        must(transaction.commit());
    }

    auto transaction = must(Transaction::begin(database));
    const auto partners = addSubjects(database, SubjectKind::Partner, size.partners);
    const auto permissions = addSubjects(database, SubjectKind::Permission, size.permissions);
    TagTable tags(database);
    LinkTable links(database);
    FindingCounts counts(database);
    const Signature by{QStringLiteral("Bench"), 0};
    std::uniform_int_distribution<size_t> somePartner(0, partners.size() - 1);
    std::uniform_int_distribution<size_t> somePermission(0, permissions.size() - 1);
    for (int i = 0; i < size.tags; ++i) {
        const size_t document = static_cast<size_t>(i) % shas.size();
        const int page = (i / static_cast<int>(shas.size())) % size.pagesPerDocument;
        const Tag tag{TagId::create(),
                      TagKind::Evidence,
                      {shas[document], page, 0, page, 20, QStringLiteral("words of evidence"), {}, {}},
                      {}};
        const EvidenceLink link{LinkId::create(),
                                tag.id,
                                {partners[somePartner(random)], permissions[somePermission(random)]},
                                allStances[static_cast<size_t>(i % 5)]};
        must(tags.insert(tag, by));
        must(links.insert(link, by));
        must(counts.add(link.finding, link.stance, static_cast<qint64>(document) + 1));
    }
    must(transaction.commit());
    must(database.run("PRAGMA optimize"));
    return textBytes;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Search, matrix, opening and deciding on a large made-up case, against the budgets.
// usage: bench_case FOLDER [--large]      the case is made in FOLDER the first time and kept there
#include "model/session/case_file.h"
#include "model/session/gestures.h"
#include "model/session/search.h"
#include "tests/bench/generated_case.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <functional>
#include <sys/resource.h>

using namespace model;
using namespace model::session;

namespace {

struct Spread {
    double median = 0;
    double high = 0; ///< 95th percentile
};

Spread measure(int runs, const std::function<bool(int)> &work)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        if (!work(run)) {
            std::fprintf(stderr, "the measured work failed\n");
            std::exit(1);
        }
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[(times.size() * 95) / 100]};
}

void print(const char *what, const Spread &spread, double budget)
{
    std::printf("%-58s %9.2f %9.2f %9.0f\n", what, spread.median, spread.high, budget);
}

std::unique_ptr<CaseFile> openCase(const QString &path, Access access)
{
    auto opened = CaseFile::open(path, access, {QStringLiteral("Bench")});
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().sentence));
        std::exit(1);
    }
    return std::move(*opened);
}

bool found(const Result<SearchPage> &page)
{
    return page && !page->hits.empty();
}

void searches(const CaseFile &file)
{
    // Word numbers are ranks in Zipf's law: the first ones are on nearly every page, those past a few hundred on a few
    // in a hundred.
    const auto rare = [&](int run) { return generatedWord(2'000 + run * 37); };
    print("search: a rare word, ranked",
          measure(100, [&](int run) { return found(searchCase(file, rare(run), 0, 50)); }), 50);
    print("search: two words OR, ranked",
          measure(100,
                  [&](int run) {
                      return found(searchCase(file, rare(run) + QStringLiteral(" OR ") + rare(run + 7), 0, 50));
                  }),
          50);
    print("search: prefix of a rare word",
          measure(100, [&](int run) { return found(searchCase(file, rare(run) + u'*', 0, 50)); }), 50);
    print("search: a phrase",
          measure(50,
                  [&](int run) {
                      return searchCase(file, QStringLiteral("\"%1 %2\"").arg(rare(run), generatedWord(3)), 0, 50)
                          .has_value();
                  }),
          50);
    print("search: fuzzy, one edit",
          measure(50, [&](int run) { return found(searchCase(file, rare(run) + u'~', 0, 50)); }), 50);
    print(
        "search: a word on most pages, quickest order",
        measure(50,
                [&](int run) { return found(searchCase(file, generatedWord(run % 5), 0, 50, SearchOrder::Quickest)); }),
        50);
}

} // namespace

int main(int argumentCount, char **arguments)
{
    if (argumentCount < 2)
        return 2;
    GeneratedSize size;
    if (argumentCount > 2 && std::strcmp(arguments[2], "--large") == 0)
        size.pages = 1'000'000;
    const QString folder = QString::fromLocal8Bit(arguments[1]);
    const QString path = QStringLiteral("%1/generated-%2.carveout").arg(folder).arg(size.pages);
    const QString sizeNote = path + QStringLiteral("/text-bytes");
    QDir().mkpath(folder);
    if (!QFileInfo::exists(sizeNote)) {
        QDir(path).removeRecursively();
        std::fprintf(stderr, "making a case of %d pages and %d tags ...\n", size.pages, size.tags);
        const auto bytes = generateCase(path, size);
        if (!bytes)
            return 1;
        QFile note(sizeNote);
        if (!note.open(QIODevice::WriteOnly) || note.write(QByteArray::number(*bytes)) < 0)
            return 1;
    }

    std::printf("a case of %d pages, %d x %d, %d tags\n%-58s %9s %9s %9s\n", size.pages, size.partners,
                size.permissions, size.tags, "milliseconds", "median", "95 %", "budget");
    print("opened for work: case, documents, names",
          measure(5,
                  [&](int) {
                      const auto file = openCase(path, Access::ReadWrite);
                      return file->documents() && file->bundles() && file->subjects(SubjectKind::Partner) &&
                             file->undoDescription();
                  }),
          500);
    const auto file = openCase(path, Access::ReadWrite);
    print("matrix", measure(20, [&](int) { return file->matrix().has_value(); }), 100);
    searches(*file);
    print("a decision (one commit to disk)",
          measure(50,
                  [&](int run) {
                      const auto decision =
                          journal::Decision{{journal::AddNote{{NoteId::create(), WholeCase{}, QString::number(run)}}}};
                      return file->decide(decision).has_value();
                  }),
          50);

    QFile note(sizeNote);
    if (note.open(QIODevice::ReadOnly)) {
        const double text = note.readAll().toDouble();
        const auto database = static_cast<double>(QFileInfo(path + QStringLiteral("/case.sqlite")).size());
        std::printf(
            "the database is %.2f x the text, of which the tags take their share (budget for the text alone: 2.5)\n",
            database / text);
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("peak memory %ld MiB\n", usage.ru_maxrss / 1024);
    return 0;
}

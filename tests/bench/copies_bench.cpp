// SPDX-License-Identifier: GPL-3.0-or-later
// copies_bench [DOCUMENTS]: how long it takes to find the copies among invented documents, 100,000 unless said
// otherwise, of which three in ten are copies of others and one in ten the form of another filled in differently.

#include "model/base/parallel.h"
#include "model/copies/clusters.h"
#include "model/copies/likeness.h"
#include "tests/support/invented_papers.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <mutex>
#include <string>

using namespace model;
using namespace model::copies;

namespace {

/// Of this thread, on its processor: other programs on the machine do not count.
double processorSeconds()
{
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

std::vector<QString> paperPages(std::uint64_t number)
{
    PaperMaker maker(number);
    return pagesOf(maker.paper(4 + maker.below(12)).filledParagraphs(), 80, 50);
}

/// Which document a document is a copy of; itself for an original. Copies come after what they are copies of.
std::uint64_t originOf(std::uint64_t number)
{
    return number % 10 >= 7 && number >= 1000 ? number - 1000 - number % 10 : number;
}

std::vector<QString> pagesOfDocument(std::uint64_t number)
{
    const std::uint64_t origin = originOf(number);
    if (origin == number && number % 10 == 6 && number >= 1000) {
        PaperMaker maker(number - 1000);
        InventedPaper form = maker.paper(4 + maker.below(12));
        form.blanks = maker.blanks();
        return pagesOf(form.filledParagraphs(), 80, 50);
    }
    std::vector<QString> pages = paperPages(origin);
    if (number % 10 == 8 && origin != number) {
        PaperMaker maker(number);
        for (QString &page : pages)
            page = maker.misread(page, 15);
    } else if (number % 10 == 9 && origin != number) {
        PaperMaker maker(origin);
        InventedPaper changed = maker.paper(4 + maker.below(12));
        changed.paragraphs[2] = maker.paragraph();
        pages = pagesOf(changed.filledParagraphs(), 60, 50);
    }
    return pages;
}

/// MiB the process has held at most.
long peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::atol(line.c_str() + 6) / 1024;
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const auto count = static_cast<std::size_t>(argc > 1 ? std::atol(argv[1]) : 100000);
    std::vector<TextSignature> signatures(count);
    double made = 0;
    double read = 0;
    std::mutex sum;
    // Texts are made anew whenever they are wanted, as the pages of a case are read again: making them is not counted.
    inParallel(count, [&](std::size_t number) {
        const double begin = processorSeconds();
        const std::vector<QString> pages = pagesOfDocument(number);
        const double making = processorSeconds() - begin;
        const double middle = processorSeconds();
        signatures[number] = signatureOf(documentText(pages), static_cast<qsizetype>(pages.size()));
        const std::lock_guard lock(sum);
        made += making;
        read += processorSeconds() - middle;
    });

    Clusters clusters;
    double making = 0;
    long compared = 0;
    const auto compare = [&](qint64 document, qint64 leader) -> Result<std::optional<double>> {
        const double begin = processorSeconds();
        const auto first = pagesOfDocument(static_cast<std::uint64_t>(document));
        const auto second = pagesOfDocument(static_cast<std::uint64_t>(leader));
        making += processorSeconds() - begin;
        ++compared;
        const Likeness found = likeness(documentText(first), documentText(second));
        return found.isCopy ? std::optional(found.resemblance) : std::nullopt;
    };
    const double begin = processorSeconds();
    std::size_t found = 0;
    std::size_t right = 0;
    std::size_t wanted = 0;
    for (std::size_t number = 0; number < count; ++number) {
        const auto document = static_cast<qint64>(number);
        const auto cluster = clusters.add(document, signatures[number], compare);
        if (!cluster)
            return 1;
        const auto origin = static_cast<qint64>(originOf(number));
        found += cluster->leader != document;
        wanted += origin != document;
        right += cluster->leader != document && cluster->leader == origin;
    }
    const double grouping = processorSeconds() - begin - making;
    const double cores = std::max(1U, std::thread::hardware_concurrency());
    std::printf("Copies among %zu documents, %.0f cores\n", count, cores);
    std::printf("  signatures             %7.1f s (%.0f microseconds a document on a core)\n", read / cores,
                read / static_cast<double>(count) * 1e6);
    std::printf("  grouping, on one core  %7.1f s (%ld pairs compared word by word)\n", grouping, compared);
    std::printf("  together               %7.1f s of processor time (budget: 60 s on two cores)\n",
                read / cores + grouping);
    std::printf("  copies found           %zu of %zu, %zu others taken for copies\n", right, wanted, found - right);
    std::printf("  memory                 %ld MiB at most\n", peakMemory());
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What it takes to show a page, against pdftoppm drawing the same page at the same resolution.
// usage: bench_page CARVEOUT_READER FOLDER [FILES]
#include "model/reader/reader_host.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace model;
using namespace model::reader;

namespace {

constexpr double dotsPerInch = 110;
constexpr int runs = 3;

struct Times {
    double peer = 1e9;    ///< milliseconds: pdftoppm, as a process
    double opened = 1e9;  ///< a fresh reader: open, facts, layout and picture
    double next = 1e9;    ///< the same reader: layout and picture once more
    double process = 1e9; ///< until a fresh reader has said what the file is
};

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double peerTime(const QString &path, int page)
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(QStringLiteral("pdftoppm"),
                  {QStringLiteral("-r"), QString::number(dotsPerInch), QStringLiteral("-f"), QString::number(page + 1),
                   QStringLiteral("-l"), QString::number(page + 1), path});
    process.waitForFinished(-1);
    return milliseconds(timer);
}

/// Draws the whole page in parts, as the page view does. False when a part fails.
bool show(DocumentReader &reader, int page)
{
    const auto layout = reader.pageLayout(page);
    if (!layout)
        return false;
    const double scale = dotsPerInch / 72;
    const int width = std::max(1, static_cast<int>(std::lround(layout->text.width * scale)));
    const int height = std::max(1, static_cast<int>(std::lround(layout->text.height * scale)));
    constexpr int side = RenderRequest::maximumSide;
    for (int y = 0; y < height; y += side) {
        for (int x = 0; x < width; x += side) {
            RenderRequest request;
            request.pageIndex = page;
            request.pixelsPerPoint = scale;
            request.part = QRect(x, y, std::min(side, width - x), std::min(side, height - y));
            if (!reader.render(request))
                return false;
        }
    }
    return true;
}

bool measure(ReaderHost &host, const QString &path, Times &times)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        auto reader = host.open(file.handle());
        if (!reader)
            return false;
        const auto facts = (*reader)->facts();
        times.process = std::min(times.process, milliseconds(timer));
        if (!facts || facts->pageCount < 1)
            return false;
        const int page = facts->pageCount / 2;
        if (!show(**reader, page))
            return false;
        times.opened = std::min(times.opened, milliseconds(timer));
        timer.restart();
        if (!show(**reader, std::min(page + 1, facts->pageCount - 1)))
            return false;
        times.next = std::min(times.next, milliseconds(timer));
        times.peer = std::min(times.peer, peerTime(path, page));
    }
    return true;
}

double at(std::vector<double> &values, double share)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<size_t>(share * static_cast<double>(values.size() - 1))];
}

} // namespace

int main(int argumentCount, char **arguments)
{
    if (argumentCount < 3)
        return 2;
    const auto host = ReaderHost::start({QString::fromLocal8Bit(arguments[1]), {}, true});
    if (!host) {
        std::fprintf(stderr, "%s\n", qPrintable(host.error().sentence));
        return 1;
    }
    QStringList paths;
    QDirIterator walk(QString::fromLocal8Bit(arguments[2]), {QStringLiteral("*.pdf")}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext())
        paths << walk.next();
    paths.sort();
    const int wanted = argumentCount > 3 ? std::atoi(arguments[3]) : 40;
    const qsizetype stride = std::max<qsizetype>(1, paths.size() / wanted);
    std::vector<double> ratios, next, processes;
    double ours = 0, peers = 0;
    for (qsizetype i = 0; i < paths.size(); i += stride) {
        Times times;
        if (!measure(**host, paths[i], times))
            continue;
        ratios.push_back(times.opened / times.peer);
        next.push_back(times.next);
        processes.push_back(times.process);
        ours += times.opened;
        peers += times.peer;
    }
    if (ratios.empty())
        return 1;
    std::printf(
        "a page shown, %zu documents at %.0f dpi, against pdftoppm: all together %.2f (budget 1.2), median %.2f, "
        "95th percentile %.2f\n",
        ratios.size(), dotsPerInch, ours / peers, at(ratios, 0.5), at(ratios, 0.95));
    std::printf("the next page from the same reader: median %.1f ms, 95th percentile %.1f ms\n", at(next, 0.5),
                at(next, 0.95));
    std::printf("a fresh reader until it has said what the file is: median %.1f ms (budget 5 ms)\n",
                at(processes, 0.5));
    return 0;
}

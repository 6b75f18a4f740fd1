// SPDX-License-Identifier: GPL-3.0-or-later
// How long the matrix takes for a step of scrolling, and for what else the reporter asks of it, with 1,000 partners and
// 100 permissions, against a frame. Run it with QT_QPA_PLATFORM=offscreen or a display.
#include "ui/common/appearance.h"
#include "ui/matrix/matrix_table.h"
#include "ui/matrix/matrix_table_model.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <functional>
#include <random>

using namespace ui::matrix;
using namespace model;

namespace {

constexpr double frame = 16;   ///< ms
constexpr double longest = 50; ///< ms that the window may be away
constexpr int partners = 1000;
constexpr int permissions = 100;

QString groupName(int group)
{
    return QStringLiteral("group %1").arg(group, 2, 10, QChar(u'0'));
}

/// Every second cell has a finding with evidence of several stances; five permissions to a kind of data, and, where
/// partners have groups, fifty to a group.
MatrixContents made(bool grouped)
{
    std::mt19937 random(1);
    std::uniform_int_distribution<int> some(0, 9);
    MatrixContents contents;
    for (int i = 0; i < partners; ++i)
        contents.matrix.partners.push_back({SubjectId::create(),
                                            SubjectKind::Partner,
                                            QStringLiteral("Partner %1 of the bundle").arg(i, 4, 10, QChar(u'0')),
                                            {},
                                            std::nullopt,
                                            grouped ? groupName(i / 50) : QString()});
    for (int i = 0; i < permissions; ++i)
        contents.matrix.permissions.push_back(
            {SubjectId::create(),
             SubjectKind::Permission,
             QStringLiteral("%1 · kind of data %2").arg(QChar(u'a' + i % 5)).arg(i / 5, 2, 10, QChar(u'0')),
             {},
             std::nullopt});
    for (int i = 0; i < partners * permissions; i += 2) {
        const auto verdict = static_cast<Verdict>(some(random) % 5);
        contents.matrix.cells.push_back({i / permissions,
                                         i % permissions,
                                         {verdict, {}},
                                         {some(random), some(random) % 2, some(random) % 2, some(random) % 2, 1},
                                         some(random)});
        contents.suggested.push_back(some(random));
    }
    return contents;
}

/// Of this thread, which is the one that paints: the machine may be shared.
double processorMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Prints it; false when one in twenty is longer than a frame.
bool measure(const char *what, int runs, const std::function<void(int)> &step, double budget = frame)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const double before = processorMs();
        step(run);
        times.push_back(processorMs() - before);
    }
    std::sort(times.begin(), times.end());
    const double high = times[times.size() * 95 / 100];
    QTextStream(stdout) << QString::asprintf("%-58s %9.2f %9.2f %9.0f\n", what, times[times.size() / 2], high, budget);
    return high <= budget;
}

bool scroll(MatrixTable &table, const QSize &size)
{
    table.resize(size);
    QCoreApplication::processEvents();
    // A move of the wheel by one notch, three lines; and a whole page, where all has to be painted anew.
    const auto by = [](QScrollBar &bar, int distance) {
        bar.setValue(bar.value() + distance > bar.maximum() ? 0 : bar.value() + distance);
        QCoreApplication::processEvents();
    };
    QScrollBar &down = *table.verticalScrollBar();
    QScrollBar &across = *table.horizontalScrollBar();
    const auto name = [&size](const char *step) {
        return QStringLiteral("matrix, %1 x %2: %3")
            .arg(size.width())
            .arg(size.height())
            .arg(QLatin1String(step))
            .toLatin1();
    };
    bool smooth = measure(name("a step down"), 300, [&](int) { by(down, 3 * down.singleStep()); });
    smooth &= measure(name("a step across"), 300, [&](int) { by(across, 3 * across.singleStep()); });
    smooth &= measure(name("a page down"), 100, [&](int) { by(down, down.pageStep()); });
    smooth &= measure(name("a page across"), 100, [&](int) { by(across, across.pageStep()); });
    smooth &= measure(name("the next cell, by keyboard"), 100, [&](int run) {
        table.setCurrentIndex(table.model()->index(run, run % permissions));
        QCoreApplication::processEvents();
    });
    return smooth;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::applyAppearance(ui::Appearance::Light);
    QTextStream(stdout) << QString::asprintf("a matrix of %d x %d\n%-58s %9s %9s %9s\n", partners, permissions,
                                             "ms of processor time", "median", "95 %", "budget");
    const MatrixContents contents = made(false);
    MatrixTableModel model;
    model.setMatrix(arranged(contents, {}, {}));
    MatrixTable table(model);
    table.setShowsHeat(true);
    table.show();
    bool smooth = scroll(table, {900, 600});
    smooth &= scroll(table, {2560, 1300});

    MatrixLayout layout;
    for (int run = 0; run < permissions / 5; ++run)
        layout.folded.insert(QStringLiteral("kind of data %1").arg(run, 2, 10, QChar(u'0')));
    MatrixFilter filter;
    smooth &= measure(
        "filter as one types, and paint", 20,
        [&](int run) {
            filter.text = QStringLiteral("partner 0%1").arg(run % 10);
            model.setMatrix(arranged(contents, filter, {}));
            QCoreApplication::processEvents();
        },
        longest);
    smooth &= measure(
        "sort or unfold all, and paint", 20,
        [&](int run) {
            layout.order = run % 2 ? RowOrder::Evidence : RowOrder::Findings;
            model.setMatrix(arranged(contents, {}, run % 4 < 2 ? layout : MatrixLayout()));
            QCoreApplication::processEvents();
        },
        longest);
    const MatrixContents grouped = made(true);
    MatrixLayout foldedGroups;
    for (int group = 0; group < partners / 50; ++group)
        foldedGroups.foldedGroups.insert(groupName(group));
    smooth &= measure(
        "partners in groups: sort, fold or unfold all, and paint", 20,
        [&](int run) {
            foldedGroups.order = run % 2 ? RowOrder::Evidence : RowOrder::Findings;
            model.setMatrix(arranged(grouped, {}, run % 4 < 2 ? foldedGroups : MatrixLayout()));
            QCoreApplication::processEvents();
        },
        longest);
    return smooth ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_reporter.h"

#include "ui/matrix/finding_panel.h"
#include "ui/matrix/matrix_table_model.h"

#include <QTableView>

using namespace model;

namespace {

/// As short as the lines for dates take it: "3/13".
QString byHand(const std::optional<PartialDate> &date)
{
    if (!date)
        return {};
    return date->month > 0 ? QStringLiteral("%1/%2").arg(date->month).arg(date->year % 100, 2, 10, QLatin1Char('0'))
                           : QString::number(date->year);
}

QString byHand(const model::Period &period)
{
    return period.isEmpty() ? QString() : byHand(period.from) + u'-' + byHand(period.to);
}

/// Whether what the evidence adds up to is what is concluded.
bool isTaken(const ui::matrix::FindingDetails &details)
{
    const auto holds = [](const auto &proposed, const auto &now) { return !proposed || proposed == now; };
    return holds(details.proposed.period.from, details.conclusion.period.from) &&
           holds(details.proposed.period.to, details.conclusion.period.to);
}

} // namespace

/// From finding to finding; the first is chosen from the start.
void Reporter::conclude()
{
    press(Qt::Key_2, Qt::ControlModifier);
    const auto &model = *static_cast<const ui::matrix::MatrixTableModel *>(driven.list("matrixTable").model());
    auto *table = driven.find<QTableView>("matrixTable");
    REQUIRE(inTime([&] { return table->hasFocus() && table->currentIndex().isValid(); }));
    const auto &details = driven.find<ui::matrix::FindingPanel>("findingPanel")->details();
    const size_t count = matrix().size();
    REQUIRE(inTime([&] { return model.matrix().cells.size() == count; }));
    for (size_t i = 0; i < count; ++i) {
        REQUIRE(inTime([&] {
            return driven.window.focusWidget() == table && details &&
                   details->finding == model.finding(table->currentIndex());
        }));
        const auto wanted = gold->findings().find({details->partner, details->permission});
        if (wanted != gold->findings().end())
            concludeOn(wanted->second);
        else
            press(Qt::Key_N);
    }
    report("verdicts and periods");
    std::cout << "  of these " << count << " from cell to cell\n";
}

/// Of the nearest finding before it in its row that has one.
model::Period Reporter::periodBefore(const FindingKey &finding)
{
    const auto &model = *static_cast<const ui::matrix::MatrixTableModel *>(driven.list("matrixTable").model());
    const QModelIndex here = model.indexOf(finding);
    for (int column = here.column() - 1; column >= 0; --column) {
        const QModelIndex index = here.siblingAtColumn(column);
        const auto before = model.cell(index) ? model.finding(index) : std::nullopt;
        const model::Period period = before ? must(look().conclusion(*before)).period : model::Period();
        if (!period.isEmpty())
            return period;
    }
    return {};
}

/// What the panel shows, after everything that may be pressed in this order; the cheapest that comes to what is true.
void Reporter::concludeOn(const SampleGold::Finding &wanted)
{
    const auto &details = driven.find<ui::matrix::FindingPanel>("findingPanel")->details();
    const model::Period period{PartialDate::fromString(wanted.from), PartialDate::fromString(wanted.to)};
    enum class Dates { None, Before, End, Both };
    struct Way {
        bool anew = false;
        bool verdict = false;
        Dates dates = Dates::None;
        bool conclude = false;
        int cost = 1000;
    };
    const model::Period before = periodBefore(details->finding);
    const auto costOf = [&](Dates dates) {
        return dates == Dates::None     ? 0
               : dates == Dates::Before ? 1
               : dates == Dates::End    ? 2 + static_cast<int>(byHand(period.to).size())
                                        : 2 + static_cast<int>(byHand(period).size());
    };
    const Conclusion proposed = details->proposed;
    const Conclusion truth{wanted.verdict, period};
    Way best;
    for (int i = 0; i < 32; ++i) {
        Way way{(i & 1) != 0, (i & 2) != 0, static_cast<Dates>(i / 8), (i & 4) != 0};
        Conclusion now = details->conclusion;
        const auto take = [&](bool all) {
            if (proposed.verdict != Verdict::Open && (all || now.verdict == Verdict::Open))
                now.verdict = proposed.verdict;
            for (auto end : {&model::Period::from, &model::Period::to}) {
                if ((proposed.period.*end) && (all || !(now.period.*end)))
                    now.period.*end = proposed.period.*end;
            }
        };
        if (way.anew)
            take(true);
        if (way.verdict)
            now.verdict = wanted.verdict;
        if (way.dates == Dates::Both)
            now.period = period;
        else if (way.dates == Dates::Before && !before.isEmpty())
            now.period = before;
        else if (way.dates == Dates::End)
            now.period.to = period.to;
        if (way.conclude)
            take(false);
        way.cost = way.anew + way.verdict + costOf(way.dates);
        if (now == truth && way.cost < best.cost)
            best = way;
    }
    REQUIRE(best.cost < 1000);
    if (best.anew)
        press(Qt::Key_A, Qt::ShiftModifier);
    if (best.verdict)
        press(static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(wanted.verdict)));
    if (best.anew || best.verdict)
        REQUIRE(inTime([&] {
            return details && (!best.verdict || details->conclusion.verdict == wanted.verdict) &&
                   (!best.anew || isTaken(*details));
        }));
    if (best.dates == Dates::Before) {
        press(Qt::Key_Equal);
        REQUIRE(inTime([&] { return details && details->conclusion.period == before; }));
    } else if (best.dates != Dates::None) {
        const bool isEnd = best.dates == Dates::End;
        press(Qt::Key_D, isEnd ? Qt::ShiftModifier : Qt::NoModifier);
        if (isEnd ? !period.to : period.isEmpty())
            press(Qt::Key_Delete);
        type(isEnd ? byHand(period.to) : byHand(period));
        press(Qt::Key_Return);
        if (!isEnd && period.isEmpty()) {
            press(Qt::Key_Delete);
            press(Qt::Key_Return);
        }
        REQUIRE(inTime([&] {
            return details && details->conclusion.period.to == period.to &&
                   (isEnd || details->conclusion.period == period);
        }));
    }
    const FindingKey concluded = details->finding;
    press(best.conclude ? Qt::Key_A : Qt::Key_N);
    // The next may be like it.
    REQUIRE(inTime([&] { return must(look().conclusion(concluded)) == truth; }));
}

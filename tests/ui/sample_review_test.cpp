// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_reporter.h"

TEST_CASE("the sample bundle goes from files to its true matrix by keyboard alone")
{
    Reporter reporter;
    reporter.import();
    reporter.goThroughSuggestions();
    reporter.linkWhatIsMissing();
    reporter.conclude();
    reporter.exportMatrix();
    // What was decided last may still be on its way.
    std::map<SampleGold::Cell, SampleGold::Finding> found;
    static_cast<void>(inTime([&] {
        found = reporter.matrix();
        return found == reporter.gold->findings();
    }));
    for (const auto &[cell, finding] : reporter.gold->findings()) {
        INFO(cell.first.toStdString() << " x " << cell.second.toStdString());
        REQUIRE(found.contains(cell));
        CHECK(found.at(cell) == finding);
    }
    CHECK(found.size() == reporter.gold->findings().size());
    std::cout << "all: " << reporter.presses << " key presses, "
              << static_cast<double>(reporter.presses) / static_cast<double>(found.size()) << " per finding\n";
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/saved_search_model.h"

#include "model/session/remembered.h"
#include "model/store/query.h"
#include "tests/ui/opened_case.h"

using namespace model::session;
using namespace ui::search;

namespace {

/// A case in which one search is saved.
struct Fixture {
    Fixture()
    {
        must(remember(opened.temporary.file(), savedSearchesKey, toText({inbox})));
        opened.open();
    }
    /// Runs it where decisions are written, after everything that was asked for before.
    void write(std::function<void(CaseFile &)> act)
    {
        const auto done = std::make_shared<std::atomic<bool>>(false);
        opened.session().writeForImport([act = std::move(act), done](CaseFile &file) {
            act(file);
            *done = true;
        });
        REQUIRE(eventually([&] { return done->load(); }));
    }
    std::vector<SavedSearch> stored()
    {
        std::vector<SavedSearch> searches;
        write([&searches](CaseFile &file) { searches = must(savedSearches(file)); });
        return searches;
    }

    const SavedSearch inbox = {QStringLiteral("Inbox"), QStringLiteral("messages"), 2};
    const SavedSearch letters = {QStringLiteral("Letters"), QStringLiteral("letter*"), 1};
    OpenedCase opened;
};

} // namespace

TEST_CASE_METHOD(Fixture, "a search saved before the stored ones are here joins them")
{
    SavedSearchModel model(opened.session());
    model.save(letters.name, letters.query, letters.seen);
    REQUIRE(eventually([&] { return model.rowCount() == 2; }));
    CHECK(model.search(0) == inbox);
    CHECK(model.search(1) == letters);
    CHECK(stored() == std::vector<SavedSearch>{inbox, letters});
}

TEST_CASE_METHOD(Fixture, "a search saved before the stored ones are here replaces the one of its name")
{
    SavedSearchModel model(opened.session());
    model.save(inbox.name, letters.query, letters.seen);
    CHECK(eventually([&] { return stored() == std::vector<SavedSearch>{{inbox.name, letters.query, letters.seen}}; }));
    CHECK(model.rowCount() == 1);
}

TEST_CASE_METHOD(Fixture, "where the stored searches cannot be read nothing is written over them, and it is said")
{
    const auto rename = [this](const char *from, const char *to) {
        write([sql = QByteArray("ALTER TABLE ") + from + " RENAME TO " + to](CaseFile &file) {
            must(model::store::execute(file.database(), sql));
        });
    };
    rename("remembered", "hidden");
    SavedSearchModel model(opened.session());
    QSignalSpy problems(&model, &SavedSearchModel::problem);
    REQUIRE(eventually([&] { return problems.size() == 1; }));
    CHECK(problems.front().front().toString().startsWith(QStringLiteral("The saved searches could not be read")));
    rename("hidden", "remembered");
    model.save(letters.name, letters.query, letters.seen);
    CHECK(eventually([&] { return stored() == std::vector<SavedSearch>{inbox, letters}; }));
    CHECK(model.rowCount() == 2);
}

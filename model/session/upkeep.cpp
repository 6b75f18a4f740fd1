// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/upkeep.h"

#include "model/session/copy_renewal.h"
#include "model/session/search.h"
#include "model/session/search_renewal.h"
#include "model/store/case_opening.h"
#include "model/store/copy_groups.h"

#include <QFileInfo>

#include <future>

namespace model::session {

Upkeep::Upkeep(Options options)
    : m_options(std::move(options))
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

void Upkeep::run(const std::stop_token &stop) const
{
    const auto file = CaseFile::open(m_options.casePath, Access::ReadOnly, m_options.file);
    if (!file)
        return; // whoever asks the case something is told why
    if (const auto sound = checkFile(**file, stop); !sound) {
        if (sound.error().kind == ErrorKind::Damaged)
            m_options.damaged({ErrorKind::Damaged, store::damagedSentence(store::CaseFolder(m_options.casePath)),
                               sound.error().detail});
        return;
    }
    if (!m_options.mayWrite)
        return;
    renewSearch(**file, stop);
    findCopies(**file, stop);
}

Result<void> Upkeep::checkFile(const CaseFile &file, const std::stop_token &stop) const
{
    const store::CaseFolder folder(m_options.casePath);
    // A smaller one was checked when it was opened for writing.
    if (QFileInfo(folder.databasePath()).size() <= store::checkedWholeBytes)
        return {};
    return store::checkWhole(file.database(), stop);
}

void Upkeep::inSteps(const std::stop_token &stop, const std::function<Result<bool>(CaseFile &)> &step,
                     const std::function<void(bool done)> &written) const
{
    while (!stop.stop_requested()) {
        const auto promise = std::make_shared<std::promise<Result<bool>>>();
        std::future<Result<bool>> outcome = promise->get_future();
        m_options.write([step, promise = std::move(promise)](CaseFile &writer) { promise->set_value(step(writer)); });
        try {
            const Result<bool> done = outcome.get();
            if (!done)
                return; // the next opening, or import, tries again
            written(*done);
            if (*done)
                return;
        } catch (const std::future_error &) {
            return; // the case was closed
        }
    }
}

void Upkeep::findCopies(const CaseFile &file, const std::stop_token &stop) const
{
    const auto areFound = store::copiesAreFound(file.database());
    if (!areFound || *areFound)
        return;
    const auto before = store::CopyGroups(file.database()).origins();
    const auto renewal = std::make_shared<CopyRenewal>();
    inSteps(
        stop, [renewal](CaseFile &writer) { return renewal->step(writer); },
        [&](bool done) {
            const auto now = done ? store::CopyGroups(file.database()).origins() : before;
            if (done && (!before || !now || *before != *now))
                m_options.copiesFound();
        });
}

void Upkeep::renewSearch(const CaseFile &file, const std::stop_token &stop) const
{
    const auto isCurrent = searchIsCurrent(file);
    if (!isCurrent || *isCurrent)
        return;
    const auto renewal = std::make_shared<SearchRenewal>();
    inSteps(
        stop, [renewal](CaseFile &writer) { return renewal->step(writer); },
        [&](bool done) { m_options.renewingSearch(done ? renewal->total() : renewal->done(), renewal->total()); });
}

} // namespace model::session

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/known_blank.h"

#include "model/store/field_search.h"
#include "model/store/hit_reader.h"
#include "model/store/naming_pages.h"
#include "model/store/transaction.h"

#include <algorithm>

namespace model::session {
namespace {

using search::PageSet;

qint64 countOf(const PageSet &pages)
{
    qint64 count = 0;
    for (const PageSet::Run &run : pages.runs())
        count += run.last - run.first + 1;
    return count;
}

Result<void> addPages(store::HitReader &reader, const PageSet &pages, bool areRead, std::vector<NamingPage> &to)
{
    for (const PageSet::Run &run : pages.runs()) {
        for (qint64 id = run.first; id <= run.last; ++id) {
            if (to.size() >= mostNamingPages)
                return {};
            auto hit = reader.read(id, store::HitReader::Break::None);
            if (!hit)
                return hit.error();
            to.push_back({*std::move(hit), areRead});
        }
    }
    return {};
}

} // namespace

Result<KnownBlank> knownBlank(const CaseFile &file, const Subject &partner, const Subject &permission)
{
    const store::Snapshot snapshot(file.database());
    const auto namingPartner = store::pagesNaming(file.database(), partner);
    if (!namingPartner)
        return namingPartner.error();
    const auto namingPermission = store::pagesNaming(file.database(), permission);
    if (!namingPermission)
        return namingPermission.error();
    QStringList remarks;
    const auto read = store::pagesOfField(file.database(), search::Field::Read, QStringLiteral("yes"), remarks);
    if (!read)
        return read.error();
    const PageSet both = namingPartner->pages.intersected(namingPermission->pages);
    const PageSet unread = both.intersected(read->inverted());
    KnownBlank blank{countOf(both), countOf(unread), {}};
    if (namingPartner->words.empty())
        blank.wordless += partner.name;
    if (namingPermission->words.empty())
        blank.wordless += permission.name;
    std::vector<search::TextMatch> shown = namingPartner->words;
    shown.insert(shown.end(), namingPermission->words.begin(), namingPermission->words.end());
    store::HitReader reader(file.database(), shown);
    if (const auto added = addPages(reader, unread, false, blank.first); !added)
        return added.error();
    if (const auto added = addPages(reader, both.intersected(*read), true, blank.first); !added)
        return added.error();
    return blank;
}

} // namespace model::session

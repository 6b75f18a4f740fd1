// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_reporter.h"

#include "model/annotate/names.h"
#include "model/session/suggestions.h"

#include <QListView>
#include <QListWidget>

using namespace model;

namespace {

constexpr double listedScore = 0.4; ///< what is less likely is not listed

} // namespace

Reporter::Judgement Reporter::judge(const LinkSuggestion &suggestion)
{
    const QString partner = gold->partnerCalled(suggestion.partner);
    const bool isMet =
        std::any_of(m_decided.begin(), m_decided.end(), [&](const Cell &cell) { return cell.first == partner; });
    const bool isSpelled = partner == suggestion.partner || m_otherNames.contains(suggestion.partner) ||
                           (isMet && annotate::nameKeyOf(partner) == annotate::nameKeyOf(suggestion.partner));
    const QString spelled = isSpelled ? QString() : partner;
    const SampleGold::Link *other = nullptr;
    const SampleGold::Link *right = nullptr;
    for (const SampleGold::Link &link : gold->links()) {
        if (link.partner != partner || !isEvidenceFor(suggestion, link))
            continue;
        const Cell cell{link.partner, link.permission};
        if (link.permission == suggestion.permission)
            right = right && right->stance == suggestion.stance ? right : &link;
        else if (!m_decided.contains(cell) && !m_reachable.contains(cell))
            other = &link;
    }
    if (other && !right)
        return {true, other->stance == suggestion.stance ? std::nullopt : std::optional(other->stance), spelled,
                other->permission};
    if (!right)
        return {};
    return {true, right->stance == suggestion.stance ? std::nullopt : std::optional(right->stance), spelled, {}};
}

/// In the list of what is decided at once: to this row, with its tick as it is, or changed where that is all the same.
void Reporter::goToRow(int row, bool keepsTick)
{
    const auto &list = *panel().batch().list();
    const int away = std::abs(list.currentRow() - row);
    const Qt::Key digit = static_cast<Qt::Key>(Qt::Key_0 + (row + 1) % 10);
    if (away == 0)
        return;
    if (!keepsTick || away > 2) {
        press(digit);
        if (keepsTick)
            press(digit);
        return;
    }
    // The arrows leave out what is not suggested any more.
    for (int step = 0; step < away && list.currentRow() != row; ++step)
        press(list.currentRow() < row ? Qt::Key_Down : Qt::Key_Up);
}

/// Cells that nothing that is suggested leads to, where the passage is evidence for them: linked from here.
void Reporter::linkFurther(int row, const LinkSuggestion &suggestion, int leastPartners)
{
    std::map<std::pair<QString, Stance>, QStringList> wanted; // partners by permission and stance
    for (const SampleGold::Link &link : gold->links()) {
        const Cell cell{link.partner, link.permission};
        if (!isEvidenceFor(suggestion, link) || m_decided.contains(cell) || m_reachable.contains(cell))
            continue;
        QStringList &partners = wanted[{link.permission, link.stance}];
        if (!partners.contains(link.partner))
            partners += link.partner;
    }
    for (const auto &[what, partners] : wanted) {
        const auto isNew = [&](const QString &partner) { return !m_decided.contains({partner, what.first}); };
        if (partners.size() < leastPartners || !std::all_of(partners.begin(), partners.end(), isNew) || !isThere(row))
            continue;
        goToRow(row, true);
        REQUIRE(inTime([&] { return isInView(suggestion.passage); }));
        // Meanwhile it may have been suggested otherwise.
        if (panel().batch().list()->currentRow() != row)
            continue;
        press(Qt::Key_L);
        fillInLink(partners, what.first, what.second);
        for (const QString &partner : partners)
            m_decided.insert({partner, what.first});
        REQUIRE(inTime([&] { return panel().batch().list()->hasFocus() && isSettled(); }));
    }
}

std::optional<Reporter::Decided> Reporter::decideRow(int row, const LinkSuggestion &suggestion)
{
    if (!isThere(row))
        return std::nullopt;
    const Judgement judgement = judge(suggestion);
    const Qt::Key digit = static_cast<Qt::Key>(Qt::Key_0 + (row + 1) % 10);
    if (judgement.isPlain() || !judgement.isRight) {
        if (panel().batch().isTicked(suggestion.id) != judgement.isRight)
            press(digit);
    } else {
        goToRow(row, false);
        if (judgement.stance) {
            constexpr std::array keys = {Qt::Key_S, Qt::Key_D, Qt::Key_E, Qt::Key_P, Qt::Key_C};
            press(keys[static_cast<size_t>(*judgement.stance)]);
        }
        if (!judgement.partner.isEmpty()) {
            press(Qt::Key_F2);
            typeName(SubjectKind::Partner, judgement.partner);
        }
        if (!judgement.permission.isEmpty()) {
            press(Qt::Key_F2, Qt::ShiftModifier);
            typeName(SubjectKind::Permission, judgement.permission);
        }
    }
    CHECK(panel().batch().list()->hasFocus());
    CHECK(panel().batch().isTicked(suggestion.id) == judgement.isRight);
    if (!judgement.isRight)
        return std::nullopt;
    return Decided{{gold->partnerCalled(suggestion.partner),
                    judgement.permission.isEmpty() ? suggestion.permission : judgement.permission},
                   judgement.partner.isEmpty() ? QString() : suggestion.partner};
}

void Reporter::decideBatch()
{
    const auto rows = panel().batch().suggestions();
    std::vector<Decided> ofRows;
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        const auto link = std::get<LinkSuggestion>(rows[static_cast<size_t>(row)]);
        linkFurther(row, link, 2);
        if (const auto decided = decideRow(row, link)) {
            ofRows.push_back(*decided);
            m_decided.insert(decided->cell);
            if (!decided->otherName.isEmpty())
                m_otherNames.insert(decided->otherName);
        }
        linkFurther(row, link, 1);
    }
    const auto failures = m_failed->size();
    press(Qt::Key_Return);
    REQUIRE(inTime([&] { return isSettled(); }));
    if (m_failed->size() > failures)
        std::cout << "  refused: " << m_failed->back().front().value<Error>().sentence.toStdString() << '\n';
    // What was learned meanwhile may have put another suggestion in its place: that comes in another batch.
    const auto now = matrix();
    for (const Decided &decided : ofRows) {
        if (now.contains(decided.cell))
            continue;
        m_decided.erase(decided.cell);
        m_otherNames.remove(decided.otherName);
    }
}

/// To the list, and ten at once.
void Reporter::openBatch()
{
    if (driven.pages().hasFocus())
        press(Qt::Key_S);
    for (int i = 0; i < 6 && !panel().list()->hasFocus(); ++i)
        press(Qt::Key_F6);
    REQUIRE(panel().list()->hasFocus());
    press(Qt::Key_A);
    REQUIRE(panel().batch().isOpen());
}

void Reporter::goThroughSuggestions()
{
    for (const LinkSuggestion &one : must(session::allSuggestions(look())).links) {
        const Judgement judgement = judge(one);
        if (one.score >= listedScore && judgement.isRight && judgement.permission.isEmpty())
            m_reachable.insert({gold->partnerCalled(one.partner), one.permission});
    }
    // To the list, its findings alone.
    for (int i = 0; i < 4 && !panel().list()->hasFocus(); ++i)
        press(Qt::Key_F6);
    REQUIRE(panel().list()->hasFocus());
    press(Qt::Key_F);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    REQUIRE(inTime([&] { return isSettled() && panel().chosen(); }));
    for (int batches = 0; batches < 100 && panel().count() > 0; ++batches) {
        // The keyboard leaves an empty list, in which there may be something again by now.
        if (!panel().batch().isOpen())
            openBatch();
        decideBatch();
    }
    CHECK(panel().count() == 0);
    report("suggestions");
}

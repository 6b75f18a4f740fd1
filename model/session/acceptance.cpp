// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/acceptance.h"

#include "model/annotate/names.h"
#include "model/session/evidence_conclusion.h"
#include "model/session/gestures.h"
#include "model/store/finding_names.h"
#include "model/store/suggestion_table.h"

#include <algorithm>

namespace model::session {

using namespace journal;

namespace {

Error notOpen()
{
    return {ErrorKind::NotFound, QStringLiteral("This suggestion was decided or made anew meanwhile.")};
}

Error taggedOtherwise(const Tag &tag)
{
    constexpr qsizetype enough = 80;
    const QString &quote = tag.passage.quote;
    const QString words = quote.size() > enough ? quote.left(enough) + u'…' : quote;
    return {ErrorKind::Invalid, QStringLiteral("These words overlap “%1”, which is tagged already (%2). Change that "
                                               "tag, or leave its words out.")
                                    .arg(words.simplified(), toWord(tag.kind))};
}

} // namespace

Result<void> Acceptance::accept(const TagSuggestion &suggestion, const Correction &correction)
{
    TagSuggestion wanted = suggestion;
    wanted.kind = correction.kind.value_or(suggestion.kind);
    if (correction.passage) {
        auto passage = correctedPassage(suggestion.passage, *correction.passage);
        if (!passage)
            return passage.error();
        wanted.passage = *std::move(passage);
    }
    if (!correction.name.isEmpty())
        wanted.name = correction.name;
    else if (wanted.kind != suggestion.kind)
        wanted.name = wanted.kind == TagKind::Evidence ? QString() : wanted.passage.quote;
    // What was suggested is settled by a tag of its kind that overlaps it, and else was wrong.
    if (wanted.kind != suggestion.kind || !wanted.passage.overlaps(suggestion.passage))
        reject(suggestion.passage, RejectedTag{suggestion.kind, suggestion.name});
    const auto made = tagFor(wanted, correction);
    if (!made)
        return made.error();
    if (wanted.kind != TagKind::Partner || suggestion.kind != TagKind::Partner || wanted.name == suggestion.name)
        return {};
    const auto partner = partnerNamed(wanted.name);
    return partner ? addAlias(suggestion.name, *partner) : partner.error();
}

Result<void> Acceptance::accept(const LinkSuggestion &suggestion, const Correction &correction)
{
    const bool isRenamed = !correction.name.isEmpty() && nameKey(correction.name) != nameKey(suggestion.partner);
    const QString permissionName = correction.permission.isEmpty() ? suggestion.permission : correction.permission;
    const auto partner = partnerNamed(isRenamed ? correction.name : suggestion.partner);
    if (!partner)
        return partner.error();
    const auto permission = m_naming.subject(SubjectKind::Permission, permissionName);
    if (!permission)
        return permission.error();
    if (isRenamed) {
        if (const auto added = addAlias(suggestion.partner, *partner); !added)
            return added;
    }
    if (const auto tagged = acceptPart(suggestion.partnerTag, isRenamed ? correction.name : QString()); !tagged)
        return tagged;
    if (const auto tagged = acceptPart(suggestion.permissionTag, correction.permission); !tagged)
        return tagged;
    const auto evidence = evidenceFor(suggestion, correction.passage);
    if (!evidence)
        return evidence.error();
    const FindingKey finding{*partner, *permission};
    const auto linked = isLinked(*evidence, finding);
    if (!linked)
        return linked.error();
    if (!*linked)
        m_links.push_back({LinkId::create(), *evidence, finding, correction.stance.value_or(suggestion.stance)});
    if (!(correction == Correction())) {
        // What was suggested is settled by the same finding on words that overlap it, and else was wrong.
        const auto isSame = isSuggested(finding, suggestion);
        if (!isSame)
            return isSame.error();
        if (!*isSame || (correction.passage && !correction.passage->overlaps(suggestion.passage)))
            reject(suggestion.passage, RejectedLink{suggestion.partner, suggestion.permission, suggestion.stance});
    }
    return acceptPeriod(finding, periodSaid(correction.stance.value_or(suggestion.stance), suggestion.period));
}

Result<bool> Acceptance::holds(const TagSuggestion &suggestion) const
{
    return std::any_of(m_tags.begin(), m_tags.end(), [&suggestion](const Tag &tag) {
        return tag.kind == suggestion.kind && tag.passage.overlaps(suggestion.passage);
    });
}

Result<bool> Acceptance::holds(const LinkSuggestion &suggestion) const
{
    const auto known = m_known.constFind(suggestion.passage.document);
    const auto isOnItsWords = [&](const EvidenceLink &link) {
        const auto isIt = [&](const Tag &tag) {
            return tag.id == link.evidence && tag.passage.overlaps(suggestion.passage);
        };
        return std::any_of(m_tags.begin(), m_tags.end(), isIt) ||
               (known != m_known.constEnd() && std::any_of(known->begin(), known->end(), isIt));
    };
    for (const EvidenceLink &link : m_links) {
        if (!isOnItsWords(link))
            continue;
        const auto isSame = isSuggested(link.finding, suggestion);
        if (!isSame || *isSame)
            return isSame;
    }
    return false;
}

Result<Decision> Acceptance::decision() const
{
    Decision decision{m_naming.additions()};
    const auto append = [&decision](const auto &changes) {
        decision.changes.insert(decision.changes.end(), changes.begin(), changes.end());
    };
    append(m_aliases);
    for (const Tag &tag : m_tags)
        decision.changes.push_back(AddTag{tag});
    for (const EvidenceLink &link : m_links)
        decision.changes.push_back(AddLink{link});
    append(m_periods);
    for (const Rejection &rejection : m_rejections)
        decision.changes.push_back(AddRejection{rejection});
    // Two suggestions may amount to the same.
    if (decision.changes.empty())
        return Error{ErrorKind::Invalid, QStringLiteral("All of this is in the case already.")};
    return decision;
}

Result<void> Acceptance::acceptPart(const std::optional<SuggestionId> &tag, const QString &otherName)
{
    if (!tag)
        return {};
    auto suggestion = store::SuggestionTable(m_file.database()).findTag(*tag);
    if (!suggestion)
        return suggestion.error();
    if (!*suggestion)
        return {};
    if (!otherName.isEmpty())
        (*suggestion)->name = otherName;
    const auto made = tagFor(**suggestion);
    return made ? Result<void>() : made.error();
}

Result<TagId> Acceptance::evidenceFor(const LinkSuggestion &suggestion, const std::optional<Passage> &otherPassage)
{
    auto evidence = store::SuggestionTable(m_file.database()).findTag(suggestion.evidence);
    if (!evidence)
        return evidence.error();
    if (!*evidence)
        return notOpen();
    Correction said;
    if (otherPassage) {
        auto passage = correctedPassage(suggestion.passage, *otherPassage);
        if (!passage)
            return passage.error();
        (*evidence)->passage = *std::move(passage);
        said.passage = otherPassage;
    }
    return tagFor(**evidence, said);
}

Result<Passage> Acceptance::correctedPassage(const Passage &suggested, const Passage &wanted) const
{
    if (wanted.document != suggested.document)
        return Error{ErrorKind::Invalid, QStringLiteral("These words are of another document than the suggestion.")};
    return checkedPassage(m_file, wanted);
}

Result<TagId> Acceptance::tagFor(const TagSuggestion &wanted, const Correction &said)
{
    const auto known = knownTags(wanted.passage.document);
    if (!known)
        return known.error();
    std::optional<Tag> otherwise;
    for (const std::vector<Tag> *tags : {static_cast<const std::vector<Tag> *>(&m_tags), *known}) {
        for (const Tag &tag : *tags) {
            if (tag.kind != wanted.kind || !tag.passage.overlaps(wanted.passage))
                continue;
            const auto fits = hasWhatWasSaid(tag, wanted, said);
            if (!fits)
                return fits.error();
            if (*fits)
                return tag.id;
            if (!otherwise)
                otherwise = tag;
        }
    }
    if (otherwise)
        return taggedOtherwise(*otherwise);
    std::optional<SubjectId> subject;
    if (const auto kind = subjectKindOf(wanted.kind)) {
        const auto named = subjectNamed(*kind, wanted.name);
        if (!named)
            return named.error();
        subject = *named;
    }
    m_tags.push_back({TagId::create(), wanted.kind, wanted.passage, subject});
    return m_tags.back().id;
}

Result<const std::vector<Tag> *> Acceptance::knownTags(const Sha256 &document)
{
    if (!m_known.contains(document)) {
        auto tags = m_file.tagsOfDocument(document);
        if (!tags)
            return tags.error();
        m_known.insert(document, *std::move(tags));
    }
    const std::vector<Tag> &known = *m_known.constFind(document);
    return &known;
}

Result<bool> Acceptance::hasWhatWasSaid(const Tag &tag, const TagSuggestion &wanted, const Correction &said)
{
    if (said.passage && !tag.passage.isSamePlace(wanted.passage))
        return false;
    const auto kind = subjectKindOf(wanted.kind);
    if (!kind || !tag.subject || (said.name.isEmpty() && !said.kind))
        return true;
    const auto named = subjectNamed(*kind, wanted.name);
    if (!named)
        return named.error();
    if (*tag.subject == *named)
        return true;
    const auto root = m_file.rootOf(*tag.subject);
    return root ? Result<bool>(*root == *named) : root.error();
}

Result<SubjectId> Acceptance::subjectNamed(SubjectKind kind, const QString &name)
{
    return kind == SubjectKind::Partner ? partnerNamed(name) : m_naming.subject(kind, name);
}

Result<SubjectId> Acceptance::partnerNamed(const QString &name)
{
    if (const auto known = m_partners.constFind(name); known != m_partners.constEnd())
        return *known;
    const auto found = partnerLike(name);
    if (found)
        m_partners.insert(name, *found);
    return found;
}

Result<SubjectId> Acceptance::partnerLike(const QString &name)
{
    const auto exact = m_file.findSubject(SubjectKind::Partner, name);
    if (exact)
        return exact->id;
    if (exact.error().kind != ErrorKind::NotFound)
        return exact.error();
    const QString key = annotate::nameKeyOf(name);
    const auto partners = m_file.subjects(SubjectKind::Partner);
    if (!partners)
        return partners.error();
    std::vector<SubjectId> roots;
    QStringList names;
    for (const Subject &partner : *partners) {
        const QStringList all = partner.aliases + QStringList(partner.name);
        if (std::none_of(all.begin(), all.end(),
                         [&key](const QString &one) { return annotate::nameKeyOf(one) == key; }))
            continue;
        const auto root = m_file.rootOf(partner.id);
        if (!root)
            return root.error();
        if (std::find(roots.begin(), roots.end(), *root) == roots.end()) {
            roots.push_back(*root);
            names.append(partner.name);
        }
    }
    if (roots.size() > 1)
        return Error{ErrorKind::Ambiguous, QStringLiteral("“%1” may be any of several partners: %2. Tag it by hand.")
                                               .arg(name, names.join(QStringLiteral("; ")))};
    if (!roots.empty())
        return roots.front();
    for (const Change &change : m_naming.additions()) {
        const auto *added = std::get_if<AddSubject>(&change);
        if (added && added->kind == SubjectKind::Partner && annotate::nameKeyOf(added->name) == key)
            return added->id;
    }
    const auto alias = std::find_if(m_aliases.begin(), m_aliases.end(),
                                    [&key](const AddAlias &one) { return annotate::nameKeyOf(one.alias) == key; });
    if (alias != m_aliases.end())
        return alias->id;
    return m_naming.subject(SubjectKind::Partner, name);
}

Result<void> Acceptance::addAlias(const QString &name, const SubjectId &partner)
{
    const QString tidy = tidyName(SubjectKind::Partner, name);
    const auto isThis = [&tidy](const AddAlias &alias) { return nameKey(alias.alias) == nameKey(tidy); };
    const auto known = m_file.findSubject(SubjectKind::Partner, tidy);
    if (!known && known.error().kind == ErrorKind::NotFound && !nameKey(tidy).isEmpty() &&
        std::none_of(m_aliases.begin(), m_aliases.end(), isThis))
        m_aliases.push_back({partner, tidy});
    return known || known.error().kind == ErrorKind::NotFound || known.error().kind == ErrorKind::Ambiguous
               ? Result<void>()
               : known.error();
}

Result<bool> Acceptance::isSuggested(const FindingKey &finding, const LinkSuggestion &suggestion) const
{
    const auto partners = namesOf(SubjectKind::Partner, finding.partner);
    if (!partners)
        return partners.error();
    const auto permissions = namesOf(SubjectKind::Permission, finding.permission);
    if (!permissions)
        return permissions.error();
    const store::FindingNames suggested(annotate::nameKeyOf(suggestion.partner), suggestion.permission);
    for (const QString &partner : *partners) {
        for (const QString &permission : *permissions) {
            if (store::FindingNames(annotate::nameKeyOf(partner), permission).isSame(suggested))
                return true;
        }
    }
    return false;
}

Result<QStringList> Acceptance::namesOf(SubjectKind kind, const SubjectId &subject) const
{
    QStringList names;
    const auto subjects = m_file.subjects(kind);
    if (!subjects)
        return subjects.error();
    for (const Subject &one : *subjects) {
        const auto root = m_file.rootOf(one.id);
        if (!root)
            return root.error();
        if (*root == subject)
            names += one.aliases + QStringList(one.name);
    }
    for (const Change &change : m_naming.additions()) {
        const auto *added = std::get_if<AddSubject>(&change);
        if (added && added->id == subject)
            names += added->name;
    }
    for (const AddAlias &alias : m_aliases) {
        if (alias.id == subject)
            names += alias.alias;
    }
    return names;
}

Result<bool> Acceptance::isLinked(const TagId &evidence, const FindingKey &finding) const
{
    const auto isThis = [&](const EvidenceLink &link) { return link.evidence == evidence && link.finding == finding; };
    if (std::any_of(m_links.begin(), m_links.end(), isThis))
        return true;
    const auto links = m_file.linksOfEvidence(evidence);
    if (!links)
        return links.error();
    for (const EvidenceLink &link : *links) {
        const auto root = m_file.rootOf(link.finding);
        if (!root)
            return root.error();
        if (*root == finding)
            return true;
    }
    return false;
}

Result<void> Acceptance::acceptPeriod(const FindingKey &finding, const Period &said)
{
    if (said.isEmpty())
        return {};
    const auto set =
        std::find_if(m_periods.begin(), m_periods.end(), [&](const SetPeriod &one) { return one.finding == finding; });
    const auto additions = m_naming.additions();
    const bool isNew = std::any_of(additions.begin(), additions.end(), [&](const Change &change) {
        const auto *added = std::get_if<AddSubject>(&change);
        return added && (added->id == finding.partner || added->id == finding.permission);
    });
    Period known = set == m_periods.end() ? Period() : set->period;
    if (set == m_periods.end() && !isNew) {
        const auto conclusion = m_file.conclusion(finding);
        if (!conclusion)
            return conclusion.error();
        known = conclusion->period;
    }
    Period period = known;
    for (auto end : {&Period::from, &Period::to}) {
        if (!(period.*end))
            period.*end = said.*end;
    }
    if (period == known || !period.isOrdered())
        return {};
    if (set == m_periods.end())
        m_periods.push_back({finding, period});
    else
        set->period = period;
    return {};
}

void Acceptance::reject(const Passage &passage, decltype(Rejection::what) what)
{
    m_rejections.push_back({RejectionId::create(), passage, std::move(what)});
}

} // namespace model::session

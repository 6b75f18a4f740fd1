// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/suggesting.h"

#include "model/annotate/names.h"
#include "model/store/holder_table.h"

#include <algorithm>

namespace model::intake {
namespace {

constexpr qsizetype sectionUnits = 400'000;
const QString nobodyInParticular = QStringLiteral("(generic)");

/// A section's pages, and where each begins in its text.
class Section {
public:
    Section(const Sha256 &document, int firstPage, const QStringList &pages)
        : m_document(document)
        , m_firstPage(firstPage)
        , m_pages(pages)
        , m_text(pages.join(u'\f'))
    {
        qsizetype start = 0;
        for (const QString &page : pages) {
            m_starts.push_back(start);
            start += page.size() + 1;
        }
    }

    const QString &text() const { return m_text; }

    /// The passage of a range of the text, cut off where it would run on over a second page break; nothing when no text
    /// is left of it.
    std::optional<Passage> passageOf(const TextRange &range) const
    {
        if (range.isEmpty() || range.start < 0 || range.end > m_text.size())
            return std::nullopt;
        size_t first = pageAt(range.start);
        qsizetype start = range.start - m_starts[first];
        // What begins with a page break begins on the next page.
        if (start >= page(first).size() && first + 1 < m_starts.size()) {
            ++first;
            start = 0;
        }
        size_t last = std::max(first, pageAt(range.end - 1));
        qsizetype end = range.end - m_starts[last];
        if (last > first + 1) {
            last = first + 1;
            end = page(last).size();
        }
        end = std::min(end, page(last).size());
        // A page of which only white space is left is left out.
        if (last > first && page(last).left(end).trimmed().isEmpty()) {
            last = first;
            end = page(first).size();
        }
        PageTexts near;
        for (size_t at = first < pagesNear ? 0 : first - pagesNear;
             last > first && at < std::min(last + pagesNear + 1, m_starts.size()); ++at)
            near[m_firstPage + static_cast<int>(at)] = page(at);
        return makePassage(m_document, m_firstPage + static_cast<int>(first), page(first), start,
                           m_firstPage + static_cast<int>(last), page(last), end, near);
    }

private:
    const QString &page(size_t at) const { return m_pages[static_cast<qsizetype>(at)]; }
    size_t pageAt(qsizetype unit) const
    {
        return static_cast<size_t>(std::upper_bound(m_starts.begin(), m_starts.end(), unit) - m_starts.begin()) - 1;
    }

    const Sha256 m_document;
    const int m_firstPage;
    const QStringList m_pages;
    const QString m_text;
    std::vector<qsizetype> m_starts;
};

/// A name fit for a partner: where the text names nobody in particular, its own words.
QString partnerName(const QString &proposed, const std::optional<Passage> &passage)
{
    const bool isName = !proposed.isEmpty() && proposed != nobodyInParticular;
    return (isName || !passage ? proposed : passage->quote).simplified();
}

QString permissionName(const QString &proposed, const Passage &passage, const OwnPermissions &own)
{
    const auto meant = annotate::permissionFromName(proposed);
    return meant ? own.nameFor(*meant, passage.quote)
                 : tidyName(SubjectKind::Permission, proposed.isEmpty() ? passage.quote : proposed);
}

Suggestions mapped(const annotate::Proposal &proposal, const Section &section, const Suggesting &suggesting)
{
    Suggestions result;
    std::vector<std::optional<size_t>> placeOf; ///< of each span, in result.tags
    for (const annotate::ProposedSpan &span : proposal.spans) {
        placeOf.emplace_back();
        const auto passage = section.passageOf(span.range);
        if (!passage)
            continue;
        QString name;
        if (span.kind == TagKind::Partner)
            name = partnerName(span.name, passage);
        else if (span.kind == TagKind::Permission)
            name = permissionName(span.name, *passage, suggesting.permissions);
        if (span.kind != TagKind::Evidence && nameKey(name).isEmpty())
            continue;
        placeOf.back() = result.tags.size();
        result.tags.push_back(
            {SuggestionId::ofTag(*passage, span.kind, name), span.kind, *passage, name, double(span.score)});
    }
    const auto tagAt = [&](int span) -> const TagSuggestion * {
        const auto place =
            span < 0 || static_cast<size_t>(span) >= placeOf.size() ? std::nullopt : placeOf[static_cast<size_t>(span)];
        return place ? &result.tags[*place] : nullptr;
    };
    const auto idAt = [&](int span) {
        const TagSuggestion *tag = tagAt(span);
        return tag ? std::optional(tag->id) : std::nullopt;
    };
    for (const annotate::ProposedFinding &finding : proposal.findings) {
        const TagSuggestion *evidence = tagAt(finding.evidence);
        const TagSuggestion *partnerTag = tagAt(finding.partnerSpan);
        const QString partner =
            partnerName(finding.partner, partnerTag ? std::optional(partnerTag->passage) : std::nullopt);
        // What nobody in particular may do has no row in the matrix, unless the reporter made one for it.
        const bool isNobody = finding.partner.isEmpty() || finding.partner == nobodyInParticular;
        if (!evidence || nameKey(partner).isEmpty() ||
            (isNobody && !suggesting.known.partners.contains(annotate::nameKeyOf(partner))))
            continue;
        const TagSuggestion *permissionTag = tagAt(finding.permissionSpan);
        const QString permission = suggesting.permissions.nameFor(
            finding.permission, (permissionTag ? permissionTag : evidence)->passage.quote);
        LinkSuggestion link{SuggestionId::ofLink(evidence->passage, partner, permission, finding.stance),
                            evidence->id,
                            evidence->passage,
                            partner,
                            permission,
                            finding.stance};
        link.period = finding.period.isOrdered() ? finding.period : Period();
        link.speaker = finding.speaker.simplified();
        link.partnerTag = idAt(finding.partnerSpan);
        link.permissionTag = idAt(finding.permissionSpan);
        link.score = double(finding.score);
        result.links.push_back(std::move(link));
    }
    return result;
}

/// Most names and permissions of a text that is not about anybody's access to data stand in no finding. They would bury
/// what matters: a name is suggested where it, or another mention of it, is part of a finding, or where the reporter
/// knows it as a partner; a permission where it is part of one.
void leaveOutIdleTags(Suggestions &suggestions, const annotate::KnownNames &known)
{
    QSet<SuggestionId> used;
    QSet<QString> names = known.partners;
    for (const LinkSuggestion &link : suggestions.links) {
        names.insert(annotate::nameKeyOf(link.partner));
        for (const auto &id : {link.partnerTag, link.permissionTag}) {
            if (id)
                used.insert(*id);
        }
    }
    std::erase_if(suggestions.tags, [&](const TagSuggestion &tag) {
        return tag.kind != TagKind::Evidence && !used.contains(tag.id) &&
               (tag.kind == TagKind::Permission || !names.contains(annotate::nameKeyOf(tag.name)));
    });
}

store::SuggestionBasis basisOf(const QString &model, const QStringList &holders, const annotate::KnownNames &known,
                               const OwnPermissions &permissions)
{
    QByteArray all = model.toUtf8();
    const auto add = [&all](QStringList names) {
        names.sort();
        all += '\0' + names.join(u'\n').toUtf8();
    };
    add(holders);
    add({known.partners.begin(), known.partners.end()});
    add({known.blocked.begin(), known.blocked.end()});
    add(permissions.basis());
    return {Sha256::of(all), model};
}

} // namespace

Proposer::Proposer(std::shared_ptr<const annotate::Annotator> proposing)
    : propose([proposing](QStringView text, const QStringList &holders, const annotate::KnownNames &known) {
        return proposing->annotate(text, holders, known);
    })
    , explain(
          [proposing](QStringView text, const QStringList &holders, const annotate::KnownNames &known,
                      const annotate::ProposedSpan &span) { return proposing->reasons(text, holders, known, span); })
    , version(proposing->version())
    , annotator(std::move(proposing))
{
}

Suggesting::Suggesting(std::shared_ptr<const Proposer> proposes, QStringList holderNames,
                       annotate::KnownNames knownNames, const std::vector<store::PermissionName> &permissionNames)
    : proposer(std::move(proposes))
    , holders(std::move(holderNames))
    , known(std::move(knownNames))
    , permissions(permissionNames)
    , basis(basisOf(proposer->version, holders, known, permissions))
{
}

Result<Suggesting> suggestingFor(store::Database &database, std::shared_ptr<const Proposer> proposer)
{
    const auto holders = store::HolderTable(database).all();
    if (!holders)
        return holders.error();
    const auto known = store::knownNames(database);
    if (!known)
        return known.error();
    const auto permissions = store::permissionNames(database);
    if (!permissions)
        return permissions.error();
    return Suggesting(std::move(proposer), *holders, *known, *permissions);
}

Suggestions DocumentSuggester::add(const QString &pageText)
{
    m_pages.append(pageText);
    m_units += pageText.size();
    return m_units < sectionUnits ? Suggestions() : finish();
}

Suggestions DocumentSuggester::finish()
{
    if (m_pages.isEmpty())
        return {};
    const Section section(m_document, m_firstPage, m_pages);
    m_firstPage += static_cast<int>(m_pages.size());
    m_units = 0;
    m_pages.clear();
    Suggestions suggestions =
        mapped(m_suggesting.proposer->propose(section.text(), m_suggesting.holders, m_suggesting.known), section,
               m_suggesting);
    leaveOutIdleTags(suggestions, m_suggesting.known);
    return suggestions;
}

} // namespace model::intake

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/suggestion_settling.h"

#include "model/annotate/names.h"
#include "model/store/document_table.h"
#include "model/store/finding_names.h"
#include "model/store/query.h"
#include "model/store/rejection_table.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace model::store {
namespace {

struct Place {
    qint64 firstPage = 0;
    qint64 start = 0;
    qint64 lastPage = 0;
    qint64 end = 0;

    bool overlaps(const Place &other) const
    {
        return std::pair(firstPage, start) < std::pair(other.lastPage, other.end) &&
               std::pair(other.firstPage, other.start) < std::pair(lastPage, end);
    }
};

Place placeFrom(const Statement &row, int column)
{
    return {row.integer(column), row.integer(column + 1), row.integer(column + 2), row.integer(column + 3)};
}

/// Things with a place, found by the pages they stand on.
template <class T> class ByPage {
public:
    void add(const Place &place, const T &value)
    {
        m_things.push_back({place, value});
        for (qint64 page = place.firstPage; page <= place.lastPage; ++page)
            m_onPage[page].push_back(m_things.size() - 1);
    }
    bool isEmpty() const { return m_things.empty(); }
    template <class Test> bool anyOverlapping(const Place &place, Test test) const
    {
        for (qint64 page = place.firstPage; page <= place.lastPage; ++page) {
            for (const size_t at : m_onPage.value(page)) {
                if (m_things[at].first.overlaps(place) && test(m_things[at].second))
                    return true;
            }
        }
        return false;
    }

private:
    std::vector<std::pair<Place, T>> m_things;
    QHash<qint64, std::vector<size_t>> m_onPage;
};

struct TagRow {
    qint64 id = 0;
    TagKind kind = TagKind::Evidence;
    Place place;
    qint64 quoteKey = 0;
    QString prefix;
    QString suffix;
    QString nameKey;
    bool isOpen = false;
    bool isRejected = false; ///< or blocked
};

struct LinkRow {
    qint64 id = 0;
    qint64 evidence = 0;
    std::optional<qint64> partnerTag;
    std::optional<qint64> permissionTag;
    FindingNames finding;
    bool isOpen = false;
};

/// What the reporter refused.
struct Refusal {
    Rejection rejection;
    std::optional<FindingNames> finding; ///< where a link was
};

/// The last two words before a passage, or the first two behind it.
QString nearWords(const QString &context, bool before)
{
    QStringList words;
    QString word;
    for (const QChar c : context + u' ') {
        if (c.isLetterOrNumber())
            word += c.toCaseFolded();
        else if (!word.isEmpty())
            words.append(std::exchange(word, {}));
    }
    constexpr qsizetype count = 2;
    return (before ? words.mid(qMax(qsizetype(0), words.size() - count)) : words.mid(0, count)).join(u' ');
}

/// Whether the words around two passages of the same words are the same on one side at least, or there are none.
bool hasSameContext(const TagRow &tag, const Passage &rejected)
{
    const QString before = nearWords(tag.prefix, true);
    const QString behind = nearWords(tag.suffix, false);
    if (before.isEmpty() && behind.isEmpty())
        return true;
    return (!before.isEmpty() && before == nearWords(rejected.prefix, true)) ||
           (!behind.isEmpty() && behind == nearWords(rejected.suffix, false));
}

class Settling {
public:
    Settling(Database &database, qint64 document)
        : m_database(database)
        , m_document(document)
    {
    }

    Result<bool> run()
    {
        for (const auto step : {&Settling::readTags, &Settling::readSuggestedTags, &Settling::readRefusals,
                                &Settling::readLinks, &Settling::settleTags, &Settling::settleLinks}) {
            if (const auto done = (this->*step)(); !done)
                return done.error();
        }
        return m_changed;
    }

private:
    Result<void> readTags()
    {
        auto rows =
            bound(m_database, "SELECT kind, first_page, start, last_page, \"end\", id FROM tag WHERE document = ?",
                  m_document);
        return each(rows, [this](const Statement &row) {
            const TagKind kind = row.word(0, &tagKindFromWord);
            m_tags[static_cast<size_t>(kind)].add(placeFrom(row, 1), row.blob(5));
        });
    }

    Result<void> readSuggestedTags()
    {
        auto rows = bound(m_database,
                          "SELECT id, kind, first_page, start, last_page, \"end\", quote_key, prefix, suffix, name_key,"
                          " is_open FROM suggestion_tag WHERE document = ?",
                          m_document);
        return each(rows, [this](const Statement &row) {
            m_placeOf.insert(row.integer(0), m_suggested.size());
            m_suggested.push_back({row.integer(0), row.word(1, &tagKindFromWord), placeFrom(row, 2), row.integer(6),
                                   row.text(7), row.text(8), row.text(9), row.integer(10) != 0});
        });
    }

    Result<void> readRefusals()
    {
        if (m_suggested.empty())
            return {};
        const RejectionTable table(m_database);
        const auto blocked = table.blockedNames();
        if (!blocked)
            return blocked.error();
        for (const QString &name : *blocked)
            m_blocked.insert(annotate::nameKeyOf(name));
        const auto document = DocumentTable(m_database).hashOf(m_document);
        if (!document)
            return document.error();
        const auto rejections = table.concerning(m_document);
        if (!rejections)
            return rejections.error();
        for (const Rejection &rejection : *rejections) {
            const Passage &passage = rejection.passage;
            const Place place{passage.firstPage, passage.start, passage.lastPage, passage.end};
            std::optional<FindingNames> finding;
            if (const auto *link = std::get_if<RejectedLink>(&rejection.what))
                finding.emplace(annotate::nameKeyOf(link->partner), link->permission);
            if (passage.document == *document)
                m_rejectedHere.add(place, {rejection, finding});
            else
                m_rejectedElsewhere[quoteKey(passage.quote)].push_back({rejection, finding});
        }
        return {};
    }

    /// What is linked to each evidence tag, by every name of its partner and permission.
    Result<void> readLinks()
    {
        if (m_suggested.empty() || m_tags[static_cast<size_t>(TagKind::Evidence)].isEmpty())
            return {};
        struct Linked {
            QByteArray evidence;
            SubjectId partner;
            SubjectId permission;
        };
        const auto all = queryAll(
            m_database,
            "SELECT link.evidence, partner.root, permission.root FROM tag"
            " JOIN evidence_link AS link ON link.evidence = tag.id JOIN subject AS partner ON partner.id = link.partner"
            " JOIN subject AS permission ON permission.id = link.permission"
            " WHERE tag.document = ? AND tag.kind = 'evidence'",
            [](const Statement &row) {
                return Linked{row.blob(0), row.id<Subject>(1), row.id<Subject>(2)};
            },
            m_document);
        if (!all)
            return all.error();
        QHash<SubjectId, QStringList> names;
        for (const Linked &one : *all) {
            for (const SubjectId &root : {one.partner, one.permission}) {
                if (names.contains(root))
                    continue;
                const auto found = queryAll(
                    m_database,
                    "SELECT name FROM subject WHERE root = ?1 UNION ALL SELECT alias FROM alias"
                    " JOIN subject ON subject.id = alias.subject WHERE subject.root = ?1",
                    [](const Statement &row) { return row.text(0); }, root);
                if (!found)
                    return found.error();
                names.insert(root, QStringList(found->begin(), found->end()));
            }
            for (const QString &partner : names.value(one.partner)) {
                for (const QString &permission : names.value(one.permission))
                    m_linked[one.evidence].emplace_back(annotate::nameKeyOf(partner), permission);
            }
        }
        return {};
    }

    bool isRejected(const TagRow &tag) const
    {
        const auto ofKind = [&tag](const Refusal &refusal) {
            const auto *what = std::get_if<RejectedTag>(&refusal.rejection.what);
            return what && what->kind == tag.kind;
        };
        if (tag.kind == TagKind::Partner && m_blocked.contains(tag.nameKey))
            return true;
        return m_rejectedHere.anyOverlapping(tag.place, ofKind) || isRefusedElsewhere(tag, ofKind);
    }

    /// Whether what `fits` was refused for the same words in another document, and in the like surroundings.
    template <class Fits> bool isRefusedElsewhere(const TagRow &tag, Fits fits) const
    {
        const auto refusals = m_rejectedElsewhere.constFind(tag.quoteKey);
        return refusals != m_rejectedElsewhere.constEnd() &&
               std::any_of(refusals->begin(), refusals->end(), [&](const Refusal &refusal) {
                   return fits(refusal) && hasSameContext(tag, refusal.rejection.passage);
               });
    }

    Result<void> settleTags()
    {
        Result<Statement> update = m_database.prepare("UPDATE suggestion_tag SET is_open = ? WHERE id = ?");
        if (!update)
            return update.error();
        for (TagRow &tag : m_suggested) {
            tag.isRejected = isRejected(tag);
            const bool isTagged = m_tags[static_cast<size_t>(tag.kind)].anyOverlapping(
                tag.place, [](const QByteArray &) { return true; });
            if (const auto set = setOpen(*update, tag.id, tag.isOpen, !tag.isRejected && !isTagged); !set)
                return set;
        }
        return {};
    }

    bool isClosed(const LinkRow &link) const
    {
        const auto rejectedTag = [this](const std::optional<qint64> &id) {
            const auto at = id ? m_placeOf.constFind(*id) : m_placeOf.constEnd();
            return at != m_placeOf.constEnd() && m_suggested[*at].isRejected;
        };
        const auto at = m_placeOf.constFind(link.evidence);
        if (at == m_placeOf.constEnd() || m_blocked.contains(link.finding.partnerKey) || rejectedTag(link.evidence) ||
            rejectedTag(link.partnerTag) || rejectedTag(link.permissionTag))
            return true;
        const TagRow &evidence = m_suggested[*at];
        const auto ofFinding = [&link](const Refusal &refusal) {
            return refusal.finding && refusal.finding->isSame(link.finding);
        };
        if (m_rejectedHere.anyOverlapping(evidence.place, ofFinding) || isRefusedElsewhere(evidence, ofFinding))
            return true;
        return m_tags[static_cast<size_t>(TagKind::Evidence)].anyOverlapping(
            evidence.place, [&](const QByteArray &tag) {
                const auto linked = m_linked.constFind(tag);
                return linked != m_linked.constEnd() &&
                       std::any_of(linked->begin(), linked->end(),
                                   [&link](const FindingNames &finding) { return finding.isSame(link.finding); });
            });
    }

    Result<void> settleLinks()
    {
        if (m_suggested.empty())
            return {};
        const auto links = queryAll(
            m_database,
            "SELECT id, evidence, partner_tag, permission_tag, partner_key, permission, is_open FROM suggestion_link"
            " WHERE document = ?",
            [](const Statement &row) {
                const auto optional = [&row](int column) {
                    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
                };
                return LinkRow{row.integer(0),     row.integer(1), optional(2), optional(3), {row.text(4), row.text(5)},
                               row.integer(6) != 0};
            },
            m_document);
        if (!links)
            return links.error();
        Result<Statement> update = m_database.prepare("UPDATE suggestion_link SET is_open = ? WHERE id = ?");
        if (!update)
            return update.error();
        for (const LinkRow &link : *links) {
            if (const auto set = setOpen(*update, link.id, link.isOpen, !isClosed(link)); !set)
                return set;
        }
        return {};
    }

    Result<void> setOpen(Statement &update, qint64 id, bool old, bool open)
    {
        if (old == open)
            return {};
        m_changed = true;
        return update.bind(1, open ? 1 : 0).bind(2, id).run();
    }

    template <class Take> static Result<void> each(Result<Statement> &rows, Take take)
    {
        if (!rows)
            return rows.error();
        for (;;) {
            const auto row = rows->step();
            if (!row)
                return row.error();
            if (!*row)
                return {};
            take(*rows);
            if (!rows->isSound())
                return damagedRow("suggestions");
        }
    }

    Database &m_database;
    const qint64 m_document;
    std::array<ByPage<QByteArray>, 3> m_tags; ///< by kind
    std::vector<TagRow> m_suggested;
    QHash<qint64, size_t> m_placeOf; ///< of a suggested tag, by id
    ByPage<Refusal> m_rejectedHere;
    QHash<qint64, std::vector<Refusal>> m_rejectedElsewhere; ///< by quoteKey()
    QSet<QString> m_blocked;
    QHash<QByteArray, std::vector<FindingNames>> m_linked; ///< findings by evidence tag
    bool m_changed = false;
};

} // namespace

Result<bool> settleSuggestions(Database &database, qint64 document)
{
    return Settling(database, document).run();
}

} // namespace model::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/lessons.h"

#include "model/annotate/permission_meaning.h"
#include "model/store/document_table.h"
#include "model/store/learning_table.h"
#include "model/store/link_table.h"
#include "model/store/rejection_table.h"
#include "model/store/transaction.h"

#include <QDataStream>
#include <QHash>
#include <QIODevice>

#include <algorithm>

namespace model::session {
namespace {

using annotate::GoldDocument;
using annotate::GoldLink;
using annotate::GoldSpan;

/// The pages of one document that teach, as one text.
struct Pages {
    QString text;
    QHash<int, TextRange> rangeOf; ///< by page index

    /// Nothing where one of its pages does not teach.
    std::optional<TextRange> rangeOfPassage(const Passage &passage) const
    {
        const auto first = rangeOf.constFind(passage.firstPage);
        const auto last = rangeOf.constFind(passage.lastPage);
        if (first == rangeOf.constEnd() || last == rangeOf.constEnd())
            return std::nullopt;
        return TextRange{first->start + passage.start, last->start + passage.end};
    }
};

/// A span with what the journal calls it.
struct Span {
    GoldSpan gold;
    TagId tag;
    std::optional<SubjectId> root;
};

class LessonMaker {
public:
    explicit LessonMaker(const CaseFile &file)
        : m_file(file)
    {
    }

    Result<void> begin()
    {
        auto holders = m_file.holders();
        if (!holders)
            return holders.error();
        m_holders = *std::move(holders);
        for (const SubjectKind kind : {SubjectKind::Partner, SubjectKind::Permission}) {
            const auto subjects = m_file.subjects(kind);
            if (!subjects)
                return subjects.error();
            for (const Subject &subject : *subjects)
                m_names.insert(subject.id, QStringList(subject.name) + subject.aliases);
        }
        return {};
    }

    /// Nothing where no decision is complete enough to teach.
    Result<std::optional<GoldDocument>> lesson(const Sha256 &document, const std::vector<store::TaughtPage> &taught)
    {
        m_lesson = {};
        m_lesson.id = document.toHex();
        m_lesson.holders = m_holders;
        Pages pages;
        for (const store::TaughtPage &page : taught) {
            const auto text = m_file.pageText(document, page.pageIndex);
            if (!text)
                return text.error();
            if (!pages.rangeOf.isEmpty())
                pages.text += u'\f';
            const TextRange range{pages.text.size(), pages.text.size() + text->text.size()};
            pages.text += text->text;
            pages.rangeOf.insert(page.pageIndex, range);
            if (page.isRead && !range.isEmpty())
                m_lesson.confirmed.push_back(range);
        }
        for (const auto step : {&LessonMaker::addTags, &LessonMaker::addRejections}) {
            if (const auto done = (this->*step)(document, pages); !done)
                return done.error();
        }
        if (m_lesson.confirmed.empty())
            return std::optional<GoldDocument>();
        m_lesson.text = std::move(pages.text);
        return std::optional(std::move(m_lesson));
    }

private:
    Result<void> addTags(const Sha256 &document, const Pages &pages)
    {
        const auto tags = m_file.tagsOfDocument(document);
        if (!tags)
            return tags.error();
        std::vector<Span> spans;
        for (const Tag &tag : *tags) {
            const auto range = pages.rangeOfPassage(tag.passage);
            if (!range)
                continue;
            Span span{{tag.kind, *range, {}}, tag.id, std::nullopt};
            if (tag.subject) {
                const auto root = m_file.rootOf(*tag.subject);
                if (!root)
                    return root.error();
                span.root = *root;
                span.gold.name = tag.kind == TagKind::Partner ? m_names.value(*root).value(0) : QString();
            }
            spans.push_back(std::move(span));
        }
        std::stable_sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) {
            return a.gold.range.start != b.gold.range.start ? a.gold.range.start < b.gold.range.start
                                                            : a.gold.range.end > b.gold.range.end;
        });
        for (const Span &span : spans)
            m_lesson.spans.push_back(span.gold);
        for (size_t i = 0; i < spans.size(); ++i) {
            if (spans[i].gold.kind != TagKind::Evidence)
                continue;
            if (const auto added = addLinks(spans, i); !added)
                return added;
        }
        return {};
    }

    Result<void> addLinks(const std::vector<Span> &spans, size_t evidence)
    {
        const auto links = m_file.linksOfEvidence(spans[evidence].tag);
        if (!links)
            return links.error();
        const TextRange range = spans[evidence].gold.range;
        const auto tagged = [&](TagKind kind, const std::optional<SubjectId> &root) {
            const auto found = std::find_if(spans.begin(), spans.end(), [&](const Span &span) {
                return span.gold.kind == kind && span.gold.range.overlaps(range) && (!root || span.root == root);
            });
            return found == spans.end() ? -1 : static_cast<int>(found - spans.begin());
        };
        if (!links->empty() && tagged(TagKind::Partner, std::nullopt) >= 0 &&
            tagged(TagKind::Permission, std::nullopt) >= 0)
            m_lesson.confirmed.push_back(range);
        for (const EvidenceLink &link : *links) {
            const auto root = m_file.rootOf(link.finding);
            if (!root)
                return root.error();
            // A permission in the reporter's own words teaches where it stands, not what it means.
            const auto meant = meaningOf(root->permission);
            if (!meant)
                continue;
            GoldLink gold;
            gold.evidence = static_cast<int>(evidence);
            gold.partner = m_names.value(root->partner).value(0);
            gold.partnerSpan = tagged(TagKind::Partner, root->partner);
            gold.permissionSpan = tagged(TagKind::Permission, root->permission);
            gold.permission = *meant;
            gold.stance = link.stance;
            m_lesson.links.push_back(gold);
        }
        return {};
    }

    std::optional<annotate::Permission> meaningOf(const SubjectId &root) const
    {
        const QStringList names = m_names.value(root);
        for (const QString &name : names) {
            if (const auto meant = annotate::permissionMeant(name))
                return meant;
        }
        return std::nullopt;
    }

    Result<void> addRejections(const Sha256 &document, const Pages &pages)
    {
        const auto number = store::DocumentTable(m_file.database()).numberOf(document);
        if (!number)
            return number.error();
        const auto rejections = store::RejectionTable(m_file.database()).concerning(number->value_or(0));
        if (!rejections)
            return rejections.error();
        for (const Rejection &rejection : *rejections) {
            // That a sentence is not evidence of this finding says nothing of what else it may be.
            if (rejection.passage.document != document || !std::holds_alternative<RejectedTag>(rejection.what))
                continue;
            if (const auto range = pages.rangeOfPassage(rejection.passage))
                m_lesson.confirmed.push_back(*range);
        }
        return {};
    }

    const CaseFile &m_file;
    QStringList m_holders;
    QHash<SubjectId, QStringList> m_names; ///< its name, then its aliases
    GoldDocument m_lesson;
};

} // namespace

Result<std::vector<GoldDocument>> lessonsOf(const CaseFile &file)
{
    const store::Snapshot snapshot(file.database());
    const auto taught = store::LearningTable(file.database()).taughtPages();
    if (!taught)
        return taught.error();
    LessonMaker maker(file);
    if (const auto begun = maker.begin(); !begun)
        return begun.error();
    std::vector<GoldDocument> lessons;
    for (auto first = taught->begin(); first != taught->end();) {
        const auto last =
            std::find_if(first, taught->end(), [&first](const auto &page) { return page.document != first->document; });
        auto lesson = maker.lesson(first->document, {first, last});
        if (!lesson)
            return lesson.error();
        if (*lesson)
            lessons.push_back(**std::move(lesson));
        first = last;
    }
    return lessons;
}

Sha256 digestOf(const std::vector<GoldDocument> &lessons)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    for (const GoldDocument &lesson : lessons) {
        out << lesson.holders << lesson.text;
        for (const GoldSpan &span : lesson.spans)
            out << qint32(span.kind) << qint64(span.range.start) << qint64(span.range.end) << span.name;
        for (const GoldLink &link : lesson.links)
            out << qint32(link.evidence) << link.partner << qint32(link.partnerSpan) << qint32(link.permissionSpan)
                << qint32(link.permission.action) << qint32(link.permission.data) << qint32(link.stance);
        for (const TextRange &range : lesson.confirmed)
            out << qint64(range.start) << qint64(range.end);
        out << qint32(-1);
    }
    return Sha256::of(bytes);
}

} // namespace model::session

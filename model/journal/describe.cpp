// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/describe.h"

#include "model/base/overloaded.h"

#include <algorithm>

namespace model::journal {
namespace {

constexpr qsizetype longestQuote = 40;

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    if (line.size() <= longestQuote)
        return line;
    // Not between the halves of a character.
    const qsizetype cut = line[longestQuote - 1].isHighSurrogate() ? longestQuote - 1 : longestQuote;
    return line.left(cut) + QStringLiteral("…");
}

QString quoted(const QString &text)
{
    return QStringLiteral("“%1”").arg(shortened(text));
}

/// Which of several changes names the decision: those that only prepare or clear up come last. Tags that are made
/// together with a link are there for it.
int weight(const Change &change)
{
    return std::visit(Overloaded{
                          [](const AddSubject &) { return 1; },
                          [](const AddAlias &) { return 2; },
                          [](const RemoveAlias &) { return 2; },
                          [](const SetGroup &) { return 3; },
                          [](const AddNote &) { return 3; },
                          [](const RemoveNote &) { return 3; },
                          [](const RemoveLink &) { return 4; },
                          [](const ChangeLink &) { return 4; },
                          [](const AddLink &) { return 6; },
                          [](const RemoveSubject &) { return 7; }, // a removal takes the rest along
                          [](const auto &) { return 5; },
                      },
                      change);
}

class Describer {
public:
    Describer(const std::vector<AppliedChange> &parts, const Names &names)
        : m_parts(parts)
        , m_names(names)
    {
    }

    QString operator()(const AppliedChange &part) const
    {
        return std::visit([&](const auto &change) { return line(change, part.inverse); }, part.change);
    }

private:
    QString subject(const SubjectId &id) const
    {
        if (const QString name = m_names.subject(id); !name.isEmpty())
            return shortened(name);
        // One that came or went with this very decision.
        for (const AppliedChange &part : m_parts) {
            for (const Change &change : {part.change, part.inverse}) {
                const auto *added = std::get_if<AddSubject>(&change);
                if (added && added->id == id)
                    return shortened(added->name);
            }
        }
        return QStringLiteral("(removed)");
    }
    QString document(const Sha256 &sha) const
    {
        const QString name = m_names.document(sha);
        return name.isEmpty() ? QStringLiteral("a withdrawn document") : quoted(name);
    }
    QString finding(const FindingKey &key) const
    {
        return subject(key.partner) + QStringLiteral(" × ") + subject(key.permission);
    }
    QString tagged(const Tag &tag) const
    {
        const QString line = QStringLiteral("%1 as %2").arg(quoted(tag.passage.quote), toWord(tag.kind));
        const QString name = tag.subject ? subject(*tag.subject) : QString();
        const bool sameWords = nameKey(name) == nameKey(tag.passage.quote.simplified());
        return name.isEmpty() || sameWords ? line : line + u' ' + name;
    }
    QString target(const NoteTarget &target) const
    {
        return std::visit(
            Overloaded{
                [](const WholeCase &) { return QStringLiteral("the case"); },
                [this](const DocumentPage &page) {
                    return page.pageIndex < 0
                               ? document(page.document)
                               : QStringLiteral("page %1 of %2").arg(page.pageIndex + 1).arg(document(page.document));
                },
                [](const TagId &) { return QStringLiteral("a tag"); },
                [this](const SubjectId &id) { return subject(id); },
                [this](const FindingKey &key) { return finding(key); },
                [](const LinkId &) { return QStringLiteral("an evidence link"); },
            },
            target);
    }

    QString line(const SetHolders &change, const Change &) const
    {
        return QStringLiteral("set the holders to ") + shortened(change.holders.join(QStringLiteral(", ")));
    }
    QString line(const AddTag &change, const Change &) const { return QStringLiteral("tag ") + tagged(change.tag); }
    QString line(const RemoveTag &, const Change &inverse) const
    {
        const auto *old = std::get_if<AddTag>(&inverse);
        return old ? QStringLiteral("remove the tag ") + tagged(old->tag) : QStringLiteral("remove a tag");
    }
    QString line(const ChangeTag &change, const Change &) const
    {
        return QStringLiteral("change the tag to ") + tagged(change.tag);
    }
    QString line(const AddSubject &change, const Change &) const
    {
        return QStringLiteral("add the %1 %2").arg(toWord(change.kind), quoted(change.name));
    }
    QString line(const RemoveSubject &, const Change &inverse) const
    {
        const auto *old = std::get_if<AddSubject>(&inverse);
        return old ? QStringLiteral("remove the %1 %2").arg(toWord(old->kind), quoted(old->name))
                   : QStringLiteral("remove a partner or permission");
    }
    QString line(const RenameSubject &change, const Change &inverse) const
    {
        const auto *old = std::get_if<RenameSubject>(&inverse);
        return QStringLiteral("rename %1 to %2").arg(quoted(old ? old->name : QString()), quoted(change.name));
    }
    QString line(const AddAlias &change, const Change &) const
    {
        return QStringLiteral("add the alias %1 to %2").arg(quoted(change.alias), subject(change.id));
    }
    QString line(const RemoveAlias &change, const Change &) const
    {
        return QStringLiteral("remove the alias %1 of %2").arg(quoted(change.alias), subject(change.id));
    }
    QString line(const MergeSubject &change, const Change &) const
    {
        return QStringLiteral("merge %1 into %2").arg(subject(change.id), subject(change.into));
    }
    QString line(const SplitSubject &change, const Change &) const
    {
        return QStringLiteral("split off %1").arg(subject(change.id));
    }
    QString line(const SetGroup &change, const Change &inverse) const
    {
        if (!change.group.isEmpty())
            return QStringLiteral("put %1 into the group %2").arg(subject(change.partner), quoted(change.group));
        const auto *old = std::get_if<SetGroup>(&inverse);
        return QStringLiteral("take %1 out of the group %2")
            .arg(subject(change.partner), quoted(old ? old->group : QString()));
    }
    QString line(const AddLink &change, const Change &) const
    {
        return QStringLiteral("link evidence to %1 (%2)").arg(finding(change.link.finding), toWord(change.link.stance));
    }
    QString line(const RemoveLink &, const Change &inverse) const
    {
        const auto *old = std::get_if<AddLink>(&inverse);
        return old ? QStringLiteral("unlink evidence from ") + finding(old->link.finding)
                   : QStringLiteral("unlink evidence");
    }
    QString line(const ChangeLink &change, const Change &) const
    {
        return QStringLiteral("change a link to %1 (%2)").arg(finding(change.link.finding), toWord(change.link.stance));
    }
    QString line(const SetVerdict &change, const Change &) const
    {
        return QStringLiteral("set %1 to %2").arg(finding(change.finding), toWord(change.verdict));
    }
    QString line(const SetPeriod &change, const Change &) const
    {
        const Period &period = change.period;
        if (period.isEmpty())
            return QStringLiteral("clear the period of ") + finding(change.finding);
        return QStringLiteral("set the period of %1: %2").arg(finding(change.finding), period.toString());
    }
    QString line(const AddNote &change, const Change &) const
    {
        return QStringLiteral("add a note on ") + target(change.note.target);
    }
    QString line(const RemoveNote &, const Change &inverse) const
    {
        const auto *old = std::get_if<AddNote>(&inverse);
        return old ? QStringLiteral("remove a note on ") + target(old->note.target) : QStringLiteral("remove a note");
    }
    QString line(const ChangeNote &change, const Change &) const
    {
        return QStringLiteral("change a note to ") + quoted(change.text);
    }
    QString line(const MarkPage &change, const Change &) const
    {
        return QStringLiteral("mark page %1 of %2 as %3")
            .arg(QString::number(change.pageIndex + 1), document(change.document),
                 change.mark == ReadMark::Unread ? QStringLiteral("not seen") : QStringLiteral("seen"));
    }
    QString line(const RetitleDocument &change, const Change &) const
    {
        if (change.title.isEmpty())
            return QStringLiteral("give %1 its own title back").arg(document(change.document));
        return QStringLiteral("retitle a document ") + quoted(change.title);
    }

    static QString rejected(const Rejection &rejection)
    {
        return std::visit(
            Overloaded{
                [&](const RejectedTag &tag) {
                    return QStringLiteral("%1 as %2").arg(quoted(rejection.passage.quote), toWord(tag.kind));
                },
                [&](const RejectedLink &link) {
                    return QStringLiteral("%1 × %2 (%3) in %4")
                        .arg(shortened(link.partner), shortened(link.permission), toWord(link.stance),
                             quoted(rejection.passage.quote));
                },
            },
            rejection.what);
    }
    QString line(const AddRejection &change, const Change &) const
    {
        return QStringLiteral("reject ") + rejected(change.rejection);
    }
    QString line(const RemoveRejection &, const Change &inverse) const
    {
        const auto *old = std::get_if<AddRejection>(&inverse);
        return old ? QStringLiteral("no longer reject ") + rejected(old->rejection)
                   : QStringLiteral("no longer reject a suggestion");
    }
    QString line(const BlockName &change, const Change &) const
    {
        return QStringLiteral("block the name ") + quoted(change.name);
    }
    QString line(const UnblockName &change, const Change &) const
    {
        return QStringLiteral("unblock the name ") + quoted(change.name);
    }

    QString line(const SetCopy &change, const Change &) const
    {
        switch (change.decision.rule) {
        case CopyRule::AsFound:
            break;
        case CopyRule::Alone:
            return QStringLiteral("count %1 as a source of its own").arg(document(change.document));
        case CopyRule::CopyOf:
            return QStringLiteral("count %1 as a copy of %2")
                .arg(document(change.document), document(*change.decision.of));
        }
        return QStringLiteral("leave it to the texts whether %1 is a copy").arg(document(change.document));
    }

    const std::vector<AppliedChange> &m_parts;
    const Names &m_names;
};

} // namespace

QString describe(const std::vector<AppliedChange> &parts, const Names &names)
{
    if (parts.empty())
        return QStringLiteral("(withdrawn)");
    const auto main = std::max_element(
        parts.begin(), parts.end(), [](const auto &a, const auto &b) { return weight(a.change) < weight(b.change); });
    const auto alike = std::count_if(parts.begin(), parts.end(), [&main](const AppliedChange &part) {
        return part.change.index() == main->change.index();
    });
    const QString line = Describer(parts, names)(*main);
    return alike > 1 ? QStringLiteral("%1 and %2 more").arg(line).arg(alike - 1) : line;
}

} // namespace model::journal

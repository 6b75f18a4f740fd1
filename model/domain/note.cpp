// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/note.h"

#include "model/base/overloaded.h"

#include <QStringList>

namespace model {
namespace {

template <class T> std::optional<NoteTarget> idTarget(const QStringList &parts)
{
    const std::optional<T> id = parts.size() == 2 ? T::fromString(parts[1]) : std::nullopt;
    return id ? std::optional<NoteTarget>(*id) : std::nullopt;
}

} // namespace

QString toText(const NoteTarget &target)
{
    return std::visit(
        Overloaded{
            [](const WholeCase &) { return QStringLiteral("case"); },
            [](const DocumentPage &page) {
                const QString sha = page.document.toHex();
                return page.pageIndex < 0 ? QStringLiteral("document:") + sha
                                          : QStringLiteral("page:%1:%2").arg(sha).arg(page.pageIndex);
            },
            [](const TagId &id) { return QStringLiteral("tag:") + id.toString(); },
            [](const SubjectId &id) { return QStringLiteral("subject:") + id.toString(); },
            [](const FindingKey &key) {
                return QStringLiteral("finding:%1:%2").arg(key.partner.toString(), key.permission.toString());
            },
            [](const LinkId &id) { return QStringLiteral("link:") + id.toString(); },
        },
        target);
}

std::optional<NoteTarget> noteTargetFromText(const QString &text)
{
    const QStringList parts = text.split(u':');
    const QString &kind = parts[0];
    if (kind == u"case" && parts.size() == 1)
        return WholeCase{};
    if (kind == u"tag")
        return idTarget<TagId>(parts);
    if (kind == u"subject")
        return idTarget<SubjectId>(parts);
    if (kind == u"link")
        return idTarget<LinkId>(parts);
    if (kind == u"finding" && parts.size() == 3) {
        const auto partner = SubjectId::fromString(parts[1]);
        const auto permission = SubjectId::fromString(parts[2]);
        if (partner && permission)
            return FindingKey{*partner, *permission};
    }
    if (kind == u"document" && parts.size() == 2) {
        if (const auto sha = Sha256::fromHex(parts[1]))
            return DocumentPage{*sha, -1};
    }
    if (kind == u"page" && parts.size() == 3) {
        bool isNumber = false;
        const int pageIndex = parts[2].toInt(&isNumber);
        const auto sha = Sha256::fromHex(parts[1]);
        if (sha && isNumber && pageIndex >= 0)
            return DocumentPage{*sha, pageIndex};
    }
    return std::nullopt;
}

} // namespace model
